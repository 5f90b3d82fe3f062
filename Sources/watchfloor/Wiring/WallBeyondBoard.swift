import Core
import Dashboard
import Demand
import DispatchModel
import Ground
import Maps
import TerminalKit
import Wall
import Wording

/// What a wall shows beside the board: the map, and what is expected of the next hour.
final class WallBeyondBoard {
    private let ground: WallGround
    private let captions: MapPage.Captions
    private var page = MapPage()
    private var reading: DemandReading?
    /// What could not be read from the journal; a wall that follows it says so itself.
    let trouble = JournalTrouble()

    /// A wall over a ground. Where it has none the calls and the middles of the beats are the map.
    init(ground: WallGround, words: Words) {
        self.ground = ground
        captions = MapPage.Captions(things: words.map.filledByCover, calls: words.map.callsFilled)
    }

    /// From now on demand is read from this journal.
    func read(_ journal: any EventJournal, zone: Zone) {
        reading = DemandReading(journal, zone: zone, trouble: trouble)
    }

    /// Reads on at once, up to a board's position: for a journal that grows no more.
    func readToTheEnd(of board: Board) { reading?.readToTheEnd(of: board) }

    /// Sets a wall to show it, and to count by the areas without radio.
    func lay(on settings: inout WallSettings) {
        settings.demand = demand
        settings.map = drawMap
        settings.rules.blindSpot = ground.blindSpot
    }

    /// The calls of the last whole hours, those of the last one a week before, and the band of the one under way; nil until
    /// the journal was read to its end and has a whole hour.
    private func demand(on board: Board, at now: Timestamp) -> WallDemand? {
        guard let numbers = reading?.numbers(on: board, now: now), !numbers.lastHours.isEmpty else { return nil }
        return WallDemand(
            hours: Array(numbers.lastHours.suffix(WallFigures.hours)), lastWeek: numbers.weekAgo,
            nextHour: numbers.nextHour.map { $0.low...$0.high })
    }

    /// Draws the map of a board at a time.
    private func drawMap(of board: Board, at now: Timestamp, _ look: WallLook, into grid: inout Grid, area: Rect) {
        page.draw(
            into: &grid, area: area, board: board, now: now, over: ground.newest, backdrops: ground.backdrop,
            palette: MapPalette(theme: look.theme, glyphs: look.glyphs),
            scale: DotScale.usual(unicode: look.glyphs != .ascii), captions: captions)
    }
}

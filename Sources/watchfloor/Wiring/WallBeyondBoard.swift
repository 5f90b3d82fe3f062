import Core
import Demand
import DispatchModel
import DispatchPolicy
import Ground
import Maps
import TerminalKit
import Wall
import Wording

/// What a wall shows beside the board: the map, and what is expected of the next hour.
final class WallBeyondBoard {
    private let ground: WallGround
    private var reading: DemandReading?
    private var index: (position: JournalPosition, ground: Int, index: MapIndex)?

    /// A wall over a ground. Where it has none the calls and the middles of the beats are the map.
    init(ground: WallGround) {
        self.ground = ground
    }

    /// From now on demand is read from this journal.
    func read(_ journal: any EventJournal, zone: Zone) { reading = DemandReading(journal, zone: zone) }

    /// Reads demand from a journal that grows no more, up to a board's position.
    func readToTheEnd(_ journal: any EventJournal, board: Board, zone: Zone) {
        let reading = DemandReading(journal, zone: zone)
        reading.readToTheEnd(of: board)
        self.reading = reading
    }

    /// The calls of the last whole hours, those of the last one a week before, and the band of the one under way; nil until
    /// the journal was read to its end and has a whole hour.
    func demand(on board: Board, at now: Timestamp) -> WallDemand? {
        guard let numbers = reading?.numbers(on: board, now: now), !numbers.lastHours.isEmpty else { return nil }
        return WallDemand(
            hours: Array(numbers.lastHours.suffix(WallFigures.hours)), lastWeek: numbers.weekAgo,
            nextHour: numbers.nextHour.map { $0.low...$0.high })
    }

    /// Draws the map of a board at a time.
    func drawMap(of board: Board, at now: Timestamp, _ look: WallLook, into grid: inout Grid, area: Rect) {
        var overlay = MapOverlay()
        overlay.now = now
        let (number, ground) = self.ground.newest
        let index = index(of: board, over: ground, number)
        // Without a ground the calls and the middles of the beats have an outline.
        let shown = ground.isEmpty ? index.outline(of: board) : ground
        guard let view = shown.box.map({ MapView(fitting: $0, in: area.size) }) else { return }
        let scale = DotScale.usual(unicode: look.glyphs != .ascii)
        let key = MapBackdrop.Key(view: view, size: area.size, scale: scale, ground: number)
        let backdrop =
            ground.isEmpty
            ? MapBackdrop(shown, for: key, avoiding: index.anchors)
            : self.ground.backdrop(for: key, avoiding: index.anchors)
        guard let backdrop else { return }
        MapPicture.draw(
            into: &grid, area: area, index: index, ground: shown, backdrop: backdrop,
            palette: MapPalette(theme: look.theme, glyphs: look.glyphs), overlay: overlay)
    }

    /// What stands on the map; made anew where the board or the ground has changed.
    private func index(of board: Board, over ground: Ground, _ number: Int) -> MapIndex {
        if let index, index.position == board.position, index.ground == number { return index.index }
        var new = MapIndex()
        new.rebuild(board, ground: ground, reach: MapReach(TravelModel()))
        index = (board.position, number, new)
        return new
    }
}

import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// A wall that stands still: a board at its last record, as the wall showed it then. For pictures of it.
package struct WallStill {
    private let board: Board
    private let settings: WallSettings
    private let page: WallPage

    /// A wall on a board, with a page in its lower half; a page that has nothing to show gives way to the queue.
    package init(board: Board, settings: WallSettings, page: WallPage) {
        (self.board, self.settings, self.page) = (board, settings, page)
    }

    /// Draws it by the theme of the day.
    package func draw(size: Size, glyphs: Glyphs) -> Grid {
        var words = settings.words
        words.zone = settings.zone(board.mode.timeZone)
        let look = WallLook(theme: settings.themes.day, glyphs: glyphs)
        return drawWall(scene(), words: WallWords(words), look: look, size: size)
    }

    private func scene() -> WallScene {
        let now = board.lastEventAt
        var watch = settings.profile.map { AttainmentWatch($0, in: WatchedRoom.shift) }
        let kept = watch?.attainment(on: board, now: now) ?? []
        var rules = settings.rules
        rules.follow(board)
        let figures = WallFigures(board, rules: rules, attainment: kept, now: now)
        var scene = WallScene(board: board, figures: figures, now: now)
        settings.lay(on: &scene)
        let pages = settings.pages(of: scene)
        let index = pages.firstIndex(of: page) ?? 0
        scene.page = (pages[index], index + 1, pages.count)
        return scene
    }
}

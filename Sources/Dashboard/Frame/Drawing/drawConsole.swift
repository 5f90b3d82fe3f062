import DispatchModel
import TerminalKit
import Themes
import Wording

/// Draws the whole console. Pure: the same arguments give the same cells.
///
/// Call `view.refresh` and `view.settle` before. `now` is board time; `blinkOn` is the state of the one 2 Hz flash.
@discardableResult
package func drawConsole(
    board: Board, view: ConsoleView, strip: StripState, words: Words, theme: Theme, glyphs: Glyphs, now: Timestamp,
    blinkOn: Bool, into grid: inout Grid
) -> ConsoleFrameInfo {
    var frame = Frame(
        board: board, view: view, strip: strip, words: words, theme: theme, glyphs: glyphs, now: now, blinkOn: blinkOn,
        size: grid.size)
    swap(&frame.grid, &grid)
    frame.draw()
    swap(&frame.grid, &grid)
    return frame.info
}

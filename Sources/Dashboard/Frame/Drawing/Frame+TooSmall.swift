import TerminalKit
import Themes
import Wording

extension Frame {
    /// What is said on a screen too small to work with: what it needs, what there is; the strip as far as it fits.
    mutating func drawTooSmall() {
        let size = layout.size
        if size.columns >= 24, size.rows >= 3 {
            drawStrip()
        } else if strip.mode == .exercise {
            return drawExerciseMarkAlone()
        }
        let (need, have) = (Layout.least, size)
        let text = words.consoleNeeds((need.columns, need.rows), has: (have.columns, have.rows))
        if size.columns >= 24 { drawEmergency() }
        let first = size.rows >= 3 ? max(1, layout.emergency.endRow) : 0
        let isBottomShown = Layout.hasPromptInSight(size) && !view.bottom.isHints
        let room = size.rows - first - (isBottomShown ? 1 : 0)
        let lines = wrapped(text, columns: max(1, size.columns), limit: max(1, room))
        for (index, line) in lines.enumerated() {
            grid.write(line, column: 0, row: first + index, columns: size.columns, style: style(.text))
        }
        // What is being typed and what was said is in sight wherever a line has room: an officer may be calling for help.
        if isBottomShown { drawBottom() }
        if size.columns < 24 || size.rows < 3 { drawPastMarkAlone() }
    }

    /// Where not even a sentence fits, an exercise still says that it is one, as far as there are cells.
    private mutating func drawExerciseMarkAlone() {
        let size = layout.size
        let mark = words.mode(.exercise)
        grid.write(mark, column: 0, row: 0, columns: size.columns, style: style(.modeExercise))
        let need = "\(Layout.least.columns)x\(Layout.least.rows)"
        if size.rows > 1 {
            grid.write("< " + need, column: 0, row: 1, columns: size.columns, style: style(.text))
        }
    }
}

import TerminalKit
import Themes
import Wording

/// A screen too small for any pane.
enum TooSmall {
    /// What is said on a screen too small to work with: what it needs, what there is; the strip as far as it fits.
    static func draw(into frame: inout Frame) {
        let size = frame.layout.size
        if size.columns >= 24, size.rows >= 3 {
            StatusStrip.draw(into: &frame)
        } else if frame.strip.mode == .exercise {
            return drawExerciseMarkAlone(into: &frame)
        }
        let (need, have) = (Layout.least, size)
        let text = frame.words.consoleNeeds((need.columns, need.rows), has: (have.columns, have.rows))
        if size.columns >= 24 { EmergencyLines.draw(into: &frame) }
        let first = size.rows >= 3 ? max(1, frame.layout.emergency.endRow) : 0
        let isBottomShown = Layout.hasPromptInSight(size) && !frame.view.bottom.isHints
        let room = size.rows - first - (isBottomShown ? 1 : 0)
        let lines = wrapped(text, columns: max(1, size.columns), limit: max(1, room))
        for (index, line) in lines.enumerated() {
            frame.grid.write(line, column: 0, row: first + index, columns: size.columns, style: frame.style(.text))
        }
        // What is being typed and what was said is in sight wherever a line has room: an officer may be calling for help.
        if isBottomShown { frame.view.bottom.draw(into: &frame) }
        if size.columns < 24 || size.rows < 3 { StatusStrip.drawPastMarkAlone(into: &frame) }
    }

    /// Where not even a sentence fits, an exercise still says that it is one, as far as there are cells.
    private static func drawExerciseMarkAlone(into frame: inout Frame) {
        let size = frame.layout.size
        let mark = frame.words.mode(.exercise)
        frame.grid.write(mark, column: 0, row: 0, columns: size.columns, style: frame.style(.modeExercise))
        let need = "\(Layout.least.columns)x\(Layout.least.rows)"
        if size.rows > 1 {
            frame.grid.write("< " + need, column: 0, row: 1, columns: size.columns, style: frame.style(.text))
        }
    }
}

import TerminalKit

/// A screen whose place another one can take: what was done before is done again in memory, then the player goes on at
/// the terminal.
package final class ExchangeableScreen: Screen {
    /// The screen that is used now.
    package var current: any Screen

    /// A screen that uses this one at first.
    package init(_ first: any Screen) {
        current = first
    }

    /// As the screen in use.
    package var size: Size { current.size }
    /// As the screen in use.
    package var depth: ColourDepth { current.depth }
    /// As the screen in use.
    package var unicode: Bool { current.unicode }

    /// Shows a grid.
    package func present(_ grid: Grid, cursor: (column: Int, row: Int)?) { current.present(grid, cursor: cursor) }

    /// Waits for input.
    package func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        current.inputs(timeout: milliseconds, wake: descriptor)
    }

    /// Switches reports of the mouse.
    package func setMouse(_ on: Bool) -> Bool { current.setMouse(on) }
    /// Rings the bell.
    package func bell() { current.bell() }
    /// Makes the next frame send every cell.
    package func invalidate() { current.invalidate() }
    /// Gives the terminal back for a while.
    package func suspend() { current.suspend() }
    /// Puts text on the clipboard.
    package func copyToClipboard(_ text: String) -> ClipboardResult { current.copyToClipboard(text) }
    /// Gives the terminal back.
    package func close() { current.close() }
}

import TerminalKit

/// A screen whose place another one can take: what was done before is done again in memory, then the player goes on at
/// the terminal.
public final class ExchangeableScreen: Screen {
    /// The screen that is used now.
    public var current: any Screen

    /// A screen that uses this one at first.
    public init(_ first: any Screen) {
        current = first
    }

    /// As the screen in use.
    public var size: Size { current.size }
    /// As the screen in use.
    public var depth: ColourDepth { current.depth }
    /// As the screen in use.
    public var unicode: Bool { current.unicode }

    /// Shows a grid.
    public func present(_ grid: Grid, cursor: (column: Int, row: Int)?) { current.present(grid, cursor: cursor) }

    /// Waits for input.
    public func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        current.inputs(timeout: milliseconds, wake: descriptor)
    }

    /// Switches reports of the mouse.
    public func setMouse(_ on: Bool) -> Bool { current.setMouse(on) }
    /// Rings the bell.
    public func bell() { current.bell() }
    /// Makes the next frame send every cell.
    public func invalidate() { current.invalidate() }
    /// Gives the terminal back for a while.
    public func suspend() { current.suspend() }
    /// Puts text on the clipboard.
    public func copyToClipboard(_ text: String) -> ClipboardResult { current.copyToClipboard(text) }
    /// Gives the terminal back.
    public func close() { current.close() }
}

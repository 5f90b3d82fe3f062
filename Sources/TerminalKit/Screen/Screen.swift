/// How many colours a terminal shows.
package enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
    /// None: bold, underline and reverse only.
    case mono
    /// The 8 ANSI colours.
    case eight
    /// The ANSI colours and their bright forms.
    case sixteen
    /// xterm's 256 colours.
    case indexed256
    /// 24-bit colour.
    case direct

    /// Fewer colours come first.
    package static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

/// What became of a text that was to be put on the clipboard.
package enum ClipboardResult: Hashable, Sendable {
    /// It was handed over.
    case copied
    /// It has more bytes than may be sent; the limit is given.
    case tooLarge(limit: Int)
    /// The terminal, or the multiplexer it runs in, has no way to take it; why is given in English.
    case unavailable(String)
}

/// A place to show grids and to get keys from. One thread uses it.
package protocol Screen: AnyObject {
    /// The present size; it changes only together with a `.resized` input.
    var size: Size { get }
    /// How many colours it shows.
    var depth: ColourDepth { get }
    /// False where only ASCII can be shown.
    var unicode: Bool { get }

    /// Shows a grid. Only what differs from the grid before is sent. `cursor` is where the text cursor shows, if anywhere.
    func present(_ grid: Grid, cursor: (column: Int, row: Int)?)

    /// Waits for input and returns all there is. Empty after so many milliseconds (nil waits for ever, 0 not at all) and
    /// when the wake descriptor becomes readable, which the caller then drains.
    func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput]

    /// Switches reports of the mouse on or off; returns what holds afterwards.
    func setMouse(_ on: Bool) -> Bool

    /// Rings the bell.
    func bell()

    /// Makes the next `present` send every cell.
    func invalidate()

    /// Gives the terminal back and stops the process as Ctrl-Z does; returns after it was continued.
    func suspend()

    /// Puts text on the user's clipboard.
    func copyToClipboard(_ text: String) -> ClipboardResult

    /// Gives the terminal back. Nothing may be called afterwards but `close` again.
    func close()
}

extension Screen {
    /// The symbols this screen can show.
    package var glyphs: Glyphs { Glyphs.of(unicode: unicode) }
}

/// A key as the terminal reports it, after escape sequences were decoded.
package struct Key: Hashable, Sendable {
    /// Which key, without its modifiers.
    package enum Code: Hashable, Sendable {
        /// A printable scalar as typed (Shift is already in it: `A`, not Shift-`a`).
        case character(Unicode.Scalar)
        /// Enter or Return.
        case enter
        /// The Escape key alone.
        case escape
        /// Tab; Shift-Tab is `.tab` with `.shift`.
        case tab
        /// Backspace, whatever byte the terminal sends for it.
        case backspace
        /// Delete forward.
        case delete
        /// Insert.
        case insert
        /// Cursor keys.
        case up, down, left, right
        /// Home and End.
        case home, end
        /// Page Up and Page Down.
        case pageUp, pageDown
        /// A function key, 1 to 24.
        case function(UInt8)
    }

    /// Modifiers held with a key.
    package struct Modifiers: OptionSet, Hashable, Sendable {
        /// One bit a modifier.
        package let rawValue: UInt8

        /// Creates a set from its bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Control; with a letter the letter is lower case (`Ctrl-p` is `.character("p")` with `.control`).
        package static let control = Modifiers(rawValue: 1)
        /// Alt or Meta, also sent as an Escape before the key.
        package static let alt = Modifiers(rawValue: 2)
        /// Shift, only with keys that are not characters.
        package static let shift = Modifiers(rawValue: 4)
    }

    /// Which key.
    package var code: Code
    /// What was held with it.
    package var modifiers: Modifiers

    /// Creates a key.
    package init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }
}

/// What a terminal sends to the program.
package enum TerminalInput: Hashable, Sendable {
    /// A key press.
    case key(Key)
    /// A whole bracketed paste, raw text as it came.
    case paste(String)
    /// A mouse button or wheel at a cell, only when mouse reporting was switched on.
    case mouse(MouseEvent)
    /// The terminal has a new size.
    case resized(Size)
    /// The process came back from suspension; the screen must be drawn afresh.
    case resumed
    /// The program was asked to read its settings anew (SIGUSR1).
    case reload
    /// Bytes that are no input of anybody's, and that the operator should hear of.
    case ignored(IgnoredInput)
    /// The terminal is gone or asked the program to end (hang-up, termination, interrupt).
    case ended(signal: Int32)
}

/// What came from the terminal and was not taken for keys.
package enum IgnoredInput: Hashable, Sendable {
    /// So many keys and pastes came before there was a frame to see.
    case typedAhead(Int)
    /// The terminal began a string of its own and has not ended it; until it does, or until Escape, what comes is taken for
    /// a part of it.
    case unendedString
}

/// A mouse report.
package struct MouseEvent: Hashable, Sendable {
    /// What happened.
    package enum Action: Hashable, Sendable {
        /// A button went down (and up again).
        case press
        /// Two presses in short order.
        case doublePress
        /// The wheel turned away from the user.
        case wheelUp
        /// The wheel turned towards the user.
        case wheelDown
    }

    /// What happened.
    package var action: Action
    /// Column, from 0.
    package var column: Int
    /// Row, from 0.
    package var row: Int

    /// Creates a mouse report.
    package init(action: Action, column: Int, row: Int) {
        self.action = action
        self.column = column
        self.row = row
    }
}

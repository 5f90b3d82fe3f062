import Formats
import TerminalKit

/// The written form of keys: `a`, `A`, `ctrl-p`, `alt-x`, `shift-tab`, `space`, `f1`, and chords such as `g g`.
package enum KeyNotation {
    /// Why a text is not a key.
    package enum Failure: Error, Hashable, Sendable {
        /// There is no key in it.
        case empty
        /// No key has this name; a near one may be meant.
        case unknownKey(String, suggestion: String?)
        /// Shift cannot be told apart on this key: type the shifted character itself.
        case shiftedCharacter(String)
        /// More keys than a chord may have.
        case tooLong(limit: Int)
    }

    /// The most keys a chord may have.
    package static let chordLimit = 4

    /// Reads a key or a chord, or with another limit any keys, apart by spaces. Names and modifiers may be in either case.
    package static func parse(_ text: String, limit: Int = chordLimit) throws(Failure) -> [Key] {
        var keys: [Key] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            guard keys.count < limit else { throw .tooLong(limit: limit) }
            keys.append(try parseKey(String(word)))
        }
        guard !keys.isEmpty else { throw .empty }
        return keys
    }

    /// Writes a key as `parse` reads it.
    package static func text(of key: Key) -> String {
        var text = ""
        if key.modifiers.contains(.control) { text += "ctrl-" }
        if key.modifiers.contains(.alt) { text += "alt-" }
        if key.modifiers.contains(.shift) { text += "shift-" }
        return text + name(of: key.code)
    }

    /// Writes a chord as `parse` reads it.
    package static func text(of keys: [Key]) -> String {
        keys.map { text(of: $0) }.joined(separator: " ")
    }

    private static func parseKey(_ word: String) throws(Failure) -> Key {
        var modifiers: Key.Modifiers = []
        var rest = Substring(word)
        while let (modifier, length) = modifierPrefix(of: rest) {
            modifiers.insert(modifier)
            rest = rest.dropFirst(length)
        }
        guard let code = code(named: String(rest)) else {
            throw .unknownKey(word, suggestion: Spelling.nearest(to: rest.lowercased(), among: namedCodes.map(\.name)))
        }
        guard case .character(let scalar) = code else { return Key(code, modifiers) }
        return try character(scalar, modifiers, word)
    }

    /// A character with its modifiers as a terminal reports them: Shift is in the letter, Control makes it lower case.
    private static func character(
        _ scalar: Unicode.Scalar, _ modifiers: Key.Modifiers, _ word: String
    ) throws(Failure) -> Key {
        var scalar = scalar
        if modifiers.contains(.shift) {
            guard scalar.isASCIILetter, !modifiers.contains(.control) else { throw .shiftedCharacter(word) }
            scalar = scalar.asciiUppercased
        }
        if modifiers.contains(.control) { scalar = scalar.asciiLowercased }
        return Key(.character(scalar), modifiers.subtracting(.shift))
    }

    /// A modifier at the front, unless it is all there is (`-` alone and `ctrl--` are keys).
    private static func modifierPrefix(of text: Substring) -> (Key.Modifiers, Int)? {
        let lowered = text.lowercased()
        for (prefix, modifier) in modifierNames where lowered.hasPrefix(prefix) && lowered.count > prefix.count {
            return (modifier, prefix.count)
        }
        return nil
    }

    private static let modifierNames: [(String, Key.Modifiers)] = [
        ("ctrl-", .control), ("control-", .control), ("alt-", .alt), ("meta-", .alt), ("shift-", .shift),
    ]

    private static func code(named text: String) -> Key.Code? {
        let scalars = text.unicodeScalars
        if scalars.count == 1, let scalar = scalars.first, scalar.isPrintable { return .character(scalar) }
        let lowered = text.lowercased()
        if let named = namedCodes.first(where: { $0.name == lowered }) { return named.code }
        guard lowered.hasPrefix("f"), let number = UInt8(lowered.dropFirst()), (1...24).contains(number) else {
            return nil
        }
        return .function(number)
    }

    private static func name(of code: Key.Code) -> String {
        switch code {
        case .character(" "): return "space"
        case .character(let scalar): return String(Character(scalar))
        case .function(let number): return "f\(number)"
        default: return namedCodes.first { $0.code == code }?.name ?? "?"
        }
    }

    /// Names of keys that are not one character; the first name of a code is the one written.
    private static let namedCodes: [(name: String, code: Key.Code)] = [
        ("space", .character(" ")), ("enter", .enter), ("return", .enter), ("esc", .escape), ("escape", .escape),
        ("tab", .tab), ("backspace", .backspace), ("bs", .backspace), ("delete", .delete), ("del", .delete),
        ("insert", .insert), ("ins", .insert), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
        ("home", .home), ("end", .end), ("pageup", .pageUp), ("page-up", .pageUp), ("pgup", .pageUp),
        ("pagedown", .pageDown), ("page-down", .pageDown), ("pgdn", .pageDown), ("minus", .character("-")),
        ("plus", .character("+")),
    ]
}

extension Unicode.Scalar {
    /// Whether the scalar is an ASCII letter.
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    /// The upper-case form of an ASCII letter; anything else stays.
    var asciiUppercased: Unicode.Scalar {
        ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value) - 32) : self
    }

    /// The lower-case form of an ASCII letter; anything else stays.
    var asciiLowercased: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
    }

    /// Whether the scalar can be typed and shown as a key: neither a control, a space nor an invisible format character.
    var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
            false
        default: true
        }
    }
}

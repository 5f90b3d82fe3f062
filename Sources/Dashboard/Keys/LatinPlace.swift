import TerminalKit

/// Finds the Latin key at the place of a key typed under another keyboard layout or input method,
/// so that commands still run while one is on.
enum LatinPlace {
    /// The Latin key at the same place; nil when the key is not of a layout known here.
    static func key(for key: Key) -> Key? {
        guard case .character(let scalar) = key.code, scalar.value > 0x7E, let latin = latin(for: scalar) else {
            return nil
        }
        let letter = key.modifiers.contains(.control) ? latin.asciiLowercased : latin
        return Key(.character(letter), key.modifiers)
    }

    private static func latin(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x3000: " "
        default: table[scalar]
        }
    }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (typed, latin) in rows {
            for (key, value) in zip(typed.unicodeScalars, latin.unicodeScalars) { table[key] = value }
        }
        return table
    }()

    /// Rows of a layout as typed, and the keys of a US keyboard at the same places.
    private static let rows: [(typed: String, latin: String)] = [
        // Russian ЙЦУКЕН, then what Ukrainian and Belarusian have elsewhere
        ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
        ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#"),
        ("іїєґўІЇЄҐЎ", "s]'\\oS}\"|O"),
        // Greek
        ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
        ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
        // Punctuation of Chinese input methods that has no full-width form of its own
        ("。、【】「」《》“”‘’￥¥…—·", ".\u{2F}[][]<>\"\"''$$^_`"),
    ]
}

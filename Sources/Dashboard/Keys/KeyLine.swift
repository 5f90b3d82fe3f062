import DispatchModel

/// One line of a file of keys. The grammar is the part of TOML 1.0 that such a file needs: a `[section]`, or one
/// `key = "text"` with a bare or quoted key, basic or literal strings, and comments.
///
/// Read here and not by the TOML library: that one stops the process on some malformed headers, and has no positions
/// for what it could read.
enum KeyLine: Hashable {
    /// Nothing but space and comment.
    case blank
    /// The head of a section.
    case section(String)
    /// A key, its text and the column of the text.
    case entry(key: String, text: String, textColumn: Int)

    /// Why a line cannot be read.
    struct Failure: Error, Hashable {
        var column: Int
        var what: BilingualText
    }

    /// Reads a line without its line break.
    init(_ line: [Unicode.Scalar]) throws(Failure) {
        var reader = KeyLineReader(line)
        reader.skipSpace()
        if reader.isAtEnd {
            self = .blank
        } else if reader.take("[") {
            reader.skipSpace()
            let name = try reader.name(also: ".")
            reader.skipSpace()
            try reader.expect("]")
            self = .section(name)
        } else {
            let key = try reader.name(also: nil)
            reader.skipSpace()
            try reader.expect("=")
            reader.skipSpace()
            let column = reader.column
            guard let text = try reader.quotedText() else { throw reader.failure(KeymapWording.notText) }
            self = .entry(key: key, text: text, textColumn: column)
        }
        try reader.expectEnd()
    }
}

/// Walks along a line.
struct KeyLineReader {
    private let line: [Unicode.Scalar]
    private var place = 0

    init(_ line: [Unicode.Scalar]) {
        self.line = line
    }

    /// The column of the next scalar, from 1.
    var column: Int { place + 1 }

    private var next: Unicode.Scalar? { place < line.count ? line[place] : nil }

    /// Whether only a comment or nothing is left.
    var isAtEnd: Bool { next == nil || next == "#" }

    mutating func skipSpace() {
        while next == " " || next == "\t" { place += 1 }
    }

    /// Goes past a scalar if it is next.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    mutating func expect(_ scalar: Unicode.Scalar) throws(KeyLine.Failure) {
        guard take(scalar) else { throw failure(KeymapWording.expected(String(Character(scalar)))) }
    }

    mutating func expectEnd() throws(KeyLine.Failure) {
        skipSpace()
        guard isAtEnd else { throw failure(KeymapWording.trailing) }
    }

    /// A failure at the next scalar.
    func failure(_ what: BilingualText) -> KeyLine.Failure {
        KeyLine.Failure(column: column, what: what)
    }

    /// A bare name of ASCII letters, digits, `-`, `_` and one more sign, or a quoted one.
    mutating func name(also extra: Unicode.Scalar?) throws(KeyLine.Failure) -> String {
        if let quoted = try quotedText() { return quoted }
        var name = String.UnicodeScalarView()
        while let scalar = next,
            scalar.isASCIILetter || "-_0123456789".unicodeScalars.contains(scalar) || scalar == extra
        {
            name.append(scalar)
            place += 1
        }
        guard !name.isEmpty else { throw failure(KeymapWording.noName) }
        return String(name)
    }

    /// A text in double quotes, with escapes, or in single ones, without; nil when no quotation mark is next.
    mutating func quotedText() throws(KeyLine.Failure) -> String? {
        guard let mark = next, mark == "\"" || mark == "'" else { return nil }
        place += 1
        var text = String.UnicodeScalarView()
        while let scalar = next {
            place += 1
            if scalar == mark { return String(text) }
            text.append(scalar == "\\" && mark == "\"" ? try escape() : scalar)
        }
        throw failure(KeymapWording.expected(String(Character(mark))))
    }

    /// What stands behind a backslash.
    private mutating func escape() throws(KeyLine.Failure) -> Unicode.Scalar {
        guard let sign = next else { throw failure(KeymapWording.badEscape) }
        place += 1
        switch sign {
        case "\\", "\"": return sign
        case "b": return "\u{8}"
        case "t": return "\t"
        case "n": return "\n"
        case "f": return "\u{C}"
        case "r": return "\r"
        case "u": return try hexadecimal(digits: 4)
        case "U": return try hexadecimal(digits: 8)
        default: throw failure(KeymapWording.badEscape)
        }
    }

    private mutating func hexadecimal(digits: Int) throws(KeyLine.Failure) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = next, let digit = Character(scalar).hexDigitValue, scalar.isASCII else {
                throw failure(KeymapWording.badEscape)
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        guard let scalar = Unicode.Scalar(value) else { throw failure(KeymapWording.badEscape) }
        return scalar
    }
}

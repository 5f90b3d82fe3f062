/// What raw texts become: exact ones first, then the longest beginning that fits (`EMS:*`). Case, blanks and the way a whole
/// number is written do not count.
package struct Rules<Value: Sendable>: Sendable {
    private var exact: [String: Value] = [:]
    private var beginnings: [(text: String, value: Value)] = []

    /// No rules at all.
    package init() {}

    /// True when there is no rule.
    package var isEmpty: Bool { exact.isEmpty && beginnings.isEmpty }

    /// All values, in the order of their raw texts.
    package var values: [Value] {
        exact.sorted { $0.key < $1.key }.map(\.value) + beginnings.map(\.value)
    }

    /// Adds a rule; a `*` at the end makes it one for everything that begins so.
    package mutating func add(_ raw: String, _ value: Value) {
        let folded = RawText.folded(raw)
        guard folded.hasSuffix("*") else {
            exact[RawText.wholeNumber(folded) ?? folded] = value
            return
        }
        beginnings.append((String(folded.dropLast()), value))
        beginnings.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    }

    /// The value for a raw text, nil when no rule fits.
    package subscript(raw: String) -> Value? {
        let folded = RawText.folded(raw)
        return exact[RawText.wholeNumber(folded) ?? folded] ?? beginnings.first { folded.hasPrefix($0.text) }?.value
    }

    /// True when an exact rule for such a text is there already.
    func has(_ raw: String) -> Bool {
        let folded = RawText.folded(raw)
        return exact[RawText.wholeNumber(folded) ?? folded] != nil
    }
}

/// What a raw text is compared by: case, blanks and the width of letters do not count, nor does how a whole number is
/// written (`1`, `1.0`, `01`).
enum RawText {
    /// The text as it is compared.
    static func folded(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : narrow(text)
        return plain.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }

    /// A whole number in digits alone; nil for any other text.
    static func wholeNumber(_ folded: String) -> String? {
        let parts = folded.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard folded.utf8.count <= 20, let digits = parts.first, isDigits(digits), !digits.isEmpty,
            parts.count == 1 || parts[1].allSatisfy({ $0 == "0" })
        else { return nil }
        let bare = digits.drop { $0 == "0" }
        return bare.isEmpty ? "0" : String(bare)
    }

    /// True for a number that a workbook or a script has cut to a power of ten, such as `2.04E+08`: the digits behind are lost.
    static func isCutNumber(_ text: String) -> Bool {
        // A workbook writes E, a script that took the numbers for measures e.
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e")
        }
        guard text.utf8.count <= 24, parts.count == 2, let sign = parts[1].first,
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        else { return false }
        let (head, power) = (parts[0], parts[1].dropFirst())
        let points = head.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        let digits = head.filter { (0x30...0x39).contains($0) }
        return points <= 1 && digits.count + points == head.count && !digits.isEmpty
            && (1...3).contains(power.count) && power.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// Letters and digits of full width as those of ASCII.
    private static func narrow(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x3000: " "
                    default: scalar
                    }
                }))
    }
}

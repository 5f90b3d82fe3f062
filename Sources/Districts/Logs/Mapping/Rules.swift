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

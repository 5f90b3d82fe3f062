/// What raw texts become: exact ones first, then the longest beginning that fits (`EMS:*`). Case does not count.
public struct Rules<Value: Sendable>: Sendable {
    private var exact: [String: Value] = [:]
    private var beginnings: [(text: String, value: Value)] = []

    /// No rules at all.
    public init() {}

    /// All values, in the order of their raw texts.
    public var values: [Value] {
        exact.sorted { $0.key < $1.key }.map(\.value) + beginnings.map(\.value)
    }

    /// Adds a rule; a `*` at the end makes it one for everything that begins so.
    public mutating func add(_ raw: String, _ value: Value) {
        let folded = raw.lowercased()
        guard folded.hasSuffix("*") else {
            exact[folded] = value
            return
        }
        beginnings.append((String(folded.dropLast()), value))
        beginnings.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    }

    /// The value for a raw text, nil when no rule fits.
    public subscript(raw: String) -> Value? {
        let folded = raw.lowercased()
        return exact[folded] ?? beginnings.first { folded.hasPrefix($0.text) }?.value
    }
}

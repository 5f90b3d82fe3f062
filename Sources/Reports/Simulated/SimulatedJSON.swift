import Formats

/// Numbers and texts of simulated results as JSON (RFC 8259).
package enum SimulatedJSON {
    /// A number with all its digits; null where JSON has no word for it.
    package static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : value.description
    }

    /// A text in quotes.
    package static func text(_ text: String) -> String {
        JSON.quoted(text, lineFeed: .number)
    }
}

/// A text that is looked for in another: with `*` (any number of characters) or `?` (one) it must fit the whole, without
/// either it must occur anywhere. Upper and lower case are the same.
package struct TextPattern: Hashable, Sendable {
    /// As it was written.
    package let text: String
    private let folded: [Unicode.Scalar]
    private let isGlob: Bool

    /// A pattern as it is written in a rule.
    package init(_ text: String) {
        self.text = text
        folded = TextPattern.fold(text)
        isGlob = folded.contains("*") || folded.contains("?")
    }

    /// True when the text fits. The work is at most the product of the two lengths, whatever the pattern.
    package func matches(_ other: String) -> Bool { matches(folded: TextPattern.fold(other)) }

    /// The same for a text that was folded before.
    func matches(folded text: [Unicode.Scalar]) -> Bool { isGlob ? fits(text) : occurs(in: text) }

    /// A text in lower case, as it is compared.
    static func fold(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

    private func occurs(in text: [Unicode.Scalar]) -> Bool {
        guard let first = folded.first else { return true }
        guard folded.count <= text.count else { return false }
        for start in 0...(text.count - folded.count) where text[start] == first {
            if text[start..<(start + folded.count)].elementsEqual(folded) { return true }
        }
        return false
    }

    /// After a mismatch the newest `*` takes one character more; an earlier one never has to.
    private func fits(_ text: [Unicode.Scalar]) -> Bool {
        var (place, at) = (0, 0)
        var star: (place: Int, at: Int)?
        while at < text.count {
            if place < folded.count, folded[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < folded.count, folded[place] == "?" || folded[place] == text[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.place, last.at + 1)
                place = last.place + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return folded[place...].allSatisfy { $0 == "*" }
    }
}

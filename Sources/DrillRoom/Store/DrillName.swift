/// The name of a drill: the name of its folder among the drills.
///
/// Letters, digits, `-` and `_`, at most 60 bytes, so that it can be typed, shown and never leads out of the drills'
/// folder.
package struct DrillName: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    package let text: String
    /// The most bytes of a name.
    package static let limit = 60

    /// The name, or nil when it is none.
    package init?(_ text: String) {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard !text.isEmpty, text.utf8.count <= DrillName.limit, isPlain, !text.hasPrefix("-") else { return nil }
        self.text = text
    }

    /// The name.
    package var description: String { text }

    /// This name with a number behind it, as for a second drill of the same kind.
    package func numbered(_ number: Int) -> DrillName {
        let end = "-\(number)"
        var stem = text
        while stem.utf8.count + end.utf8.count > DrillName.limit { stem.removeLast() }
        return DrillName(stem + end) ?? self
    }
}

extension DrillName {
    /// The name without a number behind it: what a drill that goes on from this one is called after.
    var stem: DrillName {
        guard let dash = text.lastIndex(of: "-"), Int(text[text.index(after: dash)...]) != nil else { return self }
        return DrillName(String(text[..<dash])) ?? self
    }
}

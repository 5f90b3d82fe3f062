extension StringProtocol {
    /// The text without white space at either end.
    package var trimmingBlanks: SubSequence {
        guard let start = firstIndex(where: { !$0.isWhitespace }) else { return self[endIndex..<endIndex] }
        let end = lastIndex { !$0.isWhitespace } ?? start
        return self[start...end]
    }
}

/// Finds what a mistyped word was meant to be.
package enum Spelling {
    /// The word with the fewest slips from `word`: at most one for each three letters; nil when none is that near.
    package static func nearest(to word: String, among words: [String]) -> String? {
        let typed = Array(word.unicodeScalars.prefix(64))
        guard !typed.isEmpty else { return nil }
        let allowed = max(1, typed.count / 3)
        var best: (word: String, slips: Int)?
        for candidate in words {
            let slips = distance(typed, Array(candidate.unicodeScalars))
            if slips <= allowed, slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        return best?.word
    }

    /// True when at most one slip in four letters tells two words apart, two at most; capitals make no difference.
    package static func isNear(_ typed: String, _ word: String) -> Bool {
        // What is far too long is not looked at letter by letter: a pasted text is compared with every name there is.
        guard typed.utf8.count <= 64 * 4 else { return false }
        let (left, right) = (Array(typed.lowercased().unicodeScalars), Array(word.lowercased().unicodeScalars))
        let allowed = min(2, right.count / 4)
        guard allowed > 0, abs(left.count - right.count) <= allowed, left.count <= 64 else { return false }
        return distance(left, right) <= allowed
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).
    static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1...first.count {
            var current = [row]
            for column in 1...second.count {
                let same = first[row - 1] == second[column - 1]
                var slips = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                let swapped =
                    row > 1 && column > 1 && first[row - 1] == second[column - 2]
                    && first[row - 2] == second[column - 1]
                if swapped { slips = min(slips, beforeLast[column - 2] + 1) }
                current.append(slips)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}

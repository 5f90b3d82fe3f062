import Formats

/// Variants by two letters that neighbouring Chinese characters of theirs can be read with.
struct InitialIndex: Sendable {
    /// Where the variants of each pair begin; 26 times the first letter and the second.
    private let starts: [UInt32]
    private let variants: [UInt32]
    /// The letters of each word of the vocabulary that is one Chinese character; 0 for any other.
    let letters: [UInt32]

    static let pairs = 26 * 26

    init(_ words: PlaceVocabulary, variantStarts: [UInt32], variantWords: [UInt32]) {
        let letters = (0..<UInt32(words.count)).map { Self.letters(of: words.word($0)) }
        var counts = [UInt32](repeating: 0, count: Self.pairs + 1)
        Self.each(letters, variantStarts, variantWords) { pair, _ in counts[pair + 1] += 1 }
        for pair in 0..<Self.pairs { counts[pair + 1] += counts[pair] }
        starts = counts
        var variants = [UInt32](repeating: 0, count: Int(counts[Self.pairs]))
        var next = counts
        Self.each(letters, variantStarts, variantWords) { pair, variant in
            variants[Int(next[pair])] = variant
            next[pair] += 1
        }
        self.variants = variants
        self.letters = letters
    }

    /// The variants that have a pair of letters.
    func variants(_ first: Int, _ second: Int) -> ArraySlice<UInt32> {
        let pair = 26 * first + second
        return variants[Int(starts[pair])..<Int(starts[pair + 1])]
    }

    var size: Int { 4 * (starts.count + variants.count + letters.count) }

    private static func letters(of word: ArraySlice<UInt8>) -> UInt32 {
        guard word.count == 3, let scalar = String(decoding: word, as: UTF8.self).unicodeScalars.first else { return 0 }
        return Pinyin.letters(of: scalar)
    }

    /// Every pair of letters of every variant, a repeated one of a variant each time.
    private static func each(
        _ letters: [UInt32], _ starts: [UInt32], _ words: [UInt32], _ body: (Int, UInt32) -> Void
    ) {
        for variant in 0..<(starts.count - 1) {
            let range = Int(starts[variant])..<Int(starts[variant + 1])
            guard range.count > 1 else { continue }
            var before = letters[Int(words[range.lowerBound])]
            for index in range.dropFirst() {
                let own = letters[Int(words[index])]
                var firsts = own == 0 ? 0 : before
                while firsts != 0 {
                    let first = firsts.trailingZeroBitCount
                    var seconds = own
                    while seconds != 0 {
                        body(26 * first + seconds.trailingZeroBitCount, UInt32(variant))
                        seconds &= seconds - 1
                    }
                    firsts &= firsts - 1
                }
                before = own
            }
        }
    }
}

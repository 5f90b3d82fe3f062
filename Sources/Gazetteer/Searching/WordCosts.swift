/// Which words of the vocabulary a typed word can mean, and how far each is from it.
///
/// A byte for each word of the vocabulary, in memory of its own: what is weighed reads it hundreds of thousands of times a key.
final class WordCosts {
    /// For each word of the vocabulary how far it is; ``none`` for one that is not meant.
    let costs: UnsafeMutableBufferPointer<UInt8>
    /// The words that are meant.
    private(set) var ranges: [Range<UInt32>] = []
    /// True of a word that says what sort of street it is: it may be wrong or left out.
    let isSoft: Bool

    /// What a word costs that is not meant.
    static let none = UInt8.max
    /// What one slip costs, and two.
    static let slips: [UInt8] = [0, 10, 18]
    /// What a word costs that has the same consonants.
    static let sound: UInt8 = 14

    init(_ gazetteer: Gazetteer, _ typed: ArraySlice<UInt8>, isWhole: Bool) {
        let words = gazetteer.words
        costs = .allocate(capacity: words.count)
        costs.initialize(repeating: Self.none)
        isSoft =
            PlaceWords.isSoft(typed)
            || !isWhole && PlaceWords.form(of: typed).map { PlaceWords.isSoft($0[...]) } ?? false
        let isNumber = typed.allSatisfy { $0 <= 0x39 }
        if !isWhole || typed.count > 1 && !isNumber {
            add(words.words(beginning: typed)) { word in
                let more = words.length(word) - typed.count
                if more == 0 { return 0 }
                return isWhole ? UInt8(min(30, 4 + 2 * more)) : UInt8(1 + min(more, 6) / 3)
            }
        } else if let exact = words.exact(typed) {
            add(exact..<exact + 1) { _ in 0 }
        }
        if !isWhole { addShort(words, typed) }
    }

    deinit { costs.deallocate() }

    /// What is being typed may be the beginning of a word that names have in short, or an ordinal number.
    private func addShort(_ words: PlaceVocabulary, _ typed: ArraySlice<UInt8>) {
        for short in PlaceWords.shortForms(ofWordsBeginning: String(decoding: typed, as: UTF8.self)) {
            if let exact = words.exact(Array(short.utf8)[...]) { add(exact..<exact + 1) { _ in 1 } }
        }
        let digits = typed.prefix { $0 >= 0x30 && $0 <= 0x39 }
        let rest = Array(typed.dropFirst(digits.count))
        guard !digits.isEmpty, !rest.isEmpty, PlaceWords.endings.contains(where: { $0.starts(with: rest) }),
            let exact = words.exact(digits)
        else { return }
        add(exact..<exact + 1) { _ in 0 }
    }

    /// Adds the words that are some slips away, or sound alike.
    func addSlips(_ gazetteer: Gazetteer, _ typed: ArraySlice<UInt8>, isWhole: Bool) {
        for (words, slips) in SlipWalk.words(near: typed, in: gazetteer.words, goesOn: !isWhole) {
            add(words) { _ in Self.slips[min(slips, 2)] }
        }
        for word in gazetteer.words.words(soundingLike: typed) { add(word..<word + 1) { _ in Self.sound } }
    }

    private func add(_ words: Range<UInt32>, _ cost: (UInt32) -> UInt8) {
        guard !words.isEmpty else { return }
        var isNew = false
        for word in words {
            let own = cost(word)
            if own < costs[Int(word)] {
                if costs[Int(word)] == Self.none { isNew = true }
                costs[Int(word)] = own
            }
        }
        if isNew { ranges.append(words) }
    }

    /// How many variants have one of the words, at the most.
    func total(_ gazetteer: Gazetteer) -> Int {
        ranges.reduce(0) { sum, range in
            sum + Int(gazetteer.postingStarts[Int(range.upperBound)] - gazetteer.postingStarts[Int(range.lowerBound)])
        }
    }
}

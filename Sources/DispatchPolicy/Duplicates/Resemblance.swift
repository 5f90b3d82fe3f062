import DispatchModel

/// How much alike two incidents are, and in what.
struct Resemblance: Hashable, Sendable {
    /// In percent, 1 to 99.
    var likeness: Int64
    var metres: Int64?
    var seconds: Int64
    var sameType: Bool
    var samePlace: Bool
    var sameCaller: Bool
    /// The words that both reports have, hashed, the rarest first.
    var words: [UInt64]
    /// False when they are too far apart in place or time to be looked at at all.
    var isNear: Bool
}

/// Weighs the evidence that two incidents are one event. The same answer whichever of the two comes first.
struct Comparison {
    let rules: DuplicateRules
    let index: DuplicateIndex
    let names: TypeWords

    /// The likeness of two incidents as the board has them.
    func compare(_ one: Evidence, _ other: Evidence, _ texts: (String, String)) -> Resemblance {
        let metres = one.metres(from: other)
        let isFar = metres.map { $0 > rules.radius } ?? false
        let samePlace = one.place != nil && one.place?.words == other.place?.words && !isFar
        let callers = one.callers.common(with: other.callers).filter(index.isTelling)
        let seconds = one.seconds(from: other)
        let words = sharedWords(one, other, texts)
        var found = Resemblance(
            likeness: 1, metres: metres, seconds: seconds, sameType: one.type == other.type, samePlace: samePlace,
            sameCaller: !callers.isEmpty, words: words.map(\.word),
            isNear: seconds <= rules.window.seconds
                && (samePlace || !callers.isEmpty || (metres != nil && !isFar)))
        guard found.isNear else { return found }
        let sum =
            rules.prior + placeWeight(one, metres, samePlace) + timeWeight(seconds) + typeWeight(one.type, other.type)
            + wordWeight(words.map(\.weight), one, other) + (callers.isEmpty ? 0 : rules.sameCaller)
        found.likeness = Scale.percent(sum)
        return found
    }

    /// Words and distance tell the same thing twice: the stronger counts.
    private func placeWeight(_ one: Evidence, _ metres: Int64?, _ samePlace: Bool) -> Int64 {
        let byDistance = metres.map { metres in rules.distances.first { metres <= $0.upTo }?.weight ?? rules.far } ?? 0
        guard samePlace, let place = one.place else { return byDistance }
        let alike = place.isExact ? rules.samePlace : rules.sameStreet
        let best = max(alike, byDistance)
        return max(rules.far, best + rules.busyPlace * min(index.others(at: place), 8))
    }

    private func timeWeight(_ seconds: Int64) -> Int64 {
        rules.times.first { seconds <= $0.upTo }?.weight ?? rules.late
    }

    private func typeWeight(_ one: String, _ other: String) -> Int64 {
        guard !rules.vagueTypes.contains(one), !rules.vagueTypes.contains(other) else { return 0 }
        if one == other { return min(rules.sameType, rarity(index.others(ofType: one))) }
        if rules.families.contains(where: { $0.contains(one) && $0.contains(other) }) { return rules.compatibleType }
        let isNamedAlike = !names.words(of: one).common(with: names.words(of: other)).isEmpty
        return isNamedAlike ? rules.compatibleType : rules.otherType
    }

    private func wordWeight(_ weights: [Int64], _ one: Evidence, _ other: Evidence) -> Int64 {
        if isForm(one.words, other.words) { return 0 }
        if !weights.isEmpty { return min(rules.words, weights.reduce(0, +)) }
        guard min(one.words.count, other.words.count) >= 4 else { return 0 }
        return one.words.common(with: other.words).isEmpty ? rules.noSharedWord : 0
    }

    /// True for reports of some length that say nearly the same throughout: a form or a machine wrote them.
    private func isForm(_ one: [UInt64], _ other: [UInt64]) -> Bool {
        let longer = max(one.count, other.count)
        return longer >= 3 && one.common(with: other).count * 4 >= longer * 3
    }

    /// What both reports say beyond the names of their types and places, which are weighed by themselves; the rarest
    /// first.
    private func sharedWords(
        _ one: Evidence, _ other: Evidence, _ places: (String, String)
    ) -> [(word: UInt64, weight: Int64)] {
        let shared = one.words.common(with: other.words)
        guard !shared.isEmpty else { return [] }
        var known = Set(names.allWords(of: one.type) + names.allWords(of: other.type))
        for place in [places.0, places.1] {
            for word in ReportWords.words(of: place) { known.insert(FoldedText.hash(word)) }
        }
        return shared.filter { !known.contains($0) }
            .map { ($0, min(rules.word, rarity(index.others(withWord: $0)))) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// Tenths of a bit by which something tells two incidents apart from all others when `count` of those have it.
    private func rarity(_ count: Int64) -> Int64 {
        Scale.bits(index.others + Comparison.pseudocount, count + 1)
    }

    /// As if so many incidents without it had been seen before: two incidents alone say little about what is rare.
    private static let pseudocount: Int64 = 2
}

/// The words of incident types' names, without those that many types have.
struct TypeWords: Sendable {
    /// The words of a name: all of them, and those that tell types apart.
    private struct Name {
        var all: [UInt64]
        var telling: [UInt64]

        init(_ text: String) {
            let words = ReportWords.words(of: text)
            all = words.map(FoldedText.hash).sorted()
            telling = words.filter { !TypeWords.common.contains($0) }.map(FoldedText.hash).sorted()
        }
    }

    private var known: [String: Name] = [:]

    /// Takes the names from a board.
    init(_ board: Board) {
        for type in board.typeNames.elements { learn(type) }
    }

    /// A type is called so from here on.
    mutating func learn(_ type: TypeDefined) {
        guard known.count < TypeWords.limit || known[type.code] != nil else { return }
        known[type.code] = Name(type.code + " " + type.english + " " + type.chinese)
    }

    /// The words of a type's names that tell types apart, hashed and sorted.
    func words(of code: String) -> [UInt64] { (known[code] ?? Name(code)).telling }

    /// All words of a type's names, hashed and sorted.
    func allWords(of code: String) -> [UInt64] { (known[code] ?? Name(code)).all }

    private static let common: Set<String> = [
        "medical", "emergency", "incident", "unknown", "service", "ems", "医疗", "急症", "急救", "事件", "报警", "警情",
        "求助", "其他", "人员", "受伤", "交通", "电话",
    ]
    /// The most types whose words are kept.
    private static let limit = 4096
}

/// Tenths of a bit and percent, in whole numbers, so that every machine has the same answer.
enum Scale {
    /// 1024 · 2^(n/10).
    private static let steps: [Int64] = [1024, 1097, 1176, 1261, 1351, 1448, 1552, 1663, 1783, 1911]

    /// Ten times the binary logarithm of a fraction of at least 1, rounded down; 0 for a lesser one.
    static func bits(_ numerator: Int64, _ denominator: Int64) -> Int64 {
        guard denominator > 0, numerator > denominator, numerator < 1 << 40 else { return 0 }
        var ratio = numerator * 1024 / denominator
        var bits: Int64 = 0
        while ratio >= 2048 {
            ratio /= 2
            bits += 10
        }
        return bits + Int64(steps.lastIndex { $0 <= ratio } ?? 0)
    }

    /// The likeness that a sum of weights reads as: `2^(s/10) / (1 + 2^(s/10))` in percent, 1 to 99.
    static func percent(_ sum: Int64) -> Int64 {
        if sum < 0 { return 100 - percent(-sum) }
        guard sum < 70 else { return 99 }
        let odds = steps[Int(sum % 10)] << (sum / 10)
        return min(99, (100 * odds + (1024 + odds) / 2) / (1024 + odds))
    }
}

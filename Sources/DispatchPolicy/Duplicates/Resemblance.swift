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

/// What two incidents have in common before their words are looked at.
struct Grounds {
    var metres: Int64?
    var seconds: Int64
    var samePlace: Bool
    var sameCaller: Bool
    /// False when they are too far apart in place or time to be looked at at all.
    var isNear: Bool
    /// What it weighs; 0 when they are not near.
    var sum: Int64
}

/// Weighs the evidence that two incidents are one event. The same answer whichever of the two comes first.
struct Comparison: Sendable {
    let rules: DuplicateRules
    var index: DuplicateIndex
    var names: TypeWords
    /// The least sum of weights from which on an operator is asked.
    let least: Int64

    init(rules: DuplicateRules, board: Board) {
        self.rules = rules
        index = DuplicateIndex(radius: rules.radius, limit: rules.remembered)
        names = TypeWords(board, rules: rules)
        least = Scale.least(rules.threshold)
    }

    /// What they have in common but for their words. `sameCaller` is asked when the outlines do not rule it out.
    func grounds(_ one: Outline, _ other: Outline, sameCaller: () -> Bool) -> Grounds {
        let metres = one.metres(from: other)
        let isFar = metres.map { $0 > rules.radius } ?? false
        let samePlace = one.place != 0 && one.place == other.place && !isFar
        let sameCaller = one.mayShareCaller(with: other) && sameCaller()
        let seconds = one.seconds(from: other)
        var grounds = Grounds(
            metres: metres, seconds: seconds, samePlace: samePlace, sameCaller: sameCaller,
            isNear: seconds <= rules.window.seconds && (samePlace || sameCaller || (metres != nil && !isFar)), sum: 0)
        guard grounds.isNear else { return grounds }
        grounds.sum =
            rules.prior + placeWeight(one, metres, samePlace) + timeWeight(seconds) + typeWeight(one, other)
            + (sameCaller ? rules.sameCaller : 0)
        return grounds
    }

    /// True when both have a caller who tells something.
    func shareCaller(_ one: Evidence, _ other: Evidence?) -> Bool {
        guard let other else { return false }
        return one.callers.common(with: other.callers).contains(where: index.isTelling)
    }

    /// The most that a sum of grounds can become by words.
    func most(_ grounds: Grounds) -> Int64 { grounds.sum + max(0, rules.words) }

    /// The likeness of two incidents whose other grounds are known.
    func resemblance(_ one: Evidence, _ other: Evidence, _ grounds: Grounds) -> Resemblance {
        var found = Resemblance(
            likeness: 1, metres: grounds.metres, seconds: grounds.seconds, sameType: one.type == other.type,
            samePlace: grounds.samePlace, sameCaller: grounds.sameCaller, words: [], isNear: grounds.isNear)
        guard grounds.isNear else { return found }
        let words = sharedWords(one, other)
        found.words = words.map(\.word)
        found.likeness = Scale.percent(grounds.sum + wordWeight(words.map(\.weight), one, other))
        return found
    }

    /// Words and distance tell the same thing twice: the stronger counts.
    private func placeWeight(_ one: Outline, _ metres: Int64?, _ samePlace: Bool) -> Int64 {
        let byDistance = metres.map { metres in rules.distances.first { metres <= $0.upTo }?.weight ?? rules.far } ?? 0
        guard samePlace else { return byDistance }
        let alike = one.isExact ? rules.samePlace : rules.sameStreet
        let best = max(alike, byDistance)
        return max(rules.far, best + rules.busyPlace * min(index.others(at: one.place), 8))
    }

    private func timeWeight(_ seconds: Int64) -> Int64 {
        rules.times.first { seconds <= $0.upTo }?.weight ?? rules.late
    }

    /// A type without a number says nothing.
    private func typeWeight(_ one: Outline, _ other: Outline) -> Int64 {
        guard let number = one.typeNumber, let otherNumber = other.typeNumber, !names.isVague(number),
            !names.isVague(otherNumber)
        else { return 0 }
        if number == otherNumber { return min(rules.sameType, rarity(index.others(ofType: number))) }
        return names.areCompatible(number, otherNumber) ? rules.compatibleType : rules.otherType
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
    private func sharedWords(_ one: Evidence, _ other: Evidence) -> [(word: UInt64, weight: Int64)] {
        let shared = one.words.common(with: other.words)
        guard !shared.isEmpty else { return [] }
        let telling = shared.filter { word in
            !names.haveWord(word, one.typeNumber) && !names.haveWord(word, other.typeNumber)
                && !one.placeWords.contains(word) && !other.placeWords.contains(word)
        }
        return telling.map { ($0, min(rules.word, rarity(index.others(withWord: $0)))) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// Tenths of a bit by which something tells two incidents apart from all others when `count` of those have it.
    private func rarity(_ count: Int64) -> Int64 {
        Scale.bits(index.others + Comparison.pseudocount, count + 1)
    }

    /// As if so many incidents without it had been seen before: two incidents alone say little about what is rare.
    private static let pseudocount: Int64 = 2
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

    /// The least sum that reads as a likeness of so many percent.
    static func least(_ likeness: Int64) -> Int64 {
        (-70...70).first { percent($0) >= likeness } ?? 70
    }
}

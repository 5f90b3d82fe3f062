import DispatchModel
import Formats

extension Gazetteer {
    /// The places that what was typed so far could mean, the likeliest first, at most so many.
    ///
    /// Words match in any order, the last one by its beginning; slips are looked for where nothing is called just so, and
    /// come behind. A name in several beats is there once for each.
    package func search(_ text: String, limit: Int = 8) -> [PlaceMatch] {
        let query = PlaceQuery(text)
        guard !query.readings.isEmpty, !entries.isEmpty, limit > 0 else { return [] }
        var found: [PlaceMatch] = []
        let last = query.words.count - 1
        let costs = (0...last).map { index in
            WordCosts(self, query.words[index], isWhole: index != last || query.words.isLastWhole)
        }
        for reading in query.readings { found += matches(query, reading, costs, withSlips: false, room: 3 * limit) }
        found += initials(query, room: 3 * limit)
        // What is called just so, or goes on from there, is enough.
        let isSure = found.contains { $0.reason == .whole }
        guard !isSure, found.count(where: { $0.score < 6 }) < limit else { return Self.best(of: found, limit: limit) }
        for (index, cost) in costs.enumerated() {
            cost.addSlips(self, query.words[index], isWhole: index != last || query.words.isLastWhole)
        }
        for reading in query.readings { found += matches(query, reading, costs, withSlips: true, room: 3 * limit) }
        return Self.best(of: found, limit: limit)
    }

    private func matches(
        _ query: PlaceQuery, _ reading: PlaceQuery.Reading, _ costs: [WordCosts], withSlips: Bool, room: Int
    ) -> [PlaceMatch] {
        var search = VariantSearch(
            reading.words.map { costs[$0] }, isCrossing: query.isCrossing, onlyStreets: reading.number != nil,
            allowsMissing: withSlips, room: room)
        search.run(self)
        return search.best.flatMap { found in
            matches(of: variantNames[Int(found.variant)], reading.number, found.reason, found.score)
        }
    }

    /// The best of what was found, each place once.
    private static func best(of found: [PlaceMatch], limit: Int) -> [PlaceMatch] {
        struct Key: Hashable {
            var name: UInt32
            var beat: String
            var names: BilingualText
        }
        var (seen, kept, perName): (Set<Key>, [PlaceMatch], [UInt32: Int]) = ([], [], [:])
        let sorted = found.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
        for match in sorted.map(\.element) where kept.count < limit {
            guard seen.insert(Key(name: match.name, beat: match.beat, names: match.names)).inserted else { continue }
            // A long street does not take every line.
            perName[match.name, default: 0] += 1
            if perName[match.name, default: 0] <= max(3, limit / 2) { kept.append(match) }
        }
        return kept
    }

    // MARK: Initials

    /// What letters could be the initials of; digits behind them are a house number.
    private func initials(_ query: PlaceQuery, room: Int) -> [PlaceMatch] {
        guard query.words.count == 1 else { return [] }
        let typed = query.words[0]
        let letters = typed.prefix { Pinyin.bit($0) != 0 }
        let digits = typed.dropFirst(letters.count)
        guard letters.count > 1, letters.count < 13, digits.count < 7, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return [] }
        let number =
            digits.isEmpty
            ? nil
            : PlaceQuery.HouseNumber(
                from: digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) },
                to: digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }, shown: String(decoding: digits, as: UTF8.self))
        let masks = letters.map(Pinyin.bit)
        let pairs = masks.indices.dropLast().map { index in
            initials.variants(masks[index].trailingZeroBitCount, masks[index + 1].trailingZeroBitCount)
        }
        guard let rarest = pairs.min(by: { $0.count < $1.count }) else { return [] }
        var kept = VariantSearch([], isCrossing: false, onlyStreets: false, allowsMissing: false, room: room)
        for variant in rarest.prefix(VariantSearch.budget) {
            guard let score = spelled(variant, masks) else { continue }
            let name = variantNames[Int(variant)]
            if number != nil, names[Int(name)].kind != .street { continue }
            kept.keep(
                VariantSearch.Found(score: score, variant: variant, isWhole: false, isNamed: false, hasSlips: false))
        }
        return kept.best.flatMap { matches(of: variantNames[Int($0.variant)], number, .initials, $0.score) }
    }

    /// How far a variant is from letters that its characters are to begin with; nil when they do not.
    private func spelled(_ variant: UInt32, _ masks: [UInt32]) -> Int? {
        let words = self.variant(variant)
        var start = words.startIndex
        while start + masks.count <= words.endIndex {
            var place = 0
            while place < masks.count, initials.letters[Int(words[start + place])] & masks[place] != 0 { place += 1 }
            if place == masks.count {
                return 4 + (start == words.startIndex ? 0 : 3) + 2 * (words.count - masks.count)
            }
            start += 1
        }
        return nil
    }
}

/// Looks through the variants that have a typed word, and keeps the best.
struct VariantSearch {
    /// A variant and how far it is.
    struct Found {
        var score: Int
        var variant: UInt32
        /// True when every typed word is one of the name's as it stands, and the other way round.
        var isWhole: Bool
        /// The same, but for words of the name that say what sort of street it is.
        var isNamed: Bool
        /// True when a word had slips.
        var hasSlips: Bool

        /// Why it is offered.
        var reason: PlaceReason { isWhole ? .whole : isNamed ? .named : hasSlips ? .slip : .words }
    }

    private let tokens: [WordCosts]
    private let isCrossing: Bool
    private let onlyStreets: Bool
    private let allowsMissing: Bool
    private(set) var best: [Found] = []
    private let room: Int
    /// The score of the worst that is kept; what is above it is not looked at to its end.
    private var worst = Int.max

    /// What it costs when a typed word that says what sort of street it is, is not in the name; and any other.
    private static let missingSoft = 6
    private static let missing = 30
    /// How many variants are weighed for a word at the most.
    static let budget = 150_000
    /// Of one word alone only so many, those with the fewest words: every further word takes a name farther away.
    private static let firsts = 192

    init(_ tokens: [WordCosts], isCrossing: Bool, onlyStreets: Bool, allowsMissing: Bool, room: Int) {
        self.tokens = tokens
        self.isCrossing = isCrossing
        self.onlyStreets = onlyStreets
        self.allowsMissing = allowsMissing
        self.room = room
    }

    mutating func run(_ gazetteer: Gazetteer) {
        let hard = tokens.indices.filter { !tokens[$0].isSoft }
        let looked = hard.isEmpty || !allowsMissing ? Array(tokens.indices) : hard
        // Of several words one may be missing: then every name has one of the two rarest.
        let mayMiss = allowsMissing && hard.count > 2 ? 1 : 0
        let totals = looked.map { (token: $0, total: tokens[$0].total(gazetteer)) }.sorted {
            ($0.total, $0.token) < ($1.total, $1.token)
        }
        gazetteer.withViews { views in
            for (token, total) in totals.prefix(1 + mayMiss) where total > 0 {
                if tokens.count == 1 { lookAtFirsts(views) } else { look(token, mayMiss, views) }
            }
        }
    }

    private mutating func look(_ token: Int, _ mayMiss: Int, _ views: Gazetteer.Views) {
        var left = Self.budget
        let costs = tokens[token].costs
        for range in tokens[token].ranges {
            for word in Int(range.lowerBound)..<Int(range.upperBound) where costs[word] != WordCosts.none {
                for index in Int(views.postingStarts[word])..<Int(views.postingStarts[word + 1]) {
                    left -= 1
                    guard left >= 0 else { return }
                    weigh(views.postings[index], mayMiss, views)
                }
            }
        }
    }

    /// The variants of one word: of all those that begin alike the ones with the fewest words.
    private mutating func lookAtFirsts(_ views: Gazetteer.Views) {
        var firsts: [UInt32] = []
        firsts.reserveCapacity(2 * Self.firsts)
        for range in tokens[0].ranges {
            firsts.removeAll(keepingCapacity: true)
            var limit = UInt32.max
            let start = Int(views.postingStarts[Int(range.lowerBound)])
            for index in start..<Int(views.postingStarts[Int(range.upperBound)]) {
                let variant = views.postings[index]
                guard variant < limit else { continue }
                if onlyStreets, views.kinds[Int(variant)] != .street { continue }
                firsts.append(variant)
                if firsts.count == 2 * Self.firsts {
                    firsts.sort()
                    firsts.removeLast(Self.firsts)
                    limit = firsts[Self.firsts - 1]
                }
            }
            firsts.sort()
            for variant in firsts.prefix(Self.firsts) { weigh(variant, 0, views) }
        }
    }

    private mutating func weigh(_ variant: UInt32, _ mayMiss: Int, _ views: Gazetteer.Views) {
        let kind = views.kinds[Int(variant)]
        if onlyStreets, kind != .street { return }
        let start = Int(views.variantStarts[Int(variant)])
        let count = Int(views.variantStarts[Int(variant) + 1]) - start
        var fit = Fit()
        for token in tokens.indices {
            guard let (cost, place) = place(of: token, start, count, fit, views) else {
                guard allowsMissing else { return }
                (fit.isWhole, fit.hasSlips) = (false, true)
                if tokens[token].isSoft {
                    fit.score += Self.missingSoft
                } else {
                    fit.missed += 1
                    guard fit.missed <= mayMiss else { return }
                    fit.score += Self.missing
                }
                continue
            }
            fit.takeWord(place, cost)
            if fit.score > worst { return }
        }
        fit.isNamed = fit.isWhole
        for index in 0..<count where fit.taken & 1 << UInt32(index) == 0 {
            let isSoft = views.isSoft[Int(views.variantWords[start + index])]
            fit.isWhole = false
            if !isSoft { fit.isNamed = false }
            fit.score += isSoft ? 1 : 2
        }
        finish(fit, variant, kind)
    }

    /// How typed words stand in a name.
    private struct Fit {
        var score = 0
        var missed = 0
        var taken: UInt32 = 0
        var hasSlips = false
        var isWhole = true
        var isNamed = false
        var last = -1
        var first = -1
        var isInOrder = true

        mutating func takeWord(_ place: Int, _ cost: UInt8) {
            if cost > 0 { isWhole = false }
            if cost >= WordCosts.slips[1] { hasSlips = true }
            score += Int(cost)
            taken |= 1 << UInt32(place)
            if first < 0 { first = place }
            if place < last { isInOrder = false }
            last = place
        }
    }

    /// The word of a name that a typed one is nearest to, of words that are alike the next one in order; nil for none.
    @inline(__always)
    private func place(
        of token: Int, _ start: Int, _ count: Int, _ fit: Fit, _ views: Gazetteer.Views
    ) -> (cost: UInt8, place: Int)? {
        let costs = tokens[token].costs
        var (cost, place) = (WordCosts.none, -1)
        for index in 0..<count where fit.taken & 1 << UInt32(index) == 0 {
            let own = costs[Int(views.variantWords[start + index])]
            if own < cost || own == cost && place >= 0 && place <= fit.last && index > fit.last {
                (cost, place) = (own, index)
            }
        }
        return place < 0 ? nil : (cost, place)
    }

    private mutating func finish(_ fit: Fit, _ variant: UInt32, _ kind: PlaceKind) {
        var (score, isWhole, isNamed) = (fit.score, fit.isWhole, fit.isNamed)
        if fit.first > 0, kind != .crossing { score += 3 }
        if !fit.isInOrder, !(kind == .crossing && isCrossing) {
            score += 3
            (isWhole, isNamed) = (false, false)
        }
        if (kind == .crossing) != isCrossing { score += isCrossing ? 8 : 3 }
        keep(Found(score: score, variant: variant, isWhole: isWhole, isNamed: isNamed, hasSlips: fit.hasSlips))
    }

    /// Keeps what was found if it is among the best.
    mutating func keep(_ found: Found) {
        if let last = best.last, best.count >= room, (last.score, last.variant) <= (found.score, found.variant) {
            return
        }
        if best.contains(where: { $0.variant == found.variant }) { return }
        let place = best.firstIndex { (found.score, found.variant) < ($0.score, $0.variant) } ?? best.count
        best.insert(found, at: place)
        if best.count > room { best.removeLast() }
        if best.count == room { worst = best[room - 1].score }
    }
}

import DispatchModel

/// Works out which alerts are hidden when what hides an alert may be hidden itself.
///
/// An alert is hidden when a rule without a cause is about it, or one whose cause stays in sight. Decided are first the
/// alerts about which nothing is open, then those that follow from them, and so on; what is left goes round in a circle,
/// and there the first that came on is taken to stay in sight (the grounded solution, completed in a fixed order).
struct SuppressionSolver {
    let rules: [SuppressionRule]
    /// The rules whose hours are on, one bit each.
    var open: UInt64 = 0

    private var counts: [CauseGroup: Counts] = [:]

    init(rules: [SuppressionRule]) {
        self.rules = rules
    }

    /// Causes that hide the same alerts: of one rule, at one place when the rule asks for that.
    private struct CauseGroup: Hashable {
        var rule: Int
        var place: String
    }

    private struct Counts {
        var undecided = 0
        var inSight = 0
    }

    /// For each alert the rule that hides it; nil for one that stays in sight. Alerts come in the order in which they
    /// came on.
    mutating func solve(_ entries: [SuppressionWatch.Entry]) -> [Int?] {
        var hiders: [Int?] = Array(repeating: nil, count: entries.count)
        var undecided: [Int] = []
        let plain = bits { $0.cause == nil }
        for (index, entry) in entries.enumerated() {
            if let rule = first(entry.fits & open & plain) {
                hiders[index] = rule
            } else {
                undecided.append(index)
                for group in groups(of: entry) { counts[group, default: Counts()].undecided += 1 }
            }
        }
        while !undecided.isEmpty {
            let before = undecided.count
            undecided.removeAll { decide(entries[$0], &hiders[$0]) }
            guard undecided.count == before else { continue }
            settle(entries[undecided.removeFirst()], inSight: true)
        }
        return hiders
    }

    /// True when it is clear whether an alert stays in sight.
    private mutating func decide(_ entry: SuppressionWatch.Entry, _ hider: inout Int?) -> Bool {
        var isOpen = false
        for rule in indices(entry.fits & open) where rules[rule].cause != nil {
            let group = CauseGroup(rule: rule, place: rules[rule].samePlace ? entry.place : "")
            guard let count = counts[group] else { continue }
            if count.inSight > 0 {
                hider = rule
                settle(entry, inSight: false)
                return true
            }
            // It is no cause for itself.
            let itself = entry.isOn && entry.causes & (1 << UInt64(rule)) != 0 ? 1 : 0
            if count.undecided > itself { isOpen = true }
        }
        if !isOpen { settle(entry, inSight: true) }
        return !isOpen
    }

    private mutating func settle(_ entry: SuppressionWatch.Entry, inSight: Bool) {
        for group in groups(of: entry) {
            counts[group]?.undecided -= 1
            if inSight { counts[group]?.inSight += 1 }
        }
    }

    private func groups(of entry: SuppressionWatch.Entry) -> [CauseGroup] {
        guard entry.isOn else { return [] }
        return indices(entry.causes & open).compactMap { rule in
            // What happens nowhere is not at the same place as anything.
            if rules[rule].samePlace, entry.place.isEmpty { return nil }
            return CauseGroup(rule: rule, place: rules[rule].samePlace ? entry.place : "")
        }
    }

    private func bits(_ holds: (SuppressionRule) -> Bool) -> UInt64 {
        rules.enumerated().reduce(0) { holds($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    private func first(_ bits: UInt64) -> Int? { bits == 0 ? nil : bits.trailingZeroBitCount }

    private func indices(_ bits: UInt64) -> [Int] {
        var (rest, found) = (bits, [Int]())
        while rest != 0 {
            found.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return found
    }
}

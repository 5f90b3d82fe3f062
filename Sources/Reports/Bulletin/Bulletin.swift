import DispatchModel
import DispatchPolicy

/// What the groups of a bulletin have in common.
package enum BulletinGrouping: String, CaseIterable, Sendable {
    /// The station that the incident's beat belongs to.
    case station
    /// The incident's beat.
    case beat
    /// The unit that responded.
    case unit
    /// The incident's priority.
    case priority
    /// The incident's type.
    case type

    /// True for groups that are compared with each other.
    package var isRanked: Bool { self == .station || self == .beat || self == .unit }
}

/// The figures of one group, in the period and in the one before.
package struct BulletinGroup: Hashable, Sendable {
    /// What stands for it in the journal: a code, a callsign, `P1`; empty when unknown.
    package var key: String
    /// What it is called; empty where its key says it.
    package var name: BilingualText
    /// Incidents that came in; of a unit, those that it was sent to.
    package var calls = 0
    /// The same in the period before.
    package var callsBefore = 0
    /// Every measure of the profile.
    package var measures: [TargetAttainment] = []
    /// The same in the period before.
    package var measuresBefore: [TargetAttainment] = []
    /// Its place among its like, 1 for the best, those that do as well sharing one; nil with too few cases.
    package var rank: Int?
    /// The same in the period before.
    package var rankBefore: Int?

    /// What it is called in a language, or in the other where it has no name of its own there.
    func shownName(_ language: Language) -> String {
        name[language].isEmpty ? name[language.next] : name[language]
    }

    /// Creates a group without figures.
    package init(key: String, name: BilingualText = BilingualText("", "")) {
        self.key = key
        self.name = name
    }
}

/// The bulletin of a room: how the clocks of a profile were kept in a period, by station, beat and unit, beside the period
/// before.
package struct Bulletin: Hashable, Sendable {
    /// What it is about.
    package var period: BulletinPeriod
    /// The period before.
    package var before: BulletinPeriod
    /// Until when the period before counts: to its end, or as long as the period itself has lasted so far.
    package var beforeEnd: Timestamp
    /// The profile whose clocks are kept.
    package var profile: DeadlineProfile
    /// By which measure and limit groups are ranked: places in the profile.
    package var ranking: (measure: Int, limit: Int) {
        get { (rankMeasure, rankLimit) }
        set { (rankMeasure, rankLimit) = newValue }
    }
    private var rankMeasure = 0
    private var rankLimit = 0
    /// Everything together.
    package var total: BulletinGroup
    /// The groups, the ranked ones by rank, the others by calls.
    package var groups: [BulletinGrouping: [BulletinGroup]] = [:]
    /// When the first event was recorded; nil when there is none.
    package var recordedFrom: Timestamp?
    /// Until when it is known what happened.
    package var now: Timestamp
    /// What the board is called.
    package var title = ""
    /// True for an exercise.
    package var isExercise = false

    /// The fewest cases with which a group is ranked.
    package static let fewestRanked = 10

    init(
        period: BulletinPeriod, before: BulletinPeriod, beforeEnd: Timestamp, profile: DeadlineProfile,
        total: BulletinGroup, now: Timestamp
    ) {
        self.period = period
        self.before = before
        self.beforeEnd = beforeEnd
        self.profile = profile
        self.total = total
        self.now = now
    }

    /// True once the period is over and the journal reaches back to its beginning.
    package var isComplete: Bool { isOver && isRecorded }
    /// True once the period is over.
    package var isOver: Bool { now >= period.end }
    /// True when the journal reaches back to the period's beginning.
    package var isRecorded: Bool { recordedFrom.map { $0 <= period.start } ?? false }
    /// True when the journal reaches back to the beginning of the period before.
    package var isBeforeRecorded: Bool { recordedFrom.map { $0 <= before.start } ?? false }
    /// True when nothing happened in the period.
    package var isEmpty: Bool { total.calls == 0 && total.measures.allSatisfy { $0.ended + $0.open + $0.missing == 0 } }
    /// True when a beat says which station it belongs to.
    package var knowsStations: Bool { groups[.station]?.contains { !$0.key.isEmpty } ?? false }

    /// The limit by which a measure is shown where there is room for one: that of the status strip, else the second.
    package static func keyLimit(_ target: ProfileTarget) -> Int {
        target.headline ?? min(1, target.limits.count - 1)
    }

    /// The measure by which groups are ranked unless another is named: what the public waits for.
    package static func usualRanking(_ profile: DeadlineProfile) -> Int {
        let order: [ProfileMeasure] = [.arrived, .quickResponse, .enRoute, .acknowledged, .feedback, .process]
        return order.lazy.compactMap { measure in profile.targets.firstIndex { $0.measure == measure } }.first ?? 0
    }
}

extension Bulletin {
    /// Ranks the groups of every kind that is ranked: the largest share first, equal shares alike. What has no name in the
    /// journal is no group that could do better or worse.
    mutating func rank() {
        for grouping in BulletinGrouping.allCases {
            guard var own = groups[grouping] else { continue }
            if grouping.isRanked {
                let ranks = places(own, own.map(\.measures))
                let earlier = places(own, own.map(\.measuresBefore))
                for index in own.indices { (own[index].rank, own[index].rankBefore) = (ranks[index], earlier[index]) }
            }
            own.sort(by: grouping == .priority ? { $0.key < $1.key } : Self.precedes)
            groups[grouping] = own
        }
    }

    private static func precedes(_ one: BulletinGroup, _ other: BulletinGroup) -> Bool {
        let (left, right) = (one.rank ?? .max, other.rank ?? .max)
        if left != right { return left < right }
        if one.calls != other.calls { return one.calls > other.calls }
        return one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }

    /// The place of each among those that are named and have enough cases: one more than the number of those that do better.
    ///
    /// By the share as it is shown: nobody is told to have done better with the same figure.
    private func places(_ groups: [BulletinGroup], _ measures: [[TargetAttainment]]) -> [Int?] {
        let shares = zip(groups, measures).map { group, measures -> Int? in
            guard !group.key.isEmpty, measures.indices.contains(rankMeasure) else { return nil }
            let limit = measures[rankMeasure].limits[rankLimit]
            return limit.cases >= Self.fewestRanked ? limit.tenths : nil
        }
        let best = shares.compactMap(\.self).sorted(by: >)
        return shares.map { share in share.flatMap { share in best.firstIndex(of: share).map { $0 + 1 } } }
    }
}

extension Bulletin {
    /// The same fields but for how they are laid out.
    package static func == (left: Bulletin, right: Bulletin) -> Bool {
        left.period == right.period && left.total == right.total && left.groups == right.groups && left.now == right.now
    }

    /// By the period and everything together.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(period)
        hasher.combine(total)
    }
}

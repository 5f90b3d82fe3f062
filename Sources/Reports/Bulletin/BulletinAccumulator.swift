import DispatchModel
import DispatchPolicy
import Wording

/// Folds a journal into the bulletin of a period.
///
/// It keeps what began in the period and the one before, and lets go of what was over earlier, so that a journal of many
/// years is streamed through it.
package struct BulletinAccumulator: Sendable {
    private let period: BulletinPeriod
    private let before: BulletinPeriod
    private var figures = FigureAccumulator()
    private var beats: [String: BeatDefined] = [:]
    private var stations: [String: BilingualText] = [:]
    private var types: [String: TypeDefined] = [:]
    private var callsigns: [UnitID: String] = [:]
    private var recordedFrom: Timestamp?
    private var nextForgetting = Self.kept

    /// How many incidents are kept before those that are over are looked for.
    private static let kept = 20_000
    /// How long after its end an incident may be opened again and still count.
    private static let reopening = Span.hours(24 * 7)

    /// Before any event.
    package init(_ period: BulletinPeriod, zone: Zone) {
        self.period = period
        before = period.previous(zone: zone)
    }

    /// Takes the next event, in the order of the journal.
    package mutating func apply(_ record: EventRecord) {
        if recordedFrom == nil { recordedFrom = record.at }
        if case .beatDefined(let beat) = record.body {
            beats[beat.beat] = beat
            if !beat.station.isEmpty {
                stations[beat.station] = BilingualText(recorded: beat.station, beat.chineseStation)
            }
        }
        if case .typeDefined(let type) = record.body { types[type.code] = type }
        if case .unitRegistered(let unit) = record.body { callsigns[unit.unit] = unit.callsign }
        figures.apply(record)
        guard figures.count >= nextForgetting else { return }
        figures.forget(closedBefore: min(record.at - Self.reopening, before.start - Self.reopening))
        nextForgetting = max(Self.kept, 2 * figures.count)
    }

    /// The bulletin of everything so far. `now` is until when it is known what happened; groups are ranked by the measure at
    /// this place of the profile.
    package func bulletin(of profile: DeadlineProfile, rankedBy measure: Int, now: Timestamp) -> Bulletin {
        let lasted = min(now, period.end) - period.start
        let beforeEnd = now < period.end ? min(before.end, before.start + max(.zero, lasted)) : before.end
        let empty = GroupTally(profile, period.start..<max(period.start, period.end), before.start..<beforeEnd, now)
        var total = empty
        var groups: [BulletinGrouping: [String: GroupTally]] = [:]
        for incident in figures.survivors() {
            let cases = incident.responses.map { response in
                ResponseCase(
                    response.assignment, kind: figures.kinds[response.unit], pane: figures.panes[response.unit])
            }
            guard empty.concerns(incident, cases) else { continue }
            total.add(incident, cases)
            for (grouping, key) in keys(of: incident) {
                groups[grouping, default: [:]][key, default: empty].add(incident, cases)
            }
            for (unit, own) in Dictionary(grouping: cases, by: \.times.unit) {
                let callsign = callsigns[unit] ?? "\(unit.rawValue)"
                groups[.unit, default: [:]][callsign, default: empty].add(incident, own)
            }
        }
        var bulletin = Bulletin(
            period: period, before: before, beforeEnd: beforeEnd, profile: profile,
            total: total.group(BulletinGroup(key: "")), now: now)
        bulletin.ranking = (measure, Bulletin.keyLimit(profile.targets[measure]))
        bulletin.recordedFrom = recordedFrom
        for (grouping, tallies) in groups {
            bulletin.groups[grouping] = tallies.map { key, tally in
                tally.group(BulletinGroup(key: key, name: name(of: key, grouping)))
            }
        }
        bulletin.rank()
        return bulletin
    }

    private func keys(of incident: CountedIncident) -> [(BulletinGrouping, String)] {
        [
            (.station, beats[incident.beat]?.station ?? ""), (.beat, incident.beat),
            (.priority, "P\(incident.priority.rawValue)"), (.type, incident.type),
        ]
    }

    private func name(of key: String, _ grouping: BulletinGrouping) -> BilingualText {
        switch grouping {
        case .station: stations[key] ?? BilingualText("", "")
        case .beat: beats[key]?.names ?? BilingualText("", "")
        case .type: types[key].map { BilingualText($0.english, $0.chinese) } ?? BilingualText("", "")
        case .unit, .priority: BilingualText("", "")
        }
    }
}

/// The figures of a group while they are counted.
private struct GroupTally: Sendable {
    private let period: Range<Timestamp>
    private let before: Range<Timestamp>
    private var calls = 0
    private var callsBefore = 0
    private var kept: AttainmentTally
    private var keptBefore: AttainmentTally

    init(_ profile: DeadlineProfile, _ period: Range<Timestamp>, _ before: Range<Timestamp>, _ now: Timestamp) {
        (self.period, self.before) = (period, before)
        kept = AttainmentTally(profile, since: period.lowerBound, before: period.upperBound, now: now)
        keptBefore = AttainmentTally(profile, since: before.lowerBound, before: before.upperBound, now: now)
    }

    /// True when something of an incident began in one of the periods.
    func concerns(_ incident: CountedIncident, _ cases: [ResponseCase]) -> Bool {
        let times = cases.lazy.compactMap(\.times.assigned)
        return isNear(incident.received) || times.contains(where: isNear)
    }

    private func isNear(_ time: Timestamp) -> Bool { period.contains(time) || before.contains(time) }

    mutating func add(_ incident: CountedIncident, _ cases: [ResponseCase]) {
        if period.contains(incident.received) { calls += 1 }
        if before.contains(incident.received) { callsBefore += 1 }
        let isOpen = !incident.isClosed
        kept.add(
            priority: incident.priority, received: incident.received, isOpen: isOpen, responses: cases,
            calls: incident.calls)
        keptBefore.add(
            priority: incident.priority, received: incident.received, isOpen: isOpen, responses: cases,
            calls: incident.calls)
    }

    func group(_ group: BulletinGroup) -> BulletinGroup {
        var group = group
        (group.calls, group.callsBefore) = (calls, callsBefore)
        (group.measures, group.measuresBefore) = (kept.targets, keptBefore.targets)
        return group
    }
}

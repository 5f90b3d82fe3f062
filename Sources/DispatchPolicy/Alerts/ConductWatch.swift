import DispatchModel

/// Recognises alerts that come and go too often, by what they are about: an alert that leaves the board and comes back
/// under another number is the same one. Of those not heard of for longest the oldest are forgotten above a bound.
struct ConductWatch: Sendable {
    private let isOn: Bool
    private var meters: [AlertSubject: Tracked] = [:]
    private var uses: Int64 = 0
    /// Subjects that are not steady, with the time at which to look again.
    private var marked: [AlertSubject: Timestamp] = [:]
    private var earliest: Timestamp?

    /// The most subjects that are remembered.
    static let limit = 4096

    private struct Tracked: Sendable {
        var meter: ConductMeter
        var alert: AlertID
        var used: Int64
    }

    init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Goes on with an alert that was known before.
    mutating func resume(_ alert: Alert, from: Timestamp) {
        guard isOn, alert.conduct != .steady else { return }
        let subject = AlertSubject(alert)
        uses += 1
        meters[subject] = Tracked(
            meter: ConductMeter(conduct: alert.conduct, from: from), alert: alert.id, used: uses)
        mark(subject, .epoch)
    }

    /// An alert came on or ended.
    mutating func change(_ subject: AlertSubject, _ alert: AlertID, isRaise: Bool, at now: Timestamp) {
        guard isOn else { return }
        uses += 1
        var tracked = meters[subject] ?? Tracked(meter: ConductMeter(), alert: alert, used: uses)
        tracked.used = uses
        tracked.alert = alert
        tracked.meter.change(isRaise: isRaise, at: now)
        meters[subject] = tracked
        mark(subject, .epoch)
        if meters.count > ConductWatch.limit { forget() }
    }

    /// Subjects that are remembered.
    var count: Int { meters.count }

    /// When to look again; nil while all are steady.
    var nextDue: Timestamp? { earliest }

    /// The events that tell how alerts behave now; `at` is what they say.
    mutating func due(at now: Timestamp, saying at: Timestamp, board: Board) -> [EventBody] {
        guard let next = earliest, next <= now else { return [] }
        var events: [EventBody] = []
        for (subject, due) in marked where due <= now {
            guard var tracked = meters[subject] else {
                marked[subject] = nil
                continue
            }
            _ = tracked.meter.look(at: now)
            meters[subject] = tracked
            marked[subject] = tracked.meter.nextDue(after: now)
            let conduct = tracked.meter.conduct
            guard let alert = board.alerts[tracked.alert], alert.conduct != conduct else { continue }
            events.append(
                .alertConductChanged(
                    AlertConductChanged(
                        alert: alert.id, conduct: conduct,
                        percent: conduct == .chattering ? 0 : tracked.meter.percent, at: at)))
        }
        earliest = marked.values.min()
        return events.sorted { ($0.alert ?? AlertID(rawValue: 0)) < ($1.alert ?? AlertID(rawValue: 0)) }
    }

    private mutating func mark(_ subject: AlertSubject, _ due: Timestamp) {
        marked[subject] = due
        earliest = min(earliest ?? due, due)
    }

    /// Forgets a quarter, those not heard of for longest; what is known to misbehave is kept before what is not.
    private mutating func forget() {
        let order = meters.sorted {
            ($0.value.meter.conduct == .steady ? 0 : 1, $0.value.used) < (
                $1.value.meter.conduct == .steady ? 0 : 1, $1.value.used
            )
        }
        for (subject, _) in order.prefix(ConductWatch.limit / 4) {
            meters[subject] = nil
            marked[subject] = nil
        }
    }
}

/// What an alert is about, whatever its number: the feed's key, or the obligation.
enum AlertSubject: Hashable, Sendable {
    case feed(SourceKey)
    case room(Obligation)

    init(_ alert: Alert) {
        self = alert.reported.map { .feed($0.source) } ?? .room(Obligation(alert))
    }
}

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

/// How one alert came and went of late: whether it chatters or flaps.
///
/// Chattering (ISA-18.2): it came on three times or more within a minute; it ends once it has not come on for a minute.
/// Flapping, after the flap detection of Nagios and its kin: time goes by in steps of 30 s; each of the last 20 in which
/// the alert came on or ended weighs from 0.8 for the oldest to 1.15 for the newest; their sum over 20 is the share. At
/// 30 % or more it begins, below 25 % it ends.
package struct ConductMeter: Sendable {
    /// How it behaves, as of the last look.
    package private(set) var conduct: AlertConduct
    /// The weighted share of steps with a change, in percent of 20 steps.
    package private(set) var percent: Int64 = 0

    /// The times at which it came on last, the newest last, at most three.
    private var raises: [Timestamp] = []
    /// One bit a step, the newest lowest.
    private var steps: UInt32 = 0
    private var newest: Int64 = .min
    /// An alert known as flapping when the meter was made stays so until as many steps have been seen.
    private var keepUntil = Timestamp(rawValue: .min)

    /// How long a step is.
    package static let step = Span.seconds(30)
    /// How many steps count.
    package static let stepCount = 20
    /// Within how long three make chattering.
    package static let minute = Span.minutes(1)
    /// Weight of each step in hundredths, the newest first: 115 down to 80.
    private static let weights: [Int64] = (0..<stepCount).map { 115 - Int64($0) * 35 / Int64(stepCount - 1) }

    /// A meter of an alert that has not come on or ended since.
    package init(conduct: AlertConduct = .steady, from: Timestamp = .epoch) {
        self.conduct = conduct
        if conduct != .steady {
            keepUntil = from + Span(milliseconds: ConductMeter.step.milliseconds * Int64(ConductMeter.stepCount))
        }
    }

    /// It came on or ended.
    package mutating func change(isRaise: Bool, at now: Timestamp) {
        advance(to: now)
        steps |= 1
        guard isRaise else { return }
        raises.append(now)
        if raises.count > 3 { raises.removeFirst() }
    }

    /// Looks at the time; true when it behaves differently now.
    package mutating func look(at now: Timestamp) -> Bool {
        advance(to: now)
        let sum = ConductMeter.weights.indices.reduce(Int64(0)) { sum, index in
            steps & (1 << index) == 0 ? sum : sum + ConductMeter.weights[index]
        }
        percent = sum / Int64(ConductMeter.stepCount)
        let was = conduct
        let isQuiet = raises.last.map { $0 + ConductMeter.minute <= now } ?? true
        let isQuick = raises.count == 3 && now - raises[0] < ConductMeter.minute
        if isQuick || was == .chattering && !isQuiet {
            conduct = .chattering
        } else if percent >= 30 || percent >= 25 && was == .flapping {
            conduct = .flapping
        } else if was == .steady || now >= keepUntil {
            conduct = .steady
        }
        return was != conduct
    }

    /// When it may behave differently by nothing happening; nil while it is steady.
    package func nextDue(after now: Timestamp) -> Timestamp? {
        switch conduct {
        case .steady: nil
        case .chattering: max(raises.last.map { $0 + ConductMeter.minute } ?? keepUntil, now + .seconds(1))
        case .flapping: Timestamp(rawValue: (ConductMeter.index(now) + 1) * ConductMeter.step.milliseconds)
        }
    }

    private mutating func advance(to now: Timestamp) {
        let index = max(newest, ConductMeter.index(now))
        let passed = newest == .min ? 32 : index - newest
        steps = passed >= 32 ? 0 : (steps << UInt32(passed)) & ((1 << UInt32(ConductMeter.stepCount)) - 1)
        newest = index
    }

    private static func index(_ time: Timestamp) -> Int64 {
        let (step, now) = (step.milliseconds, time.rawValue)
        return now >= 0 ? now / step : (now - step + 1) / step
    }
}

import DispatchModel
import DispatchPolicy

/// Folds the journal's events into a `Scorecard`. Only what an operator saw counts: alerts that came on in sight and
/// were meant, without those that a rule hid at once.
///
/// Bounded: it keeps the alerts that are on the board, the times of the last ten minutes, and one count a source up to
/// `sourceLimit`; the alerts of further sources count in all but the ten worst.
package struct ScorecardAccumulator: Sendable {
    private let since: Timestamp
    private var first: Timestamp?
    private var newest = Timestamp.epoch
    private var open: [AlertID: OpenAlert] = [:]
    private var callsigns: [UnitID: String] = [:]
    private var pending: [Pending] = []
    private var sources: [String: SourceFacts] = [:]
    private var severities = [0, 0, 0]
    private var meter = FloodMeter()
    private var floodBegan: Timestamp?
    private var floodTime: Int64 = 0

    /// The most sources that are told apart.
    package static let sourceLimit = 65_536
    /// An alert that a rule hides within this time of coming on was seen by nobody.
    static let unseen = Span.seconds(5)

    /// An alert on the board.
    private struct OpenAlert {
        var active: Bool
        var raised: Timestamp
        var severity: AlertSeverity
        var hidden: Set<AlertHidingWay> = []
    }

    /// An alert that came on, before it is known whether a rule hides it.
    private struct Pending {
        var alert: AlertID
        var at: Timestamp
        var source: String
        var severity: AlertSeverity
        var own: Scorecard.Source.Own?
    }

    private struct SourceFacts {
        var alerts = 0
        var own: Scorecard.Source.Own?
        /// The two times before the last at which it came on.
        var recent: [Timestamp] = []
        var chattered = false
    }

    /// Before any event; what comes before `since` counts for what is on the board only.
    package init(since: Timestamp = .epoch) {
        self.since = since
    }

    /// Takes the next event, in the order of the journal.
    package mutating func apply(_ record: EventRecord) {
        newest = max(newest, record.at)
        if first == nil, record.at >= since { first = record.at }
        commit(before: newest - ScorecardAccumulator.unseen)
        if case .unitRegistered(let event) = record.body { callsigns[event.unit] = event.callsign }
        if case .alertRaised(let event) = record.body { raise(event, at: newest) }
        if case .alertSeverityRaised(let event) = record.body { open[event.alert]?.severity = event.severity }
        if case .alertSeverityLowered(let event) = record.body { open[event.alert]?.severity = event.severity }
        if case .alertCleared(let event) = record.body { open[event.alert]?.active = false }
        if case .alertHidden(let event) = record.body {
            open[event.alert]?.hidden.insert(event.hiding.way)
            if event.hiding.way == .suppressed { pending.removeAll { $0.alert == event.alert } }
        }
        if case .alertShown(let event) = record.body { open[event.alert]?.hidden.remove(event.way) }
        if case .alertRestored(let event) = record.body { restore(event.before) }
        if let id = record.body.alert, let alert = open[id], !alert.active, alert.hidden.isEmpty { open[id] = nil }
    }

    private mutating func raise(_ event: AlertRaised, at now: Timestamp) {
        let hidden = open[event.alert]?.hidden ?? []
        open[event.alert] = OpenAlert(active: true, raised: event.at, severity: event.severity, hidden: hidden)
        guard hidden.isEmpty, event.reported?.standing ?? .actual == .actual, now >= since else { return }
        let own = own(event)
        let source = event.reported.map { "\($0.source.source)/\($0.source.id)" } ?? ScorecardAccumulator.name(own)
        pending.append(
            Pending(
                alert: event.alert, at: now, source: source, severity: event.severity,
                own: event.reported == nil ? own : nil))
    }

    private mutating func restore(_ before: Alert) {
        open[before.id] = OpenAlert(
            active: before.active, raised: before.raised, severity: before.severity,
            hidden: Set(before.hidings.map(\.way)))
    }

    /// Counts what came on before a time and was not hidden since.
    private mutating func commit(before limit: Timestamp) {
        guard let first = pending.first, first.at <= limit else { return }
        let count = pending.firstIndex { $0.at > limit } ?? pending.count
        for raise in pending[..<count] { self.count(raise) }
        pending.removeFirst(count)
    }

    private mutating func count(_ raise: Pending) {
        end(until: raise.at)
        meter.raise(at: raise.at)
        if meter.look(at: raise.at), meter.isFlood { floodBegan = raise.at }
        severities[Int(raise.severity.rawValue) - 1] += 1
        guard sources[raise.source] != nil || sources.count < ScorecardAccumulator.sourceLimit else { return }
        var facts = sources[raise.source] ?? SourceFacts()
        facts.alerts += 1
        facts.own = raise.own
        if facts.recent.count == 2, raise.at - facts.recent[0] < ConductMeter.minute { facts.chattered = true }
        if facts.recent.count == 2 { facts.recent.removeFirst() }
        facts.recent.append(raise.at)
        sources[raise.source] = facts
    }

    /// Ends a flood that was over by a time.
    private mutating func end(until now: Timestamp) {
        guard let began = floodBegan, let due = meter.nextDue, due <= now else { return }
        _ = meter.look(at: due)
        guard !meter.isFlood else { return }
        floodTime += (due - began).milliseconds
        floodBegan = nil
    }

    /// The scorecard as of a time.
    package func scorecard(at now: Timestamp) -> Scorecard {
        var copy = self
        copy.commit(before: Timestamp(rawValue: .max))
        copy.end(until: now)
        return copy.finished(at: now)
    }

    private func finished(at now: Timestamp) -> Scorecard {
        let from = first ?? now
        let total = severities.reduce(0, +)
        let period = Double(max(0, (now - from).milliseconds))
        let inFlood = Double(floodTime + (floodBegan.map { max(0, (now - $0).milliseconds) } ?? 0))
        let worst = sources.sorted { ($1.value.alerts, $0.key) < ($0.value.alerts, $1.key) }.prefix(10)
        let stale = open.values.filter { $0.active && $0.hidden.isEmpty && now - $0.raised > .hours(24) }
        func share(_ part: Int) -> Double { total == 0 ? 0 : 100 * Double(part) / Double(total) }
        let values: [Scorecard.Measure: Double] = [
            .mean: period == 0 ? 0 : Double(total) / (period / 600_000), .peak: Double(meter.peak),
            .floodShare: period == 0 ? 0 : min(100, 100 * inFlood / period),
            .worstTen: share(worst.reduce(0) { $0 + $1.value.alerts }),
            .chattering: Double(sources.values.filter(\.chattered).count), .stale: Double(stale.count),
            .high: share(severities[0]), .medium: share(severities[1]), .low: share(severities[2]),
        ]
        var card = Scorecard(
            from: from, to: now, alerts: total, lines: [],
            worst: worst.map { Scorecard.Source(name: $0.key, alerts: $0.value.alerts, own: $0.value.own) })
        card.lines = Scorecard.Measure.allCases.map { measure in
            let value = values[measure] ?? 0
            return Scorecard.Line(
                measure: measure, value: value, limit: measure.limit,
                verdict: card.isEnough ? measure.verdict(value) : .tooLittle)
        }
        return card
    }

    /// What an alert of the console's own is about.
    private func own(_ event: AlertRaised) -> Scorecard.Source.Own {
        let callsign = event.unit.map { callsigns[$0] ?? "\($0.rawValue)" }
        return Scorecard.Source.Own(
            kind: event.kind, incident: callsign == nil ? event.incident : nil, callsign: callsign)
    }

    /// The same for programs.
    private static func name(_ own: Scorecard.Source.Own) -> String {
        let subject = own.callsign ?? own.incident.map { "#\($0.rawValue)" } ?? ""
        return subject.isEmpty ? "\(own.kind)" : "\(own.kind) \(subject)"
    }
}

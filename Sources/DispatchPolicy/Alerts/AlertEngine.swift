import DispatchModel

/// Works the room's rules about alerts: ends alerts at their sender's word and shelves, hides and shows by rule, calls supervisors, and recognises floods
/// and alerts that come and go too often.
///
/// The engine only decides: what it returns goes through the journal like everything else, and replay never asks it.
/// Made anew from a board it goes on as the one before it would have, except that the counts of the last ten minutes
/// begin anew: what was known as a flood or as flapping then stays so until ten minutes have been seen.
///
/// Alerts and shelves end under any rules; the rest follows `AlertRules`.
package struct AlertEngine: Sendable {
    private let rules: AlertRules
    private var shelves = ShelfWatch()
    private var expiry = ExpiryWatch()
    private var suppression: SuppressionWatch
    private var escalation: EscalationWatch
    private var conduct: ConductWatch
    private var flood: FloodMeter?
    /// By how much the machine's clock has been put forward since the engine was made; below zero when it was put back.
    /// What lasts so long is measured without it: what was counted before a step and what comes after are of one scale.
    private var stepped = Span.zero
    /// What came on or ended since the last look at the clock.
    private var changes: [Change] = []
    /// What the alerts on the board are about: one that ends answered leaves it before the engine is told.
    private var subjects: [AlertID: AlertSubject] = [:]

    private struct Change: Sendable {
        var alert: AlertID
        var subject: AlertSubject
        var isRaise: Bool
        /// It came on in sight, and is meant: it counts towards a flood unless a rule hides it at once.
        var counts: Bool
    }

    /// An engine for a board as it stands.
    package init(rules: AlertRules, shifts: Shifts = .standard, board: Board) {
        self.rules = rules
        suppression = SuppressionWatch(rules.suppression, minutesEast: shifts.minutesEast)
        escalation = EscalationWatch(rules.escalation)
        conduct = ConductWatch(isOn: rules.recognisesConduct)
        let now = board.lastEventAt
        flood = rules.flood.map { FloodMeter($0, isFlood: board.floodSince != nil, from: now) }
        for alert in board.alerts.elements {
            shelves.refresh(alert.id, alert)
            expiry.refresh(alert.id, alert)
            suppression.refresh(alert.id, alert)
            escalation.refresh(alert.id, alert, since: alert.changed)
            conduct.resume(alert, from: now)
            subjects[alert.id] = AlertSubject(alert)
        }
        guard let limits = rules.flood else { return }
        let recent = board.alerts.elements.filter { $0.isInSight && $0.isMeant && $0.raised > now - limits.window }
        for at in recent.map({ min($0.raised, now) }).sorted() { flood?.raise(at: at) }
    }

    /// The earliest time at which something may fall due; nil when nothing can.
    package var nextDue: Timestamp? {
        if !changes.isEmpty { return .epoch }
        var next = shelves.nextDue
        for due in [expiry.nextDue, suppression.nextDue] {
            if let due { next = min(next ?? due, due) }
        }
        for due in [escalation.nextDue, conduct.nextDue, flood?.nextDue] {
            if let due { next = min(next ?? due + stepped, due + stepped) }
        }
        return next
    }

    /// Takes notice of an event after it was folded into the board.
    package mutating func observe(_ record: EventRecord, board: Board) {
        if case .clockStepped(let event) = record.body { stepped = stepped + event.step }
        guard let id = record.body.alert else { return }
        let alert = board.alerts[id]
        shelves.refresh(id, alert)
        expiry.refresh(id, alert)
        escalation.refresh(id, alert)
        let kind = record.body.kind
        guard kind != .alertEscalated, kind != .alertConductChanged, kind != .alertLinked else { return }
        suppression.refresh(id, alert)
        guard rules.flood != nil || rules.recognisesConduct else { return }
        if case .alertRaised = record.body, let alert {
            changes.append(
                Change(
                    alert: id, subject: AlertSubject(alert), isRaise: true, counts: alert.isInSight && alert.isMeant))
        }
        if case .alertCleared = record.body, let subject = subjects[id] {
            changes.append(Change(alert: id, subject: subject, isRaise: false, counts: false))
        }
        subjects[id] = alert.map(AlertSubject.init)
    }

    /// The events that follow from the rules at this time. Call it again, once they are folded in, until nothing is due.
    package mutating func due(at now: Timestamp, board: Board) -> [EventBody] {
        // Each step is taken on a board on which those before it have nothing left to say.
        let ended = expiry.due(at: now)
        guard ended.isEmpty else { return ended }
        let shown = shelves.due(at: now)
        guard shown.isEmpty else { return shown }
        let hidden = suppression.due(at: now, board: board)
        guard hidden.isEmpty else { return hidden }
        var events = count(at: now, board: board)
        events += conduct.due(at: now - stepped, saying: now, board: board)
        events += escalation.due(at: now - stepped, saying: now, board: board)
        return events
    }

    /// Counts what came on since the last look, without what a rule hid at once.
    private mutating func count(at now: Timestamp, board: Board) -> [EventBody] {
        let lasting = now - stepped
        for change in changes {
            if change.counts, board.alerts[change.alert]?.hiding(.suppressed) == nil { flood?.raise(at: lasting) }
            conduct.change(change.subject, change.alert, isRaise: change.isRaise, at: lasting)
        }
        changes.removeAll(keepingCapacity: true)
        guard flood?.look(at: lasting) == true, let flood else { return [] }
        return [.floodChanged(FloodChanged(isFlood: flood.isFlood, count: Int64(flood.count), at: now))]
    }
}

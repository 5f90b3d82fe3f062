import DispatchModel

/// What a relief must know when a shift is handed over (交接班): every open end of a board, the most urgent first.
package struct HandoverList: Hashable, Sendable {
    /// Since when the shift has run: since it was last handed over within a day, else since it began by the clock.
    package var since: Timestamp
    /// The things on the list, by kind and urgency, none of them answered.
    package var items: [HandoverItem]
    /// Things of the least urgent kinds that the list has no room for.
    package var leftOut: Int
    /// Incidents that came in during the shift.
    package var received = 0
    /// Those of them that are P1.
    package var receivedUrgent = 0
    /// Incidents that were closed during the shift; a board forgets those closed longest ago.
    package var closed = 0

    /// The most things on a list.
    package static let limit = 400
    /// How long ago an alert that is still on was answered for the answer to be old.
    package static let oldAnswer = Span.hours(1)
    /// The longest that a hand-over says since when the shift has run.
    package static let longestShift = Span.hours(24)

    /// The list of a board at a time, in a room with these shifts.
    package init(on board: Board, shifts: Shifts, now: Timestamp) {
        let last = board.handovers.last?.handover.at
        since = last.flatMap { now - $0 <= Self.longestShift && $0 <= now ? $0 : nil } ?? shifts.start(at: now)
        (items, leftOut) = ([], 0)
        var found = Self.incidents(board)
        found += Self.alerts(board, now)
        board.units.elements.withUnsafeBufferPointer { units in
            for index in units.indices where units[index].status == .outOfService {
                found.append(Ranked(unit: units[index]))
            }
        }
        found.sort()
        leftOut = max(0, found.count - Self.limit)
        items = found.prefix(Self.limit).map(\.item)
        count(board)
    }

    /// What has changed in the shift.
    private mutating func count(_ board: Board) {
        let since = since
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices where incidents[index].mergedInto == nil {
                if incidents[index].received >= since {
                    received += 1
                    if incidents[index].priority == .p1 { receivedUrgent += 1 }
                }
                if let at = incidents[index].closed, at >= since { closed += 1 }
            }
        }
    }
}

/// An item with what it is ranked by within its kind.
private struct Ranked: Comparable {
    var item: HandoverItem
    var urgency: Int64
    var time: Int64

    init(_ kind: HandoverKind, _ incident: Incident, urgency: Int64, due: Timestamp? = nil) {
        item = HandoverItem(
            kind: kind, incident: incident.id, due: due, meaning: incident.history.last ?? incident.revision)
        self.urgency = urgency
        time = (due ?? incident.received).rawValue
    }

    init(_ kind: HandoverKind, _ alert: Alert, due: Timestamp? = nil) {
        item = HandoverItem(kind: kind, alert: alert.id, due: due, meaning: alert.handoverMeaning)
        urgency = -Int64(alert.severity.rawValue)
        time = (due ?? alert.raised).rawValue
    }

    init(unit: FieldUnit) {
        item = HandoverItem(kind: .unitOut, unit: unit.id, meaning: unit.revision)
        urgency = 0
        time = unit.statusSince.rawValue
    }

    static func < (left: Ranked, right: Ranked) -> Bool {
        (left.item.kind.rawValue, left.urgency, left.time, left.item.order)
            < (right.item.kind.rawValue, right.urgency, right.time, right.item.order)
    }
}

extension HandoverItem {
    /// What tells things alike in everything else apart.
    fileprivate var order: UInt32 { incident?.rawValue ?? alert?.rawValue ?? unit?.rawValue ?? 0 }

    /// The same thing for the same reason, whatever is known of it.
    package func isSameThing(as other: HandoverItem) -> Bool {
        kind == other.kind && incident == other.incident && unit == other.unit && alert == other.alert
    }

    /// The same without its answer: equal while nothing has changed since it was shown.
    package var unanswered: HandoverItem {
        var copy = self
        copy.answer = nil
        return copy
    }
}

extension Alert {
    /// Moves whenever what an operator knows of the alert does.
    fileprivate var handoverMeaning: Int64 {
        let hidden = hidings.reduce(Int64(0)) { $0 &+ Int64($1.way.rawValue) &+ $1.since.rawValue }
        return (occurrence &* 8 &+ Int64(severity.rawValue)) &* 4 &+ (active ? 2 : 0) &+ (acknowledged ? 1 : 0)
            &+ hidden
    }
}

extension HandoverList {
    /// Incidents that are open, and what was promised about them.
    private static func incidents(_ board: Board) -> [Ranked] {
        var found: [Ranked] = []
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices where incidents[index].isOpen {
                let incident = incidents[index]
                let kind: HandoverKind = incident.held ? .held : incident.isUnserved ? .waiting : .open
                found.append(
                    Ranked(
                        kind, incident, urgency: Int64(incident.priority.rawValue),
                        due: incident.held ? incident.heldUntil : nil))
                guard let due = incident.dispute?.nextDeadline else { continue }
                found.append(Ranked(.promise, incident, urgency: 0, due: due))
            }
        }
        return found
    }

    /// Alerts that nobody has answered, that an operator put out of sight, or that were answered long ago and are still on.
    private static func alerts(_ board: Board, _ now: Timestamp) -> [Ranked] {
        board.alerts.elements.compactMap { alert in
            if let hiding = alert.hidings.first(where: { $0.way != .suppressed }) {
                return Ranked(.shelved, alert, due: hiding.until)
            }
            guard alert.hidings.isEmpty else { return nil }
            if !alert.acknowledged { return Ranked(.unanswered, alert) }
            guard alert.active, let answered = alert.answered, now - answered >= HandoverList.oldAnswer else {
                return nil
            }
            return Ranked(.standing, alert)
        }
    }
}

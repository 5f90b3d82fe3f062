import DispatchModel

/// Watches what is asked of crews and what operators set timers for: a crew that is not heard by word within its interval is
/// told and asked again, and after the last miss the emergency is raised; a timer rings when it is due.
///
/// An alert stands while its reason does: until the crew says a word, until the timer is ended. The watch only decides, and one
/// made anew from a board goes on as the one before it. What is due is watched by its time, so that nothing is scanned while
/// nothing is.
package struct PersonnelWatch: Sendable {
    private let rules: PersonnelCheckRules
    private let emergencyType: String
    private var queue = DueQueue<Subject>()
    /// Crews that are asked.
    private var checked: Set<UnitID> = []
    /// What may have got or lost the reason of an alert since the last look.
    private var changed: Set<Obligation> = []

    /// What falls due.
    private enum Subject: Hashable, Comparable {
        case unit(UnitID)
        case timer(JournalPosition)
    }

    /// A watch over a board as it stands.
    package init(policy: Policy, board: Board) {
        rules = policy.personnelChecks
        emergencyType = policy.emergencyType
        for unit in board.units.elements where unit.check != nil { watch(unit.id, board) }
        let standing = board.alerts.elements.filter { $0.active && $0.kind.isPersonnel }
        changed.formUnion(standing.map(Obligation.init))
        let ringing = Set(standing.compactMap(\.timer))
        for timer in board.openTimers where !ringing.contains(timer.id) { queue.set(timer.due, .timer(timer.id)) }
    }

    /// When it is to be asked again: at once after something happened, else when something falls due; nil when nothing can.
    package var nextDue: Timestamp? { changed.isEmpty ? queue.first?.due : .epoch }

    /// Takes notice of an event after it was folded into the board.
    package mutating func observe(_ record: EventRecord, board: Board) {
        if let timer = record.timer {
            let known = board.timer(timer)
            queue.set(known.flatMap { $0.isOpen ? $0.due : nil }, .timer(timer))
            changed.insert(
                Obligation(
                    kind: .timer, incident: record.body.incidents.first, unit: record.body.unit, timer: timer))
            return
        }
        if let unit = record.body.unit, isAsked(unit, board) || checked.contains(unit) { watch(unit, board) }
        if case .incidentCheckSet(let event) = record.body {
            for unit in board.incidents[event.incident]?.openAssignments.map(\.unit) ?? [] { watch(unit, board) }
        }
    }

    private func isAsked(_ unit: UnitID, _ board: Board) -> Bool {
        board.units.read(unit) { $0.check != nil } ?? false
    }

    private mutating func watch(_ id: UnitID, _ board: Board) {
        let check = board.units.read(id) { $0.isAccountable ? $0.check : nil } ?? nil
        if isAsked(id, board) { checked.insert(id) } else { checked.remove(id) }
        queue.set(check?.due(retry: rules.retry), .unit(id))
        changed.insert(Obligation(kind: .personnelCheck, unit: id))
    }

    /// The events that tell of misses and timers at this time, and that end what is answered.
    package mutating func due(at now: Timestamp, board: Board) -> [EventBody] {
        var draft = Draft(board.counters)
        for key in changed.sorted() { settle(key, &draft, at: now, board) }
        changed.removeAll(keepingCapacity: true)
        while let entry = queue.first, entry.due <= now {
            queue.removeFirst()
            switch entry.subject {
            case .unit(let id): miss(id, at: entry.due, &draft, now: now, board)
            case .timer(let id): ring(id, &draft, board)
            }
        }
        return draft.events
    }

    /// Brings an alert into step with its reason.
    private func settle(_ key: Obligation, _ draft: inout Draft, at now: Timestamp, _ board: Board) {
        let alert = board.alerts.elements.first { $0.active && Obligation($0) == key }
        if let id = key.timer {
            // One that goes on rings by its time, as the queue has it.
            let rings = board.timer(id).map { $0.isOpen && $0.due <= now } ?? false
            if let alert, !rings { draft.add(.alertCleared(AlertCleared(alert: alert.id, at: now))) }
            return
        }
        let reason = key.unit.flatMap { missed($0, board) }
        if let alert, reason == nil {
            draft.add(.alertCleared(AlertCleared(alert: alert.id, at: now)))
        } else if alert == nil, let reason {
            raise(key, at: reason, limit: limit(key, board), &draft, board)
        }
    }

    /// When the crew of a unit was last asked in vain; nil while nothing is missed.
    private func missed(_ id: UnitID, _ board: Board) -> Timestamp? {
        board.units.read(id) { unit in
            guard unit.isAccountable, let check = unit.check, check.misses > 0 else { return nil }
            return check.missedAt
        } ?? nil
    }

    private func limit(_ key: Obligation, _ board: Board) -> Int64 {
        key.unit.flatMap { board.units.read($0) { $0.check?.interval } ?? nil } ?? 0
    }

    /// A crew was asked in vain: it is told, and after the last miss the emergency is raised.
    private func miss(_ id: UnitID, at due: Timestamp, _ draft: inout Draft, now: Timestamp, _ board: Board) {
        guard let unit = board.units[id], unit.isAccountable, let check = unit.check,
            let isDue = check.due(retry: rules.retry), isDue <= now
        else { return }
        // Whoever was away while it fell due is given the time to ask from now on.
        draft.add(.crewMissed(CrewMissed(unit: id, at: now)))
        if check.misses + 1 >= rules.misses {
            draft.emergency(unit, on: board, type: emergencyType, at: now)
        } else if check.misses == 0 {
            raise(Obligation(kind: .personnelCheck, unit: id), at: due, limit: check.interval, &draft, board)
        }
    }

    private func ring(_ id: JournalPosition, _ draft: inout Draft, _ board: Board) {
        guard let timer = board.timer(id), timer.isOpen else { return }
        let key = Obligation(kind: .timer, incident: timer.incident, unit: timer.unit, timer: id)
        raise(key, at: timer.due, limit: (timer.due - timer.since).seconds, &draft, board)
    }

    /// An alert of the same subject that nobody has answered comes on again as its next occurrence.
    private func raise(
        _ key: Obligation, at: Timestamp, limit: Int64, _ draft: inout Draft, _ board: Board
    ) {
        let standing = board.alerts.elements.first { $0.kind.isPersonnel && Obligation($0) == key }?.id
        let severity: AlertSeverity = key.kind == .timer ? .medium : .high
        draft.add(
            .alertRaised(
                AlertRaised(
                    alert: standing ?? draft.nextAlert(), kind: key.kind, severity: severity, incident: key.incident,
                    unit: key.unit, at: at, limit: limit, timer: key.timer)))
    }
}

extension AlertKind {
    /// True for what this watch raises and ends.
    var isPersonnel: Bool { self == .personnelCheck || self == .timer }
}

extension FieldUnit {
    /// True while its crew can be asked: one off duty is not, and one that calls for help has more than a check.
    fileprivate var isAccountable: Bool { status != .outOfService && status != .emergency }
}

extension EventRecord {
    /// The timer that the event is about.
    fileprivate var timer: JournalPosition? {
        if case .timerSet = body { return position }
        if case .timerEnded(let event) = body { return event.timer }
        if case .timerResumed(let event) = body { return event.timer }
        return nil
    }
}

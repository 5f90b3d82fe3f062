import DispatchModel
import DispatchPolicy

/// What became of own orders: what they did is told, what they made selected, what could not be recorded said.
struct OrderOutcomes: ConsolePart {
    let console: Console

    /// What an order made is what its operator goes on with: a new incident, the one that another was merged into, what an
    /// undo restored.
    func noteMade(by command: Command, _ records: [EventRecord], before: Board) {
        if command != .undo { noteTakenAway(before: before) }
        let subject: Subject? =
            switch command.nature.goesOnWith {
            case .newIncident?: OrderOutcomes.newIncident(records)
            case .incident(let id)?: .incident(id)
            case .restored?: restored(records, before: before)
            case nil: nil
            }
        guard let subject, let last = records.last else { return }
        console.orders.made = MadeThing(
            subject: subject, position: last.position, staysInPane: command == .undo)
    }

    /// The selected incident was taken out of the queue by an own order: an undo that brings it back selects it again.
    private func noteTakenAway(before: Board) {
        guard case .incident(let id)? = targets.subject, before.incidents[id]?.isOpen == true,
            core.head.incidents[id]?.isOpen == false
        else { return }
        console.orders.tookAway(id)
    }

    private static func newIncident(_ records: [EventRecord]) -> Subject? {
        for record in records {
            if case .incidentReported(let event) = record.body { return .incident(event.incident) }
        }
        return nil
    }

    /// What an undo is gone on with in the queue, while that has the keys: the incident that was selected when the order
    /// took it away, or, where the undo takes the selected one away, what that was made of. Else nothing selected changes.
    private func restored(_ records: [EventRecord], before: Board) -> Subject? {
        guard console.view.focus == .dispatch else { return nil }
        let incidents = records.compactMap(\.body.incidents.first)
        let open = incidents.filter { core.head.incidents[$0]?.isOpen == true }
        let reopened = open.first { id in
            before.incidents[id]?.isOpen == false && console.orders.takenAway.contains(id)
        }
        if let reopened { return .incident(reopened) }
        guard case .incident(let selected)? = targets.subject, incidents.contains(selected),
            core.head.incidents[selected]?.isOpen != true
        else { return nil }
        return open.first.map(Subject.incident)
    }

    /// Selects what was made as soon as it is on the screen.
    func selectMade() {
        guard let made = console.orders.made, made.position <= board.position, !isInThePast else { return }
        console.orders.made = nil
        guard isStillThere(made.subject), targets.subject != made.subject else { return }
        guard made.staysInPane else {
            navigation.select(made.subject)
            return
        }
        // What is undone never gives another pane the keys.
        guard console.view.focus == .dispatch, case .incident(let id) = made.subject else { return }
        _ = console.view.incidentList.select(id, in: console.view.incidents)
    }

    private func isStillThere(_ subject: Subject) -> Bool {
        switch subject {
        case .incident(let id): board.incidents[id]?.isOpen == true
        case .unit(let id): board.units.contains(id)
        case .alert(let id): board.alerts.contains(id)
        case .feed: false
        }
    }

    // MARK: What is told

    /// Says what commands did, now that it is on disk. A refusal said since then stays.
    func tellRecorded(upTo position: JournalPosition) {
        let done = console.orders.recorded(upTo: position)
        guard !done.isEmpty else { return }
        if let kind = console.teller.notice?.kind, kind == .error || kind == .warning { return }
        let rest = done.count > 3 ? " · +\(done.count - 3)" : ""
        say(.good, done.prefix(3).joined(separator: " · ") + rest)
    }

    /// The incidents of which these records changed the units or the plan and that lack something of their plan now.
    func shortPlans(after records: [EventRecord]) -> [(incident: IncidentID, shortfall: PlanShortfall)] {
        var incidents: [IncidentID] = []
        for record in records {
            switch record.body {
            case .unitAssigned, .assignmentAdvanced, .assignmentWithdrawn, .incidentTriaged, .incidentRestored:
                guard let id = record.body.incidents.first, !incidents.contains(id) else { continue }
                incidents.append(id)
            default: continue
            }
        }
        let board = core.head
        return incidents.compactMap { id in
            board.incidents[id].flatMap {
                core.policy.responsePlans.shortfall(of: $0, on: board, present: console.view.kindsPresent)
            }.map { (id, $0) }
        }
    }

    /// A command that turned out not to be recorded is told and stays in sight until Esc; never silently lost.
    func tellLostCommands() {
        let lost = core.takeLostCommands()
        guard !lost.isEmpty, let failure = core.failure else { return }
        let named = lost.map { words.order($0.command, on: board) }
        let notice = Notice(.error, words.notRecorded(named, because: text(failure.message)))
        console.orders.lose(lost, saying: notice)
        screen.bell()
        say(.error, notice.text)
    }
}

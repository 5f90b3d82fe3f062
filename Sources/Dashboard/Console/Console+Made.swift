import DispatchModel
import DispatchPolicy

extension Console {
    /// What an order made is what its operator goes on with: a new incident, the one that another was merged into, what an
    /// undo restored.
    func noteMade(by command: Command, _ records: [EventRecord], before: Board) {
        let subject: Subject? =
            switch command {
            case .create, .raiseIncident, .split: Console.newIncident(records)
            case .merge(_, let survivor): .incident(survivor)
            case .reopen(let id, _): .incident(id)
            case .undo: restored(records, before: before)
            case .addReport, .triage, .note, .hold, .releaseHold, .link, .dismissDuplicate, .close, .gradeDispute,
                .advanceDispute, .mediate, .assign, .joinAlert, .withdraw, .advance, .setStatus, .emergency,
                .acknowledge, .reset, .shelve, .takeOutOfService, .showAlert:
                nil
            }
        guard let subject, let last = records.last else { return }
        orders.made = MadeThing(subject: subject, position: last.position)
    }

    private static func newIncident(_ records: [EventRecord]) -> Subject? {
        for record in records {
            if case .incidentReported(let event) = record.body { return .incident(event.incident) }
        }
        return nil
    }

    /// What an undo brought back: an incident that is open again; else what is selected stays so if the undo was about it.
    private func restored(_ records: [EventRecord], before: Board) -> Subject? {
        let incidents = records.compactMap(\.body.incidents.first)
        let open = incidents.filter { core.head.incidents[$0]?.isOpen == true }
        if let reopened = open.first(where: { before.incidents[$0]?.isOpen == false }) { return .incident(reopened) }
        let units = records.compactMap(\.body.unit)
        let things =
            open.map(Subject.incident) + units.map(Subject.unit) + records.compactMap(\.body.alert).map(Subject.alert)
        return subject.flatMap { things.contains($0) ? $0 : nil } ?? things.first
    }

    /// Selects what was made as soon as it is on the screen.
    func selectMade() {
        guard let made = orders.made, made.position <= board.position, !isInThePast else { return }
        orders.made = nil
        guard isStillThere(made.subject), subject != made.subject else { return }
        select(made.subject)
    }

    private func isStillThere(_ subject: Subject) -> Bool {
        switch subject {
        case .incident(let id): board.incidents[id]?.isOpen == true
        case .unit(let id): board.units.contains(id)
        case .alert(let id): board.alerts.contains(id)
        case .feed: false
        }
    }
}

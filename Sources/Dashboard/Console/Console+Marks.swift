import DispatchModel
import DispatchPolicy
import Wording

/// Marks mean one thing everywhere: an action is about what is marked, or says that it is not done to several. Only what
/// is marked of its kind counts: units for what is done to units, incidents for what is done to incidents. A detail that has
/// the keys is about what it shows, alone; a mark that its list's filter hides is refused.
extension Console {
    /// The marked units of both panes, in the order of marking.
    var markedUnits: [UnitID] { view.patrolList.marked + view.quickResponseList.marked }

    /// The marked units that an action is about; none where one thing alone is meant.
    var meantUnits: [UnitID] { meansOneAlone ? [] : markedUnits }

    /// True when an action is about what a detail shows and no mark counts.
    var meansOneAlone: Bool { orders.bound?.isAlone ?? showsOneAlone }

    /// True while the detail of one thing has the keys.
    var showsOneAlone: Bool { mode == .detail }

    /// What an action on incidents is about: the marked ones, else the selected one. Empty, and said, when there is none.
    func meantIncidents() -> [(id: IncidentID, drawn: [DrawnMeaning])] {
        let marked = meansOneAlone ? [] : view.incidentList.marked
        guard !marked.isEmpty else { return targetIncident().map { [$0] } ?? [] }
        let unseen = marked.filter { !view.incidentList.lists($0, in: view.incidents) }
        if !unseen.isEmpty {
            refuseUnseen(words.numbers(unseen))
            return []
        }
        return marked.map { ($0, meaning(.incident($0))) }
    }

    /// True, and said, when some of the marked units are out of sight behind a filter: nothing is done to them unseen.
    func areMarkedUnitsUnseen() -> Bool {
        let patrol = view.patrolList.marked.filter { !view.patrolList.lists($0, in: view.patrol) }
        let quick = view.quickResponseList.marked.filter { !view.quickResponseList.lists($0, in: view.quickResponse) }
        guard !meansOneAlone, !(patrol + quick).isEmpty else { return false }
        refuseUnseen(words.callsigns(patrol + quick, on: board))
        return true
    }

    private func refuseUnseen(_ names: String) {
        say(.warning, words.marksOutOfSight(names, clear: keyText(.clearMarks, in: .normal)))
        screen.bell()
    }

    /// The same for an action that is done to one incident only; nil, and said, when there is none or more than one.
    func meantAlone() -> (id: IncidentID, drawn: [DrawnMeaning])? {
        let meant = meantIncidents()
        guard meant.count > 1 else { return meant.first }
        say(.warning, words.notForSeveral(meant.map(\.id), clear: keyText(.clearMarks, in: .normal)))
        return nil
    }

    /// Says that marked units are in the way of what would send others; false when none are marked.
    func markedUnitsAreMeant(send key: String) -> Bool {
        guard !meantUnits.isEmpty else { return false }
        say(
            .warning,
            words.unitsAreMarked(markedUnits, on: board, send: key, clear: keyText(.clearMarks, in: .normal)))
        return true
    }

    /// Takes the marks away that an order has been applied to.
    func clearMarks(after command: Command) {
        switch command {
        case .assign(_, let units, _): unmark(units)
        case .merge(let one, let other), .link(let one, let other): unmark([one, other])
        case .create, .addReport, .triage, .note, .hold, .releaseHold, .split, .dismissDuplicate, .reopen, .close,
            .gradeDispute, .advanceDispute, .mediate, .joinAlert, .withdraw, .advance, .setStatus, .emergency,
            .acknowledge, .reset, .shelve, .takeOutOfService, .showAlert, .raiseIncident, .undo:
            return
        }
    }

    /// Takes away the marks of units that an order was about; what else is marked stays so.
    func unmark(_ units: [UnitID]) {
        view.patrolList.keepMarks { !units.contains($0) }
        view.quickResponseList.keepMarks { !units.contains($0) }
    }

    /// Takes away the marks of incidents that an order was about.
    func unmark(_ incidents: [IncidentID]) {
        view.incidentList.keepMarks { !incidents.contains($0) }
    }

    /// `U`.
    func clearMarks() {
        view.incidentList.clearMarks()
        view.patrolList.clearMarks()
        view.quickResponseList.clearMarks()
    }

    /// What is closed or gone is not marked any more.
    func keepMarks() {
        let board = board
        view.incidentList.keepMarks { board.incidents[$0]?.isOpen == true }
        view.patrolList.keepMarks { board.units.contains($0) }
        view.quickResponseList.keepMarks { board.units.contains($0) }
    }

    /// Whom the commands of a chord are about, in words; empty where they are about nothing.
    func chordSubject(_ continuations: [Keymap.Continuation]) -> String {
        let groups = continuations.compactMap { continuation -> CommandGroup? in
            guard case .command(let name) = continuation.target else { return nil }
            return Catalogue.entry(name).group
        }
        if groups.contains(.unit) {
            if !meantUnits.isEmpty { return words.callsigns(meantUnits, on: board) }
            if let unit = selectedUnit() { return words.callsign(unit, on: board) }
        }
        guard groups.contains(.unit) || groups.contains(.incident) else { return "" }
        let marked = meansOneAlone ? [] : view.incidentList.marked
        return words.numbers(marked.isEmpty ? meantIncident().map { [$0.id] } ?? [] : marked)
    }
}

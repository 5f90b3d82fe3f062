import DispatchModel
import DispatchPolicy
import Keymap
import Panes
import Wording

/// Marks mean one thing everywhere: an action is about what is marked, or says that it is not done to several. Only what
/// is marked of its kind counts: units for what is done to units, incidents for what is done to incidents.
extension Console {
    /// The marked units of both panes, in the order of marking.
    var markedUnits: [UnitID] { view.patrolList.marked + view.quickResponseList.marked }

    /// What an action on incidents is about: the marked ones, else the selected one. Empty, and said, when there is none.
    func meantIncidents() -> [(id: IncidentID, drawn: [DrawnMeaning])] {
        let marked = view.incidentList.marked
        guard marked.isEmpty else { return marked.map { ($0, meaning(.incident($0))) } }
        return targetIncident().map { [$0] } ?? []
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
        guard !markedUnits.isEmpty else { return false }
        say(
            .warning,
            words.unitsAreMarked(markedUnits, on: board, send: key, clear: keyText(.clearMarks, in: .normal)))
        return true
    }

    /// Takes the marks away that an order has been applied to.
    func clearMarks(after command: Command) {
        switch command {
        case .assign: clearUnitMarks()
        case .merge, .link: view.incidentList.clearMarks()
        default: return
        }
    }

    func clearUnitMarks() {
        view.patrolList.clearMarks()
        view.quickResponseList.clearMarks()
    }

    /// `U`.
    func clearMarks() {
        if case .assign(var assign) = view.overlay {
            assign.marked = []
            view.overlay = .assign(assign)
        }
        view.incidentList.clearMarks()
        clearUnitMarks()
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
            if !markedUnits.isEmpty { return words.callsigns(markedUnits, on: board) }
            if let unit = selectedUnit() { return words.callsign(unit, on: board) }
        }
        guard groups.contains(.unit) || groups.contains(.incident) else { return "" }
        let marked = view.incidentList.marked
        return words.numbers(marked.isEmpty ? meantIncident().map { [$0.id] } ?? [] : marked)
    }
}

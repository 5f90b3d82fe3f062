import DispatchModel
import DispatchPolicy
import Formats
import Wording

/// What an order is about: what is selected, named or marked.
///
/// Marks mean one thing everywhere: an action is about what is marked, or says that it is not done to several. Only what
/// is marked of its kind counts: units for what is done to units, incidents for what is done to incidents. A detail that has
/// the keys is about what it shows, alone; a mark that its list's filter hides is refused.
struct Targets: ConsolePart {
    let console: Console

    /// The thing that a command is about.
    var subject: Subject? { console.orders.bound.map(\.subject) ?? selectedSubject }

    /// The selected thing of the pane that has the keys. A pane without things of its own has none, whatever the detail
    /// beside it goes on showing.
    private var selectedSubject: Subject? { console.view.focus.room.meant(in: console.view) }

    /// What is selected now and what it means, to hold on to while keys or text for it are still coming.
    func binding() -> BoundSelection {
        console.orders.binding(
            selectedSubject, incident: console.view.incidentList.selected, isAlone: showsOneAlone, on: board,
            isWriting: core.isWriting)
    }

    /// The incident that a command is about: the selected one, or that of the selected unit or alert, with everything that
    /// must still be as it was drawn.
    func incident() -> (id: IncidentID, drawn: [DrawnMeaning])? {
        if let meant = meantIncident { return meant }
        say(.warning, words.message(.nothingSelected))
        return nil
    }

    /// The same, and nothing is said when there is none.
    var meantIncident: (id: IncidentID, drawn: [DrawnMeaning])? {
        switch subject {
        case .incident(let id)?: return (id, meaning(.incident(id)))
        case .unit(let unit)?:
            let seen = meaning(.unit(unit))
            guard case .unit(let meaning)? = seen.first, let id = meaning.incident else { return nil }
            return (id, seen + self.meaning(.incident(id)))
        case .alert(let alert)?:
            return board.alerts[alert]?.incident.map { ($0, meaning(.incident($0))) }
        case .feed?, nil: return nil
        }
    }

    /// The unit that a command is about, when the selection names one.
    func selectedUnit() -> UnitID? {
        switch subject {
        case .unit(let id): id
        case .alert(let id): board.alerts[id]?.unit
        case .incident, .feed, nil: nil
        }
    }

    // MARK: What is named

    /// The incident named in the argument, or the one that is meant, for what is done to one only.
    func oneIncident(named argument: String) -> (id: IncidentID, drawn: [DrawnMeaning])? {
        argument.isEmpty ? oneIncident() : incident(named: argument)
    }

    /// The incident named in the argument, or the selected one.
    func incident(named argument: String) -> (id: IncidentID, drawn: [DrawnMeaning])? {
        if argument.isEmpty { return incident() }
        guard case .incident(let id)? = reference(argument), board.incidents.contains(id) else {
            say(.warning, words.notOnBoard(argument))
            return nil
        }
        return (id, meaning(.incident(id)))
    }

    /// The incident of a number such as `#4821`, or the unit of a callsign. Digits alone may be either: the unit's, where there
    /// is no such incident.
    func reference(_ text: String) -> Subject? {
        let text = String(text.trimmingBlanks)
        let bare = text.hasPrefix("#") ? text.dropFirst() : text[...]
        let incident = UInt32(bare).map(IncidentID.init)
        if let incident, board.incidents.contains(incident) { return .incident(incident) }
        let folded = text.uppercased()
        if let unit = board.unit(callsign: text) ?? board.unit(callsign: folded) { return .unit(unit.id) }
        if let unit = board.units.elements.first(where: { $0.callsign.uppercased() == folded }) {
            return .unit(unit.id)
        }
        return incident.map(Subject.incident)
    }

    // MARK: What is marked

    /// The marked units that an action is about; none where one thing alone is meant.
    var meantUnits: [UnitID] { meansOneAlone ? [] : console.view.markedUnits }

    /// True when an action is about what a detail shows and no mark counts.
    var meansOneAlone: Bool { console.orders.bound?.isAlone ?? showsOneAlone }

    /// True while the detail of one thing has the keys, or the map, where no mark is seen.
    var showsOneAlone: Bool {
        layers.asksNothing && [.detail, .map].contains(console.view.paneWithKeys)
    }

    /// What an action on incidents is about: the marked ones, else the selected one. Empty, and said, when there is none.
    func meantIncidents() -> [(id: IncidentID, drawn: [DrawnMeaning])] {
        let marked = meansOneAlone ? [] : console.view.incidentList.marked
        guard !marked.isEmpty else { return incident().map { [$0] } ?? [] }
        let unseen = marked.filter { !console.view.incidentList.lists($0, in: console.view.incidents) }
        if !unseen.isEmpty {
            refuseUnseen(words.numbers(unseen))
            return []
        }
        return marked.map { ($0, meaning(.incident($0))) }
    }

    /// True, and said, when some of the marked units are out of sight behind a filter: nothing is done to them unseen.
    func areMarkedUnitsUnseen() -> Bool {
        let patrol = console.view.patrolList.marked.filter {
            !console.view.patrolList.lists($0, in: console.view.patrol)
        }
        let quick = console.view.quickResponseList.marked.filter {
            !console.view.quickResponseList.lists($0, in: console.view.quickResponse)
        }
        guard !meansOneAlone, !(patrol + quick).isEmpty else { return false }
        refuseUnseen(words.callsigns(patrol + quick, on: board))
        return true
    }

    private func refuseUnseen(_ names: String) {
        say(.warning, words.marksOutOfSight(names, clear: keyText(.clearMarks, in: .normal)))
        screen.bell()
    }

    /// The same for an action that is done to one incident only; nil, and said, when there is none or more than one.
    func oneIncident() -> (id: IncidentID, drawn: [DrawnMeaning])? {
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
            words.unitsAreMarked(
                console.view.markedUnits, on: board, send: key, clear: keyText(.clearMarks, in: .normal)))
        return true
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
        let marked = meansOneAlone ? [] : console.view.incidentList.marked
        return words.numbers(marked.isEmpty ? meantIncident.map { [$0.id] } ?? [] : marked)
    }
}

extension ConsoleView {
    /// The marked units of both panes, in the order of marking.
    var markedUnits: [UnitID] { patrolList.marked + quickResponseList.marked }

    /// Takes the marks away that an order has been applied to.
    mutating func clearMarks(after command: Command) {
        let nature = command.nature
        guard nature.endsMarks else { return }
        unmark(nature.units)
        if nature.units.isEmpty { unmark([nature.incident, nature.other].compactMap(\.self)) }
    }

    /// Takes away the marks of units that an order was about; what else is marked stays so.
    mutating func unmark(_ units: [UnitID]) {
        patrolList.keepMarks { !units.contains($0) }
        quickResponseList.keepMarks { !units.contains($0) }
    }

    /// Takes away the marks of incidents that an order was about.
    mutating func unmark(_ incidents: [IncidentID]) {
        incidentList.keepMarks { !incidents.contains($0) }
    }

    /// Nothing is marked any more.
    mutating func clearMarks() {
        incidentList.clearMarks()
        patrolList.clearMarks()
        quickResponseList.clearMarks()
    }

    /// What is closed or gone is not marked any more.
    mutating func keepMarks(on board: Board) {
        incidentList.keepMarks { board.incidents[$0]?.isOpen == true }
        patrolList.keepMarks { board.units.contains($0) }
        quickResponseList.keepMarks { board.units.contains($0) }
    }
}

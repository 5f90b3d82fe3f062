import DispatchModel
import DispatchPolicy
import Wording

/// Commands about an incident: the selected one, or the one named in the argument.
struct IncidentCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        if name == .joinReport { return say(.info, words.nothingToJoin) }
        if name == .notSame { return duplicates.dismiss(argument) }
        if !argument.isEmpty, let line = Catalogue.entry(name).line(argument) { return typedLines.carryOut(line) }
        if name == .create { return IncidentForm.openCreate(on: console) }
        if argument.isEmpty, runOnSeveral(name) { return }
        guard
            let (id, drawn) = isAboutTwo(name)
                ? targets.incident(named: argument) : targets.oneIncident(named: argument)
        else { return }
        switch name {
        case .triage: IncidentForm.openTriage(id, drawn, on: console)
        case .correctCaller: CallerForm.open(id, drawn, on: console)
        case .raisePriority: changePriority([(id, drawn)]) { $0.raised }
        case .lowerPriority: changePriority([(id, drawn)]) { $0.lowered }
        case .reopen: ask(ReopenLine(id: id), drawn: drawn)
        case .duplicates: DuplicatesView.open(id, on: console)
        case .merge: relate(.merge, id, drawn, else: duplicates.proposedBesides(id))
        case .crossReference: relate(.crossReference, id, drawn, else: "")
        case .split: split(id, drawn)
        case .gradeDispute: grade(id, drawn)
        case .mediate: mediate(id, drawn)
        default: order(name, id, drawn)
        }
    }

    /// What a command orders by its entry alone.
    private func order(_ name: CommandName, _ id: IncidentID, _ drawn: [DrawnMeaning]) {
        guard case .incident(let command)? = Catalogue.entry(name).ordering else { return untaken(name) }
        perform(command(id), drawn: drawn)
    }

    /// What can be done to every marked incident at once; false for what is done to one.
    private func runOnSeveral(_ name: CommandName) -> Bool {
        guard [.note, .raisePriority, .lowerPriority, .hold, .closeIncident].contains(name) else { return false }
        let meant = targets.meantIncidents()
        guard !meant.isEmpty else { return true }
        let (ids, drawn) = (meant.map(\.id), meant.flatMap(\.drawn))
        switch name {
        case .note: ask(NoteLine(ids: ids), drawn: drawn)
        case .raisePriority: changePriority(meant) { $0.raised }
        case .lowerPriority: changePriority(meant) { $0.lowered }
        case .hold: hold(ids, drawn)
        case .closeIncident: openDispositions(ids, drawn)
        default: untaken(name)
        }
        return true
    }

    /// True for what brings the selected incident together with a marked one.
    private func isAboutTwo(_ name: CommandName) -> Bool { name == .merge || name == .crossReference }

    /// Asks for the other incident; a marked one stands there already, and of several one has to be named.
    private func relate(
        _ relation: RelationLine.Relation, _ id: IncidentID, _ drawn: [DrawnMeaning], else proposed: String
    ) {
        let others = console.view.incidentList.marked.filter { $0 != id }
        guard others.count < 2 || targets.meansOneAlone else {
            return say(.warning, words.notForSeveral(others, clear: keyText(.clearMarks, in: .normal)))
        }
        let text = others.count == 1 ? "\(others[0].rawValue)" : proposed
        ask(RelationLine(id: id, relation: relation), drawn: drawn, text: text)
    }

    private func changePriority(
        _ meant: [(id: IncidentID, drawn: [DrawnMeaning])], _ change: (Priority) -> Priority?
    ) {
        var requests: [CommandRequest] = []
        for (id, drawn) in meant {
            guard case .incident(let seen)? = drawn.last else { return say(.warning, words.message(.nothingSelected)) }
            guard let priority = change(seen.priority) else {
                return say(.warning, words.refusal(.samePriority(id, seen.priority), on: board).line)
            }
            requests.append(CommandRequest(.triage(id, TriageChange(priority: priority)), by: actor, drawn: drawn))
        }
        performOnMarked(requests)
    }

    /// Gives orders about every incident that is meant; what all was done to is not marked any more.
    @discardableResult
    func performOnMarked(_ requests: [CommandRequest]) -> [CommandRequest] {
        let refused = perform(requests)
        if refused.isEmpty { console.view.unmark(requests.compactMap(\.command.nature.incident)) }
        return refused
    }

    /// The same command for several incidents as they were drawn.
    func requests(
        _ ids: [IncidentID], _ drawn: [DrawnMeaning], _ command: (IncidentID) -> Command
    ) -> [CommandRequest] {
        ids.map { id in
            let own = ids.count == 1 ? drawn : drawn.filter { $0.isAbout(id, []) }
            return CommandRequest(command(id), by: actor, drawn: own)
        }
    }

    /// The same key holds and releases: releases when all of them are held.
    private func hold(_ ids: [IncidentID], _ drawn: [DrawnMeaning]) {
        let free = ids.filter { board.incidents[$0]?.held != true }
        guard !free.isEmpty else {
            performOnMarked(requests(ids, drawn) { .releaseHold($0) })
            return
        }
        let minutes: [Int64] = [5, 15, 30, 60, 120, 0]
        var rows = minutes.map { $0 == 0 ? words.holdOpenEnded : words.length(.minutes($0)) }
        rows.append(words.otherChoice)
        let choice = HoldChoice(ids: free, minutes: minutes, drawn: drawn)
        MenuView.open(words.holdTitle(words.numbers(free)), rows, choice, about: free, on: console)
    }

    private func openDispositions(_ ids: [IncidentID], _ drawn: [DrawnMeaning]) {
        if let closed = ids.first(where: { board.incidents[$0]?.isOpen != true }) {
            return say(.error, words.refusal(.incidentClosed(closed), on: board).line)
        }
        let known = core.policy.dispositions.filter { $0.recorded != core.policy.voidDisposition }
        let rows = known.map { words.disposition($0) } + [words.otherChoice]
        let units = ids.reduce(0) { $0 + (board.incidents[$1]?.openAssignments.count ?? 0) }
        let choice = DispositionChoice(ids: ids, known: known, drawn: drawn)
        MenuView.open(words.closeTitle(words.numbers(ids), units: units), rows, choice, about: ids, on: console)
    }

    /// With two reports there is nothing to ask: the later one goes. With more their numbers are asked for.
    private func split(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        guard let incident = board.incidents[id] else { return }
        guard incident.reports.count > 1 else {
            return say(.error, words.refusal(.splitNeedsReports(id), on: board).line)
        }
        ask(
            SplitLine(id: id, reports: incident.reports.map(\.number)), drawn: drawn,
            text: incident.reports.count == 2 ? "2" : "")
    }

    // MARK: Disputes

    /// Asks for the grade of a dispute.
    private func grade(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        let rows = DisputeGrade.allCases.map { words.gradeChoice($0, core.policy.deadlines.disputes) }
        MenuView.open(
            words.gradeTitle(words.number(id)), rows, GradeChoice(id: id, drawn: drawn), about: [id], on: console)
    }

    /// Asks how a dispute is mediated.
    private func mediate(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        guard board.incidents[id]?.dispute != nil else {
            return say(.error, words.refusal(.notDispute(id), on: board).line)
        }
        let rows = MediationKind.allCases.map { words.mediation($0) }
        MenuView.open(
            words.mediationTitle(words.number(id)), rows, MediationChoice(id: id, drawn: drawn), about: [id],
            on: console)
    }
}

/// Closes incidents with the disposition of the chosen line; the last line asks for one, and one that asks for more is asked
/// about.
struct DispositionChoice: MenuChoice {
    let ids: [IncidentID]
    let known: [RoomDisposition]
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        guard line < known.count else { return console.ask(DispositionLine(ids: ids), drawn: drawn) }
        let how = known[line].recorded
        guard known[line].asks.isEmpty else {
            return console.ask(DispositionLine(ids: ids), drawn: drawn, text: "\(how): ")
        }
        let orders = console.incidentCommands
        orders.performOnMarked(orders.requests(ids, drawn) { .close($0, disposition: how) })
    }
}

/// Holds incidents for the chosen minutes, 0 until they are released; the last line asks.
struct HoldChoice: MenuChoice {
    let ids: [IncidentID]
    let minutes: [Int64]
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        guard line < minutes.count else { return console.ask(HoldLine(ids: ids), drawn: drawn) }
        let until = minutes[line] == 0 ? nil : console.now + .minutes(minutes[line])
        let orders = console.incidentCommands
        orders.performOnMarked(orders.requests(ids, drawn) { .hold($0, until: until, reason: "") })
    }

    /// `15m` means fifteen minutes, never the first line.
    var takesDigits: Bool { true }

    func begin(with digit: String, on console: Console) {
        console.ask(HoldLine(ids: ids), drawn: drawn, text: digit)
    }
}

/// Grades a dispute as the chosen grade.
struct GradeChoice: MenuChoice {
    let id: IncidentID
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        console.perform(.gradeDispute(id, DisputeGrade.allCases[line]), drawn: drawn)
    }
}

/// Asks who mediates, in the chosen kind of mediation.
struct MediationChoice: MenuChoice {
    let id: IncidentID
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        console.ask(MediationLine(id: id, kind: MediationKind.allCases[line]), drawn: drawn)
    }
}

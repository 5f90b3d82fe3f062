import DispatchModel
import DispatchPolicy
import Wording

/// Commands that send units.
struct AssignmentCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        switch name {
        case .assign: argument.isEmpty ? openAssign() : typedLines.carryOut("D " + argument)
        case .sendPlan: sendPlan(argument)
        case .withdraw: unitCommands.run(name, argument)
        // A digit means a row of a popup: without one there is nothing to pick.
        default: if name.pickedNumber == nil { untaken(name) }
        }
    }

    /// From an incident: its ranked units. From units: the incidents they could go to.
    private func openAssign() {
        guard !targets.areMarkedUnitsUnseen() else { return }
        let unit = console.view.focus == .dispatch ? nil : targets.selectedUnit()
        if let unit {
            let meant = targets.meantUnits
            return PickIncidentView.open(for: meant.isEmpty ? [unit] : meant, on: console)
        }
        guard let (id, _) = targets.oneIncident() else { return }
        AssignView.open(for: id, on: console)
    }

    private func sendPlan(_ argument: String) {
        if argument.isEmpty, targets.markedUnitsAreMeant(send: keyText(.assign, in: .dispatch)) { return }
        guard let (id, drawn) = targets.oneIncident(named: argument), let incident = board.incidents[id] else { return }
        let plan = Recommender(policy: core.policy).planSet(for: incident, board: board, now: now)
        guard !plan.units.isEmpty else { return tellNobody(plan, id) }
        let units = plan.units.flatMap { meaning(.unit($0)) }
        guard case .done = sendChecked(plan.units, to: id, drawn: drawn + units), incident.place.point == nil else {
            return
        }
        say(.warning, words.of(id, words.sentBlindly(plan.units, to: incident.place[words.language], on: board)))
    }

    /// What the plan asks for and nobody is free for, or that it asks for nothing more.
    func tellNobody(_ plan: PlanSet?, _ id: IncidentID) {
        let missing = plan?.missing ?? []
        say(.warning, words.of(id, missing.isEmpty ? words.planFindsNobody : words.missing(missing)))
    }

    /// What became of units that were to be sent.
    enum Sending {
        case done
        /// It is asked first: one would be taken from another incident, or the place has a hazard.
        case asked
        /// Why not.
        case refused(Notice)
    }

    /// Sends units; asks first when one would be taken from another incident, and before the first ones go to a place whose
    /// hazard was not shown.
    @discardableResult
    func sendChecked(
        _ units: [UnitID], to incident: IncidentID, drawn: [DrawnMeaning], hazardsAreShown: Bool = false
    ) -> Sending {
        let busy = units.compactMap { id -> FieldUnit? in
            guard let unit = board.units[id], let task = unit.incident, task != incident else { return nil }
            // One that was free when it was drawn is refused with the difference, not asked about.
            return drawn.contains { $0.showsFree(id) } ? nil : unit
        }
        guard !busy.isEmpty else {
            let request = CommandRequest(.assign(incident, units, divert: false), by: actor, drawn: drawn)
            if !hazardsAreShown, asksOfHazards(request, units, incident) { return .asked }
            let verdict = console.order([request])
            return verdict.isDone ? .done : .refused(verdict.notice)
        }
        // The question shows what each unit is doing: if that changes before the answer, the answer no longer fits.
        let asked = busy.map(\.id).filter { id in !drawn.contains { $0.isAbout(nil, [id]) } }
        let request = CommandRequest(
            .assign(incident, units, divert: true), by: actor, drawn: drawn + asked.flatMap { meaning(.unit($0)) })
        let hazards = hazardsAreShown ? [] : hazards(ofFirst: incident)
        ask(
            words.divertQuestion(busy.map(\.id), to: incident, on: board),
            hazards + busy.map { words.divertDetail($0, on: board, now: now) }, words.divertButton, request)
        return .asked
    }

    private func ask(_ question: String, _ details: [String], _ button: String, _ request: CommandRequest) {
        let yes = keyText(.yes, in: .confirm)
        let no = keyText(.no, in: .confirm)
        layers.open(
            ConfirmView(
                question: question, details: details,
                buttons: [KeyHint(no, words.cancelButton), KeyHint(yes, button)], action: GiveOrder(request: request)))
    }

    /// Asks before the first units go to a place that may hurt somebody; false where there is nothing to ask.
    private func asksOfHazards(_ request: CommandRequest, _ units: [UnitID], _ id: IncidentID) -> Bool {
        let hazards = hazards(ofFirst: id)
        guard !hazards.isEmpty, let incident = board.incidents[id] else { return false }
        let said = HazardWords(words)
        ask(said.question(units, to: incident, on: board), hazards, said.send, request)
        return true
    }

    /// What may hurt somebody at a place where nobody was sent yet, a line each.
    private func hazards(ofFirst id: IncidentID) -> [String] {
        guard let incident = board.incidents[id], incident.assignments.isEmpty,
            hazardsHere.isGrave(incident.place, beat: incident.beat)
        else { return [] }
        return hazardsHere.lines(incident.place, beat: incident.beat, limit: 3)
    }
}

extension DrawnMeaning {
    /// True when this shows the unit without an incident.
    fileprivate func showsFree(_ unit: UnitID) -> Bool {
        if case .unit(let meaning) = self { meaning.unit == unit && meaning.incident == nil } else { false }
    }

    /// True when this is the meaning of the incident or of one of the units.
    func isAbout(_ incident: IncidentID?, _ units: [UnitID]) -> Bool {
        switch self {
        case .incident(let meaning): meaning.incident == incident
        case .unit(let meaning): units.contains(meaning.unit)
        }
    }
}

import DispatchModel
import DispatchPolicy
import Wording

extension Console {
    /// Commands that send units.
    func runAssignment(_ name: CommandName, _ argument: String) {
        switch name {
        case .assign: argument.isEmpty ? openAssign() : runLine("D " + argument)
        case .sendPlan: sendPlan(argument)
        case .withdraw: runUnit(name, argument)
        default:
            if let number = name.pickedNumber { pick(digit: number) }
        }
    }

    /// From an incident: its ranked units. From units: the incidents they could go to.
    private func openAssign() {
        guard !areMarkedUnitsUnseen() else { return }
        let unit = view.focus == .dispatch ? nil : selectedUnit()
        if let unit { return openPickIncident(for: meantUnits.isEmpty ? [unit] : meantUnits) }
        guard let (id, _) = meantAlone() else { return }
        openAssign(for: id)
    }

    func openAssign(for id: IncidentID, marked: [UnitID]? = nil, saying: Notice? = nil) {
        guard let incident = board.incidents[id] else { return say(.warning, words.notOnBoard(words.number(id))) }
        guard incident.isOpen else { return say(.error, words.refusal(.incidentClosed(id), on: board).line) }
        let plan = Recommender(policy: core.policy).planSet(for: incident, board: core.shown, now: now)
        var assign = AssignView(
            incident: id, ranked: ranked(incident, nil), plan: plan.name.isEmpty ? nil : plan)
        assign.marked = marked ?? meantUnits
        assign.message = saying
        // Whoever has just been told what changed means the thing as it is now.
        assignDrawn = saying == nil ? meaning(.incident(id)) : renewed([.incident(IncidentMeaning(incident))])
        rankedDrawn = [:]
        rememberRanked(assign.ranked.map(\.unit) + assign.marked)
        view.overlay = .assign(assign)
    }

    private func openPickIncident(for units: [UnitID]) {
        let choices = choices(for: units, nil)
        guard !choices.isEmpty else { return say(.info, words.noOtherIncident) }
        assignDrawn = units.flatMap { meaning(.unit($0)) } + choices.flatMap { meaning(.incident($0.incident)) }
        view.overlay = .pickIncident(PickIncidentView(units: units, choices: choices))
    }

    /// A digit means a row as long as that is in sight.
    private func pick(digit: Int) {
        switch view.overlay {
        case .assign(let assign): if isInSight(row: digit - 1, of: assign.ranked.count) { pick(row: digit - 1) }
        case .pickIncident(let view): if isInSight(row: digit - 1, of: view.choices.count) { pick(row: digit - 1) }
        default: return
        }
    }

    /// A digit or Enter: sends the unit in the row, or the units to the incident in it.
    private func pick(row: Int) {
        switch view.overlay {
        case .assign(let assign):
            guard assign.ranked.indices.contains(row) else { return say(.warning, words.noSuchRow(row + 1)) }
            if !assign.marked.isEmpty { return tellMarks(assign) }
            send([assign.ranked[row].unit], assign)
        case .pickIncident(let pick):
            guard pick.choices.indices.contains(row) else { return say(.warning, words.noSuchRow(row + 1)) }
            view.overlay = .none
            let incident = pick.choices[row].incident
            let drawn = assignDrawn.filter { $0.isAbout(incident, pick.units) }
            if sendChecked(pick.units, to: incident, drawn: drawn) { unmark(pick.units) }
        default: return
        }
    }

    /// What goes are the marked units: a key that would send others says so.
    private func tellMarks(_ assign: AssignView) {
        var assign = assign
        assign.message = Notice(
            .warning,
            words.unitsAreMarked(
                assign.marked, on: board, send: keyText(.accept, in: .assign), clear: keyText(.clearMarks, in: .assign))
        )
        view.overlay = .assign(assign)
        screen.bell()
    }

    /// Enter in the popup.
    func acceptAssign() {
        switch view.overlay {
        case .assign(let assign):
            if !assign.marked.isEmpty { return send(assign.marked, assign) }
            pick(row: assign.cursor)
        case .pickIncident(let pickView): pick(row: pickView.cursor)
        default: return
        }
    }

    /// Space in the popup.
    func markInAssign() {
        guard case .assign(var assign) = view.overlay, assign.ranked.indices.contains(assign.cursor) else { return }
        let unit = assign.ranked[assign.cursor].unit
        if let slot = assign.marked.firstIndex(of: unit) {
            assign.marked.remove(at: slot)
        } else {
            assign.marked.append(unit)
        }
        assign.message = nil
        assign.cursor = min(assign.cursor + 1, assign.ranked.count - 1)
        view.overlay = .assign(assign)
    }

    private func sendPlan(_ argument: String) {
        if case .assign(let assign) = view.overlay {
            if !assign.marked.isEmpty { return tellMarks(assign) }
            guard let plan = assign.plan, !plan.units.isEmpty else { return tellNobody(assign.plan, assign.incident) }
            return send(plan.units, assign)
        }
        if argument.isEmpty, markedUnitsAreMeant(send: keyText(.assign, in: .dispatch)) { return }
        guard let (id, drawn) = alone(argument), let incident = board.incidents[id] else { return }
        let plan = Recommender(policy: core.policy).planSet(for: incident, board: board, now: now)
        guard !plan.units.isEmpty else { return tellNobody(plan, id) }
        let units = plan.units.flatMap { meaning(.unit($0)) }
        sendChecked(plan.units, to: id, drawn: drawn + units)
    }

    /// What the plan asks for and nobody is free for, or that it asks for nothing more.
    private func tellNobody(_ plan: PlanSet?, _ id: IncidentID) {
        let missing = plan?.missing ?? []
        say(.warning, words.of(id, missing.isEmpty ? words.planFindsNobody : words.missing(missing)))
    }

    private func send(_ units: [UnitID], _ assign: AssignView) {
        let drawn = assignDrawn + units.compactMap { rankedDrawn[$0] }
        view.overlay = .none
        if sendChecked(units, to: assign.incident, drawn: drawn) {
            clearMarks(after: .assign(assign.incident, units, divert: false))
        } else if confirmAction == nil {
            openAssign(for: assign.incident, marked: assign.marked, saying: message?.text)
        }
    }

    /// Sends units; asks first when one would be taken from another incident.
    @discardableResult
    func sendChecked(_ units: [UnitID], to incident: IncidentID, drawn: [DrawnMeaning]) -> Bool {
        let busy = units.compactMap { id -> FieldUnit? in
            guard let unit = board.units[id], let task = unit.incident, task != incident else { return nil }
            // One that was free when it was drawn is refused with the difference, not asked about.
            return drawn.contains { $0.showsFree(id) } ? nil : unit
        }
        guard !busy.isEmpty else { return perform(.assign(incident, units, divert: false), drawn: drawn) }
        // The question shows what each unit is doing: if that changes before the answer, the answer no longer fits.
        let asked = busy.map(\.id).filter { id in !drawn.contains { $0.isAbout(nil, [id]) } }
        let request = CommandRequest(
            .assign(incident, units, divert: true), by: actor, drawn: drawn + asked.flatMap { meaning(.unit($0)) })
        confirmAction = .perform(request)
        let yes = keyText(.yes, in: .confirm)
        let no = keyText(.no, in: .confirm)
        view.overlay = .confirm(
            ConfirmView(
                question: words.divertQuestion(busy.map(\.id), to: incident, on: board),
                details: busy.map { words.divertDetail($0, on: board, now: now) },
                buttons: [KeyHint(no, words.cancelButton), KeyHint(yes, words.divertButton)]))
        return false
    }

    /// The key of a command as people write it.
    func keyText(_ name: CommandName, in mode: Mode) -> String {
        settings.keymap.keys(for: name, chain: mode.chain).first.map { KeyNotation.text(of: $0) } ?? ""
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

import DispatchModel
import DispatchPolicy
import Wording

/// Officers' calls for help: entered, taken notice of, shown, and entered again when they could not be recorded.
struct EmergencyCalls: ConsolePart {
    let console: Console

    /// At once for a selected unit, else whose it is is asked. What was open waits and comes back.
    func call(_ argument: String) {
        // An emergency is of now: the present comes back first, and whose it is is asked, since the row may have changed.
        let wasInThePast = isInThePast
        let likely = wasInThePast ? likelyCallsign() : ""
        journey.leave()
        if !argument.isEmpty {
            guard case .unit(let id)? = targets.reference(argument) else {
                return say(.warning, words.notOnBoard(argument))
            }
            perform(.emergency(id))
            return
        }
        if layers.asksNothing, !wasInThePast, !isBlind, let unit = targets.selectedUnit() {
            perform(.emergency(unit))
            return
        }
        if prompt?.purpose is EmergencyLine { return }
        let text = wasInThePast ? likely : likelyCallsign()
        ask(EmergencyLine(), text: text, isProposal: !text.isEmpty)
    }

    /// The unit that the screen is about, as the text the question starts with.
    private func likelyCallsign() -> String {
        switch targets.subject {
        case .unit(let id): return words.callsign(id, on: board)
        case .incident(let id):
            let units = board.incidents[id]?.openAssignments ?? []
            return units.count == 1 ? words.callsign(units[0].unit, on: board) : ""
        case .alert(let id): return board.alerts[id]?.unit.map { words.callsign($0, on: board) } ?? ""
        case .feed, nil: return ""
        }
    }

    /// Takes notice of a call for help that is on disk now. A held picture goes on, since the call must be in it. A console
    /// that only watches goes there; where orders are given only the operator's own call moves the selection, for a key may
    /// be on its way to what is selected.
    func attend(to call: AlertRaised) {
        if console.view.frozenSince != nil {
            console.view.thaw()
            say(.warning, words.emergencyThaws(call.unit.map { words.callsign($0, on: core.shown) } ?? ""))
        }
        if console.settings.watching { console.orders.callToShow = call.incident }
    }

    /// Selects the operator's own call for help once it is on the screen, under whatever line or dialog is open. Those keep
    /// what they are about.
    func showOwn() {
        guard let id = console.orders.callToShow, console.view.incidentList.select(id, in: console.view.incidents)
        else { return }
        console.orders.callToShow = nil
        console.view.focus = .dispatch
        console.view.detailSubject = nil
        if console.view.zoomed != nil { console.view.zoomed = .dispatch }
    }

    /// The units whose callsigns begin with a text, whatever its case.
    func callsigns(beginning text: String) -> [CompletionRow] {
        let folded = text.uppercased()
        let fits = board.units.elements.filter { $0.callsign.uppercased().hasPrefix(folded) }
        return fits.prefix(8).map { CompletionRow($0.callsign, note: words.status($0.status)) }
    }

    // MARK: Not recorded

    /// Keeps a call for help that cannot be recorded in sight.
    func keep(_ request: CommandRequest) {
        if console.orders.keepCall(of: request) { isDirty = true }
    }

    /// Enters the calls for help again that could not be recorded, once recording is possible.
    func enterAgain() {
        guard core.failure == nil, !console.orders.lostCalls.isEmpty else { return }
        isDirty = true
        for unit in console.orders.takeLostCalls() where core.head.units[unit]?.status != .emergency {
            let request = CommandRequest(.emergency(unit), by: actor)
            if case .failure(let rejection) = core.perform(request, now: presentNow) {
                say(.error, words.refusal(rejection, on: core.head).line)
            }
        }
        core.startWriting()
    }

    /// The lines of the calls for help that are not recorded.
    var unrecordedLines: [CallLine] {
        console.orders.lostCalls.map { CallLine(unrecorded: $0, on: core.shown, words: words) }
    }
}

extension [EventRecord] {
    /// The newest call for help among them; nil when there is none.
    var callForHelp: AlertRaised? {
        reversed().lazy.compactMap { record -> AlertRaised? in
            guard case .alertRaised(let event) = record.body, event.kind == .emergency else { return nil }
            return event
        }.first
    }
}

import DispatchModel
import Wording

extension Console {
    /// At once for a selected unit, else whose it is is asked. What was open waits and comes back.
    func emergency(_ argument: String) {
        // An emergency is of now: the present comes back first, and whose it is is asked, since the row may have changed.
        let wasInThePast = isInThePast
        let likely = wasInThePast ? likelyCallsign() : ""
        leavePast()
        // On the wall layout no selection is seen: the desk comes back first.
        let wasOnTheWall = view.wall
        if wasOnTheWall {
            view.wall = false
            isDirty = true
        }
        if !argument.isEmpty {
            guard case .unit(let id)? = reference(argument) else { return say(.warning, words.notOnBoard(argument)) }
            perform(.emergency(id))
            return
        }
        let isFree = prompt == nil && (layers.hasNoPopup || mode == .detail)
        if isFree, !wasInThePast, !wasOnTheWall, !isBlind, let unit = selectedUnit() {
            perform(.emergency(unit))
            return
        }
        if prompt?.purpose is EmergencyLine { return }
        let text = wasInThePast ? likely : likelyCallsign()
        ask(EmergencyLine(), text: text, isProposal: !text.isEmpty)
    }

    /// The unit that the screen is about, as the text the question starts with.
    private func likelyCallsign() -> String {
        switch subject {
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
        if view.frozenSince != nil {
            view.thaw()
            say(.warning, words.emergencyThaws(call.unit.map { words.callsign($0, on: core.shown) } ?? ""))
        }
        if settings.watching { orders.callToShow = call.incident }
    }

    /// Selects the operator's own call for help once it is on the screen, under whatever line or dialog is open. Those keep
    /// what they are about.
    func showOwnCall() {
        guard let id = orders.callToShow, view.incidentList.select(id, in: view.incidents) else { return }
        orders.callToShow = nil
        view.focus = .dispatch
        view.detailSubject = nil
        if view.zoomed != nil { view.zoomed = .dispatch }
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

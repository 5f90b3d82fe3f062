import DispatchModel
import TerminalKit
import Wording

extension Console {
    /// Commands that move about.
    func navigate(_ name: CommandName, _ argument: String) {
        switch name {
        case .up: move(.rows(-1))
        case .down: move(.rows(1))
        case .pageUp: move(.pages(-1))
        case .pageDown: move(.pages(1))
        case .top: move(.top)
        case .bottom: move(.bottom)
        case .left: if !foldSelectedAlert(open: false) { cycleFocus(-1) }
        case .right: if !foldSelectedAlert(open: true) { cycleFocus(1) }
        case .nextPane: cycleFocus(1)
        case .previousPane: cycleFocus(-1)
        case .focusDispatch: focus(.dispatch)
        case .focusPatrol: focus(.patrol)
        case .focusQuickResponse: focus(.quickResponse)
        case .focusAlerts: argument.isEmpty ? focus(.alerts) : focusAlerts(argument)
        case .focusActivity: focus(.activity)
        case .focusFeeds: focus(.feeds)
        case .focusScorecard: focus(.scorecard)
        case .open: open()
        case .back: back()
        case .close: closeTop()
        case .mark: mark()
        case .clearMarks: clearMarks()
        case .nextWaiting: selectNextWaiting()
        case .goTo: goTo(argument)
        default: return untaken(name)
        }
    }

    /// Gives a pane the keys. On a small terminal that also brings it onto the screen.
    func focus(_ pane: PaneName) {
        let goesAside = pane == .detail || pane == .activity
        if goesAside, view.focus != .detail, view.focus != .activity { view.returnFocus = view.focus }
        if layers.showsDetail { layers.closePopup() }
        view.focus = pane
        if pane != .detail { view.detailSubject = nil }
        if view.zoomed != nil { view.zoomed = pane }
        view.wall = false
        tellLostSelection()
        if pane == .scorecard { attention.scorecard = nil }
    }

    /// `:alerts hidden` lists what is out of sight.
    private func focusAlerts(_ argument: String) {
        guard ["hidden", "隐藏"].contains(argument.lowercased()) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        showHiddenAlerts(true)
    }

    private func cycleFocus(_ step: Int) {
        let panes = PaneName.numbered
        let place = panes.firstIndex(of: view.focus) ?? 0
        focus(panes[(place + step + panes.count) % panes.count])
    }

    private func move(_ step: RoomStep) {
        let below = painter.info.detailBelow
        view.focus.room.move(step, in: &view, below: below)
    }

    /// Selects a thing in the list that has it and gives that list the keys. False when no list shows it.
    @discardableResult
    func select(_ subject: Subject) -> Bool {
        switch subject {
        case .incident(let id):
            guard view.incidentList.select(id, in: view.incidents) else { return showAlone(subject) }
            focus(.dispatch)
        case .unit(let id):
            if view.patrolList.select(id, in: view.patrol) {
                focus(.patrol)
            } else if view.quickResponseList.select(id, in: view.quickResponse) {
                focus(.quickResponse)
            } else {
                return showAlone(subject)
            }
        case .alert(let id):
            unfoldAlert(id)
            guard view.alertList.select(id, in: view.alerts) else { return false }
            focus(.alerts)
        case .feed(let name):
            guard view.feedList.select(name, in: view.feeds) else { return false }
            focus(.feeds)
        }
        return true
    }

    /// A thing that no list shows, such as a closed incident, is shown in the detail alone.
    private func showAlone(_ subject: Subject) -> Bool {
        switch subject {
        case .incident(let id) where !board.incidents.contains(id): return false
        case .unit(let id) where !board.units.contains(id): return false
        default: break
        }
        focus(.detail)
        view.detailSubject = subject
        return true
    }

    /// Enter: the detail of what is selected, over the whole screen where there is little room.
    private func open() {
        if case .alert? = view.subject { return run(.openAlertSubject) }
        if view.focus == .detail, let subject = linkedSubject() {
            select(subject)
            return
        }
        layers.open(DetailLayer())
    }

    /// From a unit's detail to its incident and from an incident's to its unit.
    private func linkedSubject() -> Subject? {
        switch view.subject {
        case .unit(let id): board.units[id]?.incident.map(Subject.incident)
        case .incident(let id): board.incidents[id]?.openAssignments.first.map { .unit($0.unit) }
        default: nil
        }
    }

    /// Esc: one step back, never out of the program.
    func back() {
        if view.banner != nil {
            view.banner = nil
        } else if isInThePast || travel.goal != nil {
            leavePast()
        } else if !orders.lost.isEmpty {
            orders.dismissLost()
        } else if view.zoomed != nil {
            view.zoomed = nil
        } else if view.wall {
            view.wall = false
        } else if view.focus == .detail || view.focus == .activity {
            focus(view.returnFocus)
        } else if view.filters[view.focus] != nil {
            _ = setFilter("", for: view.focus)
        } else {
            clearMarks()
        }
    }

    private func closeTop() {
        if view.zoomed == nil, !view.wall, view.focus != .detail { return say(.info, words.howToQuit) }
        back()
    }

    /// Takes away whatever lies over the panes; nothing it asked for happens.
    func closeLayers() {
        layers.close()
        keyboard.forgetPending()
        orders.bound = nil
    }

    private func mark() {
        switch view.subject {
        case .incident(let id): view.incidentList.toggleMark(id)
        case .unit(let id) where view.focus == .patrol: view.patrolList.toggleMark(id)
        case .unit(let id): view.quickResponseList.toggleMark(id)
        default: return say(.info, words.nothingToMark)
        }
        move(.rows(1))
    }

    /// A call for help comes first, wherever the selection is; pressed again it goes on to what waits. While nobody is sent to
    /// a call there is nothing to go on to but the next such call.
    private func selectNextWaiting() {
        goToPresentCalls()
        let selected = view.incidentList.selected
        let unsent = view.emergencies.calls.filter { $0.isNobodySent && $0.incident != nil }
        if !unsent.isEmpty { return selectUnsent(unsent, after: selected) }
        let goesOn = view.emergencies.isEmpty || (selected != nil && selected == view.jumped.incident)
        defer { view.jumped.incident = view.incidentList.selected }
        if !goesOn, let call = view.emergencies.calls.first, call.incident == nil {
            select(.unit(call.unit))
            return
        }
        guard let next = view.incidents.nextWaiting(after: goesOn ? selected : nil) else {
            return say(.info, words.message(.noNextWaiting))
        }
        select(.incident(next))
    }

    private func selectUnsent(_ calls: [Emergency], after selected: IncidentID?) {
        let place = calls.firstIndex { $0.incident == selected }
        let next = calls[place.map { ($0 + 1) % calls.count } ?? 0]
        guard let incident = next.incident else { return }
        view.jumped.incident = incident
        select(.incident(incident))
        if place != nil { say(.warning, words.nobodySent(to: words.callsign(next.unit, on: board))) }
    }

    /// A call for help is of now: while an earlier time is shown, the keys that go to one bring the present back.
    func goToPresentCalls() {
        if view.presentCalls?.isEmpty == false { leavePast() }
    }

    private func goTo(_ argument: String) {
        guard !argument.isEmpty else { return ask(GoToLine()) }
        switch reference(argument) {
        case let found? where select(found): return
        default: say(.warning, words.notOnBoard(argument))
        }
    }

    /// The incident of a number such as `#4821`, or the unit of a callsign. Digits alone may be either: the unit's, where there
    /// is no such incident.
    func reference(_ text: String) -> Subject? {
        let text = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
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
}

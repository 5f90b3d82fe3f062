import DispatchModel
import Maps
import TerminalKit
import Wording

/// Going from thing to thing and from pane to pane.
struct Navigation: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        switch name {
        case .up: move(.rows(-1))
        case .down: move(.rows(1))
        case .pageUp: move(.pages(-1))
        case .pageDown: move(.pages(1))
        case .top: move(.top)
        case .bottom: move(.bottom)
        case .left, .right: goAside(name == .left ? -1 : 1)
        case .nextPane: cycleFocus(1)
        case .previousPane: cycleFocus(-1)
        case .focusAlerts where !argument.isEmpty: focusAlerts(argument)
        case .open: console.view.paneWithKeys.room.open(on: console)
        case .back: back()
        case .close: closeTop()
        case .mark: mark()
        case .clearMarks: console.view.clearMarks()
        case .nextWaiting: selectNextWaiting()
        case .goTo: goTo(argument)
        default:
            guard let pane = Rooms.goneTo(by: name) else { return untaken(name) }
            focus(pane)
        }
    }

    /// Gives a pane the keys. On a small terminal that also brings it onto the screen.
    func focus(_ pane: PaneName) {
        if pane.isAside, !console.view.focus.isAside || console.view.focus == .map, console.view.focus != pane {
            console.view.returnFocus = console.view.focus
        }
        layers.closeDetail()
        console.view.focus = pane
        if pane != .detail { console.view.detailSubject = nil }
        if console.view.zoomed != nil { console.view.zoomed = pane }
        console.tellLostSelection()
        pane.room.enter(on: console)
    }

    /// `:alerts hidden` lists what is out of sight.
    private func focusAlerts(_ argument: String) {
        guard ["hidden", "隐藏"].contains(argument.lowercased()) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        alertCommands.showHidden(true)
    }

    /// To the left or right in a pane that has sides, else what folds, else the next pane.
    private func goAside(_ step: Int) {
        if console.view.focus.room.movesAside { return move(.columns(step)) }
        if !alertCommands.fold(open: step > 0) { cycleFocus(step) }
    }

    private func cycleFocus(_ step: Int) {
        let panes = PaneName.tabs
        let place = panes.firstIndex(of: console.view.focus) ?? 0
        focus(panes[(place + step + panes.count) % panes.count])
    }

    private func move(_ step: RoomStep) {
        let below = console.painter.info.detailBelow
        console.view.focus.room.move(step, in: &console.view, below: below)
    }

    /// Selects a thing in the list that has it and gives that list the keys. False when no list shows it.
    @discardableResult
    func select(_ subject: Subject) -> Bool {
        // On the map a thing is gone to where it is.
        if console.view.focus == .map, let thing = MapThingID(subject), console.view.map.select(thing) { return true }
        switch subject {
        case .incident(let id):
            guard console.view.incidentList.select(id, in: console.view.incidents) else { return showAlone(subject) }
            focus(.dispatch)
        case .unit(let id):
            if console.view.patrolList.select(id, in: console.view.patrol) {
                focus(.patrol)
            } else if console.view.quickResponseList.select(id, in: console.view.quickResponse) {
                focus(.quickResponse)
            } else {
                return showAlone(subject)
            }
        case .alert(let id):
            alertCommands.unfold(id)
            guard console.view.alertList.select(id, in: console.view.alerts) else { return false }
            focus(.alerts)
        case .feed(let name):
            guard console.view.feedList.select(name, in: console.view.feeds) else { return false }
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
        console.view.detailSubject = subject
        return true
    }

    /// Esc: one step back, never out of the program.
    func back() {
        if takesMessageAway() {
            return
        } else if isInThePast || console.travel.goal != nil {
            journey.leave()
        } else if !console.orders.lost.isEmpty {
            console.orders.dismissLost()
        } else if console.view.focus == .map {
            mapCommands.back()
        } else if console.view.zoomed != nil {
            console.view.zoomed = nil
        } else if console.view.focus == .activity, !console.view.activitySearch.text.isEmpty {
            _ = viewCommands.look(for: "")
        } else if console.view.focus == .detail || console.view.focus == .activity {
            focus(console.view.returnFocus)
        } else if console.view.filters[console.view.focus] != nil {
            _ = viewCommands.setFilter("", for: console.view.focus)
        } else {
            console.view.clearMarks()
        }
    }

    /// Takes the message over the panes away; false when there is none, or when it has come so lately that the key was meant
    /// for what stood there before it. Of messages one below the other those go that had been in sight.
    private func takesMessageAway() -> Bool {
        guard var banner = console.view.banner else { return false }
        guard console.keyboard.isBeforeMessage(at: console.surroundings.steady()) else {
            console.view.banner = nil
            return true
        }
        guard banner.lines.count > banner.fresh else { return false }
        banner.lines = Array(banner.lines.suffix(banner.fresh))
        console.view.banner = banner
        return true
    }

    private func closeTop() {
        if console.view.zoomed == nil, console.view.focus != .detail, console.view.focus != .map {
            return say(.info, words.howToQuit)
        }
        back()
    }

    private func mark() {
        guard !targets.showsOneAlone else { return say(.info, words.nothingToMark) }
        switch console.view.focus.room.meant(in: console.view) {
        case .incident(let id): console.view.incidentList.toggleMark(id)
        case .unit(let id) where console.view.focus == .patrol: console.view.patrolList.toggleMark(id)
        case .unit(let id): console.view.quickResponseList.toggleMark(id)
        default: return say(.info, words.nothingToMark)
        }
        move(.rows(1))
    }

    /// A call for help comes first, wherever the selection is; pressed again it goes on to what waits. While nobody is sent to
    /// a call there is nothing to go on to but the next such call.
    private func selectNextWaiting() {
        goToPresentCalls()
        let selected = console.view.incidentList.selected
        let unsent = console.view.emergencies.calls.filter { $0.isNobodySent && $0.incident != nil }
        if !unsent.isEmpty { return selectUnsent(unsent, after: selected) }
        let goesOn = console.view.emergencies.isEmpty || (selected != nil && selected == console.view.jumped.incident)
        defer { console.view.jumped.incident = console.view.incidentList.selected }
        if !goesOn, let call = console.view.emergencies.calls.first, call.incident == nil {
            select(.unit(call.unit))
            return
        }
        guard let next = console.view.incidents.nextWaiting(after: goesOn ? selected : nil) else {
            return say(.info, words.message(.noNextWaiting))
        }
        select(.incident(next))
    }

    private func selectUnsent(_ calls: [Emergency], after selected: IncidentID?) {
        let place = calls.firstIndex { $0.incident == selected }
        let next = calls[place.map { ($0 + 1) % calls.count } ?? 0]
        guard let incident = next.incident else { return }
        console.view.jumped.incident = incident
        select(.incident(incident))
        if place != nil { say(.warning, words.nobodySent(to: words.callsign(next.unit, on: board))) }
    }

    /// A call for help is of now: while an earlier time is shown, the keys that go to one bring the present back.
    func goToPresentCalls() {
        if console.view.presentCalls?.isEmpty == false { journey.leave() }
    }

    private func goTo(_ argument: String) {
        guard !argument.isEmpty else { return ask(GoToLine()) }
        switch targets.reference(argument) {
        case let found? where select(found): return
        default: say(.warning, words.notOnBoard(argument))
        }
    }
}

extension PaneName {
    /// True for what is looked at for a while and left with Esc for where the keys came from.
    fileprivate var isAside: Bool { self == .detail || self == .activity || self == .map }
}

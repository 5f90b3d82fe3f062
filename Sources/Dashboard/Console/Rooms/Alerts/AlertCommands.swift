import DispatchModel
import DispatchPolicy
import Wording

/// Commands about alerts. What orders something is bound to the occurrence and severity that were drawn.
struct AlertCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        if name == .nextAlert { return selectNextAlert() }
        if name == .hiddenAlerts { return showHidden(!console.view.alerts.showsHidden) }
        guard case .alert(let id)? = targets.subject, let alert = console.orders.alert(id, on: board) else {
            return say(.warning, words.message(.nothingSelected))
        }
        switch name {
        case .shelveAlert:
            argument.isEmpty ? ShelfForm.open(alert, on: console) : ShelfForm.shelve(alert, argument, on: console)
        case .alertOutOfService: takeOutOfService(alert, argument)
        case .showAlertAgain: showAgain(alert)
        case .raiseIncident: IncidentForm.openRaise(alert, on: console)
        case .joinAlert: join(alert, argument)
        case .openAlertSubject: openSubject(of: alert)
        default:
            guard case .alert(let command)? = Catalogue.entry(name).ordering else { return untaken(name) }
            perform(command(alert))
        }
    }

    // MARK: Going to alerts

    /// The next unanswered one; in a flood also one that is folded away.
    private func selectNextAlert() {
        navigation.goToPresentCalls()
        if console.view.alerts.showsHidden { showHidden(false) }
        let from = console.view.focus == .alerts ? console.view.alertList.selected : nil
        // A call for help comes first, wherever the selection is; pressed again it goes on to the others.
        let goesOn = console.view.emergencies.isEmpty || (from != nil && from == console.view.jumped.alert)
        guard let next = console.view.alerts.nextUnanswered(after: goesOn ? from : nil) else {
            return say(.info, words.message(.noNextAlert))
        }
        defer { console.view.jumped.alert = console.view.alertList.selected }
        let folded = console.view.alerts.group(of: next)?.folded ?? []
        let isAnswered = board.alerts[next]?.acknowledged == true
        let waiting = isAnswered ? folded.first { board.alerts[$0]?.acknowledged == false } : nil
        navigation.select(.alert(waiting ?? next))
    }

    /// Lists what is out of sight, or what is in sight again.
    func showHidden(_ shows: Bool) {
        console.view.alerts.showsHidden = shows
        // The row that was selected leaves by the operator's own order.
        if let id = console.view.alertList.selected { console.orders.changes.alerts.insert(id) }
        console.refreshLists()
        navigation.focus(.alerts)
        say(.info, words.showingHidden(shows))
    }

    /// Brings an alert into the list that is folded away there.
    func unfold(_ id: AlertID) {
        guard let root = console.view.alerts.root(of: id), console.view.alerts.unfold(root, true) else { return }
        console.refreshLists()
    }

    /// Right and left on the first of a group list and fold what follows from it; false when there is nothing to do.
    func fold(open: Bool) -> Bool {
        guard console.view.focus == .alerts, layers.hasNoPopup, let id = console.view.alertList.selected else {
            return false
        }
        let root = console.view.alerts.group(of: id) == nil && !open ? console.view.alerts.root(of: id) ?? id : id
        guard console.view.alerts.unfold(root, open) else { return false }
        if root != id { console.view.alertList.select(root, in: console.view.alerts) }
        console.refreshLists()
        return true
    }

    private func openSubject(of alert: Alert) {
        if console.view.alerts.group(of: alert.id) != nil, !console.view.alerts.isUnfolded(alert.id) {
            _ = fold(open: true)
            return
        }
        if let incident = alert.incident, navigation.select(.incident(incident)) { return }
        if let unit = alert.unit, navigation.select(.unit(unit)) { return }
        if let feed = alert.reported?.ownFeed, navigation.select(.feed(feed)) { return }
        if fold(open: false) { return }
        guard !layers.showsDetail else { return say(.info, words.nothingBehind) }
        layers.open(DetailLayer())
    }

    // MARK: Orders

    private func takeOutOfService(_ alert: Alert, _ reason: String) {
        guard reason.isEmpty else {
            perform(
                .takeOutOfService(alert.id, occurrence: alert.occurrence, severity: alert.severity, reason: reason))
            return
        }
        ask(OutOfServiceLine(seen: alert))
    }

    /// Ends every way in which an operator has hidden it; a rule's hiding is refused with what to do.
    private func showAgain(_ alert: Alert) {
        let ways = alert.hidings.map(\.way)
        guard let first = ways.first else { return say(.info, words.notHidden) }
        let own = ways.filter { $0 != .suppressed }
        _ = perform((own.isEmpty ? [first] : own).map { CommandRequest(.showAlert(alert.id, $0), by: actor) })
    }

    private func join(_ alert: Alert, _ argument: String) {
        if argument.isEmpty {
            // Which incident it is is named before it counts: none is seen to be selected while the alerts have the keys.
            let marked = console.view.incidentList.marked
            let likely = marked.isEmpty ? console.view.incidentList.selected : marked.count == 1 ? marked[0] : nil
            ask(
                JoinLine(seen: alert), drawn: likely.map { meaning(.incident($0)) } ?? [],
                text: likely.map { "\($0.rawValue)" } ?? "")
        } else if case .incident(let incident)? = targets.reference(argument) {
            perform(.joinAlert(alert.id, incident))
        } else {
            say(.warning, words.notOnBoard(argument))
        }
    }
}

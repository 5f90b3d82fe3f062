import DispatchModel
import DispatchPolicy
import Wording

/// An alert as it was on the screen when a key was pressed for it.
struct SeenAlert: Sendable {
    /// The alert.
    var alert: Alert
    /// Which.
    var id: AlertID { alert.id }
}

extension Console {
    /// Commands about alerts. What orders something is bound to the occurrence and severity that were drawn.
    func runAlert(_ name: CommandName, _ argument: String) {
        if name == .nextAlert { return selectNextAlert() }
        if name == .hiddenAlerts { return showHiddenAlerts(!view.alerts.showsHidden) }
        guard case .alert(let id)? = subject, let alert = orders.alert(id, on: board) else {
            return say(.warning, words.message(.nothingSelected))
        }
        switch name {
        case .acknowledge: perform(.acknowledge(id, occurrence: alert.occurrence, severity: alert.severity))
        case .resetAlert: perform(.reset(id, occurrence: alert.occurrence))
        case .shelveAlert:
            argument.isEmpty ? ShelfForm.open(alert, on: self) : ShelfForm.shelve(alert, argument, on: self)
        case .alertOutOfService: takeOutOfService(alert, argument)
        case .showAlertAgain: showAgain(alert)
        case .raiseIncident: IncidentForm.openRaise(alert, on: self)
        case .joinAlert: join(alert, argument)
        case .openAlertSubject: openSubject(of: alert)
        default: return untaken(name)
        }
    }

    // MARK: Going to alerts

    /// The next unanswered one; in a flood also one that is folded away.
    private func selectNextAlert() {
        goToPresentCalls()
        if view.alerts.showsHidden { showHiddenAlerts(false) }
        let from = view.focus == .alerts ? view.alertList.selected : nil
        // A call for help comes first, wherever the selection is; pressed again it goes on to the others.
        let goesOn = view.emergencies.isEmpty || (from != nil && from == view.jumped.alert)
        guard let next = view.alerts.nextUnanswered(after: goesOn ? from : nil) else {
            return say(.info, words.message(.noNextAlert))
        }
        defer { view.jumped.alert = view.alertList.selected }
        let folded = view.alerts.group(of: next)?.folded ?? []
        let isAnswered = board.alerts[next]?.acknowledged == true
        let waiting = isAnswered ? folded.first { board.alerts[$0]?.acknowledged == false } : nil
        select(.alert(waiting ?? next))
    }

    /// Lists what is out of sight, or what is in sight again.
    func showHiddenAlerts(_ shows: Bool) {
        view.alerts.showsHidden = shows
        // The row that was selected leaves by the operator's own order.
        if let id = view.alertList.selected { orders.changes.alerts.insert(id) }
        refreshLists()
        focus(.alerts)
        say(.info, words.showingHidden(shows))
    }

    /// Brings an alert into the list that is folded away there.
    func unfoldAlert(_ id: AlertID) {
        guard let root = view.alerts.root(of: id), view.alerts.unfold(root, true) else { return }
        refreshLists()
    }

    /// Right and left on the first of a group list and fold what follows from it; false when there is nothing to do.
    func foldSelectedAlert(open: Bool) -> Bool {
        guard view.focus == .alerts, layers.hasNoPopup, let id = view.alertList.selected else { return false }
        let root = view.alerts.group(of: id) == nil && !open ? view.alerts.root(of: id) ?? id : id
        guard view.alerts.unfold(root, open) else { return false }
        if root != id { view.alertList.select(root, in: view.alerts) }
        refreshLists()
        return true
    }

    private func openSubject(of alert: Alert) {
        if view.alerts.group(of: alert.id) != nil, !view.alerts.isUnfolded(alert.id) {
            _ = foldSelectedAlert(open: true)
            return
        }
        if let incident = alert.incident, select(.incident(incident)) { return }
        if let unit = alert.unit, select(.unit(unit)) { return }
        if let feed = alert.reported?.ownFeed, select(.feed(feed)) { return }
        if foldSelectedAlert(open: false) { return }
        layers.open(DetailLayer())
    }

    // MARK: Orders

    private func takeOutOfService(_ alert: Alert, _ reason: String) {
        guard reason.isEmpty else {
            perform(
                .takeOutOfService(alert.id, occurrence: alert.occurrence, severity: alert.severity, reason: reason))
            return
        }
        ask(OutOfServiceLine(seen: SeenAlert(alert: alert)))
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
            let marked = view.incidentList.marked
            let likely = marked.isEmpty ? view.incidentList.selected : marked.count == 1 ? marked[0] : nil
            ask(
                JoinLine(seen: SeenAlert(alert: alert)), drawn: likely.map { meaning(.incident($0)) } ?? [],
                text: likely.map { "\($0.rawValue)" } ?? "")
        } else if case .incident(let incident)? = reference(argument) {
            perform(.joinAlert(alert.id, incident))
        } else {
            say(.warning, words.notOnBoard(argument))
        }
    }
}

extension Board {
    /// Folds the events that bracket an operator's action, so that it can be undone.
    mutating func foldAction(_ record: EventRecord) -> Bool {
        switch record.body {
        case .actionTaken(let event):
            if actions.count >= Board.actionLimit { actions.removeFirst() }
            actions.append(memo(of: event, record))
            return true
        case .actionUndone(let event):
            guard let slot = actions.lastIndex(where: { $0.position == event.action }) else { return false }
            actions[slot].undone = true
            return true
        default: return false
        }
    }

    private func memo(of event: ActionTaken, _ record: EventRecord) -> ActionMemo {
        ActionMemo(
            position: record.position, lastPosition: record.position &+ event.followers, at: record.at,
            name: event.name,
            actor: record.actor, incidents: event.incidents.map { incidents[$0] ?? Incident(id: $0) },
            units: event.units.compactMap { units[$0].map(UnitCondition.init) },
            alerts: event.alerts.compactMap { alerts[$0] })
    }

    /// The newest action of an actor that was not undone.
    package func lastAction(of actor: Actor) -> ActionMemo? {
        actions.last { $0.actor == actor && !$0.undone }
    }
}

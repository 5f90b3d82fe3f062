extension Board {
    /// An operator's action begins: what it touches is remembered as it stands, so that it can be undone.
    mutating func begin(_ event: ActionTaken, _ record: EventRecord) {
        if actions.count >= Board.actionLimit { actions.removeFirst() }
        actions.append(memo(of: event, record))
    }

    /// An action was undone; false when it is not remembered.
    mutating func undo(_ action: JournalPosition) -> Bool {
        guard let slot = actions.lastIndex(where: { $0.position == action }) else { return false }
        actions[slot].undone = true
        return true
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

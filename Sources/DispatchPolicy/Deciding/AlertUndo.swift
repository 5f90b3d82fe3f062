import DispatchModel

extension Board {
    /// True while an alert is as an action left it.
    func isAsLeft(_ before: Alert, by memo: ActionMemo) -> Bool {
        guard let alert = alerts[before.id] else {
            // The action took it off the board; it may have come on again under another number.
            return before.isGone(after: memo.name) && successor(of: before) == nil
        }
        guard alert.active == before.active, alert.occurrence == before.occurrence, alert.severity == before.severity
        else { return false }
        switch memo.name {
        case "acknowledge", "raise-incident":
            return (alert.acknowledged || !before.isInSight) && alert.hidings == before.hidings
        case "shelve-alert": return alert.isHidden(.shelved, by: memo, before)
        case "take-alert-out-of-service": return alert.isHidden(.outOfService, by: memo, before)
        case "show-alert":
            let asks = alert.hidings.isEmpty && alert.active
            return alert.acknowledged == (before.acknowledged && !asks)
                && alert.hidings.count + 1 == before.hidings.count
                && alert.hidings.allSatisfy(before.hidings.contains)
        case "join-alert": return alert.acknowledged == before.acknowledged && alert.hidings == before.hidings
        default: return false
        }
    }

    /// An alert as it stood before an action, with what was learnt of it since that no action decides.
    func restoring(_ before: Alert) -> Alert {
        guard let alert = alerts[before.id] else { return before }
        var restored = before
        restored.conduct = alert.conduct
        return restored
    }

    /// The alert on the board that is about the same.
    private func successor(of before: Alert) -> Alert? {
        if let key = before.reported?.source { return alert(reportedAs: key) }
        let subject = Obligation(before)
        return alerts.elements.first { $0.reported == nil && Obligation($0) == subject }
    }
}

extension Alert {
    /// True when an action takes an alert like this off the board.
    fileprivate func isGone(after action: String) -> Bool {
        switch action {
        case "acknowledge", "raise-incident": !active && !latching
        case "reset-alert": true
        case "show-alert": hidings.count == 1 && !active && acknowledged && !latching
        default: false
        }
    }

    /// True while it is hidden as an action hid it, and otherwise as it was.
    fileprivate func isHidden(_ way: AlertHidingWay, by memo: ActionMemo, _ before: Alert) -> Bool {
        acknowledged && hiding(way)?.since == memo.at
            && hidings.filter { $0.way != way } == before.hidings.filter { $0.way != way }
    }
}

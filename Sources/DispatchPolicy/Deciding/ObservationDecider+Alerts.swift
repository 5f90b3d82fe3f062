import DispatchModel

extension ObservationDecider {
    /// A feed's alert comes on, comes on again, is told of in other words, comes to matter more or less, or ends; anything
    /// else is known already.
    ///
    /// What comes on again before anybody answered, or after it ended unanswered, is the same alert's next occurrence.
    /// The silence of a feed never gets here, so it never ends an alert.
    func take(_ alert: AlertObservation, _ draft: inout Draft, on board: Board) throws(Ignored) {
        var alert = alert
        var known = board.alert(reportedAs: alert.reported.source)
        if known?.reported?.standing == .actual, alert.reported.standing != .actual {
            // A test or an exercise changes nothing that is meant: it is an alert of its own.
            alert.reported.source.id += " (\(alert.reported.standing))"
            known = board.alert(reportedAs: alert.reported.source)
        }
        guard alert.isActive else { return try end(alert, known, &draft) }
        try alert.reported.goOn(from: known?.reported)
        guard let known, known.active else {
            return draft.add(
                .alertRaised(
                    AlertRaised(
                        alert: known?.id ?? draft.nextAlert(), kind: .reported, severity: alert.severity, at: alert.at,
                        limit: alert.limit, reported: alert.reported)))
        }
        guard alert.severity != known.severity || alert.reported != known.reported else { throw .known }
        if alert.reported != known.reported {
            draft.add(.alertRevised(AlertRevised(alert: known.id, reported: alert.reported, at: alert.at)))
        }
        if alert.severity < known.severity {
            draft.add(
                .alertSeverityRaised(AlertSeverityRaised(alert: known.id, severity: alert.severity, at: alert.at)))
        } else if alert.severity > known.severity {
            draft.add(
                .alertSeverityLowered(AlertSeverityLowered(alert: known.id, severity: alert.severity, at: alert.at)))
        }
    }

    /// Ends what is on, unless it is the end of an earlier occurrence, or of a message whose place has been taken by one
    /// that the alert itself goes on under.
    private func end(_ alert: AlertObservation, _ known: Alert?, _ draft: inout Draft) throws(Ignored) {
        guard let known, known.active else { throw .known }
        // The console's own word about a feed follows its clock, which may be set back.
        guard alert.reported.ownFeed != nil || alert.at >= known.raised else { throw .known }
        if let message = alert.reported.messages.last, known.reported?.messages.contains(message) == true {
            throw .known
        }
        draft.add(.alertCleared(AlertCleared(alert: known.id, at: alert.at)))
    }
}

extension ReportedAlert {
    /// Goes on under the key of what was reported before, with the names of the messages since. Throws `known` when a newer
    /// message came before.
    fileprivate mutating func goOn(from former: ReportedAlert?) throws(Ignored) {
        if let former {
            if let sent, let newest = former.sent, sent < newest { throw .known }
            source = former.source
            sent = sent ?? former.sent
        }
        let names = (former?.messages ?? []) + messages
        var kept: [String] = []
        for name in names where name != source.id && !kept.contains(name) { kept.append(name) }
        messages = kept.suffix(ReportedAlert.messageLimit)
    }
}

import DispatchModel

extension ObservationDecider {
    /// A feed's alert comes on, comes on again, is told of in other words, comes to matter more, or ends; anything else is
    /// known already.
    ///
    /// What comes on again before anybody answered, or after it ended unanswered, is the same alert's next occurrence.
    /// The silence of a feed never gets here, so it never ends an alert.
    func take(_ alert: AlertObservation, _ draft: inout Draft, on board: Board) throws(Ignored) {
        let known = board.alert(reportedAs: alert.reported.source)
        guard alert.isActive else {
            guard let known, known.active else { throw .known }
            draft.add(.alertCleared(AlertCleared(alert: known.id, at: alert.at)))
            return
        }
        if let known, known.active {
            let isWorse = alert.severity < known.severity
            guard isWorse || alert.reported != known.reported else { throw .known }
            if alert.reported != known.reported {
                draft.add(.alertRevised(AlertRevised(alert: known.id, reported: alert.reported, at: alert.at)))
            }
            if isWorse {
                draft.add(
                    .alertSeverityRaised(AlertSeverityRaised(alert: known.id, severity: alert.severity, at: alert.at)))
            }
            return
        }
        draft.add(
            .alertRaised(
                AlertRaised(
                    alert: known?.id ?? draft.nextAlert(), kind: .reported, severity: alert.severity, at: alert.at,
                    limit: alert.limit, reported: alert.reported)))
    }
}

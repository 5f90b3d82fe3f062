import DispatchModel

/// Alerts as they are shown: one by one, or in a flood folded under the first of a group (first-out, IEC 62682).
///
/// In a flood the alerts of one group that came on within a window after the group's first fold under it: of the same
/// feed at the same place, or of the same kind for the console's own. The first stays in its place whatever comes after
/// it; an alert of high severity never folds. Every alert is shown or counted exactly once.
package struct AlertGroups: Hashable, Sendable {
    /// One row: an alert and what is folded under it.
    package struct Row: Hashable, Sendable {
        /// The alert that is shown.
        package var alert: AlertID
        /// Those folded under it, in the order in which they came on.
        package var folded: [AlertID]
        /// Folded alerts of medium severity.
        package var medium: Int
        /// Folded alerts of low severity.
        package var low: Int
        /// Folded alerts that nobody has answered.
        package var unanswered: Int

        /// A row of an alert that stands alone.
        package init(_ alert: AlertID) {
            self.alert = alert
            folded = []
            medium = 0
            low = 0
            unanswered = 0
        }
    }

    /// The rows in the order in which their alerts came on, then by number.
    package var rows: [Row] = []

    /// How long after the first an alert still folds under it.
    package static let window = Span.minutes(10)

    /// The rows of alerts that are in sight.
    package init(_ alerts: [Alert], isFlood: Bool, window: Span = AlertGroups.window) {
        var roots: [Group: (row: Int, raised: Timestamp)] = [:]
        let ordered = alerts.sorted { ($0.raised, $0.id) < ($1.raised, $1.id) }
        rows.reserveCapacity(isFlood ? 16 : ordered.count)
        for alert in ordered {
            guard isFlood else {
                rows.append(Row(alert.id))
                continue
            }
            let group = Group(alert)
            if alert.severity != .high, let root = roots[group], alert.raised - root.raised <= window {
                rows[root.row].fold(alert)
                continue
            }
            // One of high severity stands alone, and is no less the first of its group when it came first.
            let isLater = roots[group].map { alert.raised - $0.raised <= window } ?? false
            if !isLater { roots[group] = (rows.count, alert.raised) }
            rows.append(Row(alert.id))
        }
    }

    /// What alerts have in common that are likely to have one cause.
    private struct Group: Hashable {
        var kind: AlertKind
        var feed = ""
        var place = ""
        var point: GeoPoint?
        var standing = AlertStanding.actual

        init(_ alert: Alert) {
            kind = alert.kind
            guard let reported = alert.reported else { return }
            feed = reported.source.source
            place = reported.place.text
            point = place.isEmpty ? reported.place.point : nil
            standing = reported.standing
        }
    }
}

extension AlertGroups.Row {
    fileprivate mutating func fold(_ alert: Alert) {
        folded.append(alert.id)
        if alert.severity == .low { low += 1 } else { medium += 1 }
        if !alert.acknowledged { unanswered += 1 }
    }
}

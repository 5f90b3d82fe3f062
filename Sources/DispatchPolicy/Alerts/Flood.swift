import DispatchModel

/// Counts the alerts of the last minutes, exactly, and tells when a flood begins and ends.
///
/// Bounded by its resolution: it keeps one count a millisecond of the window, however many alerts there are.
package struct FloodMeter: Sendable {
    /// What counts as a flood.
    package let limits: FloodLimits
    /// True during a flood.
    package private(set) var isFlood: Bool
    /// How many came on within the window, as of the last look.
    package private(set) var count = 0
    /// The most that ever came on within one window.
    package private(set) var peak = 0

    private var raises: [(at: Timestamp, count: Int)] = []
    private var start = 0
    /// A flood that was going on when the meter was made does not end before a whole window was seen.
    private let seenFrom: Timestamp

    /// A meter that has seen nothing yet, in a flood or not.
    package init(_ limits: FloodLimits = FloodLimits(), isFlood: Bool = false, from: Timestamp = .epoch) {
        self.limits = limits
        self.isFlood = isFlood
        seenFrom = isFlood ? from : Timestamp(rawValue: .min / 2)
    }

    /// Alerts came on.
    package mutating func raise(_ number: Int = 1, at now: Timestamp) {
        count += number
        if raises.count > start, raises[raises.count - 1].at >= now {
            raises[raises.count - 1].count += number
        } else {
            raises.append((now, number))
        }
    }

    /// Looks at the time; true when a flood began or ended.
    package mutating func look(at now: Timestamp) -> Bool {
        while start < raises.count, raises[start].at <= now - limits.window {
            count -= raises[start].count
            start += 1
        }
        if start > 64, start * 2 > raises.count {
            raises.removeFirst(start)
            start = 0
        }
        peak = max(peak, count)
        let was = isFlood
        if isFlood {
            isFlood = count >= limits.below || now < seenFrom + limits.window
        } else {
            isFlood = count > limits.above
        }
        return was != isFlood
    }

    /// When the flood ends if nothing more comes on; nil while there is none.
    package var nextDue: Timestamp? {
        guard isFlood else { return nil }
        // The flood ends when so many have left the window that too few stay; those that stay are the newest.
        var staying = 0
        for place in stride(from: raises.count - 1, through: start, by: -1) {
            staying += raises[place].count
            if staying >= limits.below { return max(raises[place].at, seenFrom) + limits.window }
        }
        return seenFrom + limits.window
    }
}

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

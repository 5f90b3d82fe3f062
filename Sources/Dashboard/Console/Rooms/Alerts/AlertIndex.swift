import DispatchModel
import DispatchPolicy

/// The alerts in the order of their list: unanswered before returned before answered, the most severe first, then the
/// newest first; and how many are unanswered or out of sight.
///
/// In a flood what has one cause folds under the first of it, which stays pinned below the severe ones until the whole
/// group is answered. Every alert in sight is then a row, or counted under one.
package struct AlertIndex: ListOrder, Sendable {
    /// Unanswered alerts in sight by severity: high, medium, low; folded ones too, whatever the filter.
    package private(set) var unanswered: (high: Int, medium: Int, low: Int) = (0, 0, 0)
    /// Unanswered alerts in sight that the filter leaves out of the list.
    package private(set) var unansweredOutside = 0
    /// Alerts out of sight, by the way that counts most.
    package private(set) var hidden: [AlertHidingWay: Int] = [:]
    /// When the flood began that is going on; nil while there is none.
    package private(set) var floodSince: Timestamp?
    /// True while the list holds what is out of sight in place of what is in sight. Takes effect with the next refresh.
    package var showsHidden = false { didSet { stale = stale || showsHidden != oldValue } }
    /// Identities that came into the list since it was last settled on the screen, at most 10,000.
    package private(set) var entered: [AlertID] = []
    /// Counts the refreshes that changed the list.
    package private(set) var generation = 0

    private var rows = PinnedRows<AlertID>()
    private var groups: [AlertID: AlertGroups.Row] = [:]
    private var parents: [AlertID: AlertID] = [:]
    private var unfolded: Set<AlertID> = []
    private var stale = true

    /// An empty list.
    package init() {}

    /// Number of alerts listed.
    package var count: Int { rows.count }
    /// The alert of a row.
    package func id(at row: Int) -> AlertID? { rows.id(at: row) }
    /// The row of an alert.
    package func row(of id: AlertID) -> Int? { rows.row(of: id) }
    /// Unanswered alerts of every severity.
    package var unansweredCount: Int { unanswered.high + unanswered.medium + unanswered.low }
    /// Alerts out of sight in any way.
    package var hiddenCount: Int { hidden.values.reduce(0, +) }

    /// What folds under an alert in a flood; nil when nothing does.
    package func group(of id: AlertID) -> AlertGroups.Row? { groups[id] }
    /// The alert that this one folds under; nil when it stands alone.
    package func root(of id: AlertID) -> AlertID? { parents[id] }
    /// True while what folds under an alert is listed below it.
    package func isUnfolded(_ id: AlertID) -> Bool { unfolded.contains(id) }

    /// Lists what folds under an alert, or folds it again. False when there is nothing to do. Takes effect with the next
    /// refresh.
    package mutating func unfold(_ id: AlertID, _ open: Bool) -> Bool {
        guard groups[id] != nil, open != unfolded.contains(id) else { return false }
        if open { unfolded.insert(id) } else { unfolded.remove(id) }
        stale = true
        return true
    }

    /// Asks the next refresh to look at everything, as after the filter has changed.
    package mutating func invalidate() { stale = true }

    /// Puts alerts before all others, whatever hides or filters them. Takes effect with the next refresh.
    mutating func pin(_ ids: [AlertID]) {
        if rows.pin(ids, entered: &entered) { stale = true }
    }

    /// Forgets what came in, once every reader of it has been told.
    mutating func forgetEntered() { if !entered.isEmpty { entered.removeAll(keepingCapacity: true) } }

    /// Brings the list up to date with what was touched; nothing touched costs nothing.
    package mutating func refresh(
        board: Board, touched: Set<AlertID>, everything: Bool = false, filter: ((Alert) -> Bool)? = nil
    ) {
        let turned = board.floodSince != floodSince
        guard everything || stale || turned || !touched.isEmpty else { return }
        floodSince = board.floodSince
        if everything {
            rows.rest.rebuild(listed(board, filter))
            generation += 1
        } else if stale || turned || floodSince != nil {
            // One alert more may fold or unfold others.
            let new = listed(board, filter)
            let kept = Set(new.map(\.id))
            var changes: [(id: AlertID, key: SortKey?)] = new.map { ($0.id, $0.key) }
            for row in rows.rest.rows where !kept.contains(row.id) { changes.append((row.id, nil)) }
            if rows.rest.update(changes, entered: &entered) { generation += 1 }
        } else {
            var changes: [(id: AlertID, key: SortKey?)] = []
            for id in touched {
                let alert = board.alerts[id].flatMap { isListed($0, filter) ? $0 : nil }
                changes.append((id, alert.map { AlertIndex.key(of: $0) }))
            }
            if rows.rest.update(changes, entered: &entered) { generation += 1 }
        }
        stale = false
        count(board, filter)
    }

    /// The unanswered alert after this one in the list, the first when there is none after it. A group stands for what is
    /// unanswered in it, and what is pinned comes first, answered or not.
    package func nextUnanswered(after id: AlertID?) -> AlertID? {
        let total = rows.pinned.count + (showsHidden ? 0 : rows.rest.rank(of: SortKey(Rank.acknowledged.word)))
        guard total > 0 else { return nil }
        let row = id.flatMap { rows.row(of: $0) }.map { $0 + 1 } ?? 0
        return rows.id(at: row < total ? row : 0)
    }

    private func isListed(_ alert: Alert, _ filter: ((Alert) -> Bool)?) -> Bool {
        alert.isInSight != showsHidden && !rows.isPinned(alert.id) && filter?(alert) ?? true
    }

    // MARK: Rows

    /// Every row with its key; in a flood the rows of its groups.
    private mutating func listed(_ board: Board, _ filter: ((Alert) -> Bool)?) -> [(id: AlertID, key: SortKey)] {
        let alerts = board.alerts.elements.filter { isListed($0, filter) }
        groups.removeAll(keepingCapacity: true)
        parents.removeAll(keepingCapacity: true)
        guard floodSince != nil, !showsHidden else {
            unfolded = []
            return alerts.map { ($0.id, AlertIndex.key(of: $0)) }
        }
        var listed: [(id: AlertID, key: SortKey)] = []
        for row in AlertGroups(alerts, isFlood: true).rows {
            guard let root = board.alerts[row.alert] else { continue }
            let key = AlertIndex.key(of: root, leading: row)
            listed.append((row.alert, key))
            guard !row.folded.isEmpty else { continue }
            groups[row.alert] = row
            for id in row.folded { parents[id] = row.alert }
            guard unfolded.contains(row.alert) else { continue }
            for (place, id) in row.folded.enumerated() {
                listed.append((id, SortKey(key.first, key.second, key.third | UInt64(place + 1))))
            }
        }
        unfolded = unfolded.filter { groups[$0] != nil }
        return listed
    }

    private mutating func count(_ board: Board, _ filter: ((Alert) -> Bool)?) {
        unanswered = (0, 0, 0)
        unansweredOutside = 0
        hidden = [:]
        for alert in board.alerts.elements {
            if let way = alert.hidings.map(\.way).max(by: { $0.rawValue < $1.rawValue }) {
                hidden[way, default: 0] += 1
            } else if alert.isUnanswered {
                if filter?(alert) == false { unansweredOutside += 1 }
                switch alert.severity {
                case .high: unanswered.high += 1
                case .medium: unanswered.medium += 1
                case .low: unanswered.low += 1
                }
            }
        }
    }

    // MARK: Order

    /// What stands before what. The first four still need an answer.
    private enum Rank: UInt64 {
        /// In a flood what is severe stands before the groups.
        case severe = 0
        case group, unacknowledged, returned, acknowledged, latched, hidden

        var word: UInt64 { rawValue << 8 }
    }

    static func key(of alert: Alert) -> SortKey {
        let rank: Rank =
            switch alert.state {
            case .unacknowledged: .unacknowledged
            case .latchedUnacknowledged, .returnedUnacknowledged: .returned
            case .acknowledged: .acknowledged
            case .latchedAcknowledged: .latched
            case .normal, .shelved, .suppressed, .outOfService: .hidden
            }
        return SortKey(
            rank.word | UInt64(alert.severity.rawValue), ~SortKey.bits(alert.raised.rawValue),
            UInt64(alert.id.rawValue) << 32)
    }

    /// In a flood: a group with anything unanswered keeps its place by when it began, whatever comes after it.
    private static func key(of root: Alert, leading row: AlertGroups.Row) -> SortKey {
        if root.severity == .high, root.state == .unacknowledged {
            var severe = AlertIndex.key(of: root)
            severe.first = Rank.severe.word
            return severe
        }
        guard !row.folded.isEmpty, root.asksForAnswer || row.unanswered > 0 else {
            return AlertIndex.key(of: root)
        }
        return SortKey(
            Rank.group.word, SortKey.bits(root.raised.rawValue), UInt64(root.id.rawValue) << 32)
    }
}

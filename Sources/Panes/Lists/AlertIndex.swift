import DispatchModel

/// The alerts in the order of their list: unanswered before answered before returned, the most severe first, then the
/// newest first; and how many are unanswered.
public struct AlertIndex: ListOrder, Sendable {
    /// Unanswered alerts by severity: high, medium, low.
    public private(set) var unanswered: (high: Int, medium: Int, low: Int) = (0, 0, 0)
    /// When the oldest unanswered alert came on; nil when there is none.
    public private(set) var oldestUnanswered: Timestamp?
    /// Identities that came into the list since it was last settled on the screen, at most 10,000.
    public private(set) var entered: [AlertID] = []
    /// Counts the refreshes that changed the list.
    public private(set) var generation = 0

    private var rows = OrderedRows<AlertID>()
    private var stale = true

    /// An empty list.
    public init() {}

    /// Number of alerts listed.
    public var count: Int { rows.count }
    /// The alert of a row.
    public func id(at row: Int) -> AlertID? { rows.id(at: row) }
    /// The row of an alert.
    public func row(of id: AlertID) -> Int? { rows.row(of: id) }
    /// Unanswered alerts of every severity.
    public var unansweredCount: Int { unanswered.high + unanswered.medium + unanswered.low }

    /// Asks the next refresh to look at everything, as after the filter has changed.
    public mutating func invalidate() { stale = true }

    /// Forgets what came in, once every reader of it has been told.
    mutating func forgetEntered() { if !entered.isEmpty { entered.removeAll(keepingCapacity: true) } }

    /// Brings the list up to date with what was touched; nothing touched costs nothing.
    public mutating func refresh(
        board: Board, touched: Set<AlertID>, everything: Bool = false, filter: ((Alert) -> Bool)? = nil
    ) {
        guard everything || stale || !touched.isEmpty else { return }
        if everything || stale {
            var listed: [(id: AlertID, key: SortKey)] = []
            for alert in board.alerts.elements where filter?(alert) ?? true {
                listed.append((alert.id, AlertIndex.key(of: alert)))
            }
            rows.rebuild(listed)
            stale = false
            generation += 1
        } else {
            var changes: [(id: AlertID, key: SortKey?)] = []
            for id in touched {
                let alert = board.alerts[id].flatMap { filter?($0) ?? true ? $0 : nil }
                changes.append((id, alert.map(AlertIndex.key)))
            }
            if rows.update(changes, entered: &entered) { generation += 1 }
        }
        count(board)
    }

    /// The unanswered alert after this one in the list, the first when there is none after it.
    public func nextUnanswered(after id: AlertID?) -> AlertID? {
        let total = rows.rank(of: SortKey(AlertIndex.answeredRank << 8))
        guard total > 0 else { return nil }
        let row = id.flatMap { rows.row(of: $0) }.map { $0 + 1 } ?? 0
        return rows.id(at: row < total ? row : 0)
    }

    /// Unanswered alerts stand together at the top, a severity after the other.
    private mutating func count(_ board: Board) {
        func below(_ severity: UInt8) -> Int { rows.rank(of: SortKey(UInt64(severity))) }
        let high = below(2)
        let medium = below(3)
        let low = below(4)
        unanswered = (high, medium - high, low - medium)
        oldestUnanswered = rows.rows.prefix(low).compactMap { board.alerts[$0.id]?.raised }.min()
    }

    /// The first rank that needs no answer; what has returned unanswered still does.
    private static let answeredRank: UInt64 = 2

    static func key(of alert: Alert) -> SortKey {
        let rank: UInt64 =
            switch alert.state {
            case .unacknowledged: 0
            case .latchedUnacknowledged, .returnedUnacknowledged: 1
            case .acknowledged: 2
            case .latchedAcknowledged: 3
            case .normal, .shelved, .suppressed, .outOfService: 4
            }
        return SortKey(rank << 8 | UInt64(alert.severity.rawValue), ~SortKey.bits(alert.raised.rawValue))
    }
}

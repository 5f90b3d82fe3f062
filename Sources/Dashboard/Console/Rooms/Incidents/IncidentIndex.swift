import DispatchModel
import Wording

/// What the incident list is sorted by.
package enum IncidentSort: UInt8, CaseIterable, Sendable {
    /// Priority, then what waits before what has a unit, then the oldest first.
    case priority = 1
    /// The oldest first.
    case age
    /// Place in words: the street, then the number of the house.
    case place
    /// How far it has come: held and waiting first.
    case stage
    /// Beat, then priority.
    case beat
    /// Number, the newest first.
    case number
    /// The next deadline of a dispute, the nearest first; then what is no dispute, by priority.
    case deadline
}

/// How many incidents of a priority wait, and since when the longest-waiting one does.
package struct WaitingTally: Hashable, Sendable {
    /// The priority.
    package var priority: Priority
    /// How many wait for a unit, held ones not counted.
    package var count: Int
    /// When the one that waits longest was received; nil when none waits.
    package var oldest: Timestamp?

    /// Creates a tally.
    package init(priority: Priority, count: Int, oldest: Timestamp?) {
        self.priority = priority
        self.count = count
        self.oldest = oldest
    }
}

/// The open incidents in the order of the list, and the waiting ones by priority for the strip.
package struct IncidentIndex: ListOrder, Sendable {
    /// What the list is sorted by. Takes effect with the next refresh, which rebuilds.
    package var sort: IncidentSort = .priority { didSet { stale = stale || sort != oldValue } }
    /// True when the sort runs the other way. Takes effect with the next refresh.
    package var reversed = false { didSet { stale = stale || reversed != oldValue } }
    /// The language in which places are shown, and sorted by. Takes effect with the next refresh.
    package var language = Language.english { didSet { stale = stale || sort == .place && language != oldValue } }
    /// True when closed incidents that are still on the board are listed too. Takes effect with the next refresh.
    package var includesClosed = false { didSet { stale = stale || includesClosed != oldValue } }

    /// Number of open incidents, filtered ones too.
    package private(set) var openCount = 0
    /// Identities that came into the list since it was last settled on the screen, at most 10,000.
    package private(set) var entered: [IncidentID] = []
    /// Counts the refreshes that changed the list.
    package private(set) var generation = 0

    /// Number of open incidents that are disputes, filtered ones too.
    package var disputeCount: Int { disputes.count }

    private var disputes: Set<IncidentID> = []
    private var rows = PinnedRows<IncidentID>()
    private var open: Set<IncidentID> = []
    private var waiting = OrderedRows<IncidentID>()
    private var stale = true

    /// An empty list.
    package init() {}

    /// Number of incidents listed.
    package var count: Int { rows.count }
    /// The incident of a row.
    package func id(at row: Int) -> IncidentID? { rows.id(at: row) }
    /// The row of an incident.
    package func row(of id: IncidentID) -> Int? { rows.row(of: id) }

    /// Asks the next refresh to look at everything, as after the filter has changed.
    package mutating func invalidate() { stale = true }

    /// Puts incidents before all others, whatever the sort and the filter. Takes effect with the next refresh.
    mutating func pin(_ ids: [IncidentID]) {
        if rows.pin(ids, entered: &entered) { stale = true }
    }

    /// Forgets what came in, once every reader of it has been told.
    mutating func forgetEntered() { if !entered.isEmpty { entered.removeAll(keepingCapacity: true) } }

    /// Brings the list up to date with what was touched; nothing touched costs nothing.
    package mutating func refresh(
        board: Board, touched: Set<IncidentID>, everything: Bool = false, filter: ((Incident) -> Bool)? = nil
    ) {
        if everything || stale { return rebuild(board, filter) }
        guard !touched.isEmpty else { return }
        var changes: [(id: IncidentID, key: SortKey?)] = []
        var waits: [(id: IncidentID, key: SortKey?)] = []
        for id in touched {
            guard let incident = board.incidents[id] else {
                changes.append((id, nil))
                waits.append((id, nil))
                open.remove(id)
                disputes.remove(id)
                continue
            }
            let progress = incident.progress
            changes.append((id, listedKey(of: incident, progress, filter)))
            waits.append((id, IncidentIndex.waitingKey(incident, progress)))
            if incident.isOpen { open.insert(id) } else { open.remove(id) }
            if incident.isOpen, incident.dispute != nil { disputes.insert(id) } else { disputes.remove(id) }
        }
        openCount = open.count
        if rows.rest.update(changes, entered: &entered) { generation += 1 }
        waiting.update(waits)
    }

    /// How many incidents wait, by priority, whatever the filter shows.
    package var waitingTallies: [WaitingTally] {
        var start = 0
        return Priority.allCases.map { priority in
            let end = waiting.rank(of: SortKey(UInt64(priority.rawValue) + 1))
            defer { start = end }
            let oldest = start < end ? waiting.row(at: start)?.key.second : nil
            return WaitingTally(
                priority: priority, count: end - start,
                oldest: oldest.map { Timestamp(rawValue: Int64(bitPattern: $0 ^ (1 << 63))) })
        }
    }

    /// The waiting incident after this one in order of urgency, the most urgent when there is none after it. What is pinned
    /// comes before whatever waits, with a unit or without one.
    package func nextWaiting(after id: IncidentID?) -> IncidentID? {
        let pinned = rows.pinned
        let place = id.flatMap { pinned.firstIndex(of: $0) }
        if let place, place + 1 < pinned.count { return pinned[place + 1] }
        let known = place == nil ? id.flatMap { waiting.row(of: $0) } : nil
        if place == nil, known == nil, let first = pinned.first { return first }
        let start = known.map { $0 + 1 } ?? 0
        for row in start..<max(start, waiting.count) {
            if let next = waiting.id(at: row), !rows.isPinned(next) { return next }
        }
        return pinned.first ?? waiting.id(at: 0)
    }

    private mutating func rebuild(_ board: Board, _ filter: ((Incident) -> Bool)?) {
        var listed: [(id: IncidentID, key: SortKey)] = []
        var waits: [(id: IncidentID, key: SortKey)] = []
        open.removeAll(keepingCapacity: true)
        disputes.removeAll(keepingCapacity: true)
        for incident in board.incidents.elements {
            if incident.isOpen { open.insert(incident.id) }
            if incident.isOpen, incident.dispute != nil { disputes.insert(incident.id) }
            let progress = incident.progress
            if let key = IncidentIndex.waitingKey(incident, progress) { waits.append((incident.id, key)) }
            guard let key = listedKey(of: incident, progress, filter) else { continue }
            listed.append((incident.id, key))
        }
        openCount = open.count
        rows.rest.rebuild(listed)
        waiting.rebuild(waits)
        stale = false
        generation += 1
    }

    private func listedKey(
        of incident: Incident, _ progress: IncidentProgress, _ filter: ((Incident) -> Bool)?
    ) -> SortKey? {
        guard incident.isOpen || includesClosed, !rows.isPinned(incident.id), filter?(incident) ?? true else {
            return nil
        }
        let key = IncidentIndex.key(of: incident, progress, by: sort, in: language)
        return reversed ? key.inverted : key
    }

    private static func waitingKey(_ incident: Incident, _ progress: IncidentProgress) -> SortKey? {
        guard progress == .waiting else { return nil }
        return SortKey(UInt64(incident.priority.rawValue), SortKey.bits(incident.received.rawValue))
    }

    static func key(
        of incident: Incident, _ progress: IncidentProgress, by sort: IncidentSort, in language: Language = .english
    ) -> SortKey {
        let received = SortKey.bits(incident.received.rawValue)
        let priority = UInt64(incident.priority.rawValue)
        switch sort {
        case .priority: return SortKey(priority << 8 | urgency(of: progress), received)
        case .age: return SortKey(received)
        case .place: return SortKey(shown: HouseNumber.last(in: incident.place[language]), in: language)
        case .stage: return SortKey(UInt64(progress.rawValue) << 8 | priority, received)
        case .beat:
            let beat = SortKey(natural: incident.beat)
            return SortKey(beat.first, beat.second, priority << 56 | received >> 8)
        case .deadline:
            let next = incident.dispute?.nextDeadline.map { SortKey.bits($0.rawValue) } ?? .max
            return SortKey(next, priority << 8 | urgency(of: progress), received)
        case .number: return SortKey(UInt64(UInt32.max - incident.id.rawValue))
        }
    }

    /// Within a priority: what needs a unit, what has one, what was put aside, what is closed.
    private static func urgency(of progress: IncidentProgress) -> UInt64 {
        switch progress {
        case .waiting: 0
        case .noUnit: 1
        case .assigned, .enRoute, .onScene, .transporting: 2
        case .held: 3
        case .closed: 4
        }
    }
}

extension IncidentSort {
    /// The column whose header carries the sort's mark.
    package var column: ColumnName {
        switch self {
        case .priority: .priority
        case .age: .age
        case .place: .place
        case .stage: .stage
        case .beat: .beat
        case .number: .number
        case .deadline: .grade
        }
    }

    /// The sort by a column; nil for one that cannot be sorted by.
    package init?(column: ColumnName) {
        guard let sort = IncidentSort.allCases.first(where: { $0.column == column }) else { return nil }
        self = sort
    }
}

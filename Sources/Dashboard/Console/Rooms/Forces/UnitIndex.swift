import DispatchModel
import DispatchPolicy
import Wording

/// What a unit list is sorted by.
package enum UnitSort: UInt8, CaseIterable, Sendable {
    /// Callsign, numbers in it by their value.
    case callsign = 1
    /// Status: emergency first, then busy, then free, then out of service; callsign within.
    case status
    /// Time in its status, the longest first.
    case time
    /// Home beat, then callsign.
    case beat
    /// Last heard, the longest silent first.
    case heard
    /// How far it is from the incident that is selected, the nearest first; units without a position last.
    case distance
}

/// How many units of a kind are free.
package struct FreeTally: Hashable, Sendable {
    /// Units that can be sent without leaving another incident.
    package var free = 0
    /// All units but those out of service.
    package var total = 0
    /// Units out of service.
    package var outOfService = 0
}

/// The units of one pane in the order of its list.
package struct UnitIndex: ListOrder, Sendable {
    /// The pane whose units it lists.
    package let pane: UnitPane
    /// What the list is sorted by. Takes effect with the next refresh.
    package var sort: UnitSort = .callsign { didSet { stale = stale || sort != oldValue } }
    /// True when the sort runs the other way. Takes effect with the next refresh.
    package var reversed = false { didSet { stale = stale || reversed != oldValue } }

    /// Where the selected incident is, for the order by distance. Takes effect with the next refresh.
    var origin: GeoPoint? { didSet { stale = stale || sort == .distance && origin != oldValue } }

    /// Free and all units of the pane.
    package private(set) var tally = FreeTally()
    /// Free and all units by kind, only of kinds there are.
    package private(set) var tallies: [UnitKind: FreeTally] = [:]
    /// Response circles that are open because their unit is not free.
    package private(set) var openCircles = 0
    /// Response circles that are defined.
    package private(set) var circles = 0
    /// Identities that came into the list since it was last settled on the screen, at most 10,000.
    package private(set) var entered: [UnitID] = []
    /// Counts the refreshes that changed the list.
    package private(set) var generation = 0

    private struct Known: Sendable {
        var kind: UnitKind
        var status: UnitStatus
        var circle: Bool
        var isCircleOpen: Bool
    }
    private var rows = OrderedRows<UnitID>()
    private var known: [UnitID: Known] = [:]
    private var stale = true

    /// An empty list of a pane's units.
    package init(pane: UnitPane) {
        self.pane = pane
    }

    /// Number of units listed.
    package var count: Int { rows.count }
    /// The unit of a row.
    package func id(at row: Int) -> UnitID? { rows.id(at: row) }
    /// The row of a unit.
    package func row(of id: UnitID) -> Int? { rows.row(of: id) }

    /// Asks the next refresh to look at everything, as after the filter has changed.
    package mutating func invalidate() { stale = true }

    /// Forgets what came in, once every reader of it has been told.
    mutating func forgetEntered() { if !entered.isEmpty { entered.removeAll(keepingCapacity: true) } }

    /// Brings the list up to date with what was touched; nothing touched costs nothing.
    package mutating func refresh(
        board: Board, touched: Set<UnitID>, everything: Bool = false, filter: ((FieldUnit) -> Bool)? = nil
    ) {
        if everything || stale { return rebuild(board, filter) }
        guard !touched.isEmpty else { return }
        var changes: [(id: UnitID, key: SortKey?)] = []
        for id in touched {
            let unit = board.units[id].flatMap { $0.pane == pane ? $0 : nil }
            if unit == nil, known[id] == nil { continue }
            count(unit, id)
            let key = unit.flatMap { listedKey(of: $0, board, filter) }
            changes.append((id, key))
        }
        if rows.update(changes, entered: &entered) { generation += 1 }
    }

    private mutating func rebuild(_ board: Board, _ filter: ((FieldUnit) -> Bool)?) {
        tally = FreeTally()
        tallies = [:]
        (openCircles, circles) = (0, 0)
        known.removeAll(keepingCapacity: true)
        var listed: [(id: UnitID, key: SortKey)] = []
        for unit in board.units.elements where unit.pane == pane {
            count(unit, unit.id)
            guard let key = listedKey(of: unit, board, filter) else { continue }
            listed.append((unit.id, key))
        }
        rows.rebuild(listed)
        stale = false
        generation += 1
    }

    /// Takes a unit into the tallies in place of what was known of it.
    private mutating func count(_ unit: FieldUnit?, _ id: UnitID) {
        if let old = known.removeValue(forKey: id) { add(old, -1) }
        guard let unit else { return }
        let new = Known(
            kind: unit.kind, status: unit.status, circle: unit.circleMinutes > 0, isCircleOpen: unit.isCircleOpen)
        known[id] = new
        add(new, 1)
    }

    private mutating func add(_ unit: Known, _ step: Int) {
        let free = unit.status == .available ? step : 0
        let out = unit.status == .outOfService ? step : 0
        tally.free += free
        tally.outOfService += out
        tally.total += step - out
        tallies[unit.kind, default: FreeTally()].free += free
        tallies[unit.kind, default: FreeTally()].outOfService += out
        tallies[unit.kind, default: FreeTally()].total += step - out
        if unit.circle { circles += step }
        if unit.isCircleOpen { openCircles += step }
    }

    private func listedKey(of unit: FieldUnit, _ board: Board, _ filter: ((FieldUnit) -> Bool)?) -> SortKey? {
        guard filter?(unit) ?? true else { return nil }
        let callsign = SortKey(natural: unit.callsign)
        let key =
            switch sort {
            case .callsign: callsign
            case .status: callsign.after(UnitIndex.rank(of: unit.status))
            case .time: SortKey(SortKey.bits(unit.statusSince.rawValue), callsign.first, callsign.second)
            case .beat: SortKey(SortKey(natural: unit.homeBeat).first, callsign.first, callsign.second)
            case .heard:
                SortKey(SortKey.bits(board.lastHeard(from: unit).rawValue), callsign.first, callsign.second)
            case .distance:
                SortKey(distance(of: unit, on: board).map(UInt64.init) ?? .max, callsign.first, callsign.second)
            }
        return reversed ? key.inverted : key
    }

    /// How far a unit is from the selected incident as the crow flies, in metres; nil when it is not known.
    func distance(of unit: FieldUnit, on board: Board) -> Int64? {
        guard let origin, let here = board.position(of: unit)?.point else { return nil }
        return Int64(TravelModel.metres(from: here, to: origin))
    }

    private static func rank(of status: UnitStatus) -> UInt8 {
        switch status {
        case .emergency: 0
        case .dispatched: 1
        case .enRoute: 2
        case .onScene: 3
        case .transporting: 4
        case .clear: 5
        case .available: 6
        case .outOfService: 7
        }
    }
}

extension UnitSort {
    /// The column whose header carries the sort's mark.
    package var column: ColumnName {
        switch self {
        case .callsign: .unit
        case .status: .status
        case .time: .time
        case .beat: .beat
        case .heard: .heard
        case .distance: .distance
        }
    }

    /// The sort by a column; nil for one that cannot be sorted by.
    package init?(column: ColumnName) {
        guard let sort = UnitSort.allCases.first(where: { $0.column == column }) else { return nil }
        self = sort
    }
}

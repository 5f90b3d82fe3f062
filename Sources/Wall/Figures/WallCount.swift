import DispatchModel
import DispatchPolicy

/// What a wall counts by.
package struct WallRules {
    /// When something has taken too long.
    package var deadlines: Deadlines
    /// How many free units the room wants at least; nil for a tenth of them.
    package var reserve: Int?
    /// The name of the area without radio that a place lies in, empty for one without a name; nil where radio reaches.
    package var blindSpot: (GeoPoint) -> String?
    /// The rules that these were last taken from; nil for none.
    private var adopted: RulesAdopted?
    /// What counts where a board has adopted no rules.
    private let usual: (deadlines: Deadlines, reserve: Int?)

    /// Creates rules; the usual deadlines unless told otherwise.
    package init(
        deadlines: Deadlines = .standard, reserve: Int? = nil, blindSpot: @escaping (GeoPoint) -> String? = { _ in nil }
    ) {
        self.deadlines = deadlines
        self.reserve = reserve
        self.blindSpot = blindSpot
        usual = (deadlines, reserve)
    }

    /// Counts by the rules that a board has adopted. A reserve that the wall was started with goes before theirs.
    mutating func follow(_ board: Board) {
        guard board.rules != adopted else { return }
        adopted = board.rules
        guard let adopted else {
            (deadlines, reserve) = usual
            return
        }
        let rules = RoomRules.recorded(adopted.text)
        deadlines = rules.deadlines
        reserve = usual.reserve ?? rules.reserve
    }
}

extension WallFigures {
    /// Counts a board at a time.
    package init(_ board: Board, rules: WallRules, attainment: [TargetAttainment] = [], now: Timestamp) {
        self.init()
        self.attainment = attainment
        isEmpty = board.incidents.count == 0 && board.units.count == 0 && board.alerts.count == 0
        var count = WallCount(board: board, rules: rules, now: now)
        count.countIncidents()
        count.countUnits()
        (p1, p2, lower) = (count.p1.waiting(now), count.p2.waiting(now), count.lower.waiting(now))
        items = count.items.worst(at: now)
        p1Overdue = count.p1Overdue.worst(at: now)
        itemCount = count.items.count
        (units, quick, silent) = (
            count.units, count.quick,
            count.silent.sorted { ($0.spot == nil ? 1 : 0, $0.since) < ($1.spot == nil ? 1 : 0, $1.since) }
        )
        reserve = rules.reserve ?? (units.total + 9) / 10
        beats = count.beats
        circles = count.circles
        (calls, callsAreCut, lastP1) = (count.calls, count.callsAreCut, count.lastP1)
        emergencies = board.emergencies(
            units: count.unitsInDanger, incidents: count.callsForHelp,
            alerts: Set(board.alerts.elements.lazy.filter { $0.kind == .emergency }.map(\.id)))
        let unanswered = board.alerts.elements.filter { $0.isUnanswered && $0.isMeant }
        alerts = (unanswered.count, unanswered.map(\.raised).min())
    }
}

/// One going through a board.
private struct WallCount {
    /// What waits of a kind, its worst kept, and how many waited before.
    struct Kept {
        var count: Int { incidents.count }
        var before = 0
        private var items: [WallItem] = []
        private var incidents: Set<IncidentID> = []

        /// Adds one; what cannot be among the worst is left out now and then, so that a long line costs no sorting.
        mutating func add(_ item: WallItem, at now: Timestamp) {
            incidents.insert(item.incident)
            items.append(item)
            if items.count >= 4 * WallFigures.kept { items = worst(at: now) }
        }

        func worst(at now: Timestamp) -> [WallItem] {
            let order = items.map { (ratio: $0.ratio(at: now), item: $0) }.sorted { one, other in
                // No count of anything else hides an officer in danger, or a P1.
                if one.item.rank != other.item.rank { return one.item.rank < other.item.rank }
                if one.ratio != other.ratio { return one.ratio > other.ratio }
                if one.item.priority != other.item.priority { return one.item.priority < other.item.priority }
                return (one.item.since, one.item.incident) < (other.item.since, other.item.incident)
            }
            // Two units that are overdue at one incident are one incident.
            var seen: Set<IncidentID> = []
            return Array(order.map(\.item).filter { seen.insert($0.incident).inserted }.prefix(WallFigures.kept))
        }

        func waiting(_ now: Timestamp) -> WallFigures.Waiting {
            WallFigures.Waiting(count: count, change: count - before, worst: worst(at: now))
        }
    }

    let board: Board
    let rules: WallRules
    let now: Timestamp
    var p1 = Kept()
    var p2 = Kept()
    var lower = Kept()
    var items = Kept()
    var p1Overdue = Kept()
    var units = (free: 0, total: 0)
    var quick = (free: 0, total: 0)
    var silent: [WallFigures.SilentUnit] = []
    var beats = WallFigures.Cover<String>()
    var circles = WallFigures.Cover<WallFigures.OpenCircle>()
    var calls = [Int](repeating: 0, count: WallFigures.hours)
    var callsAreCut = false
    var lastP1: (received: Timestamp, there: Span?)?
    var callsForHelp: Set<IncidentID> = []
    var unitsInDanger: Set<UnitID> = []

    init(board: Board, rules: WallRules, now: Timestamp) {
        self.board = board
        self.rules = rules
        self.now = now
    }

    // MARK: Incidents

    mutating func countIncidents() {
        let then = now - WallFigures.comparedWith
        var oldestKept = now
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices {
                if incidents[index].closed != nil { oldestKept = min(oldestKept, incidents[index].closed ?? now) }
                if incidents[index].mergedInto == nil { countCall(incidents[index].received) }
                if incidents[index].priority == .p1 { noteP1(incidents[index]) }
                if incidents[index].waited(at: then) { before(incidents[index].priority) }
                guard incidents[index].isOpen else { continue }
                let isCallForHelp = incidents[index].emergency != nil
                if isCallForHelp { callsForHelp.insert(incidents[index].id) }
                if incidents[index].waits(at: now) {
                    addWaiting(incidents[index])
                } else if isCallForHelp {
                    addCallForHelp(incidents[index])
                }
            }
        }
        // Closed incidents leave the board, the oldest first: once some have left, only what came after is whole.
        callsAreCut = board.counters.archived > 0 && oldestKept > now - .hours(1)
    }

    private mutating func countCall(_ received: Timestamp) {
        let ago = (now - received).milliseconds
        let hour = ago / Span.hours(1).milliseconds
        guard ago >= 0, hour < Int64(WallFigures.hours) else { return }
        calls[WallFigures.hours - 1 - Int(hour)] += 1
    }

    private mutating func noteP1(_ incident: Incident) {
        guard incident.mergedInto == nil, incident.received <= now, incident.received > now - .hours(24),
            incident.received >= lastP1?.received ?? .epoch
        else { return }
        let there = incident.assignments.compactMap(\.arrived).min()
        lastP1 = (incident.received, there.map { max(.zero, $0 - incident.received) })
    }

    private mutating func before(_ priority: Priority) {
        switch priority {
        case .p1: p1.before += 1
        case .p2: p2.before += 1
        case .p3, .p4, .p5: lower.before += 1
        }
    }

    private mutating func addWaiting(_ incident: Incident) {
        let item = WallItem(
            incident: incident.id, priority: incident.priority, since: incident.waitingFrom,
            limit: rules.deadlines.waitingLimit(of: incident)?.limit, cause: .waits,
            isCallForHelp: incident.emergency != nil)
        items.add(item, at: now)
        switch incident.priority {
        case .p1: p1.add(item, at: now)
        case .p2: p2.add(item, at: now)
        case .p3, .p4, .p5: lower.add(item, at: now)
        }
    }

    /// A call for help stays in the list until it is resolved.
    private mutating func addCallForHelp(_ incident: Incident) {
        items.add(
            WallItem(
                incident: incident.id, priority: incident.priority, since: incident.received, limit: nil,
                cause: .danger, isCallForHelp: true), at: now)
    }

    // MARK: Units

    mutating func countUnits() {
        var covered: Set<String> = []
        board.units.elements.withUnsafeBufferPointer { elements in
            for index in elements.indices {
                countForce(elements[index])
                if elements[index].isFree { covered.insert(elements[index].homeBeat) }
                countCircle(elements[index])
                countOverdue(elements[index])
                countSilent(elements[index])
            }
        }
        beats.defined = board.beats.count
        beats.open = board.beats.elements.map(\.beat).filter { !covered.contains($0) }.sorted()
        circles.open.sort { ($0.since, $0.place.english) < ($1.since, $1.place.english) }
    }

    private mutating func countForce(_ unit: FieldUnit) {
        if unit.status == .emergency { unitsInDanger.insert(unit.id) }
        guard unit.status != .outOfService else { return }
        units.total += 1
        if unit.isFree { units.free += 1 }
        guard unit.pane == .quickResponse else { return }
        quick.total += 1
        if unit.isFree { quick.free += 1 }
    }

    private mutating func countCircle(_ unit: FieldUnit) {
        guard unit.circleMinutes > 0 else { return }
        circles.defined += 1
        guard unit.isCircleOpen else { return }
        let post = unit.dutyPoint.words
        let place = post.isEmpty ? BilingualText(unit.callsign, unit.callsign) : post
        circles.open.append(
            WallFigures.OpenCircle(place: place, minutes: unit.circleMinutes, since: unit.statusSince))
    }

    /// A unit at an incident that is in its status for too long. Nothing is overdue for want of it where a crew is there already.
    private mutating func countOverdue(_ unit: FieldUnit) {
        guard let id = unit.incident, let limit = rules.deadlines.status[unit.status]?.limit,
            now - unit.statusSince > limit, let priority = board.incidents.read(id, { $0.priority })
        else { return }
        let crew = crewThere(id)
        let isUnderWay = unit.status == .dispatched || unit.status == .enRoute
        if let crew, isUnderWay, crew.unit != unit.id {
            // A call for help has its row already.
            guard !callsForHelp.contains(id) else { return }
            items.add(
                WallItem(
                    incident: id, priority: priority, since: crew.since, limit: nil,
                    cause: .attended(crew.unit, crew.status)), at: now)
            return
        }
        let item = WallItem(
            incident: id, priority: priority, since: unit.statusSince, limit: limit,
            cause: .unit(unit.id, unit.status), isCallForHelp: callsForHelp.contains(id))
        items.add(item, at: now)
        // An officer in danger has a plate, and a crew that stays for long is there.
        if priority == .p1, !item.isCallForHelp, crew == nil { p1Overdue.add(item, at: now) }
    }

    /// Who has been at an incident for longest, by its milestones or its status, and has not left it; nil while nobody has come.
    private func crewThere(_ id: IncidentID) -> (unit: UnitID, status: UnitStatus, since: Timestamp)? {
        let sent = board.incidents.read(id) { $0.openAssignments } ?? []
        var first: (unit: UnitID, status: UnitStatus, since: Timestamp)?
        for assignment in sent {
            guard let unit = board.units[assignment.unit] else { continue }
            let arrived = assignment.arrived ?? assignment.transporting ?? assignment.atDestination
            let stands: Timestamp? = unit.status == .onScene && unit.incident == id ? unit.statusSince : nil
            guard let since = arrived ?? stands else { continue }
            if let first, first.since <= since { continue }
            first = (unit.id, unit.status, since)
        }
        return first
    }

    private mutating func countSilent(_ unit: FieldUnit) {
        guard unit.tracked, unit.status != .outOfService else { return }
        let heard = board.lastHeard(from: unit)
        guard now - heard > rules.deadlines.notHeard.limit else { return }
        let spot = board.position(of: unit).flatMap { rules.blindSpot($0.point) }
        silent.append(WallFigures.SilentUnit(unit: unit.id, since: heard, spot: spot))
    }
}

extension Incident {
    /// True when it waits for a unit now: nobody was there, and no hold or mediation keeps it aside. A hold that has run out
    /// keeps nothing aside.
    func waits(at now: Timestamp) -> Bool {
        guard isUnserved else { return false }
        return !held || heldUntil.map { $0 <= now } ?? false
    }

    /// True when it waited at an earlier time, by the times that it still carries.
    func waited(at then: Timestamp) -> Bool {
        guard received <= then, closed.map({ $0 > then }) ?? true, mergedInto == nil,
            !(held && heldSince.map { $0 <= then } ?? true)
        else { return false }
        return !assignments.contains { assignment in
            guard let assigned = assignment.assigned ?? assignment.acknowledged, assigned <= then else { return false }
            // One that was there has served it, even if it left since.
            guard let end = assignment.cleared ?? assignment.withdrawn else { return true }
            return end > then || (assignment.withdrawn == nil && assignment.wasThere)
        }
    }
}

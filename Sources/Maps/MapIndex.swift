import DispatchModel
import Ground

/// The things of a board with their places on the map, brought up to date by what was touched.
package struct MapIndex: Sendable {
    /// The things, in no order.
    package private(set) var things: [MapThing] = []
    /// Where units on their way were before, the newest last, at most ``trailLimit`` each.
    package private(set) var trails: [UnitID: [WorldPoint]] = [:]
    /// The calls on the board by beat, closed ones among them.
    package private(set) var calls: [String: Int] = [:]
    /// Quick-response units on duty with a circle: where it is drawn, its radius in metres, and whether it is kept.
    package private(set) var circles: [UnitID: Circle] = [:]
    /// The duty points of the units, each once, from west to east.
    package private(set) var anchors: [WorldPoint] = []
    private var dutyPoints: [UnitID: GeoPoint] = [:]
    /// True while `anchors` are those of before.
    private var anchorsAreOld = false
    /// Where points are moved to on a ground beyond the date line.
    private var beyond: WorldBox?
    private var slots: [MapThingID: Int] = [:]
    private var callBeats: [IncidentID: String] = [:]
    private var homes: [UnitID: (beat: String, isFree: Bool)] = [:]
    private var free: [String: Int] = [:]
    /// Open incidents that nobody knows the place of, not even by beat.
    package private(set) var placeless: Set<IncidentID> = []

    /// A response circle (快反圈).
    package struct Circle: Hashable, Sendable {
        /// The duty point.
        package var at: WorldPoint
        /// How far the unit comes in its minutes, in metres.
        package var metres: Double
        /// True while the unit is free to answer from there.
        package var isKept: Bool
    }

    /// How many earlier places of a unit are kept.
    package static let trailLimit = 6

    /// Nothing.
    package init() {}

    /// How many things there are.
    package var count: Int { things.count }

    /// A thing; nil when it is not on the map.
    package subscript(id: MapThingID) -> MapThing? { slots[id].map { things[$0] } }

    /// True when a beat that units call their own has none that is free; false on a board whose units have no beats, and of
    /// the outline of a board without a ground, which is no beat.
    package func isUncovered(_ beat: String) -> Bool {
        !beat.isEmpty && !free.isEmpty && (free[beat] ?? 0) == 0
    }

    /// True when units have beats of their own, so that covering means something.
    package var knowsCover: Bool { !free.isEmpty }

    // MARK: Following the board

    /// Takes everything anew.
    package mutating func rebuild(_ board: Board, ground: Ground, reach: MapReach) {
        let trails = trails
        self = MapIndex()
        self.trails = trails
        beyond = ground.beyondDateLine
        for (number, post) in ground.posts.enumerated() {
            put(MapThing(id: .post(number), at: post.at, mark: .post))
        }
        for unit in board.units.elements { refresh(unit, board, reach) }
        renewAnchors()
        for incident in board.incidents.elements { refresh(incident, board, ground) }
        for alert in board.alerts.elements { refresh(alert) }
    }

    /// Takes what was touched.
    package mutating func refresh(
        units: some Sequence<UnitID>, incidents: some Sequence<IncidentID>, alerts: some Sequence<AlertID>,
        _ board: Board, ground: Ground, reach: MapReach
    ) {
        for id in units {
            guard let unit = board.units[id] else {
                remove(.unit(id))
                noteDutyPoint(nil, of: id)
                continue
            }
            refresh(unit, board, reach)
        }
        renewAnchors()
        for id in incidents {
            guard let incident = board.incidents[id] else {
                remove(.incident(id))
                placeless.remove(id)
                continue
            }
            refresh(incident, board, ground)
        }
        for id in alerts {
            guard let alert = board.alerts[id] else {
                remove(.alert(id))
                continue
            }
            refresh(alert)
        }
    }

    /// An alert about an incident or a unit stands where that is.
    private mutating func refresh(_ alert: Alert) {
        guard alert.incident == nil, alert.unit == nil, let mark = MapMark(alert),
            let point = alert.reported?.place.point, !point.isAtZero
        else { return remove(.alert(alert.id)) }
        put(MapThing(id: .alert(alert.id), at: world(point), mark: mark))
    }

    private mutating func refresh(_ unit: FieldUnit, _ board: Board, _ reach: MapReach) {
        noteHome(of: unit)
        noteDutyPoint(unit.dutyPoint.point, of: unit.id)
        noteCircle(of: unit, reach)
        let known = board.position(of: unit)
        guard let mark = MapMark(unit.status), let point = known?.point, !point.isAtZero else {
            trails[unit.id] = nil
            return remove(.unit(unit.id))
        }
        var thing = MapThing(id: .unit(unit.id), at: world(point), mark: mark)
        thing.isDoubted = board.doubt(about: unit) != nil
        thing.heardAt = unit.tracked ? known?.at : nil
        thing.task = unit.incident
        thing.pace = reach.metres(of: unit.kind, minutes: 1)
        noteTrail(of: thing, unit)
        put(thing)
    }

    private mutating func refresh(_ incident: Incident, _ board: Board, _ ground: Ground) {
        if callBeats[incident.id] != incident.beat {
            if let former = callBeats[incident.id] { calls[former, default: 1] -= 1 }
            callBeats[incident.id] = incident.beat
            calls[incident.beat, default: 0] += 1
        }
        placeless.remove(incident.id)
        guard incident.isOpen else { return remove(.incident(incident.id)) }
        let exact = incident.place.point.flatMap { $0.isAtZero ? nil : world($0) }
        let rough = exact == nil ? middle(of: incident.beat, board, ground) : nil
        guard let at = exact ?? rough else {
            placeless.insert(incident.id)
            return remove(.incident(incident.id))
        }
        let isCall = incident.assignments.contains {
            $0.isOpen && board.units.read($0.unit) { $0.status } == .emergency
        }
        put(
            MapThing(
                id: .incident(incident.id), at: at, mark: MapMark(incident, isCallForHelp: isCall),
                isRough: exact == nil))
    }

    private func world(_ point: GeoPoint) -> WorldPoint { WorldPoint(point).moved(beside: beyond) }

    private func middle(of beat: String, _ board: Board, _ ground: Ground) -> WorldPoint? {
        guard !beat.isEmpty else { return nil }
        return board.beats[beat]?.centre.map(world) ?? ground.beat(beat)?.shape.box.middle
    }

    // MARK: What is kept beside the things

    private mutating func noteHome(of unit: FieldUnit) {
        if let known = homes.removeValue(forKey: unit.id), known.isFree { free[known.beat, default: 1] -= 1 }
        guard !unit.homeBeat.isEmpty else { return }
        homes[unit.id] = (unit.homeBeat, unit.isFree)
        free[unit.homeBeat, default: 0] += unit.isFree ? 1 : 0
    }

    private mutating func noteDutyPoint(_ point: GeoPoint?, of unit: UnitID) {
        guard dutyPoints[unit] != point else { return }
        dutyPoints[unit] = point
        anchorsAreOld = true
    }

    private mutating func renewAnchors() {
        guard anchorsAreOld else { return }
        anchorsAreOld = false
        anchors = Set(dutyPoints.values).map(world).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    }

    private mutating func noteCircle(of unit: FieldUnit, _ reach: MapReach) {
        guard unit.circleMinutes > 0, let point = unit.dutyPoint.point, MapMark(unit.status) != nil else {
            circles[unit.id] = nil
            return
        }
        circles[unit.id] = Circle(
            at: world(point), metres: reach.metres(of: unit.kind, minutes: Double(unit.circleMinutes)),
            isKept: unit.isFree)
    }

    private mutating func noteTrail(of thing: MapThing, _ unit: FieldUnit) {
        guard thing.mark == .unitMoving else {
            trails[unit.id] = nil
            return
        }
        guard let former = self[thing.id], former.at != thing.at else { return }
        trails[unit.id] = (trails[unit.id] ?? []).suffix(MapIndex.trailLimit - 1) + [former.at]
    }

    private mutating func put(_ thing: MapThing) {
        if let slot = slots[thing.id] {
            things[slot] = thing
        } else {
            slots[thing.id] = things.count
            things.append(thing)
        }
    }

    private mutating func remove(_ id: MapThingID) {
        guard let slot = slots.removeValue(forKey: id) else { return }
        let last = things.removeLast()
        guard last.id != id else { return }
        things[slot] = last
        slots[last.id] = slot
    }
}

import DispatchModel
import DispatchPolicy
import Testing

/// A small made-up command room. Everything on its board got there through decide and apply.
struct Room {
    var board = Board()
    var records: [EventRecord] = []
    var now = Room.start
    var policy = Policy()
    /// The clocks, once they are started.
    var engine: DeadlineEngine?
    /// What looks after plans sent short, once it is started.
    var plans: PlanWatch?
    /// What looks after crews and timers, once it is started.
    var personnel: PersonnelWatch?
    /// What compares incidents, once it is started.
    var duplicates: DuplicateEngine?

    static let start = Timestamp(seconds: 1_800_000_000)
    static let ann = Actor.dispatcher("ann")
    static let bob = Actor.dispatcher("bob")

    static let car1 = UnitID(rawValue: 1)
    static let car2 = UnitID(rawValue: 2)
    static let quick = UnitID(rawValue: 3)
    static let foot = UnitID(rawValue: 4)
    static let medic = UnitID(rawValue: 5)
    static let resting = UnitID(rawValue: 6)

    /// Two beats and six units, all free but one that is off duty.
    static func open(policy: Policy = Policy()) -> Room {
        var room = Room()
        room.policy = policy
        room.tell(.mode(ModeDeclared(title: "made up")))
        for (beat, latitude) in [("B01", 31.20), ("B02", 31.30)] {
            room.tell(.beat(BeatDefined(beat: beat, name: beat, centre: point(latitude, 121.40))))
        }
        room.enlist("3A11", .vehiclePatrol, "B01", 31.200)
        room.enlist("3A12", .vehiclePatrol, "B02", 31.300)
        room.enlist("Q1", .quickResponse, "B01", 31.210, circle: 3)
        room.enlist("F1", .footPatrol, "B01", 31.201)
        room.enlist("M1", .ambulance, "B02", 31.290)
        room.enlist("3A19", .vehiclePatrol, "B02", 31.299, status: .outOfService)
        return room
    }

    static func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude) ?? GeoPoint()
    }

    mutating func enlist(
        _ callsign: String, _ kind: UnitKind, _ beat: String, _ latitude: Double?, circle: Int64 = 0,
        status: UnitStatus = .available
    ) {
        let place = Place(text: "post \(callsign)", point: latitude.map { Room.point($0, 121.40) })
        tell(
            .unit(
                UnitRegistered(
                    callsign: callsign, kind: kind, pane: circle > 0 ? .quickResponse : .patrol, homeBeat: beat,
                    dutyPoint: place, circleMinutes: circle, status: status)))
    }

    /// Gives an order; what comes of it is on the board at once.
    @discardableResult
    mutating func order(
        _ command: Command, by actor: Actor = Room.ann, drawn: [DrawnMeaning] = []
    ) -> Result<[EventBody], Rejection> {
        let before = board.position
        let result = CommandDecider(policy: policy).decide(
            CommandRequest(command, by: actor, drawn: drawn), board: board, now: now)
        switch result {
        case .success(let events): record(events, by: actor, source: nil)
        case .failure: #expect(board.position == before, "a rejection changes nothing")
        }
        return result
    }

    /// Gives an order that must be carried out.
    @discardableResult
    mutating func must(_ command: Command, by actor: Actor = Room.ann) -> [EventBody] {
        switch order(command, by: actor) {
        case .success(let events): return events
        case .failure(let rejection):
            Issue.record("\(command.name) was refused: \(rejection)")
            return []
        }
    }

    /// Says what a feed or crew says.
    @discardableResult
    mutating func tell(
        _ content: Observation.Content, by actor: Actor = .feed("made up"), source: String? = nil
    ) -> Result<[EventBody], Ignored> {
        let key = source.map { SourceKey(source: "log", id: $0) }
        let observation = Observation(source: key, at: now, actor: actor, content: content)
        let result = ObservationDecider(policy: policy).decide(observation, board: board)
        if case .success(let events) = result { record(events, by: actor, source: key) }
        return result
    }

    mutating func record(_ events: [EventBody], by actor: Actor, source: SourceKey? = nil) {
        for body in events {
            let record = EventRecord(
                position: board.position + 1, at: now, actor: actor, source: source, body: body)
            board.apply(record)
            records.append(record)
            engine?.observe(record, board: board)
            duplicates?.observe(record, board: board)
            plans?.observe(record, board: board)
            personnel?.observe(record, board: board)
        }
        if duplicates?.hasEvidence == true { self.record(duplicates?.due(board: board) ?? [], by: .policy) }
    }

    /// A feed's alert comes on or ends; `latching` as a rule of the room would have it.
    mutating func report(
        _ id: String = "a", _ severity: AlertSeverity = .medium, active: Bool = true, latching: Bool = false
    ) {
        let reported = ReportedAlert(source: SourceKey(source: "nms", id: id), text: "mast \(id)")
        if latching {
            let known = board.alert(reportedAs: reported.source)?.id
            let raised = AlertRaised(
                alert: known ?? AlertID(rawValue: board.counters.alerts + 1), kind: .reported, severity: severity,
                at: now, reported: reported, latching: true)
            return record([.alertRaised(raised)], by: .feed("nms"))
        }
        tell(.alert(AlertObservation(reported: reported, severity: severity, isActive: active, at: now)))
    }

    /// A new incident near the first beat's post.
    @discardableResult
    mutating func incident(
        _ type: String = "robbery", _ priority: Priority = .p2, latitude: Double? = 31.205, beat: String = "B01"
    ) -> IncidentID {
        let place = Place(text: "Mission St", point: latitude.map { Room.point($0, 121.40) })
        must(.create(NewIncident(type: type, priority: priority, place: place, beat: beat, text: "man with a knife")))
        return IncidentID(rawValue: board.counters.incidents)
    }

    mutating func wait(_ span: Span) { now = now + span }

    /// The machine's clock is put forward or back, and that is noticed.
    mutating func stepClock(_ span: Span) {
        now = now + span
        tell(.clock(ClockStepped(by: span)), by: .system)
    }

    /// Starts comparing incidents.
    mutating func startComparing() { duplicates = DuplicateEngine(policy: policy, board: board) }

    /// Starts looking after plans sent short.
    mutating func startPlans() { plans = PlanWatch(plans: policy.responsePlans, board: board) }

    /// Lets the plans act; what they say is on the board at once.
    @discardableResult
    mutating func lookAtPlans() -> [EventBody] {
        var all: [EventBody] = []
        while let due = plans?.nextDue, due <= now {
            let events = plans?.due(at: now, board: board) ?? []
            record(events, by: .policy)
            all += events
        }
        return all
    }

    /// Starts looking after crews and timers.
    mutating func startPersonnel() { personnel = PersonnelWatch(policy: policy, board: board) }

    /// Lets that act; what it says is on the board at once.
    @discardableResult
    mutating func lookAtPersonnel() -> [EventBody] {
        var all: [EventBody] = []
        while let due = personnel?.nextDue, due <= now {
            let events = personnel?.due(at: now, board: board) ?? []
            record(events, by: .policy)
            all += events
        }
        return all
    }

    /// Starts the clocks.
    mutating func startClocks() { engine = DeadlineEngine(deadlines: policy.deadlines, board: board) }

    /// Lets the clocks act at this time; what they say is on the board at once.
    @discardableResult
    mutating func tick() -> [EventBody] {
        var all: [EventBody] = []
        while let due = engine?.nextDue, due <= now {
            let events = engine?.due(at: now, board: board) ?? []
            record(events, by: .policy)
            all += events
        }
        return all
    }

    subscript(id: IncidentID) -> Incident { board.incidents[id] ?? Incident() }
    subscript(id: UnitID) -> FieldUnit { board.units[id] ?? FieldUnit() }
}

/// What the board says to a dispatcher: without histories, revisions and counters.
struct Meaning: Equatable {
    var incidents: [Incident]
    var units: [FieldUnit]
    var alerts: [Alert]

    init(_ board: Board) {
        incidents = board.incidents.elements.map { incident in
            var bare = incident
            bare.history = []
            bare.historyDropped = 0
            bare.revision = 0
            // What is thought of an incident changes with evidence; see the tests of duplicates.
            bare.proposals = []
            return bare
        }.sorted { $0.id < $1.id }
        units = board.units.elements.map { unit in
            var bare = unit
            bare.history = []
            bare.revision = 0
            bare.heard = .epoch
            return bare
        }
        alerts = board.alerts.elements.sorted { $0.id < $1.id }
    }

    /// The meaning of what was there already; what an undone action created is closed and left out.
    func of(only known: Meaning) -> Meaning {
        var part = self
        part.incidents.removeAll { incident in !known.incidents.contains { $0.id == incident.id } }
        return part
    }
}

extension [EventBody] {
    /// The kinds of the events, to compare with a table's row.
    var kinds: [EventBody.Kind] { map(\.kind) }
}

extension Result {
    /// The failure, when it is one.
    var failure: Failure? {
        if case .failure(let failure) = self { return failure }
        return nil
    }
}

import DispatchModel
import DispatchPolicy
import Testing

@Suite("Plans sent short")
struct PlanWatchTests {
    private static let engine1 = UnitID(rawValue: 1)
    private static let engine2 = UnitID(rawValue: 2)
    private static let medic = UnitID(rawValue: 3)
    private static let chief = UnitID(rawValue: 4)

    /// Two engines, a medic, a chief; an urgent medical call asks for an engine and a medic.
    private static func house() -> (room: Room, call: IncidentID) {
        var room = Room()
        room.enlist("E1", .engine, "B01", 31.20)
        room.enlist("E2", .engine, "B01", 31.21)
        room.enlist("M2", .ambulance, "B01", 31.20)
        room.enlist("C1", .commandOfficer, "B01", 31.20)
        let call = room.incident("medical", .p1)
        room.startPlans()
        return (room, call)
    }

    private func missing(_ room: Room, _ id: IncidentID) -> [PlanRequirement]? {
        let present = Set(room.board.units.elements.map(\.kind))
        return room.policy.responsePlans.shortfall(of: room[id], on: room.board, present: present)?.missing
    }

    private static let engine = [PlanRequirement(kinds: [.engine], count: 1)]
    private static let ambulance = [PlanRequirement(kinds: [.ambulance], count: 1)]

    struct Step: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var orders: [Command]
        var missing: [PlanRequirement]?
    }

    static let both = Command.assign(IncidentID(rawValue: 1), [engine1, medic], divert: false)

    /// What is missing after the orders; a unit counts while it is assigned, and once it was there and is done.
    static let steps: [Step] = [
        Step(testDescription: "nobody sent: it waits", orders: [], missing: nil),
        Step(testDescription: "all sent", orders: [both], missing: nil),
        Step(
            testDescription: "one of two", orders: [.assign(IncidentID(rawValue: 1), [medic], divert: false)],
            missing: engine),
        Step(testDescription: "withdrawn", orders: [both, .withdraw(medic, reason: "")], missing: ambulance),
        Step(
            testDescription: "cleared before it arrived",
            orders: [both, .advance(medic, .enRoute, disposition: ""), .setStatus(medic, .available, reason: "x")],
            missing: ambulance),
        Step(
            testDescription: "cleared after it was there: its part is done",
            orders: [
                both, .advance(engine1, .enRoute, disposition: ""), .advance(engine1, .arrived, disposition: ""),
                .advance(engine1, .cleared, disposition: ""),
            ], missing: nil),
        Step(
            testDescription: "out of service on the way",
            orders: [both, .setStatus(engine1, .outOfService, reason: "flat tyre")], missing: engine),
        Step(
            testDescription: "out of service at the scene",
            orders: [
                both, .advance(engine1, .enRoute, disposition: ""), .advance(engine1, .arrived, disposition: ""),
                .setStatus(engine1, .outOfService, reason: "pump broken"),
            ], missing: engine),
        Step(
            testDescription: "diverted",
            orders: [
                both, .create(NewIncident(type: "fire", priority: .p1, place: Place(text: "x"), beat: "B01")),
                .assign(IncidentID(rawValue: 2), [engine1], divert: true),
            ], missing: engine),
        Step(
            testDescription: "everybody has left: it is to be closed",
            orders: [
                .assign(IncidentID(rawValue: 1), [medic], divert: false), .advance(medic, .enRoute, disposition: ""),
                .advance(medic, .arrived, disposition: ""), .advance(medic, .cleared, disposition: ""),
            ], missing: nil),
        Step(
            testDescription: "graded down it asks for less",
            orders: [
                .assign(IncidentID(rawValue: 1), [medic], divert: false),
                .triage(IncidentID(rawValue: 1), TriageChange(priority: .p3)),
            ], missing: nil),
    ]

    @Test("What is missing follows from the board", arguments: steps)
    func missing(_ step: Step) {
        var (room, call) = Self.house()
        for order in step.orders { room.must(order) }
        #expect(missing(room, call) == step.missing)
    }

    @Test("What the room has none of it cannot lack")
    func absentKinds() {
        var room = Room()
        room.enlist("M2", .ambulance, "B01", 31.20)
        let call = room.incident("medical", .p1)
        room.must(.assign(call, [UnitID(rawValue: 1)], divert: false))
        #expect(missing(room, call) == nil)
    }

    /// Both engines are busy at a fire, and the medic alone is at the call.
    private static func shortHouse() -> (room: Room, call: IncidentID) {
        var (room, call) = house()
        let fire = room.incident("fire", .p2)
        room.must(.assign(fire, [engine1, engine2], divert: false))
        room.must(.assign(call, [medic], divert: false))
        #expect(room.lookAtPlans().isEmpty)
        return (room, call)
    }

    @Test("A fitting unit that comes free calls once; the alert ends when it is sent or gone")
    func comesFree() throws {
        var (room, call) = Self.shortHouse()
        room.must(.withdraw(Self.engine2, reason: ""))
        let raised = room.lookAtPlans()
        #expect(raised.kinds == [.alertRaised])
        let alert = try #require(room.board.alerts.elements.first)
        #expect(alert.kind == .planShort && alert.incident == call && alert.unit == Self.engine2 && alert.active)
        #expect(room.lookAtPlans().isEmpty)
        room.must(.withdraw(Self.engine1, reason: ""))
        #expect(room.lookAtPlans().isEmpty, "one alert an incident")
        room.must(.assign(call, [Self.engine1], divert: false))
        #expect(room.lookAtPlans().kinds == [.alertCleared])
    }

    @Test("Taken by somebody else it ends, and comes on again as its next occurrence")
    func again() throws {
        var (room, _) = Self.shortHouse()
        room.must(.withdraw(Self.engine2, reason: ""))
        room.lookAtPlans()
        let other = room.incident("alarms", .p2)
        room.must(.assign(other, [Self.engine2], divert: false))
        #expect(room.lookAtPlans().kinds == [.alertCleared])
        room.must(.withdraw(Self.engine2, reason: ""))
        #expect(room.lookAtPlans().kinds == [.alertRaised])
        #expect(room.board.alerts.elements.map(\.occurrence) == [2])
    }

    @Test("Nothing is said of a unit that does not fit, that has just left, or while another one was free all along")
    func silence() {
        var (room, call) = Self.shortHouse()
        room.must(.setStatus(Self.chief, .outOfService, reason: ""))
        room.must(.setStatus(Self.chief, .available, reason: ""))
        #expect(room.lookAtPlans().isEmpty, "a chief is no engine")
        var (quiet, second) = Self.house()
        quiet.must(.assign(second, [Self.engine1, Self.medic], divert: false))
        quiet.must(.withdraw(Self.engine1, reason: ""))
        #expect(quiet.lookAtPlans().isEmpty)
        room.must(.close(call, disposition: "report"))
        room.must(.withdraw(Self.engine1, reason: ""))
        #expect(room.lookAtPlans().isEmpty, "a closed incident lacks nothing")
    }

    @Test("Units that were free before a plan was sent short did not come free for it")
    func freeBefore() {
        var (room, call) = Self.house()
        for engine in [Self.engine1, Self.engine2] {
            room.must(.setStatus(engine, .outOfService, reason: ""))
            room.must(.setStatus(engine, .available, reason: ""))
        }
        #expect(room.lookAtPlans().isEmpty)
        room.must(.assign(call, [Self.medic], divert: false))
        #expect(room.lookAtPlans().isEmpty)
    }

    @Test("One unit calls for the most urgent incident alone")
    func bounded() {
        var (room, call) = Self.shortHouse()
        room.enlist("M3", .ambulance, "B01", 31.20)
        room.enlist("M4", .ambulance, "B01", 31.20)
        for (number, priority) in [(5, Priority.p2), (6, .p2)] {
            let other = room.incident("medical", priority)
            room.must(.assign(other, [UnitID(rawValue: UInt32(number))], divert: false))
        }
        room.lookAtPlans()
        room.must(.withdraw(Self.engine2, reason: ""))
        room.lookAtPlans()
        #expect(room.board.alerts.elements.map(\.incident) == [call])
    }

    @Test("Made anew from the board it goes on as before", arguments: 1...6)
    func anew(step: Int) {
        var (kept, call) = Self.shortHouse()
        var remade = kept
        let orders: [Command] = [
            .withdraw(Self.engine2, reason: ""), .withdraw(Self.engine1, reason: ""),
            .assign(call, [Self.engine2], divert: false), .withdraw(Self.engine2, reason: ""),
            .advance(Self.medic, .enRoute, disposition: ""), .close(call, disposition: "report"),
        ]
        for order in orders.prefix(step) {
            kept.must(order)
            kept.lookAtPlans()
            remade.must(order)
            remade.lookAtPlans()
            remade.startPlans()
            remade.lookAtPlans()
        }
        #expect(Meaning(kept.board) == Meaning(remade.board))
    }

    @Test("A clock does not end what a plan has raised")
    func besideClocks() {
        var (room, _) = Self.shortHouse()
        room.must(.withdraw(Self.engine2, reason: ""))
        room.lookAtPlans()
        room.startClocks()
        room.tick()
        #expect(room.board.alerts.elements.contains { $0.kind == .planShort && $0.active })
    }
}

@Suite("What sending a unit uncovers")
struct CoverTests {
    @Test(
        "Only a kind that can stand in covers: street patrols for each other, the rest for themselves",
        arguments: UnitKind.allCases)
    func kinds(kind: UnitKind) {
        let patrols: Set<UnitKind> = [.vehiclePatrol, .footPatrol, .bicyclePatrol]
        for other in UnitKind.allCases {
            #expect(
                CoverRules.standard.covers(other, kind) == (other == kind || patrols.isSuperset(of: [kind, other])),
                "\(other)")
        }
    }

    @Test(
        "A beat and a circle stay covered by their own kind alone, and another kind fills in for neither",
        arguments: [
            (UnitKind.engine, UnitKind.commandOfficer), (.vehiclePatrol, .gridWorker), (.ambulance, .engine),
            (.quickResponse, .vehiclePatrol),
        ])
    func uncovers(kind: UnitKind, other: UnitKind) {
        for (peer, stays) in [(other, false), (kind, true)] {
            for circle in [Int64(0), 3] {
                var room = Room()
                room.tell(.beat(BeatDefined(beat: "B01", name: "B01", centre: Room.point(31.2, 121.4))))
                let post = Place(text: "post", point: Room.point(31.2, 121.4))
                for (callsign, kind) in [("A", kind), ("B", peer)] {
                    room.tell(
                        .unit(
                            UnitRegistered(
                                callsign: callsign, kind: kind, pane: .patrol, homeBeat: "B01", dutyPoint: post,
                                circleMinutes: circle)))
                }
                let call = room.incident("robbery", .p2, latitude: 31.2)
                let choice = Recommender(policy: room.policy).rank(room[call], board: room.board, now: room.now)
                    .first { $0.unit == UnitID(rawValue: 1) }
                switch choice?.uncovers {
                case .nothing(let stay): #expect(stays && stay == UnitID(rawValue: 2), "\(peer) \(circle)")
                case .beat(_, let fill, _): #expect(!stays && fill == nil, "\(peer)")
                case .circle: #expect(!stays, "\(peer)")
                case nil: Issue.record("not ranked")
                }
            }
        }
    }
}

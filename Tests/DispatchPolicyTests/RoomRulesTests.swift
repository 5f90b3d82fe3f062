import DispatchModel
import Formats
import Testing

@testable import DispatchPolicy

@Suite("The room's rules as data")
struct RoomRulesTests {
    static let rich = """
        emergency_type = "officer-down"
        reserve = 4
        detour = 1.42
        traffic = [1, 1, 1, 1, 1, 1, 1, 0.8, 0.7, 0.9, 1, 1, 1, 1, 1, 1, 0.9, 0.7, 0.7, 0.8, 1, 1, 1, 1.25]

        [deadlines]
        not_heard = { within = "4m", severity = "high" }
        [deadlines.waiting]
        P1 = "90s"
        P2 = "none"
        P3 = { within = "1h30m", severity = "medium" }
        [deadlines.waiting_of.ferry]
        P2 = "5m"
        [deadlines.status]
        onScene = "3h"
        clear = "none"
        [deadlines.disputes]
        near = 75
        [deadlines.disputes.red]
        warn = "4m"
        settle = "none"

        [status.outOfService]
        reason = true
        reasons = [["meal", "用餐"], "refuelling"]
        [status.clear]
        next = ["available", "onScene", "emergency"]

        [types.ferry]
        name = ["Ferry", "渡轮"]
        priority = "P1"
        [types."odd \\"code\\""]
        name = "Odd"
        dispute = "red"

        [[plans]]
        name = ["Ferry", "渡轮"]
        types = ["ferry"]
        down_to = "P2"
        beats = ["B02", "B01"]
        hours = "22:00-06:00"
        send = [
            "2 footPatrol|vehiclePatrol",
            { count = 1, kinds = ["rescue"], else = ["engine"], name = ["rescue boat", "救援艇"] },
        ]
        [[plans]]
        name = "p1"
        down_to = "P1"
        send = "3 vehiclePatrol"

        [[dispositions]]
        code = "report"
        asks = ["report_number"]
        [[dispositions]]
        code = "ferried"
        name = ["Ferried over", "已摆渡"]
        asks = ["note", "report_number"]

        [speeds]
        vehiclePatrol = [60, 40.5]
        [cover]
        ambulance = ["rescue"]
        footPatrol = []
        [positions]
        stale = "5m"
        sample = "30s"
        """

    @Test("What is written is read again, and the same rules are the same text")
    func roundTrip() throws {
        for text in ["", Self.rich, RoomRules.starter] {
            let rules = try RoomRules.read(text: text, file: "room.toml")
            let again = try RoomRules.read(text: rules.text, file: "written")
            #expect(again == rules)
            #expect(again.text == rules.text && again.digest == rules.digest)
            #expect(RoomRules.recorded(rules.text) == rules)
        }
        #expect(try RoomRules.read(text: "", file: "") == RoomRules())
    }

    @Test("What a file does not say is as it ships; what it says is so")
    func overTheDefault() throws {
        let rules = try RoomRules.read(text: Self.rich, file: "room.toml")
        #expect(rules.deadlines.waiting[.p1] == Deadline(.seconds(90), .high))
        #expect(rules.deadlines.waiting[.p2] == nil)
        #expect(rules.deadlines.waiting[.p3] == Deadline(.minutes(90), .medium))
        #expect(rules.deadlines.status[.dispatched] == Deadlines.standard.status[.dispatched])
        #expect(rules.deadlines.status[.clear] == nil)
        #expect(rules.deadlines.disputes.spans[.red] == .init(warn: .minutes(4), route: .minutes(15), settle: nil))
        #expect(rules.statusRules.following[.available] == StatusRules.standard.following[.available])
        #expect(rules.statusRules.reasoned == [.outOfService])
        #expect(rules.plans.first?.name == "Ferry / 渡轮")
        #expect(rules.plans.map(\.name).filter { $0 == "p1" }.count == 1)
        #expect(rules.plans.count == ResponsePlans.standard.plans.count + 1)
        #expect(rules.plans.first { $0.name == "p1" }?.requirements.first?.count == 3)
        #expect(rules.dispositions.count == RoomDisposition.standard.count + 1)
        #expect(rules.dispositions.first?.asks == [.reportNumber])
        #expect(rules.travel[.vehiclePatrol] == TravelModel.Speed(urgent: 60, ordinary: 40.5))
        #expect(rules.travel[.engine] == TravelModel()[.engine])
        #expect(rules.cover.covers(.rescue, .ambulance) && !rules.cover.covers(.vehiclePatrol, .footPatrol))
        #expect(rules.cover.covers(.footPatrol, .vehiclePatrol), "the other way round as it ships")
    }

    @Test("The order of keys and tables makes no other rules; the order of cards does")
    func order() throws {
        let blocks = Self.rich.split(separator: "\n\n").map(String.init)
        let turned = ([blocks[0]] + blocks.dropFirst().reversed()).joined(separator: "\n\n")
        let (one, other) = (
            try RoomRules.read(text: Self.rich, file: ""), try RoomRules.read(text: turned, file: "")
        )
        #expect(one.digest == other.digest && one.differences(to: other).isEmpty)
        let cards = ["a", "b"].map { "[[plans]]\nname = \"\($0)\"\ntypes = [\"\($0)\"]\nsend = \"1 engine\"\n" }
        let ab = try RoomRules.read(text: cards[0] + cards[1], file: "")
        let ba = try RoomRules.read(text: cards[1] + cards[0], file: "")
        #expect(ab.digest != ba.digest)
        #expect(ab.differences(to: ba).map(\.path) == ["plans"])
    }

    @Test("A difference names each line, old and new")
    func differences() throws {
        let new = try RoomRules.read(
            text: "[deadlines.waiting]\nP1 = \"90s\"\n[[plans]]\nname = \"x\"\ntypes = [\"x\"]\nsend = \"1 engine\"",
            file: "")
        let found = RoomRules().differences(to: new)
        #expect(found.contains(RuleDifference(path: "deadlines.waiting.P1", old: "\"3m\"", new: "\"90s\"")))
        let card = "name = \"x\"; types = [\"x\"]; down_to = \"P5\"; send = [\"1 engine\"]"
        #expect(found.contains(RuleDifference(path: "plans “x”", old: nil, new: card)), "a new card is one difference")
        #expect(found.count == 2)
        #expect(new.differences(to: RoomRules()).contains { $0.old == card && $0.new == nil })
        #expect(new.differences(to: RoomRules()).contains { $0.old == "\"90s\"" && $0.new == "\"3m\"" })
        #expect(new.differences(to: new).isEmpty)
    }

    @Test("Rules of a newer program give what is understood of them")
    func newer() throws {
        let rules = RoomRules.recorded("holography = true\n" + (try RoomRules.read(text: Self.rich, file: "")).text)
        #expect(rules == (try RoomRules.read(text: Self.rich, file: "")))
    }
}

@Suite("The room's rules at work")
struct RoomRulesAtWorkTests {
    private func rules(_ text: String) throws -> RoomRules { try RoomRules.read(text: text, file: "room.toml") }

    @Test("A card's own units go first, a substitute only where none is free, and a named slot is missed in any room")
    func slots() throws {
        let policy = Policy().adopting(
            try rules(
                """
                [[plans]]
                name = "ferry"
                types = ["ferry"]
                send = [
                    { kinds = ["vehiclePatrol"], else = ["footPatrol"] },
                    { count = 2, kinds = ["rescue"], name = ["rescue boat", "救援艇"] },
                    "1 truck",
                ]
                """))
        var room = Room.open(policy: policy)
        let one = room.incident("ferry", .p2, latitude: 31.2)
        func set(_ room: Room) -> PlanSet {
            Recommender(policy: policy).planSet(for: room[one], board: room.board, now: room.now)
        }
        #expect(set(room).units == [Room.car1])
        #expect(set(room).missing.map(\.name?.english) == ["rescue boat", nil])
        for car in [Room.car1, Room.car2] { room.must(.setStatus(car, .outOfService, reason: "")) }
        #expect(set(room).units == [Room.foot], "the substitute")
        room.must(.assign(one, [Room.foot], divert: false))
        let present = Set(room.board.units.elements.map(\.kind))
        let short = policy.responsePlans.shortfall(of: room[one], on: room.board, present: present)
        #expect(short?.missing.map(\.name?.english) == ["rescue boat"], "a room without trucks lacks none")
        #expect(short?.missing.first?.count == 2)
    }

    @Test("A unit fills the slot that is meant for it before one that it substitutes in")
    func filling() {
        let slots = [
            PlanRequirement(kinds: [.engine, .rescue], count: 1, substitutes: [.rescue]),
            PlanRequirement(kinds: [.rescue], count: 1),
        ]
        #expect(slots.unmet(by: [.rescue, .engine]).isEmpty)
        #expect(slots.unmet(by: [.engine]).map(\.kinds) == [[.rescue]])
        #expect(slots.unmet(by: [.rescue]).map(\.kinds) == [[.rescue]])
    }

    @Test(
        "A card is for its types, priorities, beats and hours",
        arguments: [
            ("ferry", .p2, "B02", 23, "night"), ("ferry", .p2, "B02", 5, "night"), ("ferry", .p2, "B02", 6, "p2"),
            ("ferry", .p3, "B02", 23, "one"), ("ferry", .p2, "B01", 23, "p2"), ("noise", .p2, "B02", 23, "p2"),
        ] as [(String, Priority, String, Int64, String)])
    func fits(type: String, priority: Priority, beat: String, hour: Int64, name: String) throws {
        let rules = try rules(
            """
            [[plans]]
            name = "night"
            types = ["ferry"]
            down_to = "P2"
            beats = ["B02"]
            hours = "22:00-06:00"
            send = "1 rescue"
            """)
        var base = Policy()
        base.shifts = Shifts(starts: [0], minutesEast: 8 * 60)
        let policy = base.adopting(rules)
        let midnight = Timestamp(seconds: 20_000 * 86_400)
        var incident = Incident(type: type, priority: priority)
        incident.beat = beat
        incident.received = midnight + .hours(hour) - .hours(8)
        #expect(policy.responsePlans.plan(for: incident)?.name == name)
    }

    @Test("A limit of its type goes before that of its priority")
    func limits() throws {
        let deadlines = try rules(
            "[deadlines.waiting]\nP1 = \"90s\"\n[deadlines.waiting_of.ferry]\nP1 = \"30s\"\nP4 = \"1h\""
        ).deadlines
        #expect(deadlines.waitingLimit(of: Incident(type: "noise", priority: .p1))?.limit == .seconds(90))
        #expect(deadlines.waitingLimit(of: Incident(type: "ferry", priority: .p1))?.limit == .seconds(30))
        #expect(deadlines.waitingLimit(of: Incident(type: "ferry", priority: .p2)) == Deadlines.standard.waiting[.p2])
        #expect(deadlines.waitingLimit(of: Incident(type: "ferry", priority: .p4))?.severity == .low)
    }

    @Test("The pace of an hour lengthens the way in it alone")
    func traffic() throws {
        let figures = (0..<24).map { $0 == 8 ? "0.5" : "1" }.joined(separator: ", ")
        var base = Policy()
        base.shifts = Shifts(starts: [0], minutesEast: -60)
        let policy = base.adopting(try rules("traffic = [\(figures)]"))
        let midnight = Timestamp(seconds: 20_000 * 86_400)
        #expect(policy.travel.pace(at: midnight + .hours(9)) == 0.5, "08:00 by the room's clock")
        #expect(policy.travel.pace(at: midnight + .hours(9) + .minutes(60)) == 1)
        #expect(policy.travel.pace(at: midnight + .hours(8)) == 1)
        #expect(TravelModel().pace(at: midnight) == 1)
        var room = Room.open(policy: policy)
        let one = room.incident("noise", .p3, latitude: 31.25)
        func seconds(_ now: Timestamp) -> Int? {
            Recommender(policy: policy).rank(room[one], board: room.board, now: now).first?.travelSeconds
        }
        let (calm, slow) = (seconds(midnight + .hours(4)), seconds(midnight + .hours(9)))
        #expect(slow == calm.map { $0 * 2 } || slow == calm.map { $0 * 2 + 1 } || slow == calm.map { $0 * 2 - 1 })
    }

    @Test("A status that wants a reason is not set without")
    func reasons() throws {
        var room = Room.open(policy: Policy().adopting(try rules("[status.outOfService]\nreason = true")))
        #expect(room.order(.setStatus(Room.car1, .outOfService, reason: "")).failure == .missing(.reason))
        room.must(.setStatus(Room.car1, .outOfService, reason: "meal"))
        #expect(room.policy.statusRules.needsReason(.available, .outOfService))
        #expect(!Policy().statusRules.needsReason(.available, .outOfService))
    }

    @Test(
        "A disposition that asks for something is not taken without it",
        arguments: [
            ("report", false), ("REPORT:", false), ("report: soon", false), ("report: 2026-0042", true),
            ("已出报告：2026-0042", true), ("advised", true), ("reported to the owner", true), ("ferried", false),
            ("Ferried over: by boat", true), ("已摆渡", false),
        ])
    func dispositions(text: String, isTaken: Bool) throws {
        let policy = Policy().adopting(
            try rules(
                """
                [[dispositions]]
                code = "report"
                asks = "report_number"
                [[dispositions]]
                code = "ferried"
                name = ["Ferried over", "已摆渡"]
                asks = "note"
                """))
        var room = Room.open(policy: policy)
        let one = room.incident()
        let result = room.order(.close(one, disposition: text))
        if isTaken {
            #expect(result.failure == nil && !room[one].isOpen)
        } else {
            guard case .dispositionAsks? = result.failure else { return #expect(Bool(false), "\(result)") }
        }
    }

    @Test("Adopting is one event with the names of the types; what is in force, damaged or no rules is refused")
    func adoption() throws {
        let rules = try rules(RoomRulesTests.rich)
        var room = Room.open()
        let events = room.must(.adoptRules(rules.adoption))
        #expect(events.map(\.kind) == [.rulesAdopted, .typeDefined, .typeDefined])
        #expect(room.board.rules == rules.adoption)
        #expect(room.board.typeNames["ferry"]?.priority == .p1)
        #expect(room.board.lastAction(of: Room.ann) == nil, "no action that could be taken back")
        #expect(room.order(.adoptRules(rules.adoption)).failure == .rulesInForce(digest: rules.digest))
        var damaged = RoomRules().adoption
        damaged.text += " "
        #expect(room.order(.adoptRules(damaged)).failure == .rulesUnreadable)
        #expect(room.order(.adoptRules(RulesAdopted(text: "x", digest: "y"))).failure == .rulesUnreadable)
        room.must(.adoptRules(RoomRules().adoption))
        #expect(Policy().adopting(room.board.rules).responsePlans == Policy().responsePlans)
    }
}

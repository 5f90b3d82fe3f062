import DispatchModel
import DispatchPolicy
import Testing

@Suite("Response plans")
struct ResponsePlanTests {
    private static let patrol: Set<UnitKind> = [.vehiclePatrol, .footPatrol, .bicyclePatrol]

    @Test(
        "The first plan that fits",
        arguments: [
            ("structure-fire", .p4, "structure-fire"), ("medical", .p1, "medical-urgent"), ("medical", .p3, "medical"),
            ("alarms", .p2, "fire"), ("robbery", .p1, "p1"), ("robbery", .p2, "p2"), ("robbery", .p5, "one"),
        ] as [(String, Priority, String)])
    func fits(type: String, priority: Priority, name: String) {
        let incident = Incident(type: type, priority: priority)
        #expect(ResponsePlans.standard.plan(for: incident)?.name == name)
    }

    @Test("A set counts what is there already and says what is missing")
    func set() {
        var room = Room.open()
        let one = room.incident("robbery", .p1, latitude: 31.2)
        let recommender = Recommender(policy: room.policy)
        func set(_ room: Room) -> PlanSet { recommender.planSet(for: room[one], board: room.board, now: room.now) }
        #expect(set(room).name == "p1")
        #expect(set(room).units == [Room.car1, Room.foot, Room.quick])
        #expect(set(room).missing.isEmpty)
        room.must(.assign(one, [Room.car2], divert: false))
        #expect(set(room).units == [Room.car1, Room.quick])
        room.must(.assign(one, [Room.quick], divert: false))
        #expect(set(room).units == [Room.car1])
        room.must(.setStatus(Room.car1, .outOfService, reason: ""))
        room.must(.setStatus(Room.foot, .outOfService, reason: ""))
        #expect(set(room).units.isEmpty)
        #expect(set(room).missing == [PlanRequirement(kinds: ResponsePlanTests.patrol, count: 1)])
        room.must(.withdraw(Room.quick, reason: ""))
        room.must(.assign(room.incident("noise", .p5), [Room.quick], divert: false))
        #expect(set(room).units.isEmpty, "a set takes nobody from elsewhere")
        #expect(set(room).missing.count == 2)
    }

    @Test("Nothing asked for, nothing sent")
    func none() {
        var policy = Policy()
        policy.responsePlans = ResponsePlans([])
        var room = Room.open(policy: policy)
        let one = room.incident()
        let set = Recommender(policy: policy).planSet(for: room[one], board: room.board, now: room.now)
        #expect(set.name.isEmpty && set.units.isEmpty && set.missing.isEmpty)
        let best = Recommender(policy: policy).rank(room[one], board: room.board, now: room.now)
        #expect(best.first?.unit == Room.car1, "without a plan no kind is behind")
        #expect(best.first?.inPlan == false)
    }
}

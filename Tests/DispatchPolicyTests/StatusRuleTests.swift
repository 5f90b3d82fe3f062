import DispatchModel
import DispatchPolicy
import Testing

@Suite("Status rules")
struct StatusRuleTests {
    /// Rows: from. Columns: available dispatched enRoute onScene transporting clear outOfService emergency.
    static let table: [(UnitStatus, String)] = [
        (.available, ".x....xx"), (.dispatched, "x.xx...x"), (.enRoute, "x..x.x.x"), (.onScene, "x...xx.x"),
        (.transporting, "x..x.x.x"), (.clear, "x.....xx"), (.outOfService, "x......x"), (.emergency, "x..x.xx."),
    ]

    @Test("The standard table, every pair")
    func standard() {
        for (from, row) in StatusRuleTests.table {
            for (to, mark) in zip(UnitStatus.allCases, row) {
                #expect(StatusRules.standard.allows(from, to) == (mark == "x"), "\(from) → \(to)")
            }
            let allowed = zip(UnitStatus.allCases, row).filter { $0.1 == "x" }.map(\.0)
            #expect(StatusRules.standard.allowed(after: from) == allowed)
        }
    }

    /// Every pair by command, the unit at an incident when its status says so.
    @Test("Without a reason only what the table allows; with one everything, and the reason is recorded")
    func everyPair() throws {
        for (from, row) in StatusRuleTests.table {
            for (to, mark) in zip(UnitStatus.allCases, row) where to != from {
                var room = StatusRuleTests.room(with: from)
                let isAssigned = room[Room.car1].incident != nil
                let result = room.order(.setStatus(Room.car1, to, reason: ""))
                if mark == "x", to != .dispatched {
                    #expect(result.failure == nil, "\(from) → \(to)")
                    #expect(room[Room.car1].status == to, "\(from) → \(to)")
                    continue
                }
                if mark == "x" || (to == .dispatched && !isAssigned) {
                    let override = room.order(.setStatus(Room.car1, to, reason: "told by radio")).failure
                    #expect(override == .notAssigned(Room.car1), "a unit is only sent to an incident")
                    continue
                }
                #expect(result.failure != nil, "\(from) → \(to)")
                room.must(.setStatus(Room.car1, to, reason: "told by radio"))
                #expect(room[Room.car1].status == to, "\(from) → \(to)")
                #expect(room[Room.car1].reason == "told by radio", "\(from) → \(to)")
            }
        }
    }

    static func room(with status: UnitStatus) -> Room {
        var room = Room.open()
        let incident = room.incident()
        switch status {
        case .available: break
        case .outOfService: room.must(.setStatus(Room.car1, .outOfService, reason: ""))
        case .emergency: room.must(.emergency(Room.car1))
        default:
            room.must(.assign(incident, [Room.car1], divert: false))
            if status != .dispatched { room.must(.advance(Room.car1, .enRoute, disposition: "")) }
            if status != .dispatched, status != .enRoute { room.must(.advance(Room.car1, .arrived, disposition: "")) }
            if status == .transporting { room.must(.advance(Room.car1, .transporting, disposition: "")) }
            if status == .clear { room.must(.setStatus(Room.car1, .clear, reason: "")) }
        }
        #expect(room[Room.car1].status == status)
        return room
    }

    @Test("Going off duty leaves the incident: done where it had arrived, else it waits again")
    func offDuty() {
        var room = StatusRuleTests.room(with: .enRoute)
        let incident = IncidentID(rawValue: 1)
        room.must(.setStatus(Room.car1, .outOfService, reason: "flat tyre"))
        #expect(room[Room.car1].incident == nil)
        #expect(room[incident].isWaiting)
        #expect(room[incident].assignments[0].withdrawn == room.now)
        room = StatusRuleTests.room(with: .clear)
        room.must(.setStatus(Room.car1, .outOfService, reason: ""))
        #expect(room[incident].assignments[0].cleared == room.now)
        #expect(room[Room.car1].incident == nil)
    }

    @Test("A room's own table counts")
    func ownTable() {
        var policy = Policy()
        policy.statusRules = StatusRules(following: [.available: [.clear]])
        var room = Room.open(policy: policy)
        #expect(room.order(.setStatus(Room.car1, .clear, reason: "")).failure == nil)
        let refused = Rejection.statusNotAllowed(Room.car1, from: .clear, to: .available, allowed: [])
        #expect(room.order(.setStatus(Room.car1, .available, reason: "")).failure == refused)
    }
}

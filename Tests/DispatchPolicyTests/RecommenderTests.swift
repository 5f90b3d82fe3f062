import DispatchModel
import DispatchPolicy
import Testing

@Suite("Recommendations")
struct RecommenderTests {
    /// A board with units at so many thousandths of a degree (about 111 m) north of the incident, which is in B01.
    private func room(_ units: [(String, UnitKind, String, Double?)]) -> Room {
        var room = Room()
        for (callsign, kind, beat, north) in units {
            room.enlist(callsign, kind, beat, north.map { 31.2 + $0 / 1000 }, circle: kind == .quickResponse ? 3 : 0)
        }
        room.incident("robbery", .p2, latitude: 31.2)
        return room
    }

    private func ranking(_ room: Room, _ incident: UInt32 = 1) -> [Recommendation] {
        Recommender(policy: room.policy).rank(
            room[IncidentID(rawValue: incident)], board: room.board, now: room.now)
    }

    private func names(_ room: Room, _ list: [Recommendation]) -> [String] {
        list.map { room[$0.unit].callsign }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var units: [(String, UnitKind, String, Double?)]
        var order: [String]

        init(_ name: String, _ units: [(String, UnitKind, String, Double?)], _ order: [String]) {
            testDescription = name
            self.units = units
            self.order = order
        }
    }

    /// At urgent speed a patrol vehicle needs about 10.4 s for a thousandth of a degree.
    static let rows: [Row] = [
        Row(
            "the nearest first",
            [("A", .vehiclePatrol, "", 9), ("B", .vehiclePatrol, "", 3), ("C", .vehiclePatrol, "", 6)], ["B", "C", "A"]),
        Row(
            "the beat's own unit when it is less than a minute further",
            [("A", .vehiclePatrol, "B02", 4), ("B", .vehiclePatrol, "B01", 9)], ["B", "A"]),
        Row(
            "but not when it is more",
            [("A", .vehiclePatrol, "B02", 3), ("B", .vehiclePatrol, "B01", 9)], ["A", "B"]),
        Row(
            "the plan's kinds first", [("A", .propertyGuard, "B01", 0), ("B", .vehiclePatrol, "B02", 40)],
            ["B", "A"]),
        Row(
            "another kind when it is more than ten minutes nearer",
            [("A", .auxiliaryPolice, "", 0), ("B", .vehiclePatrol, "", 80)], ["A", "B"]),
        Row(
            "somebody on foot is slower",
            [("A", .footPatrol, "", 3), ("B", .vehiclePatrol, "", 20)], ["B", "A"]),
        Row(
            "an unknown position last", [("A", .vehiclePatrol, "B01", nil), ("B", .propertyGuard, "", 90)], ["B", "A"]),
        Row("as far, by registration", [("B", .vehiclePatrol, "", 2), ("A", .vehiclePatrol, "", 2)], ["B", "A"]),
    ]

    @Test(arguments: rows)
    func order(_ row: Row) {
        let room = room(row.units)
        #expect(names(room, ranking(room)) == row.order)
    }

    @Test("Never: off duty, in danger, at a scene, at this incident; busy only from something less urgent")
    func never() {
        var room = Room.open()
        let noise = room.incident("noise", .p4)
        let assault = room.incident("assault", .p1)
        let robbery = room.incident("robbery", .p2)
        room.must(.assign(noise, [Room.car1], divert: false))
        room.must(.assign(assault, [Room.car2], divert: false))
        room.must(.assign(robbery, [Room.foot], divert: false))
        room.must(.emergency(Room.medic))
        var list = ranking(room, robbery.rawValue)
        #expect(list.map(\.unit) == [Room.quick, Room.car1])
        #expect(list[1].divertedFrom == noise)
        #expect(list[1].reasons.first == .divertedFrom(noise, .p4))
        #expect(list[1].uncovers == .nothing(stays: nil))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        #expect(ranking(room, robbery.rawValue).map(\.unit) == [Room.quick])
        // Done at its scene, with the report left: proposed whatever it was busy with, behind the free ones.
        room.must(.advance(Room.car2, .arrived, disposition: ""))
        room.must(.setStatus(Room.car2, .clear, reason: ""))
        list = ranking(room, robbery.rawValue)
        #expect(list.map(\.unit) == [Room.quick, Room.car2])
        #expect(list[1].divertedFrom == assault)
    }

    @Test("Every reason is said, the weightiest first")
    func reasons() {
        var room = room([("A", .vehiclePatrol, "B01", 3), ("Q", .quickResponse, "B02", 9)])
        room.wait(.minutes(7))
        room.must(.triage(IncidentID(rawValue: 1), TriageChange(priority: .p1)))
        let list = ranking(room)
        #expect(list[0].reasons == [.nearest, .ownBeat, .planKind("p1"), .ready(minutes: 7)])
        #expect(list[0].travelSeconds == 31)
        #expect(list[0].inPlan)
        #expect(list[1].reasons == [.planKind("p1"), .insideCircle(minutes: 3), .ready(minutes: 7)])
    }

    @Test("An old position is flagged, an unknown one has no travel time")
    func stale() {
        var room = room([("A", .vehiclePatrol, "", 3), ("B", .vehiclePatrol, "", nil)])
        let unit = UnitID(rawValue: 1)
        room.record(
            [.unitPositionReported(UnitPositionReported(unit: unit, point: Room.point(31.2, 121.4), at: room.now))],
            by: .feed("positions"))
        room.wait(.minutes(3))
        #expect(ranking(room)[0].stalePosition == nil)
        room.wait(Span(milliseconds: 1))
        #expect(ranking(room)[0].stalePosition == Span(milliseconds: 180_001))
        #expect(ranking(room)[0].travelSeconds == 0)
        #expect(ranking(room)[1].travelSeconds == nil)
        #expect(!ranking(room)[1].reasons.contains(.nearest))
        room.board.hear(unit, at: Room.point(31.21, 121.4), when: room.now)
        #expect(ranking(room)[0].stalePosition == nil)
    }

    @Test("What sending a unit leaves bare")
    func uncovers() {
        let two = room([("A", .vehiclePatrol, "B01", 1), ("B", .vehiclePatrol, "B01", 2)])
        #expect(ranking(two)[0].uncovers == .nothing(stays: UnitID(rawValue: 2)))
        var one = room([("A", .vehiclePatrol, "B01", 1), ("B", .vehiclePatrol, "B02", 5)])
        #expect(ranking(one)[0].uncovers == .beat("B01", fill: UnitID(rawValue: 2), seconds: 59))
        one.must(.setStatus(UnitID(rawValue: 2), .outOfService, reason: ""))
        #expect(ranking(one)[0].uncovers == .beat("B01", fill: nil, seconds: nil))
        var quick = room([("Q", .quickResponse, "B01", 1)])
        #expect(ranking(quick)[0].uncovers == .circle(dutyPoint: BilingualText("post Q", "post Q"), minutes: 3))
        quick.tell(
            .unit(
                UnitRegistered(
                    callsign: "Q2", kind: .quickResponse, pane: .quickResponse,
                    dutyPoint: quick[UnitID(rawValue: 1)].dutyPoint, circleMinutes: 3)))
        #expect(ranking(quick)[0].uncovers == .nothing(stays: UnitID(rawValue: 2)))
        let none = room([("A", .vehiclePatrol, "", 1)])
        #expect(ranking(none)[0].uncovers == .nothing(stays: nil))
    }

    @Test("No more than asked for")
    func limit() {
        let many = room((0..<20).map { ("A\($0)", .vehiclePatrol, "", Double($0)) })
        #expect(ranking(many).count == 9)
    }
}

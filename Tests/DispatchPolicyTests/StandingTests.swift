import DispatchModel
import DispatchPolicy
import Testing

@Suite("Proposals of where to stand")
struct StandingTests {
    private let place = Place(text: "Old Gate", point: GeoPoint(latitude: 30.5, longitude: 114.3))

    @Test("A proposal says when it lapses, and an answer ends it")
    func lapses() {
        var proposal = StandingProposal(
            place: place, since: Timestamp(seconds: 10), until: Timestamp(seconds: 100))
        #expect(proposal.isOpen(at: Timestamp(seconds: 99)) && !proposal.isOpen(at: Timestamp(seconds: 100)))
        proposal.answer = .declined
        #expect(!proposal.isOpen(at: Timestamp(seconds: 11)))
    }

    @Test("An older journal's unit has no proposal, and a newer one's is read back")
    func recorded() throws {
        var unit = FieldUnit(id: UnitID(rawValue: 1), callsign: "3A12")
        #expect(try FieldUnit(encoded: unit.encoded()) == unit)
        unit.standing = StandingProposal(place: place, until: Timestamp(seconds: 5), answer: .accepted)
        #expect(try FieldUnit(encoded: unit.encoded()) == unit)
    }
}

extension StandingTests {
    private var offers: [StandingOffer] { [Room.car1, Room.car2].map { StandingOffer(unit: $0, place: place) } }

    @Test("Units are asked, keep their status, answer once; undo takes the asking back")
    func asked() {
        var room = Room.open()
        let until = room.now + .minutes(15)
        room.must(.proposeStanding(offers, until: until))
        #expect(room[Room.car1].standing?.place == place && room[Room.car1].status == .available)
        room.must(.answerStanding(Room.car1, .accepted))
        #expect(room[Room.car1].standing?.answer == .accepted && room[Room.car2].standing?.answer == .open)
        #expect(room.order(.answerStanding(Room.car1, .declined)).failure == .notAsked(Room.car1))
        room.must(.undo)
        #expect(room[Room.car1].standing?.answer == .open)
        room.must(.undo)
        #expect(room[Room.car1].standing == nil && room[Room.car2].standing == nil)
    }

    @Test("What has lapsed cannot be answered; a busy unit is not asked")
    func refused() {
        var room = Room.open()
        room.must(.proposeStanding(offers, until: room.now + .minutes(15)))
        room.wait(.minutes(15))
        #expect(room.order(.answerStanding(Room.car1, .accepted)).failure == .notAsked(Room.car1))
        let incident = room.incident("robbery", .p1)
        room.must(.assign(incident, [Room.car1], divert: false))
        let busy = Rejection.unitUnavailable(Room.car1, status: .dispatched)
        #expect(room.order(.proposeStanding(offers, until: room.now + .minutes(15))).failure == busy)
        #expect(room.order(.proposeStanding([], until: room.now + .minutes(15))).failure == .noUnits)
    }
}

import DispatchModel
import DispatchPolicy
import Testing

@Suite("Who reported an incident")
struct CallerTests {
    private static let li = Caller(name: "Ms Li", callback: "555-0100", flat: "1203", way: .phone)
    private static let one = IncidentID(rawValue: 1)
    private static let two = IncidentID(rawValue: 2)

    private static func room() -> Room {
        var room = Room.open()
        room.must(
            .create(NewIncident(type: "robbery", priority: .p2, place: Place(text: "Mission St"), caller: li)))
        return room
    }

    @Test("A caller is put right and back, with what was known before in the event")
    func correct() throws {
        var room = CallerTests.room()
        let lee = Caller(name: "Ms Lee", callback: "555-0100", flat: "1203", way: .phone)
        let events = room.must(.correctCaller(Self.one, report: 1, lee))
        #expect(
            events.last
                == .callerCorrected(CallerCorrected(incident: Self.one, report: 1, before: Self.li, after: lee)))
        #expect(room[Self.one].reports[0].by == lee)
        room.board = try Board(encoded: room.board.encoded())
        room.must(.undo)
        #expect(room[Self.one].reports[0].by == Self.li)
    }

    @Test("What somebody else put right since is not taken back")
    func undoOfOthers() {
        var room = CallerTests.room()
        room.must(.correctCaller(Self.one, report: 1, Caller(name: "A")))
        room.must(.correctCaller(Self.one, report: 1, Caller(name: "B")), by: Room.bob)
        guard case .failure(.cannotUndo) = room.order(.undo) else {
            Issue.record("taken back")
            return
        }
        #expect(room[Self.one].reports[0].by.name == "B")
    }

    @Test("Merged and split, every report keeps its caller; put right, it is so wherever the report is")
    func mergeAndSplit() {
        var room = CallerTests.room()
        let walker = Caller(name: "walker", way: .walkIn)
        room.must(.create(NewIncident(type: "fight", priority: .p3, place: Place(text: "Zoo"), caller: walker)))
        room.must(.merge(Self.two, into: Self.one))
        #expect(room[Self.one].reports.map(\.by) == [Self.li, walker])
        // Named by the one that was merged, it is meant where it is now.
        room.must(.correctCaller(Self.two, report: 2, Caller(name: "Wu")))
        #expect(room[Self.one].reports.map(\.by.name) == ["Ms Li", "Wu"])
        #expect(room[Self.two].reports.map(\.by.name) == ["Wu"])
        room.must(.undo)
        #expect(room[Self.two].reports.map(\.by) == [walker])
        room.must(.correctCaller(Self.one, report: 2, Caller(name: "Wu")))
        room.must(.reopen(Self.two, reason: ""))
        #expect(room[Self.two].reports.map(\.by.name) == ["Wu"])
        room.must(.merge(Self.two, into: Self.one))
        room.must(.split(Self.one, reports: [1]))
        #expect(room[IncidentID(rawValue: 3)].reports.map(\.by) == [Self.li])
        #expect(room.board.counters.unappliable == 0)
    }

    @Test("A sender says later who called: only that changes which it says, and the same again is known")
    func fromFeed() {
        var room = Room.open()
        let key = SourceKey(source: "cad", id: "7")
        let report = Report(at: room.now, by: Caller(name: "Li"), text: "smoke")
        room.tell(.incident(IncidentReported(type: "fire", received: room.now, report: report, source: key)))
        let said = Caller(callback: "555-0100")
        room.tell(.caller(.source(key), said))
        #expect(room[Self.one].reports[0].by == Caller(name: "Li", callback: "555-0100"))
        #expect(room.tell(.caller(.source(key), said)) == .failure(.known))
        #expect(room.tell(.caller(.source(SourceKey(source: "cad", id: "8")), said)) == .failure(.unknownIncident))
        room.incident()
        room.must(.merge(Self.one, into: Self.two))
        room.tell(.caller(.source(key), Caller(flat: "3")))
        #expect(room[Self.two].reports.last?.by == Caller(name: "Li", callback: "555-0100", flat: "3"))
    }

    @Test("An id that says another caller is another message")
    func contradiction() {
        let key = SourceKey(source: "cad", id: "7")
        func record(_ caller: Caller) -> EventRecord {
            EventRecord(
                position: 1, at: Room.start, actor: .feed("cad"),
                body: .callerCorrected(CallerCorrected(incident: Self.one, report: 1, after: caller)))
        }
        let said = Observation(
            at: Room.start, actor: .feed("cad"), content: .caller(.source(key), Caller(callback: "555")))
        let same = record(Caller(name: "Li", callback: "555"))
        #expect(!said.contradicts(same, on: Board()))
        #expect(said.contradicts(record(Caller(name: "Li", callback: "556")), on: Board()))
    }

    @Test("Two calls from one number are asked about, two persons of one name are not")
    func duplicates() {
        for (first, second, isAsked) in [
            (Caller(callback: "555 013 499"), Caller(callback: "(555) 013-499"), true),
            (Caller(name: "Wang Xiaoming"), Caller(name: "Wang Xiaoming"), false),
        ] {
            var room = Room.open()
            room.startComparing()
            for (index, caller) in [first, second].enumerated() {
                let place = Place(text: index == 0 ? "Lake Rd 4" : "Pier 80", point: nil)
                room.must(
                    .create(
                        NewIncident(
                            type: "other", priority: .p3, place: place, text: "child in the water", caller: caller)))
                room.wait(.minutes(2))
            }
            let proposals = room[IncidentID(rawValue: 2)].proposals
            #expect(proposals.contains(where: \.sameCaller) == isAsked, "\(proposals)")
        }
    }
}

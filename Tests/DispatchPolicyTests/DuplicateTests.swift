import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

/// One report as a table gives it.
struct Told: Sendable, CustomTestStringConvertible {
    var type: String
    var place: String
    /// Metres north and east of the middle; nil for a place without a point.
    var at: (north: Double, east: Double)?
    var seconds: Int64
    var text: String
    var caller = ""

    var testDescription: String { "\(type) @ \(place) +\(seconds) s: \(text)" }

    var point: GeoPoint? { at.map { Room.point(31.2 + $0.north / 111_195, 121.4 + $0.east / 95_120) } }
}

extension Room {
    /// A report from a feed, as an incident of its own.
    @discardableResult
    mutating func hear(_ told: Told, received: Timestamp? = nil) -> IncidentID {
        let at = received ?? now
        let id = "dup-\(board.counters.incidents)"
        tell(
            .incident(
                IncidentReported(
                    type: told.type, priority: .p2, place: Place(text: told.place, point: told.point), beat: "B01",
                    received: at, report: Report(at: at, caller: told.caller, text: told.text))), source: id)
        return IncidentID(rawValue: board.counters.incidents)
    }

    /// An evening's other incidents, so that there is something to be rare among.
    mutating func fill(_ count: Int = 40) {
        let texts = [
            "loud music from a flat upstairs", "somebody broke a shop window", "car parked across my drive",
            "people shouting in the square", "my bicycle was stolen", "楼上音响太吵", "有人打架", "电动车被偷", "车辆堵住出口",
        ]
        let types = ["noise", "damage", "parking", "disturbance", "theft"]
        for index in 0..<count {
            wait(.seconds(30))
            hear(
                Told(
                    type: types[index % types.count], place: "\(index) Far Rd", at: (5000 + Double(index) * 400, 9000),
                    seconds: 0, text: texts[index % texts.count]))
        }
    }

    func proposals(_ id: IncidentID) -> [DuplicateProposal] { board.openProposals(of: self[id]) }
}

@Suite("Two reports, one event")
struct DuplicateTests {
    static let robbery = Told(
        type: "robbery", place: "Mission St 12", at: (0, 0), seconds: 0, text: "man with a knife in the pharmacy")
    static let chinese = Told(
        type: "robbery", place: "解放路12号", at: (0, 0), seconds: 0, text: "药店有人持刀抢劫，店员被堵在柜台")

    static func told(
        _ base: Told, _ place: String? = nil, type: String? = nil, at: (Double, Double)? = (0, 0), after: Int64 = 60,
        _ text: String, caller: String = ""
    ) -> Told {
        Told(
            type: type ?? base.type, place: place ?? base.place, at: at.map { (north: $0.0, east: $0.1) },
            seconds: after, text: text, caller: caller)
    }

    static let same: [(Told, Told)] = [
        (robbery, told(robbery, at: (40, 0), after: 120, "somebody is robbing the pharmacy, he has a knife")),
        (robbery, told(robbery, "12 Mission Street", at: nil, after: 120, "robbery at the pharmacy")),
        (robbery, told(robbery, "Mission St / 3rd", type: "assault", at: (25, 10), "knife attack in the pharmacy")),
        (robbery, told(robbery, after: 400, "pharmacy being robbed")),
        (
            told(robbery, "Elm St / 5th St", type: "collision", "two cars crashed, one on its roof"),
            told(robbery, "5TH STREET & ELM STREET", type: "ems-collision", at: (5, 5), after: 90, "car upside down")
        ),
        (
            told(robbery, "7 Park Av", type: "structure-fire", "flames from the third floor"),
            told(robbery, "9 Park Av", type: "smoke", at: (20, 0), after: 100, "black smoke and flames over the roof")
        ),
        (
            told(robbery, "Lake Rd 4", at: nil, "child fell into the water", caller: "555-0134 99"),
            told(robbery, "Lake Rd 4", type: "other", at: nil, after: 200, "still in the water", caller: "(555) 013499")
        ),
        (chinese, told(chinese, "解放路 12 号", at: (30, 0), after: 90, "有个男的拿着刀在药店里，店员不敢动")),
        (chinese, told(chinese, "解放路十二号", at: nil, after: 150, "药店持刀抢劫")),
        (
            told(chinese, "人民路与建设路交叉口", type: "collision", "两辆轿车相撞，一辆侧翻"),
            told(chinese, "建设路/人民路", type: "collision-injury", at: (15, 0), after: 120, "轿车侧翻，有人被困")
        ),
        (
            told(chinese, "滨江公园东门", type: "missing-child", at: nil, "五岁男孩走失，穿红色外套"),
            told(chinese, "滨江公园东门", type: "missing-person", at: nil, after: 170, "看到一个穿红色外套的男孩在哭")
        ),
    ]

    static let different: [(Told, Told)] = [
        // Far apart, long ago, or of another kind.
        (robbery, told(robbery, "Mission St 12", at: (900, 0), "man with a knife in the pharmacy again")),
        (robbery, told(robbery, after: 2400, "somebody is robbing the pharmacy, he has a knife")),
        (robbery, told(robbery, "3 Oak St", type: "noise", at: (80, 0), "neighbours drilling since six")),
        (robbery, told(robbery, type: "parking", after: 300, "lorry blocks the entrance of the garage")),
        (robbery, told(robbery, "Mission St", at: nil, after: 600, "wallet taken at the bus stop")),
        (robbery, told(robbery, "40 Oak St", at: (250, 0), after: 700, "robbed of a phone by two boys")),
        // The same kind nearby, but said to be something else.
        (
            told(robbery, "5 Elm St", type: "medical", at: (0, 0), "grandmother fell in the kitchen, hip hurts"),
            told(robbery, "11 Elm St", type: "medical", at: (70, 0), after: 500, "boy with a nosebleed that lasts")
        ),
        // A form says the same of everybody.
        (
            told(robbery, "2nd Av", type: "intoxicated", "LIQUOR VIOLATION - INTOXICATED PERSON, DETOX REQUEST"),
            told(
                robbery, "3rd Av", type: "intoxicated", at: (200, 60), after: 500,
                "LIQUOR VIOLATION - INTOXICATED PERSON, DETOX REQUEST")
        ),
        (chinese, told(chinese, "解放路21号", at: (160, 0), after: 900, "手机在公交站被偷")),
        (chinese, told(chinese, "解放路12号", type: "noise", at: (0, 0), after: 1500, "楼上装修噪音扰民")),
        (chinese, told(chinese, "建设路3号", type: "dispute", at: (120, 0), after: 100, "邻居因停车位争吵")),
    ]

    static func pair(_ pair: (Told, Told)) -> (room: Room, one: IncidentID, other: IncidentID) {
        var room = Room.open()
        room.startComparing()
        room.fill()
        let one = room.hear(pair.0)
        room.wait(.seconds(pair.1.seconds))
        let other = room.hear(pair.1)
        return (room, one, other)
    }

    @Test("They are proposed to be one event, to both", arguments: same)
    func proposed(one: Told, other: Told) throws {
        let (room, first, second) = DuplicateTests.pair((one, other))
        let proposal = try #require(room.proposals(second).first, "\(one) \(other)")
        #expect(proposal.other == first && proposal.likeness >= DuplicateRules.standard.threshold)
        var mirrored = proposal
        mirrored.other = second
        #expect(room.proposals(first) == [mirrored])
        #expect(room[first].isOpen && room[second].isOpen, "nothing is merged by itself")
    }

    @Test("They are not", arguments: different)
    func notProposed(one: Told, other: Told) {
        let (room, first, second) = DuplicateTests.pair((one, other))
        #expect(room[first].proposals.isEmpty && room[second].proposals.isEmpty, "\(room[second].proposals)")
    }

    @Test("A proposal says why, in the words of the callers")
    func reasons() throws {
        let (room, first, second) = DuplicateTests.pair(DuplicateTests.same[0])
        let proposal = try #require(room[second].proposals.first)
        #expect(proposal.other == first && (39...40).contains(proposal.metres ?? 0) && proposal.seconds == 120)
        #expect(proposal.sameType && proposal.samePlace && !proposal.sameCaller)
        #expect(Set(proposal.words) == ["knife", "pharmacy"])
        let chinese = DuplicateTests.pair(DuplicateTests.same[7])
        #expect(try #require(chinese.room[chinese.other].proposals.first).words.contains("药店"))
    }

    @Test("What is settled is not asked about again: joined, cross-referenced, dismissed")
    func settled() {
        for command in 0..<3 {
            var (room, one, other) = DuplicateTests.pair(DuplicateTests.same[0])
            switch command {
            case 0: room.must(.link(other, one))
            case 1: room.must(.dismissDuplicate(one, with: other))
            default: room.must(.merge(other, into: one))
            }
            #expect(room.proposals(one).isEmpty && room.proposals(other).isEmpty)
            let before = room.board.position
            for id in [one, other] where room[id].isOpen {
                room.tell(.report(.number(id), Report(at: room.now, text: "knife, pharmacy, still there")))
            }
            #expect(room.proposals(one).isEmpty && room.proposals(other).isEmpty, "\(command)")
            #expect(room.records.filter { $0.position > before }.allSatisfy { $0.actor != .policy })
            // A restart asks no more than going on would have.
            room.startComparing()
            if room[one].isOpen { room.tell(.report(.number(one), Report(at: room.now, text: "pharmacy"))) }
            #expect(room.proposals(one).isEmpty)
        }
    }

    @Test("Dismissed, undone, and refused")
    func dismissal() {
        var (room, one, other) = DuplicateTests.pair(DuplicateTests.same[0])
        let before = room.board.incidents.elements.map(\.proposals)
        room.must(.dismissDuplicate(other, with: one))
        #expect(room[one].proposals.map(\.dismissed) == [true] && room[other].proposals.map(\.dismissed) == [true])
        #expect(room.order(.dismissDuplicate(one, with: other)).failure == .notProposed(one, other))
        room.must(.undo)
        #expect(room.board.incidents.elements.map(\.proposals) == before)
        #expect(room.order(.dismissDuplicate(one, with: one)).failure == .sameIncident(one))
        let nobody = IncidentID(rawValue: 9999)
        #expect(room.order(.dismissDuplicate(one, with: nobody)).failure == .unknownIncident(nobody))
        #expect(room.order(.dismissDuplicate(one, with: IncidentID(rawValue: 1))).failure != nil)
    }

    @Test("Merged and undone, both are asked about as before; merged, what is alike is alike with the survivor")
    func merge() throws {
        var (room, one, other) = DuplicateTests.pair(DuplicateTests.same[0])
        room.wait(.seconds(30))
        let third = room.hear(DuplicateTests.told(DuplicateTests.robbery, after: 60, "a knife, the pharmacy, hurry"))
        #expect(Set(room.proposals(third).map(\.other)) == [one, other])
        let before = room.board.incidents.elements.map { Set($0.proposals.map(\.other)) }
        room.must(.merge(other, into: one))
        #expect(room.proposals(third).map(\.other) == [one])
        #expect(room.proposals(one).map(\.other) == [third])
        #expect(room[one].reports.map(\.text).count == 2)
        room.must(.undo)
        #expect(room.board.incidents.elements.map { Set($0.proposals.map(\.other)) } == before)
        // Dismissing the survivor dismisses what it took over.
        room.must(.merge(other, into: one))
        room.must(.dismissDuplicate(third, with: one))
        #expect(room.proposals(third).isEmpty && room.proposals(one).isEmpty)
    }

    @Test("Another's dismissal stays when an earlier action is undone")
    func undoOfSomethingElse() {
        var (room, one, other) = DuplicateTests.pair(DuplicateTests.same[0])
        room.must(.triage(one, TriageChange(priority: .p1)), by: Room.ann)
        room.must(.dismissDuplicate(one, with: other), by: Room.bob)
        room.must(.undo, by: Room.ann)
        #expect(room[one].priority == .p2)
        #expect(room[one].proposals.map(\.dismissed) == [true] && room[other].proposals.map(\.dismissed) == [true])
    }

    @Test("A closed one is asked about when it was closed before the report came, not when it is closed later")
    func closed() {
        var room = Room.open()
        room.startComparing()
        room.fill()
        let one = room.hear(DuplicateTests.robbery)
        room.must(.close(one, disposition: "report"))
        room.wait(.seconds(60))
        let other = room.hear(DuplicateTests.same[0].1)
        #expect(room.proposals(other).map(\.other) == [one])
        #expect(room.order(.merge(other, into: one)).failure == .incidentClosed(one))
        var (later, first, second) = DuplicateTests.pair(DuplicateTests.same[0])
        later.wait(.seconds(10))
        later.must(.close(first, disposition: "report"))
        #expect(later.proposals(second).isEmpty)
    }

    @Test("A corrected place takes a proposal back")
    func takenBack() {
        var (room, one, other) = DuplicateTests.pair(DuplicateTests.same[0])
        room.must(.triage(other, TriageChange(place: Place(text: "Harbour 3", point: Room.point(31.4, 121.4)))))
        #expect(room.proposals(one).isEmpty && room.proposals(other).isEmpty)
        #expect(room[one].proposals.map(\.likeness) == room[other].proposals.map(\.likeness))
    }

    @Test("Three hundred reports of one event: every one is asked about, nobody is drowned")
    func flood() {
        var room = Room.open()
        room.startComparing()
        for index in 0..<300 {
            room.wait(.seconds(2))
            let id = room.hear(
                DuplicateTests.told(
                    DuplicateTests.robbery, at: (Double(index % 7), 0), "knife in the pharmacy \(index)"))
            if index > 0 { #expect(!room.proposals(id).isEmpty, "\(index)") }
        }
        let made = room.records.filter { $0.body.kind == .duplicateProposed }.count
        #expect(made <= 600)
        for incident in room.board.incidents.elements { #expect(incident.proposals.count <= DuplicateProposal.limit) }
    }

    @Test("Endless evidence is weighed a bounded number of times")
    func evidence() {
        var (room, one, _) = DuplicateTests.pair(DuplicateTests.same[0])
        for index in 0..<200 {
            room.tell(.report(.number(one), Report(at: room.now, text: "word\(index) knife pharmacy")))
        }
        #expect(
            room.records.filter { $0.body.kind == .duplicateProposed }.count <= DuplicateRules.standard.evidenceLimit)
    }

    @Test("What is remembered is bounded by number and by time")
    func bounded() {
        var policy = Policy()
        policy.duplicates?.remembered = 50
        var room = Room.open(policy: policy)
        room.startComparing()
        room.fill(120)
        #expect(room.duplicates?.rememberedCount == 50)
        room.wait(.hours(2))
        room.hear(DuplicateTests.robbery)
        #expect(room.duplicates?.rememberedCount == 1)
    }

    @Test("Without rules nothing is proposed and nothing kept")
    func off() {
        var policy = Policy()
        policy.duplicates = nil
        var room = Room.open(policy: policy)
        room.startComparing()
        room.hear(DuplicateTests.robbery)
        room.hear(DuplicateTests.same[0].1)
        #expect(room.records.allSatisfy { $0.body.kind != .duplicateProposed } && room.duplicates?.rememberedCount == 0)
    }

    @Test("While a report is being entered, what is on the board already is found")
    func intake() throws {
        var room = Room.open()
        room.startComparing()
        room.fill()
        let one = room.hear(DuplicateTests.robbery)
        room.wait(.seconds(100))
        let typed = NewIncident(type: "robbery", priority: .p3, place: Place(text: "12 mission street"))
        let likely = try #require(room.duplicates).likely(typed, at: room.now, board: room.board)
        #expect(likely.map(\.other) == [one] && likely[0].samePlace)
        let elsewhere = NewIncident(type: "robbery", priority: .p3, place: Place(text: "1 Elsewhere St"))
        #expect(try #require(room.duplicates).likely(elsewhere, at: room.now, board: room.board).isEmpty)
        let nowhere = NewIncident(type: "robbery", priority: .p3, place: Place(text: ""))
        #expect(try #require(room.duplicates).likely(nowhere, at: room.now, board: room.board).isEmpty)
    }

    @Test(
        "Hostile text is compared like any other",
        arguments: ["\u{202E}\u{1B}[2J", String(repeating: "药", count: 5000), "\0\0", "🔥🔥🔥 / 🔥"])
    func hostile(text: String) {
        var room = Room.open()
        room.startComparing()
        for _ in 0..<3 { room.hear(Told(type: text, place: text, at: nil, seconds: 0, text: text, caller: text)) }
        #expect(room.board.counters.unappliable == 0)
    }

    @Test("An engine made anew from the board proposes the same", .full, arguments: [5, 81, 4077] as [UInt64])
    func rebuilt(seed: UInt64) throws {
        var random = Seeded(seed)
        var room = Room.open()
        room.startComparing()
        let texts = ["knife pharmacy", "fire on the roof", "药店持刀", "loud party upstairs", "child lost in the park", ""]
        for step in 0..<400 {
            room.wait(.seconds(Int64(random.below(90))))
            let told = Told(
                type: random.element(of: ["robbery", "fire", "noise", "collision"]) ?? "",
                place: "\(random.below(4)) Mission St", at: random.below(3) == 0 ? nil : (Double(random.below(400)), 0),
                seconds: 0, text: random.element(of: texts) ?? "")
            if step.isMultiple(of: 10) {
                var again = room
                again.board = try Board(encoded: room.board.encoded())
                again.startComparing()
                again.hear(told)
                room.hear(told)
                #expect(again.records == room.records, "seed \(seed), step \(step)")
            } else {
                room.hear(told)
            }
            let open = room.board.incidents.elements.filter(\.isOpen)
            if random.below(5) == 0, let one = random.element(of: open), let other = random.element(of: open) {
                _ = room.order(random.below(2) == 0 ? .merge(one.id, into: other.id) : .close(one.id, disposition: "x"))
            }
        }
        #expect(room.records.contains { $0.body.kind == .duplicateProposed }, "seed \(seed)")
    }
}

@Suite("What happened here before")
struct PlaceHistoryTests {
    @Test("The newest first, at most so many, and how many more; by words or by distance")
    func earlier() {
        var room = Room.open()
        var history = PlaceHistory()
        var ids: [IncidentID] = []
        for index in 0..<9 {
            room.wait(.minutes(40))
            let place = index.isMultiple(of: 2) ? "12 Mission Street" : "Mission St 12 B"
            ids.append(
                room.hear(
                    Told(type: "fight", place: place, at: index == 8 ? nil : (Double(index), 0), seconds: 0, text: "")))
        }
        room.must(.close(ids[2], disposition: "report"))
        room.must(.merge(ids[3], into: ids[4]))
        for incident in room.board.incidents.elements { history.note(incident.id, incident) }
        let found = history.earlier(than: room[ids[7]], on: room.board, limit: 5)
        #expect(found.shown == [6, 5, 4, 2, 1].map { ids[$0] } && found.more == 1)
        // Without a point only the words tell.
        let byWords = history.earlier(than: room[ids[8]], on: room.board, limit: 5)
        #expect(byWords.shown == [6, 4, 2, 0].map { ids[$0] } && byWords.more == 0)
        #expect(history.earlier(than: room[ids[0]], on: room.board, limit: 5).shown.isEmpty)
    }

    @Test("A street's name alone is no place, and what moved is found where it is now")
    func moving() {
        var room = Room.open()
        var history = PlaceHistory()
        let one = room.hear(Told(type: "fight", place: "Mission St", at: nil, seconds: 0, text: ""))
        let two = room.hear(Told(type: "fight", place: "Mission St", at: nil, seconds: 0, text: ""))
        for id in [one, two] { history.note(id, room[id]) }
        #expect(history.earlier(than: room[two], on: room.board, limit: 5).shown.isEmpty)
        for id in [one, two] {
            room.must(.triage(id, TriageChange(place: Place(text: "Zoo Rd 1"))))
            history.note(id, room[id])
        }
        let version = history.version
        #expect(history.earlier(than: room[two], on: room.board, limit: 5).shown == [one])
        history.note(two, room[two])
        #expect(history.version == version, "nothing new")
        history.note(one, nil)
        #expect(history.earlier(than: room[two], on: room.board, limit: 5).shown.isEmpty && history.count == 1)
    }
}

import DispatchModel
import TestSupport
import Testing

@Suite struct SnapshotTests {
    @Test(arguments: UInt64(1)...12)
    func aSnapshotGoesOnLikeTheFullFold(_ seed: UInt64) throws {
        var random = RandomFields(seed: seed, narrow: true)
        var board = Board()
        var resumed = Board()
        for position in 1...1500 {
            let kind = EventBody.Kind.allCases.randomElement(using: &random.generator) ?? .noteAdded
            let record = random.record(kind, position: JournalPosition(position))
            board.apply(record)
            resumed.apply(record)
            guard random.generator.next() % 40 == 0 || position == 1500 else { continue }
            let bytes = board.encoded()
            try #require(resumed.encoded() == bytes, "seed \(seed), position \(position)")
            resumed = try Board(encoded: bytes)
            try #require(resumed.encoded() == bytes, "seed \(seed), position \(position)")
            expectSameAnswers(board, resumed, "seed \(seed), position \(position)")
        }
        #expect(board.incidents.count > 3)
        #expect(board.units.count > 3)
    }

    /// What is looked up by another system's key or a callsign is found alike.
    private func expectSameAnswers(_ one: Board, _ other: Board, _ note: Comment) {
        let texts = ["", "a", "Mission St / 16th"]
        for source in texts {
            #expect(one.unit(callsign: source) == other.unit(callsign: source), note)
            for id in texts {
                let key = SourceKey(source: source, id: id)
                #expect(one.incident(source: key) == other.incident(source: key), note)
            }
        }
    }

    @Test func historiesAreBounded() {
        var board = Board()
        let incident = IncidentID(rawValue: 1)
        let unit = UnitID(rawValue: 1)
        var position: JournalPosition = 0
        func fold(_ body: EventBody) {
            position += 1
            board.apply(EventRecord(position: position, at: .epoch, actor: .system, body: body))
        }
        fold(.unitRegistered(UnitRegistered(unit: unit, callsign: "A")))
        fold(.incidentReported(IncidentReported(incident: incident)))
        for _ in 0..<1000 {
            fold(.noteAdded(NoteAdded(incident: incident, text: "x")))
            fold(.unitStatusChanged(UnitStatusChanged(unit: unit, status: .available)))
        }
        let history = board.incidents[incident]?.history ?? []
        #expect(history.count == Incident.historyLimit)
        #expect(history.first == 2)
        #expect(history.last == position - 1)
        #expect(history == history.sorted())
        #expect(board.incidents[incident]?.historyDropped == Int64(1001 - Incident.historyLimit))
        #expect(board.units[unit]?.history.count == FieldUnit.historyLimit)
        #expect(board.units[unit]?.history.last == position)
        for number in 0..<200 { fold(.actionTaken(ActionTaken(name: "action \(number)"))) }
        #expect(board.actions.count == Board.actionLimit)
        #expect(board.actions.last?.name == "action 199")
    }

    @Test func closedIncidentsLeaveTheBoard() throws {
        var board = Board()
        var position: JournalPosition = 0
        func fold(_ body: EventBody, at: Timestamp) {
            position += 1
            board.apply(EventRecord(position: position, at: at, actor: .system, body: body))
        }
        let count = UInt32(Board.closedLimit) + 500
        for number in 1...count {
            let at = Timestamp(seconds: Int64(number))
            let (id, key) = (IncidentID(rawValue: number), SourceKey(source: "log", id: "\(number)"))
            fold(.incidentReported(IncidentReported(incident: id, received: at, source: key)), at: at)
            fold(.incidentClosed(IncidentClosed(incident: id, disposition: "REPORT", at: at)), at: at)
        }
        #expect(board.incidents.count == Board.closedLimit)
        #expect(board.counters.archived == 500)
        #expect(board.incident(source: SourceKey(source: "log", id: "500")) == nil)
        #expect(board.incident(source: SourceKey(source: "log", id: "501")) != nil)
        var resumed = try Board(encoded: board.encoded())
        let later = Timestamp(seconds: Int64(count)) + Board.closedKept + .seconds(2)
        fold(.incidentReported(IncidentReported(incident: IncidentID(rawValue: 9999), received: later)), at: later)
        fold(.incidentClosed(IncidentClosed(incident: IncidentID(rawValue: 9999), at: later)), at: later)
        #expect(board.incidents.count == 1)
        for number in [position - 1, position] {
            let body: EventBody =
                number < position
                ? .incidentReported(IncidentReported(incident: IncidentID(rawValue: 9999), received: later))
                : .incidentClosed(IncidentClosed(incident: IncidentID(rawValue: 9999), at: later))
            resumed.apply(EventRecord(position: number, at: later, actor: .system, body: body))
        }
        #expect(resumed.encoded() == board.encoded())
    }
}

import DispatchModel
import Testing

@testable import Wording

@Suite("A board in sentences")
struct LinearTests {
    private static let at = Sample.now

    /// What a made-up evening is told as.
    private static let evening: [(EventBody, String, String)] = [
        (
            .incidentReported(
                IncidentReported(
                    incident: IncidentID(rawValue: 3), type: "robbery", priority: .p1, place: Place(text: "Zoo Rd"),
                    beat: "B07", received: at, report: Report(number: 1, at: at))),
            "P1: new #3: robbery at “Zoo Rd”, at 22:13:20 by dispatcher wl.",
            "一级：新警情 #3：抢劫，“Zoo Rd”，22:13:20，调度员 wl。"
        ),
        (Sample.assigned, "Assigned 3A12 to #1, at 22:13:20 by dispatcher wl.", "派 3A12 往 #1，22:13:20，调度员 wl。"),
        (
            .unitStatusChanged(UnitStatusChanged(unit: Sample.car, status: .emergency)),
            "EMERGENCY: 3A12 calls for help, at 22:13:20 by dispatcher wl.", "紧急求助：3A12 呼叫支援，22:13:20，调度员 wl。"
        ),
        (
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: 2), kind: .waitingTooLong, severity: .medium, incident: Sample.fight,
                    at: at,
                    limit: 600, priority: .p2)),
            "Medium alert: #2: P2 waiting past 10:00, at 22:13:20 by dispatcher wl.",
            "中级告警：#2：二级警情待派超过 10:00，22:13:20，调度员 wl。"
        ),
    ]

    @Test("The golden evening", arguments: [Language.english, .chinese])
    func golden(_ language: Language) {
        var board = Sample.board()
        let linear = LinearWords(Words(language))
        for (body, english, chinese) in LinearTests.evening {
            let record = EventRecord(
                position: board.position + 1, at: LinearTests.at, actor: .dispatcher("wl"), body: body)
            board.apply(record)
            #expect(linear.sentence(record, on: board) == (language == .english ? english : chinese))
        }
    }

    @Test(
        "Whatever happens is one line, one sentence, harmless, and not too long",
        arguments: [Language.english, .chinese])
    func sentences(_ language: Language) {
        let board = Sample.board([Sample.assigned])
        let linear = LinearWords(Words(language))
        for body in Sample.bodies {
            let record = EventRecord(position: 99, at: LinearTests.at, actor: .feed("a\u{1b}[31mb\nc"), body: body)
            let text = linear.sentence(record, on: board)
            #expect(text.hasSuffix(language == .english ? "." : "。"), "\(text)")
            #expect(text.count <= LinearWords.limit + 1)
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }, "\(text)")
        }
    }

    @Test("A long text ends in an ellipsis, and a line of it stays one")
    func bounded() {
        let note = String(repeating: "long\n", count: 1000)
        let board = Sample.board()
        let record = EventRecord(
            position: 99, at: LinearTests.at, actor: .dispatcher("wl"),
            body: .noteAdded(NoteAdded(incident: Sample.robbery, text: note)))
        let text = LinearWords(Words(.english)).sentence(record, on: board)
        #expect(text.count == LinearWords.limit + 1 && text.hasSuffix("….") && !text.contains("\n"))
    }

    @Test("An exercise says so first")
    func exercise() {
        var mode = ModeDeclared()
        mode.mode = .exercise
        let board = Sample.board([.modeDeclared(mode)])
        let record = EventRecord(position: 99, at: LinearTests.at, actor: .dispatcher("wl"), body: Sample.assigned)
        #expect(LinearWords(Words(.english)).sentence(record, on: board).hasPrefix("EXERCISE: "))
        #expect(LinearWords(Words(.chinese)).sentence(record, on: board).hasPrefix("演练："))
        #expect(LinearWords(Words(.english)).summary(board, at: LinearTests.at).hasPrefix("EXERCISE: "))
    }
}

import DispatchModel
import DispatchPolicy
import Testing

@Suite("The sound and the calls")
struct NoticePlanTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    private static func raised(
        _ severity: AlertSeverity = .high, _ text: String = "fire", standing: AlertStanding = .actual
    ) -> EventBody {
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: 1), kind: .reported, severity: severity, at: now,
                reported: ReportedAlert(
                    source: SourceKey(source: "panel", id: "7"), text: text, place: Place(text: "North"),
                    standing: standing)))
    }

    private static func play(
        _ plan: inout NoticePlan, _ bodies: [EventBody], after seconds: Int64 = 0
    ) -> [[String]] {
        var board = Board()
        var records: [EventRecord] = []
        for body in bodies {
            let record = EventRecord(position: board.position + 1, at: now, actor: .policy, body: body)
            board.apply(record)
            records.append(record)
        }
        return plan.commands(for: records, on: board, now: now + .seconds(seconds)).map(\.words)
    }

    private static func settings() -> NoticeSettings {
        var settings = NoticeSettings()
        settings.sound = ["play", "{severity}.wav"]
        settings.supervisors = [
            Supervisor(name: "ann", command: ["page", "--to={name}", "{text}", "at {place}, call {level}, {other}"]),
            Supervisor(name: "bob"),
        ]
        return settings
    }

    @Test("Only what is urgent, in sight and meant makes a sound, and not more often than the room wants")
    func sound() {
        var plan = NoticePlan(Self.settings()) { alert, _ in "own \(alert.id.rawValue)" }
        #expect(Self.play(&plan, [Self.raised(.medium)]) == [])
        #expect(Self.play(&plan, [Self.raised(standing: .exercise)]) == [])
        let hidden = AlertHidden(
            alert: AlertID(rawValue: 1), hiding: AlertHiding(way: .suppressed, since: Self.now, reason: "rule"))
        #expect(Self.play(&plan, [Self.raised(), .alertHidden(hidden)]) == [])
        let first = Self.play(&plan, [Self.raised(), Self.raised()])
        #expect(first == [["play", "high.wav"]])
        #expect(Self.play(&plan, [Self.raised()], after: 4) == [])
        #expect(Self.play(&plan, [Self.raised()], after: 5) == [["play", "high.wav"]])
    }

    @Test("Each step of an escalation calls its supervisor; those without a program are called on the screen only")
    func calls() {
        var plan = NoticePlan(Self.settings()) { alert, _ in "own \(alert.id.rawValue)" }
        func escalated(_ level: Int64) -> EventBody {
            .alertEscalated(AlertEscalated(alert: AlertID(rawValue: 1), occurrence: 1, level: level, at: Self.now))
        }
        let first = Self.play(&plan, [Self.raised(), escalated(1)])
        #expect(first.last == ["page", "--to=ann", "fire", "at North, call 1, {other}"])
        #expect(Self.play(&plan, [Self.raised(), escalated(2)], after: 60) == [["play", "high.wav"]])
        #expect(Self.play(&plan, [Self.raised(), escalated(99)], after: 61).isEmpty)
    }

    @Test(
        "A text from outside stays one argument, without control characters, and is never an option",
        arguments: [
            ("$(rm -rf /); `x`", "$(rm -rf /); `x`"), ("a\nb\u{0}c\u{1B}[2J", "a b c [2J"),
            ("--to=boss", " --to=boss"), ("{name} {text}", "{name} {text}"), ("\u{202E}abc", " abc"),
        ])
    func hostile(text: String, argument: String) {
        var plan = NoticePlan(Self.settings()) { alert, _ in "own \(alert.id.rawValue)" }
        let escalated = AlertEscalated(alert: AlertID(rawValue: 1), occurrence: 1, level: 1, at: Self.now)
        let command = Self.play(&plan, [Self.raised(.high, text), .alertEscalated(escalated)]).last
        #expect(command?.count == 4)
        #expect(command?[2] == argument)
    }

    @Test("A long text is cut")
    func long() {
        var plan = NoticePlan(Self.settings()) { alert, _ in "own \(alert.id.rawValue)" }
        let escalated = AlertEscalated(alert: AlertID(rawValue: 1), occurrence: 1, level: 1, at: Self.now)
        let text = String(repeating: "火", count: 10_000)
        let command = Self.play(&plan, [Self.raised(.high, text), .alertEscalated(escalated)]).last
        #expect(command?[2].utf8.count == 399)
    }
}

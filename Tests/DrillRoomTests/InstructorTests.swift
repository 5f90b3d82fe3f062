import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import DrillRoom

/// The trainer's console on a screen in memory, with a drill that is made up.
@Suite struct InstructorTests {
    private static let hostile = "x\u{1B}[31m\u{202E}\u{9B}5mé\u{301}🧨"

    static func status() -> ControlStatus {
        var status = ControlStatus(
            drill: "peak", scenario: "evening-peak", title: .init("Evening " + hostile, "晚高峰"), seed: 7,
            trainee: hostile, at: 1_700_000_000_000, began: 1_700_000_000_000, secondsEast: 28_800, speed: 4,
            paused: false,
            position: 42)
        for number in 0..<20 {
            var inject = ControlStatus.Inject(
                id: "inject-\(number)", title: .init("Inject \(number) \(hostile)", "注入\(number)"))
            inject.planned = number < 15 ? 1_700_000_000_000 + Int64(number) * 60_000 : nil
            inject.condition = number < 15 ? nil : .init(hostile, hostile)
            inject.fired = number < 4 ? inject.planned : nil
            inject.expected = number % 2 == 0 ? .init("Send two units " + hostile, "派两个单元") : nil
            inject.answered = number == 2 ? inject.fired.map { $0 + 61_000 } : nil
            inject.note = .init("Watch the order " + hostile, "注意顺序")
            status.injects.append(inject)
        }
        status.objectives = [
            .init(title: .init("first", "其一"), met: true, evidence: .init("0:24", "0:24")),
            .init(title: .init("second", "其二"), met: false, evidence: .init("9:24", "9:24")),
        ]
        status.actions = [.init(at: 1_700_000_000_000, text: .init("assigned " + hostile, "派"))]
        return status
    }

    private final class Trainer {
        let screen: MemoryScreen
        let console: InstructorConsole

        init(size: Size = Size(columns: 80, rows: 24), language: Language = .english) {
            screen = MemoryScreen(size: size, endsAfterScript: false, frameLimit: 1)
            let asked = Asked()
            console = InstructorConsole(
                screen: screen, language: language, theme: "dark", wall: { asked.tick() },
                ask: { request throws(DrillProblem) in
                    asked.requests.append(request)
                    return ControlReply(done: nil, status: InstructorTests.status())
                })
            log = asked
            console.step()
        }

        private let log: Asked

        func press(_ keys: [Key]) -> [ControlRequest] {
            let before = log.requests.count
            screen.feed([keys.map(TerminalInput.key)])
            console.step()
            return log.requests[before...].filter { $0.verb != .status }
        }

        func type(_ text: String) -> [ControlRequest] {
            press(text.unicodeScalars.map { $0 == "\n" ? Key(.enter) : Key(.character($0)) })
        }

        var text: String { screen.frame?.text() ?? "" }
    }

    /// What was asked, and a clock that goes on by half a second whenever it is looked at.
    private final class Asked {
        var requests: [ControlRequest] = []
        private var now = Timestamp(seconds: 1)

        func tick() -> Timestamp {
            now = now + Span(milliseconds: 500)
            return now
        }
    }

    @Test(arguments: Language.allCases)
    func itSaysExerciseAtEverySizeAndNothingHostileIsLeft(_ language: Language) {
        for (columns, rows) in [(8, 1), (30, 5), (60, 16), (80, 24), (110, 28), (160, 48), (240, 67)] {
            let trainer = Trainer(size: Size(columns: columns, rows: rows), language: language)
            #expect(trainer.text.contains(Words(language).mode(.exercise)), "\(columns)x\(rows)\n\(trainer.text)")
            let raw = trainer.text.unicodeScalars.filter { ["\u{1B}", "\u{202E}", "\u{9B}"].contains($0) }
            #expect(raw.isEmpty, "\(columns)x\(rows)")
            guard rows >= 24 else { continue }
            #expect(trainer.text.contains(language == .english ? "Inject 3" : "注入3"), "\(trainer.text)")
            #expect(trainer.text.contains("06:13:20"), "board time on the drill's own clock\n\(trainer.text)")
        }
    }

    @Test func keysBecomeRequests() {
        let trainer = Trainer()
        #expect(trainer.type("p").map(\.verb) == [.pause])
        #expect(trainer.type("]").first?.speed == 8)
        #expect(trainer.type("[").first?.speed == 2)
        #expect(trainer.type("n").map(\.verb) == [.step])
        #expect(trainer.type("jji").first?.id == "inject-2")
        #expect(trainer.type("mhello there\n").first?.text == "hello there")
        #expect(trainer.type("o3A12 flat\n").first?.callsign == "3A12")
        #expect(trainer.type("J10m\n").first?.by == 600_000)
        #expect(trainer.type("Smax\n").first?.speed == 0)
        #expect(trainer.type("sfirst\n").first?.name == "first")
        #expect(trainer.type("en").isEmpty)
        #expect(trainer.type("ey").map(\.verb) == [.end])
    }

    @Test func whatCannotBeReadStaysToBeMended() {
        let trainer = Trainer()
        #expect(trainer.type("Jnever\n").isEmpty)
        #expect(trainer.text.contains("never"))
        #expect(trainer.text.contains("cannot be read"), "\(trainer.text)")
    }

    @Test func aDrillThatWentAwayIsSaid() {
        let screen = MemoryScreen(size: Size(columns: 80, rows: 24), endsAfterScript: false, frameLimit: 1)
        let asked = Asked()
        let console = InstructorConsole(
            screen: screen, language: .english, theme: "dark", wall: { asked.tick() },
            ask: { _ throws(DrillProblem) in
                throw DrillProblem("control.gone", "the drill \u{1B}[31m went away", "演练已退出")
            })
        console.step()
        let text = screen.frame?.text() ?? ""
        #expect(text.contains("went away") && text.contains("q leaves"), "\(text)")
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
}

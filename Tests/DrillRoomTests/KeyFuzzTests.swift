import Dashboard
import DispatchModel
import Drills
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import DrillRoom

@Suite("Any keys, any answers of the terminal, in a drill and on the trainer's console")
struct KeyFuzzTests {
    @Test(.full) func aDrillIsTheSameWithAndWithoutThem() throws {
        for seed in KeyFuzzPlan.seeds(kind: 4) {
            let plain = try drill(seed, hears: false)
            let noisy = try drill(seed, hears: true)
            #expect(plain.end == noisy.end && plain.text == noisy.text, "seed \(seed)")
            #expect(try noisy.desk.again() == noisy.end, "seed \(seed)")
        }
    }

    private func drill(_ seed: UInt64, hears: Bool) throws -> (desk: DrillDesk, end: JournalEnd, text: String) {
        let desk = try DrillDesk(try eveningPeak(), speed: 10)
        var (keys, hand) = (KeyNoise(seed), Keyboard(seed, hears: hears))
        var count = 0
        while count < KeyFuzzPlan.roundKeys, desk.session.end == nil {
            desk.pass(300)
            for input in hand.inputs(of: keys.next()) {
                count += 1
                if desk.session.end == nil { desk.session.takeInput(input) }
            }
        }
        return (desk, try desk.end(), desk.text)
    }

    @Test func theTrainerAsksForTheSameWithAndWithoutThem() throws {
        for seed in KeyFuzzPlan.seeds(kind: 5) {
            let (plain, noisy) = (trained(seed, hears: false), trained(seed, hears: true))
            #expect(plain.requests == noisy.requests && plain.text == noisy.text, "seed \(seed)")
        }
    }

    /// What the trainer's keys have asked the drill for.
    private final class Asked {
        var requests: [ControlRequest] = []
        var wall = Timestamp(seconds: 1_000_000)
    }

    private func trained(_ seed: UInt64, hears: Bool) -> (requests: [ControlRequest], text: String) {
        let asked = Asked()
        let screen = MemoryScreen(size: Size(columns: 80, rows: 24), endsAfterScript: false, frameLimit: 1)
        let console = InstructorConsole(
            screen: screen, language: .english, theme: "dark", wall: { asked.wall },
            ask: { request throws(DrillProblem) in
                if request.verb != .status { asked.requests.append(request) }
                return ControlReply(done: nil, status: InstructorTests.status())
            })
        var (keys, hand) = (KeyNoise(seed), Keyboard(seed, hears: hears))
        for _ in 0..<KeyFuzzPlan.roundKeys {
            let inputs = hand.inputs(of: keys.next())
            asked.wall = asked.wall + Span(milliseconds: 500)
            screen.feed([inputs])
            console.step()
        }
        return (asked.requests, screen.frame?.text() ?? "")
    }
}

/// Bytes become inputs, with answers of the terminal between the presses or without.
private struct Keyboard {
    private var decoder = KeyDecoder()
    private var answers: KeyNoise
    private let hears: Bool

    init(_ seed: UInt64, hears: Bool) {
        answers = KeyNoise(~seed)
        self.hears = hears
    }

    mutating func inputs(of piece: KeyNoise.Piece) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        if hears, answers.once(in: 3) {
            for part in answers.cut(answers.answer()) { inputs += decoder.feed(part) }
            // A report of the mouse comes through only where it was asked for, and is a person's then.
            inputs.removeAll { if case .mouse = $0 { true } else { false } }
        }
        switch piece {
        case .presses(let presses):
            for bytes in presses { inputs += decoder.feed(bytes) + (bytes == [0x1B] ? decoder.timeOut() : []) }
        case .paste(let bytes): inputs += decoder.feed(bytes)
        }
        return inputs
    }
}

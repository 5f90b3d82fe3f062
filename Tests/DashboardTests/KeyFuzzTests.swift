import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

/// Long runs: `WATCHFLOOR_FUZZ_KEYS=200000 swift test --filter KeyFuzz`, here and for drills.
@Suite("Any keys, any answers of the terminal: no order that no key asked for")
struct KeyFuzzTests {
    enum Kind: Int, CaseIterable, Sendable {
        case console, replay, watching
    }

    @Test(arguments: Kind.allCases) func answersChangeNothing(_ kind: Kind) throws {
        for seed in KeyFuzzPlan.seeds(kind: kind.rawValue) {
            let plain = try FuzzedDesk(kind, seed, hears: false).play()
            let noisy = try FuzzedDesk(kind, seed, hears: true).play()
            #expect(plain.hash == noisy.hash && plain.text == noisy.text, "\(kind) seed \(seed)")
            #expect(plain.findings.isEmpty, "\(kind) seed \(seed): \(plain.findings.prefix(5))")
            #expect(noisy.findings.isEmpty, "\(kind) seed \(seed): \(noisy.findings.prefix(5))")
        }
    }
}

/// A desk that is pressed at random.
private final class FuzzedDesk {
    struct Outcome {
        var hash: String
        var text: String
        var findings: [String]
    }

    private let kind: KeyFuzzTests.Kind
    private let desk: Desk
    private let hears: Bool
    private var keys: KeyNoise
    private var answers: KeyNoise
    private var decoder = KeyDecoder()
    private var findings: [String] = []
    private var calls = 0

    init(_ kind: KeyFuzzTests.Kind, _ seed: UInt64, hears: Bool) throws {
        self.kind = kind
        self.hears = hears
        keys = KeyNoise(seed)
        answers = KeyNoise(~seed)
        let isReplay = kind == .replay
        let sizes = [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)]
        desk = try Desk(
            size: sizes[Int(seed % 3)], language: seed % 2 == 0 ? .english : .chinese,
            clock: isReplay ? BoardClock(start: District.now, speed: 60, wall: District.now) : BoardClock(),
            settings: { $0.watching = kind == .watching })
    }

    func play() throws -> Outcome {
        var count = 0
        while count < KeyFuzzPlan.roundKeys {
            // Some presses come before the next frame.
            for _ in 0..<3 {
                if hears, answers.once(in: 3) { hear() }
                count += press(keys.next())
            }
            if keys.once(in: 20) { happen() }
            desk.console.ended = nil
            step()
        }
        return Outcome(hash: try desk.journal.lastHash().hex, text: desk.text, findings: findings)
    }

    /// The loop runs until what was decided is on disk, as often whatever the writer's thread does.
    private func step() {
        for _ in 0..<3 {
            desk.writer.finish()
            desk.step()
        }
    }

    /// The terminal says something, in pieces between which the loop runs.
    private func hear() {
        let before = desk.core.head.position
        for piece in answers.cut(answers.answer()) {
            // A report of the mouse comes to the console only where it was asked for, and is a person's then.
            for input in decoder.feed(piece) where !input.isMouse { desk.console.handle(input) }
        }
        if decoder.pending != nil { findings.append("an answer is not at an end") }
        if desk.core.head.position != before { findings.append("an answer gave an order") }
    }

    private func press(_ piece: KeyNoise.Piece) -> Int {
        switch piece {
        case .presses(let presses):
            for bytes in presses {
                for input in decoder.feed(bytes) + (bytes == [0x1B] ? decoder.timeOut() : []) { take(input) }
            }
            return presses.count
        case .paste(let bytes):
            for input in decoder.feed(bytes) { take(input) }
            return 1
        }
    }

    private func take(_ input: TerminalInput) {
        let console = desk.console
        let (before, wasAsking, wasMenu) = (desk.core.head.position, isQuestion, isMenu)
        console.keyboard.lastCommand = nil
        console.handle(input)
        if desk.core.head.position != before {
            if kind == .watching { findings.append("\(input) ordered on a screen that only watches") }
            if !mayOrder(input, wasMenu) {
                findings.append("\(input) ordered by \(console.keyboard.lastCommand as Any)")
            }
        }
        guard isQuestion, !wasAsking, keys.once(in: 2) else { return }
        let fresh = desk.core.head.position
        console.handle(.key(Key(.enter)))
        if desk.core.head.position != fresh { findings.append("Enter on a fresh question after \(input)") }
    }

    private var isQuestion: Bool { desk.console.layers.popup is ConfirmView }
    private var isMenu: Bool { desk.console.layers.popup is MenuView }

    /// True when the key's command is one that orders, or answers what asked for an order.
    private func mayOrder(_ input: TerminalInput, _ wasMenu: Bool) -> Bool {
        guard case .key = input else { return false }
        guard let name = desk.console.keyboard.lastCommand else { return wasMenu }
        switch Catalogue.entry(name).group {
        case .assignment, .incident, .unit, .alert, .feed: return true
        default: return [.accept, .yes, .undo].contains(name)
        }
    }

    /// What others do meanwhile.
    private func happen() {
        calls += 1
        let priority = Priority.allCases[calls % 5]
        desk.feed(District.call(calls, type: calls % 2 == 0 ? "063" : "robbery", priority: priority, at: desk.hand.now))
    }
}

extension TerminalInput {
    fileprivate var isMouse: Bool { if case .mouse = self { true } else { false } }
}

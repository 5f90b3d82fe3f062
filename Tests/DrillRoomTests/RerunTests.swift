import Dashboard
import DispatchModel
import Drills
import Foundation
import TerminalKit
import TestSupport
import Testing

@testable import Core
@testable import DrillRoom

/// The same scenario, seed and recorded keys give the same journal, whatever the speed and the frames.
@Suite struct RerunTests {
    /// What a hand might do, chords and lines of the command language as one.
    private static let orders: [[String]] = [
        ["esc", "esc", "1", "a", "1"], ["esc", "esc", "1", "j", "r"], ["esc", "esc", "1", "t", "enter"],
        ["esc", "esc", "1", "n", "x", "enter"], ["esc", "esc", "1", "a", "2"], ["esc", "esc", "!", "a"],
    ]
    private static let moves: [[String]] = [
        ["a", "1"], ["a", "2"], ["r"], ["j"], ["k"], ["g", "g"], ["tab"], ["esc"], ["t", "enter"], ["n", "x", "enter"],
        ["x", "1"], ["!", "a"], ["u"], ["p"], ["p"], ["]"], ["["], ["/", "p", "1", "enter"], ["space", "j", "space"],
        [":", "u", "enter"], ["v", "a"], ["1"], ["2"], ["4"], ["ctrl-e", "esc"], ["H", "2"], ["enter"], ["z"],
        ["c", "tab", "esc"], ["s", "1"], ["f"], ["?"], ["pagedown"], ["G"],
    ]

    @Test(arguments: ([(1, 60.0), (2, 10.0), (3, 300.0), (4, 25.0)] as [(Int, Double)]).tiered())
    func whatWasPlayedComesOutTheSame(_ number: Int, _ speed: Double) throws {
        print("random drill, seed \(number), speed \(speed)")
        var random = Seeded(UInt64(number))
        let desk = try DrillDesk(try eveningPeak(), speed: speed)
        for _ in 0..<160 {
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                desk.pass(Int64.random(in: 1...Int64(18_000 / speed), using: &random))
            }
            // Every other move begins afresh, so that a hand that got lost somewhere finds out again.
            let orders = RerunTests.orders.randomElement(using: &random) ?? []
            let move = Bool.random(using: &random) ? orders : RerunTests.moves.randomElement(using: &random) ?? []
            // Some keys come with frames between them, some faster than the screen is drawn.
            let isFast = Bool.random(using: &random)
            let keys = try move.map { TerminalInput.key(try #require(try KeyNotation.parse($0).first)) }
            desk.screen.feed(isFast ? [keys] : keys.map { [$0] })
            for _ in 0..<(isFast ? 1 : keys.count) { desk.pass(Int64.random(in: 0...120, using: &random)) }
            if number == 4, Int.random(in: 0..<20, using: &random) == 0 {
                let sizes = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 50), Size(columns: 40, rows: 10)]
                desk.screen.feed([[.resized(sizes.randomElement(using: &random) ?? sizes[0])]])
                desk.session.step()
            }
            if desk.session.end != nil { break }
        }
        let played = try desk.end()
        #expect(played.position > 150, "hardly anything happened")
        #expect(try desk.again() == played, "seed \(number)")
        let orders = JournalRecords(desk.journal).filter { $0.actor.kind == .dispatcher }.count
        #expect(orders > 5, "the hand ordered next to nothing: \(orders)")
    }

    @Test func anotherSeedIsNotTheSameDrill() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 600)
        for _ in 0..<20 { desk.pass(1000) }
        try desk.press("a", "1")
        let inputs = try DrillInputs(keys: desk.folder.path + "/keys.jsonl", control: nil)
        let problem = #expect(throws: DrillProblem.self) {
            _ = try rerun(desk.scenario, seed: 8, inputs, size: Size(columns: 120, rows: 36))
        }
        #expect(problem?.code == "drill.differs")
    }

    @Test func interventionsArePartOfIt() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 60)
        func ask(_ verb: ControlRequest.Verb, _ change: (inout ControlRequest) -> Void = { _ in }) throws {
            var request = ControlRequest(verb)
            change(&request)
            _ = try desk.session.fulfil(try request.checked())
        }
        desk.pass(5000)
        try ask(.message) { $0.text = "look at the harbour" }
        try ask(.out) { $0.callsign = "3A11" }
        try desk.press("a", "1")
        desk.pass(500)
        try ask(.pause)
        desk.pass(60_000)
        try ask(.step)
        try ask(.inject) { $0.id = "knife" }
        try ask(.resume)
        try ask(.jump) { $0.by = 900_000 }
        for _ in 0..<60 { desk.pass(100) }
        try desk.press("r")
        try ask(.speed) { $0.speed = 5 }
        desk.pass(3000)
        try ask(.end)
        desk.session.step()
        #expect(desk.session.end?.reason == .trainer)
        let played = try desk.end()
        #expect(try desk.again() == played)
    }

    @Test(.full) func theAutomaticDispatcherPlaysAsInTheRehearsal() throws {
        let scenario = try eveningPeak()
        let room = Rehearsal.play(scenario, seed: 5)
        let journal = try ExerciseJournal(MemoryJournal(kind: .exercise))
        let still = Timestamp(seconds: 5)
        let play = try DrillPlay(
            scenario, seed: 5, journal: journal,
            screen: MemoryScreen(size: Size(columns: 80, rows: 24), endsAfterScript: false, frameLimit: 1),
            settings: settings(), surroundings: .init(wall: { still }, records: { _ in [] }), wake: nil,
            clock: .init(start: scenario.start, speed: 1, wall: still), isAutomatic: true)
        play.advance(to: play.director.latestEnd)
        play.console.close()
        #expect(try journal.records(after: 0, limit: .max) == room.records)
        #expect(play.score() == room.score)
    }

    @Test func theEndIsComparedToo() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 60)
        desk.pass(5000)
        var end = DrillEnd(of: desk.session.play).line(number: 1, of: desk.session.play)
        let size = Size(columns: 120, rows: 36)
        let again = try rerun(desk.scenario, seed: desk.seed, DrillInputs(keys: [end]), size: size)
        #expect(again.position == end.position)
        end.position += 1
        let problem = #expect(throws: DrillProblem.self) {
            _ = try rerun(desk.scenario, seed: desk.seed, DrillInputs(keys: [end]), size: size)
        }
        #expect(problem?.code == "drill.differs" && problem?.english.contains("\(end.position)") == true)
        #expect(problem?.chinese.contains("\(end.position - 1)") == true)
    }
}

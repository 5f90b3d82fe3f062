import DispatchModel
import Drills
import Foundation
import TerminalKit
import Testing
import Wording

@testable import DrillRoom

/// A drill on the player's screen.
@Suite struct SessionTests {
    @Test(arguments: Language.allCases)
    func everyFrameSaysExercise(_ language: Language) throws {
        let mark = Words(language).mode(.exercise)
        let desk = try DrillDesk(try eveningPeak(), speed: 60, language: language)
        for keys in [[], ["?"], ["esc"], ["ctrl-p"], ["esc"], ["c"], ["esc"], [":"], ["esc"], ["w"], ["esc"], ["a"]] {
            desk.pass(3000)
            if !keys.isEmpty { desk.screen.feed([try keys.map { .key(try #require(try key($0))) }]) }
            desk.pass(50)
            #expect(desk.text.contains(mark), "after \(keys):\n\(desk.text)")
        }
        for size in [Size(columns: 59, rows: 15), Size(columns: 20, rows: 4), Size(columns: 300, rows: 80)] {
            desk.screen.feed([[.resized(size)]])
            desk.pass(50)
            #expect(desk.text.contains(mark), "\(size):\n\(desk.text)")
        }
    }

    private func key(_ text: String) throws -> Key? { RecordedInputTests.key(text) }

    @Test func aCopySaysExercise() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 600)
        for _ in 0..<10 { desk.pass(1000) }
        try desk.press(":")
        for scalar in ["c", "o", "p", "y"] { try desk.press(scalar) }
        try desk.press("enter")
        let copied = try #require(desk.screen.clipboard.last)
        #expect(copied.hasPrefix("EXERCISE: "))
    }

    @Test func theTrainersMessageIsSeenAndRecorded() throws {
        let desk = try DrillDesk(try eveningPeak())
        var request = ControlRequest(.message)
        request.text = "watch the \u{1B}[31mharbour"
        _ = try desk.session.fulfil(try request.checked())
        desk.pass(50)
        #expect(desk.text.contains("harbour"))
        #expect(desk.text.contains("Evening peak. A P1"), "the briefing was not read yet")
        let told = JournalRecords(desk.journal).contains { record in
            if case .exerciseNoted(let note) = record.body { note.english.contains("harbour") } else { false }
        }
        _ = try desk.end()
        #expect(told || JournalRecords(desk.journal).contains { "\($0.body)".contains("harbour") })
        // The key was on its way when the message came: it was meant for the briefing.
        try desk.press("esc")
        #expect(desk.text.contains("harbour") && !desk.text.contains("Evening peak. A P1"), "\(desk.text)")
        try desk.press("esc")
        #expect(desk.text.contains("harbour"), "\(desk.text)")
        desk.pass(1000)
        try desk.press("esc")
        #expect(!desk.text.contains("Esc takes it away"))
        #expect(try desk.again() == desk.end())
    }

    @Test(arguments: Language.allCases)
    func aMessageCoversNothingThatIsAsked(language: Language) throws {
        let desk = try DrillDesk(try eveningPeak(), size: Size(columns: 80, rows: 24), language: language)
        desk.pass(1000)
        try desk.press("esc")
        try desk.press("c")
        let title = Words(language).exercise.control
        let asked = desk.text
        #expect(!asked.contains(title), "\(asked)")
        var request = ControlRequest(.message)
        request.text = "watch the harbour"
        _ = try desk.session.fulfil(try request.checked())
        desk.pass(50)
        #expect(rows(desk.text, like: asked) > 8, "the popup is whole:\n\(desk.text)")
        #expect(desk.text.contains(Words(language).exercise.messageWaits), "\(desk.text)")
        // Esc closes what was asked; the message stays until it has been seen.
        try desk.press("esc")
        #expect(desk.text.contains("harbour"), "\(desk.text)")
        desk.pass(1000)
        try desk.press("esc")
        #expect(!desk.text.contains("harbour"), "\(desk.text)")
        #expect(try desk.again(size: Size(columns: 80, rows: 24)) == desk.end())
    }

    /// How many rows two screens have in common, but for empty ones.
    private func rows(_ one: String, like other: String) -> Int {
        let others = other.split(separator: "\n")
        return one.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) && others.contains($0) }.count
    }

    @Test func boardTimeStandsStillWhilePaused() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 60)
        desk.pass(2000)
        desk.catchUp()
        _ = try desk.session.fulfil(ControlRequest(.pause))
        let at = desk.session.play.now
        for _ in 0..<10 { desk.pass(10_000) }
        #expect(desk.session.play.now == at)
        _ = try desk.session.fulfil(ControlRequest(.resume))
        desk.pass(1000)
        desk.catchUp()
        #expect(desk.session.play.now == at + .seconds(60))
    }

    @Test func leavingShowsHowItWentAndRecordsNothingMore() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 60)
        desk.pass(3000)
        for key in [":", "q", "enter"] { try desk.press(key) }
        desk.pass(50)
        #expect(desk.session.end?.reason == .left)
        #expect(desk.text.contains("watchfloor report --drill test"), "\(desk.text)")
        let end = try desk.end()
        desk.pass(100_000)
        try desk.press("ctrl-e")
        try desk.press("u")
        #expect(try desk.end() == end)
        #expect(desk.session.outcome == nil)
        try desk.press("enter")
        guard case .left? = desk.session.outcome else {
            Issue.record("Enter did not leave the result")
            return
        }
        let lines = try LineFile.read(desk.folder.path + "/keys.jsonl", as: RecordedInput.self)
        #expect(lines.last?.end == "left")
        #expect(lines.map(\.number) == lines.map(\.number).sorted())
    }

    @Test func aDrillIsNeverPlayedOnTopOfAnother() throws {
        let desk = try DrillDesk(try eveningPeak())
        desk.pass(1000)
        _ = try desk.end()
        #expect(throws: (any Error).self) {
            _ = try DrillPlay(
                desk.scenario, seed: 1, journal: desk.journal, screen: desk.screen, settings: settings(),
                surroundings: .init(wall: { .epoch }, records: { _ in [] }), wake: nil, clock: .init())
        }
    }

    @Test func wishesThatCannotBeFulfilledSayWhy() throws {
        let desk = try DrillDesk(try eveningPeak())
        func code(_ verb: ControlRequest.Verb, _ change: (inout ControlRequest) -> Void) -> String? {
            var request = ControlRequest(verb)
            change(&request)
            do throws(DrillProblem) {
                _ = try desk.session.fulfil(try request.checked())
                return nil
            } catch { return error.code }
        }
        #expect(code(.inject) { $0.id = "nothing" } == "control.inject")
        #expect(code(.inject) { $0.id = "briefing" } == "control.fired")
        #expect(code(.out) { $0.callsign = "nobody" } == "control.unit")
        #expect(code(.jump) { $0.to = desk.session.play.now.rawValue - 1 } == "control.jump")
        #expect(code(.back) { $0.name = "nowhere" } == "control.snapshot")
        #expect(code(.snapshot) { $0.name = "one" } == nil)
        #expect(code(.snapshot) { $0.name = "one" } == "control.taken")
        #expect(code(.speed) { $0.speed = 5000 } == "control.speed")
        #expect(code(.message) { $0.text = String(repeating: "x", count: 501) } == "control.field")
    }

    private func ask(
        _ desk: DrillDesk, _ verb: ControlRequest.Verb, _ change: (inout ControlRequest) -> Void = { _ in }
    )
        throws -> String
    {
        var request = ControlRequest(verb)
        change(&request)
        return try desk.session.fulfil(try request.checked())?.english ?? ""
    }

    @Test func aJumpNeverGoesBackNorOverTheEnd() throws {
        let desk = try DrillDesk(try eveningPeak())
        desk.pass(10_000)
        let (now, last) = (desk.session.play.now, desk.session.play.director.latestEnd)
        for target in [now, now - .minutes(5), last, last + .hours(23)] {
            let problem = #expect(throws: DrillProblem.self) { try ask(desk, .jump) { $0.to = target.rawValue } }
            #expect(problem?.code == "control.jump")
            #expect(problem?.english.contains(target > now ? "end" : "back NAME") == true)
        }
        #expect(desk.session.jump == nil && desk.session.snapshots.isEmpty && desk.session.end == nil)
    }

    @Test func whatCannotBeTakenBackLeavesASnapshot() throws {
        let desk = try DrillDesk(try eveningPeak())
        desk.pass(5000)
        let before = desk.session.play.now
        #expect(try ask(desk, .jump) { $0.by = 120_000 }.contains("back before-jump-1"))
        desk.catchUp()
        desk.session.step()
        #expect(try ask(desk, .jump) { $0.by = 60_000 }.contains("back before-jump-2"))
        desk.catchUp()
        desk.session.step()
        #expect(try ask(desk, .end).contains("back before-end-1"))
        #expect(desk.session.snapshots.map(\.name) == ["before-jump-1", "before-jump-2", "before-end-1"])
        #expect(desk.session.snapshots.first?.at == before.rawValue)
        // It is what the trainer took down too, so that a drill which was cut off still has it.
        let kept = try DrillInputs(keys: desk.folder.path + "/keys.jsonl", control: desk.folder.path + "/control.jsonl")
        #expect(kept.snapshots.map(\.name) == desk.session.snapshots.map(\.name))
        #expect(kept.snapshots.map(\.number) == desk.session.snapshots.map(\.number))
        _ = try ask(desk, .back) { $0.name = "before-end-1" }
    }

    @Test func aClockThatThePlayerHoldsIsTold() throws {
        let desk = try DrillDesk(try eveningPeak(), speed: 1)
        desk.pass(2000)
        try desk.press("p")
        desk.pass(90_000)
        try desk.press("p")
        desk.pass(1000)
        // Half as fast for twenty seconds is as ten seconds of holding.
        try desk.press("[")
        desk.pass(20_000)
        try desk.press("]")
        #expect(desk.session.held == HeldClock(count: 2, length: .seconds(100)))
        // The trainer's pause is not the player's.
        _ = try ask(desk, .pause)
        desk.pass(60_000)
        _ = try ask(desk, .resume)
        _ = try ask(desk, .end)
        desk.session.step()
        let end = try #require(desk.session.end)
        #expect(end.held == HeldClock(count: 2, length: .seconds(100)))
        desk.pass(100)
        #expect(desk.text.contains("held or slowed the clock: 2 times"))
        let kept = try DrillInputs(keys: desk.folder.path + "/keys.jsonl", control: desk.folder.path + "/control.jsonl")
        #expect(kept.held == end.held)
        #expect(try desk.again() == desk.end())
    }

    @Test func aTrainersJumpIsNotCharged() throws {
        let desk = try DrillDesk(try eveningPeak())
        desk.pass(1000)
        _ = try ask(desk, .jump) { $0.by = 1_200_000 }
        desk.catchUp()
        desk.session.step()
        _ = try ask(desk, .end)
        desk.session.step()
        let end = try #require(desk.session.end)
        #expect(end.score.incidents.contains { $0.dispatched == nil })
        let missed = end.score.objectives.filter { result in
            guard case .interval = result.objective.measure else { return false }
            return result.outcome == .missed
        }
        #expect(missed.isEmpty, "\(missed)")
        let charged = DrillScore(scenario: desk.scenario, records: JournalRecords(desk.journal), end: end.at)
        #expect(charged.missedCount > end.score.missedCount)
        desk.pass(100)
        #expect(desk.text.contains("Run ahead by the trainer: 20:00"), "\(desk.text)")
    }

    @Test func nothingIsOrderedWhileItRunsAhead() throws {
        let desk = try DrillDesk(try eveningPeak())
        desk.pass(1000)
        _ = try ask(desk, .jump) { $0.by = 1_200_000 }
        let target = try #require(desk.session.jump)
        #expect(desk.session.status().ahead?.at == target.rawValue)
        for verb in [ControlRequest.Verb.snapshot, .pause, .end, .jump, .inject] {
            var request = ControlRequest(verb)
            (request.name, request.by, request.id) = ("nine", 1000, "knife")
            let problem = #expect(throws: DrillProblem.self) { try desk.session.fulfil(request) }
            #expect(problem?.code == DrillSession.aheadCode, "\(verb)")
        }
        desk.catchUp()
        desk.session.step()
        #expect(desk.session.status().ahead == nil && desk.session.play.now >= target)
        let clock = desk.session.play.console.wording.clock(desk.session.play.now)
        #expect(try ask(desk, .snapshot) { $0.name = "nine" }.contains(clock))
        #expect(desk.session.snapshots.last?.at == desk.session.play.now.rawValue)
    }
}

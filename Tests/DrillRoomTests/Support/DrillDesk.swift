import Dashboard
import DispatchModel
import Drills
import Foundation
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import DrillRoom

/// Wall time moved by hand.
final class HandClock {
    var now = Timestamp(seconds: 1_790_000_000)
}

/// A folder that goes away with its test.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "drillroom-\(UUID().uuidString)").path

    init() { mkdir(path, 0o700) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The evening peak, as it ships.
func eveningPeak() throws -> Scenario {
    try #require(try Scenario.shipped("evening-peak"))
}

func settings(_ language: Language = .english) -> ConsoleSettings {
    var settings = ConsoleSettings()
    settings.operatorName = "lin"
    settings.language = language
    return settings
}

/// A drill on a screen in memory, time moved by hand, driven by keys and by a trainer.
final class DrillDesk {
    let hand = HandClock()
    let folder = TemporaryFolder()
    let screen: MemoryScreen
    let journal: ExerciseJournal
    let session: DrillSession
    let scenario: Scenario
    let seed: UInt64

    init(
        _ scenario: Scenario, seed: UInt64 = 7, speed: Double = 10, size: Size = Size(columns: 120, rows: 36),
        language: Language = .english
    ) throws {
        self.scenario = scenario
        self.seed = seed
        screen = MemoryScreen(size: size, endsAfterScript: false, frameLimit: 1)
        journal = try ExerciseJournal(MemoryJournal(kind: .exercise))
        let (hand, journal) = (hand, journal)
        let play = try DrillPlay(
            scenario, seed: seed, journal: journal, screen: screen, settings: settings(language),
            surroundings: ConsoleSurroundings(
                wall: { hand.now }, records: { (try? journal.records(at: $0)) ?? [] }), wake: nil,
            clock: BoardClock(start: scenario.start, speed: speed, wall: hand.now))
        session = DrillSession(
            play, screen: screen, wall: { hand.now }, wake: nil,
            identity: DrillSession.Identity(
                name: "test", seed: seed, trainee: "", reportCommand: "watchfloor report --drill test",
                secondsEast: { _ in 0 }), server: nil, keys: try LineFile(path: folder.path + "/keys.jsonl"),
            interventions: try LineFile(path: folder.path + "/control.jsonl"))
        session.begin()
    }

    /// Lets wall time pass in one go, and the loop run once.
    func pass(_ milliseconds: Int64) {
        hand.now = hand.now + Span(milliseconds: milliseconds)
        session.step()
    }

    /// Runs the loop until board time is where the clock stands.
    func catchUp() {
        while session.isBehind { session.step() }
    }

    /// Presses keys at once, without a frame between them.
    func press(_ notation: String...) throws {
        screen.feed([try notation.flatMap { try KeyNotation.parse($0) }.map(TerminalInput.key)])
        session.step()
    }

    var text: String { screen.frame?.text() ?? "" }

    /// Where the journal ends: position and hash.
    func end() throws -> JournalEnd {
        _ = try session.play.core.flush()
        return JournalEnd(position: try journal.lastPosition(), hash: try journal.lastHash().hex)
    }

    /// The same done again from what was taken down.
    func again(size: Size? = nil) throws -> JournalEnd {
        let inputs = try DrillInputs(
            keys: folder.path + "/keys.jsonl", control: folder.path + "/control.jsonl")
        return try rerun(scenario, seed: seed, inputs, size: size ?? Size(columns: 120, rows: 36))
    }
}

/// Where a journal ends.
struct JournalEnd: Equatable {
    var position: JournalPosition
    var hash: String
}

/// Does everything again on a journal in memory.
func rerun(_ scenario: Scenario, seed: UInt64, _ inputs: DrillInputs, size: Size) throws -> JournalEnd {
    let journal = try ExerciseJournal(MemoryJournal(kind: .exercise))
    let screen = MemoryScreen(size: size, endsAfterScript: false, frameLimit: 1)
    let still = Timestamp(seconds: 5)
    let play = try DrillPlay(
        scenario, seed: seed, journal: journal, screen: screen, settings: settings(),
        surroundings: ConsoleSurroundings(wall: { still }, records: { _ in [] }), wake: nil,
        clock: BoardClock(start: scenario.start, speed: 1, wall: still))
    try DrillRerun(play, screen: screen).run(inputs)
    play.console.close()
    return JournalEnd(position: try journal.lastPosition(), hash: try journal.lastHash().hex)
}

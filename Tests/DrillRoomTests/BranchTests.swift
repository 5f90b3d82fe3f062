import Dispatch
import DispatchModel
import Drills
import Foundation
import Synchronization
import TerminalKit
import Testing

@testable import Core
@testable import DrillRoom

/// Going back to a snapshot makes a drill of its own and takes nothing away.
@Suite struct BranchTests {
    /// A screen in memory on which time passes whenever it is asked for input, and which leaves the drill once it shows how
    /// it went.
    private final class RunningScreen: Screen {
        private let memory = MemoryScreen(size: Size(columns: 120, rows: 36), endsAfterScript: false, frameLimit: 1)
        private let hand: HandClock

        init(_ hand: HandClock) { self.hand = hand }

        var size: Size { memory.size }
        var depth: ColourDepth { memory.depth }
        var unicode: Bool { memory.unicode }
        func present(_ grid: Grid, cursor: (column: Int, row: Int)?) { memory.present(grid, cursor: cursor) }
        func setMouse(_ on: Bool) -> Bool { on }
        func bell() {}
        func invalidate() {}
        func suspend() {}
        func copyToClipboard(_ text: String) -> ClipboardResult { .copied }
        func close() {}

        func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
            hand.now = hand.now + Span(milliseconds: 5)
            let isOver = memory.frame?.text().contains("EXERCISE ended") == true
            return isOver ? [.key(Key(.enter))] : []
        }
    }

    /// The stores of a run, by the name of their drill.
    private final class Stores: Sendable {
        private let all = Mutex<[String: MemoryJournal]>([:])

        func open(_ folder: DrillFolder) throws -> ExerciseJournal {
            let store = MemoryJournal(kind: .exercise)
            all.withLock { $0[folder.name.text] = store }
            return try ExerciseJournal(Kept(store))
        }

        func records(_ name: String) throws -> [EventRecord] {
            try all.withLock { $0[name] }?.records(after: 0, limit: .max) ?? []
        }

        func end(_ name: String) throws -> JournalEnd? {
            guard let store = all.withLock({ $0[name] }) else { return nil }
            return JournalEnd(position: try store.lastPosition(), hash: try store.lastHash().hex)
        }
    }

    /// Asks the drill of a folder, and asks again while it is not there yet.
    private static func ask(_ home: String, _ name: String, _ request: ControlRequest) throws -> ControlReply {
        let folder = DrillFolder(home: home, name: try #require(DrillName(name)))
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            do throws(DrillProblem) {
                return try ControlClient(folder: folder.path).ask(request)
            } catch {
                guard error.code == "control.absent", ContinuousClock.now < deadline else { throw error }
                sched_yield()
            }
        }
    }

    @Test func backAtASnapshot() throws {
        let folder = TemporaryFolder()
        let (home, hand, stores) = (folder.path + "/drills", HandClock(), Stores())
        let scenario = try eveningPeak()
        let name = try #require(DrillName("peak"))
        let details = DrillDetails(
            scenario: scenario.id, title: "", titleChinese: "", seed: 7, trainee: "", operatorName: "lin",
            language: "en",
            started: 1, program: "test", columns: 120, rows: 36)
        let run = DrillRun(
            scenario, details: details, folder: DrillFolder(home: home, name: name), settings: settings(), speed: 60,
            isAutomatic: false, screen: RunningScreen(hand),
            surroundings: DrillRun.Surroundings(
                home: home, wall: { hand.now }, wake: nil, openJournal: { try stores.open($0) },
                secondsEast: { _ in 0 }, reportCommand: { "report \($0)" }))

        let trainer = Mutex<Result<Void, any Error>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let result = Result { try BranchTests.drive(home) }
            trainer.withLock { $0 = result }
            isDone.signal()
        }
        _ = try run.run()
        #expect(isDone.wait(timeout: .now() + 120) == .success)
        try trainer.withLock { try $0?.get() }
        try check(home, stores, scenario)
    }

    /// The trainer: a message, a snapshot, a message that is to be undone, back, another message, the end.
    private static func drive(_ home: String) throws {
        func message(_ text: String) -> ControlRequest {
            var request = ControlRequest(.message)
            request.text = text
            return request
        }
        var snapshot = ControlRequest(.snapshot)
        snapshot.name = "before"
        var back = ControlRequest(.back)
        back.name = "before"
        #expect(try ask(home, "peak", message("shared")).ok)
        #expect(try ask(home, "peak", snapshot).ok)
        #expect(try ask(home, "peak", message("only in the first")).ok)
        #expect(try ask(home, "peak", ControlRequest(.step)).ok)
        #expect(try ask(home, "peak", back).ok)
        let status = try ask(home, "peak-2", ControlRequest(.status)).status
        #expect(status?.paused == true)
        #expect(status?.snapshots.map(\.name) == ["before"])
        #expect(try ask(home, "peak-2", message("only in the second")).ok)
        #expect(try ask(home, "peak-2", ControlRequest(.end)).ok)
    }

    private func check(_ home: String, _ stores: Stores, _ scenario: Scenario) throws {
        func texts(_ name: String) throws -> Set<String> {
            Set(
                try stores.records(name).compactMap { record in
                    if case .exerciseNoted(let note) = record.body { note.english } else { nil }
                })
        }
        #expect(try texts("peak").isSuperset(of: ["shared", "only in the first"]))
        #expect(try texts("peak-2").isSuperset(of: ["shared", "only in the second"]))
        #expect(try !texts("peak-2").contains("only in the first"))
        let second = DrillFolder(home: home, name: try #require(DrillName("peak-2")))
        let branch = try #require(try second.readDetails().branch)
        #expect(branch.drill == "peak" && branch.snapshot == "before")
        let shared = Int(branch.position)
        #expect(try stores.records("peak").prefix(shared) == stores.records("peak-2").prefix(shared)[...])
        // Both can be had again from what was taken down in their folders.
        for name in ["peak", "peak-2"] {
            let folder = DrillFolder(home: home, name: try #require(DrillName(name)))
            let inputs = try DrillInputs(keys: folder.keys, control: folder.control)
            let again = try rerun(scenario, seed: 7, inputs, size: Size(columns: 120, rows: 36))
            let end = try #require(try stores.end(name))
            if name == "peak-2" { #expect(again == end) } else { #expect(again.position <= end.position) }
        }
    }

    @Test func aDrillThatWasKilledIsTakenUp() throws {
        let scenario = try eveningPeak()
        let desk = try DrillDesk(scenario, speed: 60)
        desk.pass(5000)
        try desk.press("a", "1")
        desk.pass(4000)
        try desk.press("j", "a", "1")
        desk.pass(3000)
        let cut = try desk.end()
        // What a kill leaves: the journal, the keys, half a line of one more.
        let folder = TemporaryFolder()
        let drill = DrillFolder(home: folder.path + "/drills", name: try #require(DrillName("cut")))
        try drill.create(
            DrillDetails(
                scenario: scenario.id, title: "", titleChinese: "", seed: 7, trainee: "", operatorName: "lin",
                language: "en", started: 1, program: "test", columns: 120, rows: 36), scenario: scenario.text)
        let keys = try String(contentsOfFile: desk.folder.path + "/keys.jsonl", encoding: .utf8) + "{\"n\":9,\"at\":17"
        try keys.write(toFile: drill.keys, atomically: false, encoding: .utf8)
        let cutOff = try CutOffDrill(drill, journal: desk.journal)
        #expect(cutOff.position == cut.position)
        let (hand, stores) = (HandClock(), Stores())
        let run = DrillRun(
            takingUp: cutOff, of: scenario, settings: settings(), isAutomatic: false,
            screen: LeavingScreen(),
            surroundings: DrillRun.Surroundings(
                home: drill.home, wall: { hand.now }, wake: nil, openJournal: { try stores.open($0) },
                secondsEast: { _ in 0 }, reportCommand: { "report \($0)" }))
        guard case .left(let end) = try run.run() else {
            Issue.record("the player did not leave")
            return
        }
        #expect(run.folder.name.text == "cut-2" && end.at == cutOff.at)
        #expect(end.at <= desk.session.play.now && end.at > scenario.start)
        let old = try desk.journal.records(after: 0, limit: .max)
        #expect(try stores.records("cut-2").prefix(old.count) == old[...])
        #expect(try run.folder.readDetails().branch?.drill == "cut")
        // The one taken up can be had again from its own keys, and the old one is as it was.
        let inputs = try DrillInputs(keys: run.folder.keys, control: run.folder.control)
        let again = try rerun(scenario, seed: 7, inputs, size: Size(columns: 120, rows: 36))
        #expect(try again == stores.end("cut-2"))
        #expect(try desk.end() == cut)
    }

    @Test func whatHasEndedIsNotTakenUp() throws {
        let scenario = try eveningPeak()
        let desk = try DrillDesk(scenario)
        _ = try desk.session.fulfil(ControlRequest(.end))
        desk.session.step()
        let drill = DrillFolder(home: TemporaryFolder().path, name: try #require(DrillName("over")))
        try drill.create(
            DrillDetails(
                scenario: scenario.id, title: "", titleChinese: "", seed: 7, trainee: "", operatorName: "lin",
                language: "en", started: 1, program: "test", columns: 120, rows: 36), scenario: scenario.text)
        try FileManager.default.copyItem(atPath: desk.folder.path + "/keys.jsonl", toPath: drill.keys)
        let problem = #expect(throws: DrillProblem.self) { _ = try CutOffDrill(drill, journal: desk.journal) }
        #expect(problem?.code == "drill.ended")
        try? FileManager.default.removeItem(atPath: drill.home)
    }
}

/// A screen whose player looks once and leaves.
private final class LeavingScreen: Screen {
    private let memory = MemoryScreen(size: Size(columns: 120, rows: 36), endsAfterScript: false, frameLimit: 1)

    var size: Size { memory.size }
    var depth: ColourDepth { memory.depth }
    var unicode: Bool { memory.unicode }
    func present(_ grid: Grid, cursor: (column: Int, row: Int)?) { memory.present(grid, cursor: cursor) }
    func setMouse(_ on: Bool) -> Bool { on }
    func bell() {}
    func invalidate() {}
    func suspend() {}
    func copyToClipboard(_ text: String) -> ClipboardResult { .copied }
    func close() {}

    func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        let text = memory.frame?.text() ?? ""
        if text.contains("EXERCISE ended") { return [.key(Key(.enter))] }
        return [.key(Key(.character(":"))), .key(Key(.character("q"))), .key(Key(.enter))]
    }
}

/// A store that outlives the drill that closes it, so that a test can look at it.
private final class Kept: EventJournal {
    private let store: MemoryJournal

    init(_ store: MemoryJournal) { self.store = store }

    var kind: JournalKind { store.kind }
    var isReadOnly: Bool { false }
    func append(_ events: [PendingEvent], expecting position: JournalPosition) throws(JournalError) -> [EventRecord] {
        try store.append(events, expecting: position)
    }
    func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition { try store.append(expecting: position, from: next) }
    func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord] {
        try store.records(after: position, limit: limit)
    }
    func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord] {
        try store.records(at: positions)
    }
    func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError) { try store.forEach(after: position, body) }
    func lastPosition() throws(JournalError) -> JournalPosition { try store.lastPosition() }
    func lastHash() throws(JournalError) -> ChainHash { try store.lastHash() }
    func position(of source: SourceKey) throws(JournalError) -> JournalPosition? { try store.position(of: source) }
    func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey] {
        try store.sourceKeys(after: key, limit: limit)
    }
    func save(_ snapshot: BoardSnapshot) throws(JournalError) { try store.save(snapshot) }
    func openBoard() throws(JournalError) -> OpenedBoard { try store.openBoard() }
    func verify() throws(JournalError) -> JournalReport { try store.verify() }
    func close() {}
}

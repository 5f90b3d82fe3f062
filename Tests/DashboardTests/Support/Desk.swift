import Demand
import DispatchModel
import DispatchPolicy
import Gazetteer
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

/// A whole console on a made-up district: screen and journal in memory, time moved by hand, driven by keys.
final class Desk {
    let journal = GatedJournal()
    let writer: JournalWriter
    let core: EventCore
    let inbox = Inbox {}
    let screen: MemoryScreen
    let hand = HandClock()
    /// The settings that are there when they are read again; nil for none.
    private let newSettings = NewSettings()
    let console: Console

    init(
        size: Size = Size(columns: 120, rows: 36), language: Language = .english, clock: BoardClock = BoardClock(),
        sources: [any ObservationSource] = [], events: [EventBody] = District.events,
        settings change: (inout ConsoleSettings) -> Void = { _ in }, policy: Policy = Policy(),
        appended: ((JournalPosition) throws(JournalError) -> [EventRecord])? = nil,
        sign: (() throws(JournalError) -> WriterSign?)? = nil, feeds: @escaping () -> [FeedStatus] = { [] },
        letters: DeadLetterDesk? = LetterBox().desk, scorecard: @escaping (Language) -> ScorecardView? = { _ in nil },
        demand: @escaping (Board, Timestamp) -> DemandLook? = { _, _ in nil },
        rules: @escaping () -> RuleFileLook? = { nil }, places: Gazetteer? = nil
    ) throws {
        let pending = events.map { PendingEvent(at: District.now, actor: .system, source: nil, body: $0) }
        _ = try journal.append(pending, expecting: 0)
        writer = JournalWriter(journal: journal) {}
        core = EventCore(board: try journal.openBoard().board, policy: policy, writer: writer)
        screen = MemoryScreen(size: size, endsAfterScript: false, frameLimit: 2)
        var settings = ConsoleSettings()
        settings.operatorName = "wl"
        settings.language = language
        settings.version = "0.0.0"
        change(&settings)
        let (hand, journal) = (hand, journal)
        var surroundings = ConsoleSurroundings(
            wall: { hand.now }, steady: { hand.now - hand.step }, records: { (try? journal.records(at: $0)) ?? [] },
            history: { after, limit throws(JournalError) in try journal.records(after: after, limit: limit) },
            report: { _ in "incidents 5\nunits 8" })
        let newSettings = newSettings
        surroundings.reload = { newSettings.settings }
        surroundings.feeds = feeds
        surroundings.letters = letters
        surroundings.scorecard = scorecard
        surroundings.demand = demand
        surroundings.rules = rules
        surroundings.places = { places }
        let watched = WatchedJournal(appended: appended ?? { _ in [] }, sign: sign)
        let run = Run(
            core, pace: settings.watching ? .watching(watched) : .clocked, clock: clock,
            time: MachineTime(wall: surroundings.wall, steady: surroundings.steady), sources: sources, inbox: inbox)
        console = Console(screen: screen, run: run, settings: settings, surroundings: surroundings)
        console.draw()
        settle()
    }

    /// These settings are there when they are read again.
    func reloads(_ settings: ConsoleSettings) { newSettings.settings = settings }

    // MARK: Time

    /// Moves the wall clock.
    func pass(_ span: Span) { hand.now = hand.now + span }

    /// Puts the machine's clock forward, or back.
    func stepClock(_ span: Span) {
        hand.now = hand.now + span
        hand.step = hand.step + span
    }

    /// One round of the run loop, a frame's time later.
    func step() {
        pass(Span(milliseconds: 40))
        console.step()
    }

    /// Lets a span pass a second at a time, with the run loop running.
    func run(for span: Span) {
        for _ in 0..<max(1, span.seconds) {
            pass(.seconds(1))
            settle()
        }
    }

    /// Rounds until nothing is under way any more and it has been drawn.
    func settle() {
        for _ in 0..<20_000 {
            step()
            if console.ended != nil { return }
            guard console.keyboard.inputs.isEmpty else { continue }
            guard !journal.isShut else { break }
            if core.isWriting {
                writer.finish()
            } else if core.failure != nil || inbox.count == 0 {
                // A try whether the journal takes writing again is nothing under way to the core, but has its end too.
                writer.finish()
                break
            }
        }
        step()
    }

    // MARK: Keys

    /// Presses keys one after another, each seen and recorded before the next.
    func press(_ keys: Key...) { for key in keys { press(key) } }

    private func press(_ key: Key) {
        screen.feed([[.key(key)]])
        settle()
    }

    /// Presses a key by its notation, such as `ctrl-e`.
    func chord(_ notation: String) throws {
        for key in try KeyNotation.parse(notation) { press(key) }
    }

    /// Types characters; `\n` is Enter, `\t` Tab, `\u{1B}` Esc.
    func type(_ text: String) {
        for scalar in text.unicodeScalars { press(Desk.key(scalar)) }
    }

    /// Sends characters faster than the screen is drawn.
    func typeAtOnce(_ text: String) {
        screen.feed([text.unicodeScalars.map { .key(Desk.key($0)) }])
        settle()
    }

    static func key(_ scalar: Unicode.Scalar) -> Key {
        switch scalar {
        case "\n": Key(.enter)
        case "\t": Key(.tab)
        case "\u{1B}": Key(.escape)
        case "\u{7F}": Key(.backspace)
        case "\u{10}": Key(.character("p"), .control)
        default: Key(.character(scalar))
        }
    }

    /// Gives a line of the command language.
    func line(_ text: String) {
        type(":")
        typeAtOnce(text)
        press(Key(.enter))
    }

    func paste(_ text: String) {
        screen.feed([[.paste(text)]])
        settle()
    }

    func resize(_ size: Size) {
        screen.feed([[.resized(size)]])
        settle()
    }

    // MARK: What others do

    /// What a feed says.
    func feed(_ observations: Observation...) {
        for observation in observations { _ = inbox.offer(observation) }
    }

    /// What somebody else orders behind the operator's back: decided and recorded, not yet drawn.
    @discardableResult
    func other(_ command: Command) -> Bool {
        guard case .success = core.perform(CommandRequest(command, by: .dispatcher("other")), now: hand.now) else {
            return false
        }
        core.startWriting()
        return true
    }

    // MARK: What there is to see

    var board: Board { core.shown }
    var text: String { screen.frame?.text() ?? "" }
    var rows: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    /// The last row of the screen.
    var bottom: String { rows.last ?? "" }
    var selected: IncidentID? { console.view.incidentList.selected }
    func incident(_ id: IncidentID) -> Incident? { board.incidents[id] }
    func unit(_ id: UnitID) -> FieldUnit? { board.units[id] }
    func units(on id: IncidentID) -> [UnitID] { incident(id)?.openAssignments.map(\.unit) ?? [] }

    /// Selects an incident by its number.
    func goTo(_ id: IncidentID) {
        type("o\(id.rawValue)\n")
        #expect(selected == id, "\(text)")
    }

    /// Expects words on the screen; shows the screen when they are not there.
    func shows(_ words: String, at location: SourceLocation = #_sourceLocation) {
        #expect(text.contains(words), "no “\(words)” on\n\(text)", sourceLocation: location)
    }

    func hides(_ words: String, at location: SourceLocation = #_sourceLocation) {
        #expect(!text.contains(words), "“\(words)” on\n\(text)", sourceLocation: location)
    }

    /// Every record in the journal.
    func records() throws -> [EventRecord] { try journal.records(after: 0, limit: .max) }

    /// The board is the fold of the journal, and all that is decided is recorded.
    func checkFold(at location: SourceLocation = #_sourceLocation) throws {
        var folded = Board()
        for record in try records() { folded.apply(record) }
        #expect(BoardSnapshot(of: folded).digest == BoardSnapshot(of: core.shown).digest, sourceLocation: location)
        #expect(BoardSnapshot(of: folded).digest == BoardSnapshot(of: core.head).digest, sourceLocation: location)
        #expect(try journal.verify().isSound, sourceLocation: location)
    }
}

/// Settings to be read again.
private final class NewSettings {
    var settings: ConsoleSettings?
}

import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("Sentences at the console")
struct SentenceTests {
    @Test("Every key that a sentence names is the one of the built-in keymap")
    func usualKeys() throws {
        let desk = try Desk()
        for named in NamedKey.allCases {
            #expect(desk.console.words.key(named) == named.usual, "\(named)")
            #expect(CommandName(rawValue: named.command) != nil, "\(named)")
        }
    }

    @Test("Bound to another key, a sentence names that one; bound to none, its line", arguments: Language.allCases)
    func ownKeys(language: Language) throws {
        let text = "[normal]\n\"ctrl-g\" = \"freeze\"\nz = \"\"\n\"?\" = \"\"\nF1 = \"\""
        let desk = try Desk(language: language) { settings in
            settings.keymap = Keymap.builtIn.merging(text: text, file: "keys.toml").keymap
        }
        try desk.chord("ctrl-g")
        #expect(desk.console.words.key(.freeze) == "ctrl-g")
        desk.shows("ctrl-g")
        desk.type("Ω")
        #expect(desk.bottom.contains(desk.console.words.key(.help)), "\(desk.bottom)")
    }

    @Test("A key in a text field and the key of the command line are named as bound", arguments: Language.allCases)
    func ownKeysOfLines(language: Language) throws {
        let text = """
            [input]
            "ctrl-t" = "complete"
            tab = ""
            [normal]
            ";" = "command-line"
            ":" = ""
            u = ""
            """
        let desk = try Desk(language: language) { settings in
            settings.keymap = Keymap.builtIn.merging(text: text, file: "keys.toml").keymap
        }
        let words = desk.console.words
        #expect(words.formHint(.type).contains("ctrl-t") && Words(language).formHint(.type).contains("Tab"))
        #expect(words.enterRecords == Words(language).enterRecords)
        #expect(words.howToQuit.contains(";q") && words.otherProfiles.contains(";profile"))
        #expect(words.key(.undo) == ";undo")
    }

    @Test("An undo names what it undid", arguments: Language.allCases)
    func undo(language: Language) throws {
        let desk = try Desk(language: language)
        desk.line("D 3A12 4821")
        desk.type("u")
        let words = Words(language)
        #expect(desk.bottom.contains(words.action("assign")), "\(desk.bottom)")
        #expect(desk.bottom.contains("3A12") && desk.bottom.contains("#4821"), "\(desk.bottom)")
        desk.line("N 4805 two at the gate")
        desk.type("u")
        #expect(desk.bottom.contains("#4805"), "\(desk.bottom)")
    }

    @Test("A live board whose roster has been read has no log that ended", arguments: Language.allCases)
    func noLog(language: Language) throws {
        let desk = try Desk(language: language, sources: [Roster()])
        desk.run(for: .seconds(2))
        desk.hides(Words(language).feed(.ended))
    }

    /// A source that says everything it has at the beginning.
    private struct Roster: ObservationSource {
        let kind = SourceKind.roster
        var nextDue: Timestamp? { nil }
        mutating func due(at now: Timestamp, board: Board) -> [Observation] { [] }
        mutating func observe(_ record: EventRecord, board: Board) {}
    }

    @Test("What everybody has left asks for closing, without a limit and without red", arguments: Language.allCases)
    func served(language: Language) throws {
        let desk = try Desk(language: language)
        for line in ["D 3A12 4821", "EN 3A12", "A 3A12", "AV 3A12"] { desk.line(line) }
        #expect(desk.incident(District.robbery)?.progress == .noUnit)
        desk.shows(Words(language).progress(.noUnit))
        desk.hides(language == .english ? "no unit" : "无警力")
    }

    @Test("Where what is decided is shown, the timeline holds it while the disk is behind")
    func timeline() throws {
        let board = Board()
        let journal = GatedJournal()
        let writer = JournalWriter(journal: journal) {}
        let core = EventCore(board: board, writer: writer, showing: .decided)
        core.takeObservation(District.call(1))
        core.startWriting()
        core.takeObservation(District.call(2))
        #expect(core.unrecorded.map(\.position) == Array(1...core.shown.position))
    }
}

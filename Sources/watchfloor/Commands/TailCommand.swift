import ArgumentParser
import Core
import DispatchModel
import Foundation
import JournalSQLite
import Shell
import Wording

/// A board in sentences, for screen readers, scripts and places without a screen.
struct TailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: say(
            "Tell what is recorded, a whole sentence a line: for screen readers, logs and pipes.",
            "逐句播报已记录的内容，每行一句：适合读屏软件、日志与管道。"),
        discussion: say(
            "Without --since it begins with the last fifty. Nothing is written to the journal.",
            "不带 --since 时从最近五十条开始。不向日志写入任何内容。"))

    @OptionGroup var folder: FolderOptions

    @Flag(name: [.short, .long], help: ArgumentHelp(say("Go on with what is recorded from now on.", "持续播报此后记录的内容。")))
    var follow = false

    @Flag(help: ArgumentHelp(say("A JSON object a line.", "每行一个 JSON 对象。")))
    var json = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            say(
                "Begin then: 14:05, 2017-01-01T14:05, -10m, #1234, start.",
                "起点：14:05、2017-01-01T14:05、-10m、#1234、start。"), valueName: "time"))
    var since: String?

    /// Events told at the start when nobody says since when.
    private static let usual = 50
    /// Records that these are looked for in.
    private static let looked: Int64 = 2000

    func run() throws {
        let open = try openJournal(folder.path, watching: true)
        defer { open.journal.close() }
        try TailCommand.tell(
            open, at: folder.path, in: folder.language, json: json, following: follow,
            since: since.map { ("--since", $0) }, warnsOnce: !follow)
    }

    /// Tells a journal that is open, of this folder. `since` is an option and the moment that it gives; `warnsOnce` says in
    /// the head line when nobody records, as following does by itself.
    static func tell(
        _ open: OpenJournal, at path: String, in language: Language, json: Bool, following: Bool,
        since: (option: String, text: String)?, warnsOnce: Bool = false
    ) throws {
        let board = open.opened.board
        let words = Words(language, zone: zone(named: board.mode.timeZone))
        let wallWords = Words(language, zone: zone(named: ""))
        let now = board.mode.mode == .live ? max(wallTime(), board.lastEventAt) : board.lastEventAt
        let stream = LinearStream(board, words: words, json: json)
        let asked = try since.map { try moment($0.text, $0.option, of: open, now: now) }
        if warnsOnce { try stream.warnUnlessRecorded(open.journal, wallWords: wallWords) }
        stream.tellSummary(at: now)
        switch asked {
        case .time(let time)?: try stream.tell(open.journal, after: 0, since: time)
        case .position(let position)?: try stream.tell(open.journal, after: max(0, position - 1))
        case .start?: try stream.tell(open.journal, after: 0)
        case .end?, .now?: break
        case nil: try tellTheLast(of: open, stream)
        }
        if let failure = stream.failure { throw failure }
        guard following else { return }
        try stream.follow(open.journal, wallWords: wallWords) { () throws(JournalError) in
            try SQLiteJournal(JournalFolder(path), .watch)
        }
    }

    private static func tellTheLast(of open: OpenJournal, _ stream: LinearStream) throws {
        let from = max(0, open.opened.board.position - looked)
        let records = try journalStep { () throws(JournalError) in
            try open.journal.records(after: from, limit: Int(looked))
        }
        stream.tell(records.filter { !$0.body.isRoutine }.suffix(usual))
    }
}

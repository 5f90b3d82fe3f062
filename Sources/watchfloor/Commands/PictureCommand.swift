import ArgumentParser
import Core
import Dashboard
import DispatchModel
import Foundation
import Shell
import TerminalKit
import Wording

/// A picture of the console as it stands on a journal. Pictures are passed on: none says who called.
struct PictureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: say("Draw the console on a journal as an SVG picture.", "将日志上的控制台画面输出为 SVG 图片。"))

    @OptionGroup var options: ConsoleOptions

    @OptionGroup var picture: PictureOptions

    @Option(help: ArgumentHelp(say("Keys pressed before, separated by blanks.", "先按下的键，以空格分隔。")))
    var keys = ""

    @OptionGroup var output: OutputOption

    func run() throws {
        let path = options.dataDir ?? Folders().live
        var target = try output.target(reading: [path])
        let open = try openJournal(path, watching: true)
        defer { open.journal.close() }
        let frame = try draw(open) { target.inputs.append($0) }
        try writePicture(of: frame, on: open.opened.board.mode, to: target)
    }

    /// The last frame of a console in memory, after the keys.
    private func draw(_ open: OpenJournal, noting: @escaping (String) -> Void) throws -> Grid {
        var settings = options.settings(folders: Folders())
        let board = open.opened.board.withoutCallers()
        settings.zone = zone(named: board.mode.timeZone)
        let isSample = board.mode.source == "sample"
        let ground =
            try openGround(options.ground, folders: Folders(), noting: noting) ?? (isSample ? madeUpGround() : nil)
        options.lay(ground, under: &settings, on: board, isRecorded: true)
        let screen = MemoryScreen(
            size: try picture.columnsAndRows(), depth: try picture.depth(), unicode: true,
            script: try pressed().map { [.key($0)] }, endsAfterScript: true)
        let read = JournalSurroundings(journal: open.journal, zone: settings.zone, hidesCallers: true)
        let still = board.lastEventAt
        let run = Run(
            EventCore(board: board, writer: JournalWriter(journal: open.journal) {}),
            clock: BoardClock(start: still, speed: 1, wall: still), time: MachineTime(wall: { still }))
        var surroundings = read.surroundings(showing: { board }, wall: { still }, readsAtOnce: true)
        if let file = options.known.places { noting(file) }
        let places = try readPlaces(options.known.places, folders: Folders(), ground: ground)?.gazetteer
        surroundings.places = { places }
        let console = Console(
            screen: screen, run: run, settings: settings,
            surroundings: surroundings,
            activity: read.activity(upTo: board.position))
        console.runToAStill()
        if let warning = read.trouble.takeWarning(Words(settings.language)) { printError(warning) }
        guard let frame = screen.frame else { throw Failure(.failure, say("nothing was drawn", "没有画面")) }
        return frame
    }

    /// The most keys that are pressed before a picture.
    private static let keyLimit = 10_000

    private func pressed() throws -> [Key] {
        do throws(KeyNotation.Failure) {
            return try keys.isEmpty ? [] : KeyNotation.parse(keys, limit: PictureCommand.keyLimit)
        } catch {
            let shown = keys.count > 60 ? keys.prefix(60) + "…" : keys
            switch error {
            case .empty, .shiftedCharacter:
                throw Failure(.usage, say("--keys \(shown): cannot be read", "--keys \(shown)：无法识别"))
            case .unknownKey(let word, let near):
                let meant = near.map { say(" (\($0)?)", "（\($0)？）") } ?? ""
                throw Failure(.usage, say("--keys: no key “\(word)”\(meant)", "--keys：没有按键“\(word)”\(meant)"))
            case .tooLong(let limit):
                throw Failure(.usage, say("--keys: at most \(limit) keys", "--keys：最多 \(limit) 个按键"))
            }
        }
    }
}

import ArgumentParser
import Core
import Dashboard
import DispatchModel
import Foundation
import Shell
import TerminalKit

/// A picture of the console as it stands on a journal.
struct PictureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: say("Draw the console on a journal as an SVG picture.", "将日志上的控制台画面输出为 SVG 图片。"))

    @OptionGroup var options: ConsoleOptions

    @Option(help: ArgumentHelp(say("Size in columns and rows.", "列数与行数。"), valueName: "COLSxROWS"))
    var size = "160x48"

    @Option(help: ArgumentHelp(say("Keys pressed before, separated by blanks.", "先按下的键，以空格分隔。")))
    var keys = ""

    @Option(
        help: ArgumentHelp(
            say("Colours: 24bit, 256, 16, 8 or none.", "颜色：24bit、256、16、8 或 none。"), valueName: "number"))
    var colors = "24bit"

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(say("File to write (default: standard output).", "输出文件（默认标准输出）。"), valueName: "file"))
    var output: String?

    func run() throws {
        let open = try openJournal(options.dataDir ?? Folders().live, watching: true)
        defer { open.journal.close() }
        let frame = try draw(open)
        let mode = open.opened.board.mode
        let mark = mode.mode == .exercise ? say("EXERCISE: ", "演练：") : ""
        let title =
            mark + (mode.title.isEmpty ? "Watchfloor" : "Watchfloor: " + say(mode.titles.english, mode.titles.chinese))
        let svg = SVGPicture(title: title).draw(frame)
        guard let output else { return print(svg) }
        try writeFile(svg.utf8, to: output)
    }

    /// The last frame of a console in memory, after the keys.
    private func draw(_ open: OpenJournal) throws -> Grid {
        var settings = options.settings(folders: Folders())
        let board = open.opened.board
        settings.zone = zone(named: board.mode.timeZone)
        let isSample = board.mode.source == "sample"
        let ground = try openGround(options.ground, folders: Folders()) ?? (isSample ? madeUpGround() : nil)
        options.lay(ground, under: &settings, on: board, isRecorded: true)
        let screen = MemoryScreen(
            size: try columnsAndRows(), depth: try depth(), unicode: true,
            script: try pressed().map { [.key($0)] }, endsAfterScript: true)
        let journal = open.journal
        let still = board.lastEventAt
        let run = Run(
            EventCore(board: board, writer: JournalWriter(journal: journal) {}),
            clock: BoardClock(start: still, speed: 1, wall: still), time: MachineTime(wall: { still }))
        let console = Console(
            screen: screen, run: run, settings: settings,
            surroundings: ConsoleSurroundings(
                wall: { still }, records: { (try? journal.records(at: $0)) ?? [] }),
            activity: (try? journal.records(after: max(0, board.position - 300), limit: 300)) ?? [])
        _ = console.runToTheEnd()
        guard let frame = screen.frame else { throw Failure(.failure, say("nothing was drawn", "没有画面")) }
        return frame
    }

    private func columnsAndRows() throws -> Size {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, (1...500).contains(parts[0]), (1...300).contains(parts[1]) else {
            throw Failure(.usage, say("--size \(size): write it as 160x48", "--size \(size)：请写作 160x48"))
        }
        return Size(columns: parts[0], rows: parts[1])
    }

    private func depth() throws -> ColourDepth {
        let depths: [String: ColourDepth] = [
            "24bit": .direct, "256": .indexed256, "16": .sixteen, "8": .eight, "none": .mono,
        ]
        guard let depth = depths[colors] else {
            throw Failure(
                .usage,
                say(
                    "--colors \(colors): write 24bit, 256, 16, 8 or none", "--colors \(colors)：请写 24bit、256、16、8 或 none"
                ))
        }
        return depth
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

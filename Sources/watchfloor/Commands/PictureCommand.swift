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
        name: [.short, .long],
        help: ArgumentHelp(say("File to write (default: standard output).", "输出文件（默认标准输出）。"), valueName: "file"))
    var output: String?

    func run() throws {
        let open = try openJournal(options.dataDir ?? Folders().live, watching: true)
        defer { open.journal.close() }
        let frame = try draw(open)
        let mode = open.opened.board.mode
        let mark = mode.mode == .exercise ? say("EXERCISE: ", "演练：") : ""
        let title = mark + (mode.title.isEmpty ? "Watchfloor" : "Watchfloor: " + mode.title)
        let svg = SVGPicture(title: title).draw(frame)
        guard let output else { return print(svg) }
        try writeFile(svg.utf8, to: output)
    }

    /// The last frame of a console in memory, after the keys.
    private func draw(_ open: OpenJournal) throws -> Grid {
        var settings = options.settings(folders: Folders())
        let board = open.opened.board
        settings.zone = zone(named: board.mode.timeZone)
        let screen = MemoryScreen(
            size: try columnsAndRows(), depth: .direct, unicode: true,
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

    private func pressed() throws -> [Key] {
        do throws(KeyNotation.Failure) {
            return try keys.isEmpty ? [] : KeyNotation.parse(keys)
        } catch {
            throw Failure(.usage, say("--keys \(keys): cannot be read", "--keys \(keys)：无法识别"))
        }
    }
}

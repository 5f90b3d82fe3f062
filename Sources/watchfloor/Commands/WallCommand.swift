import ArgumentParser
import Core
import DispatchModel
import DispatchPolicy
import Foundation
import Ground
import JournalSQLite
import Shell
import TerminalKit
import Themes
import Wall
import Wording

/// The wall: what everybody in the room sees. It watches a journal and orders nothing.
struct WallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wall",
        abstract: say("Show the wall: large figures for everybody in the room.", "显示大屏：供全室观看的大号数字。"),
        discussion: say(
            "It follows the journal that a console writes, lays out by what can be read from where people stand, and says within 5 s when its picture is not that of now. It is locked: q and then y end it, or Ctrl-C or SIGTERM at once; Ctrl-L draws anew; any other key shows these.",
            "跟随控制台所写的日志，按观看距离排版；画面一旦不是当前，5 秒内即予标明。大屏已锁定：按 q 再按 y 结束，Ctrl-C 或 SIGTERM 立即结束；Ctrl-L 重绘；其他任何键都显示上述按键。"))

    @OptionGroup var options: WallOptions

    @Flag(help: ArgumentHelp(say("Print what can be read from where, and the font to set.", "输出可读的行列数与应设的字号。")))
    var check = false

    @Flag(help: ArgumentHelp(say("Print the check as JSON.", "以 JSON 输出检查结果。")))
    var json = false

    @OptionGroup var picture: PictureOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            say(
                "Draw the wall as it stood at the journal's last record into an SVG file (-: standard output), and end.",
                "将日志最后一条记录时的大屏输出为 SVG 文件（- 为标准输出），然后结束。"), valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            say("Page of that picture: \(WallPage.names).", "该图片的页面：\(WallPage.names)。"), valueName: "page"))
    var page = WallPage.queue.rawValue

    /// Set by the guard, which owns the terminal: pictures go to standard output.
    @Flag(help: .hidden)
    var behindGuard = false

    func run() throws {
        let place = try options.place()
        if behindGuard { return try runBehindGuard() }
        // What was typed wrong is told first, terminal or none.
        try requirePlace(options.path, isMade: false)
        _ = try options.settings(depth: .direct)
        try requirePicture()
        if check || json {
            _ = try openGround(options.ground, folders: Folders(), sections: sections)
            return printCheck(place)
        }
        if let output { return try drawPicture(to: output) }
        try requireTerminal(orElse: .status)
        try WallGuard(options: options).run()
    }

    /// Where else a ground may be described: beside the units of the live board.
    private var sections: [String?] { [Folders().configurationFile("roster.toml")] }

    /// The wall itself, whose pictures a guard shows.
    private func runBehindGuard() throws {
        guard let screen = FrameSender() else {
            throw Failure(.usage, say("--behind-guard is for the wall's own guard", "--behind-guard 仅供大屏守护进程使用"))
        }
        let path = options.path
        let ground = WallGround(options.ground, sections: sections)
        let beyond = WallBeyondBoard(ground: ground, words: Words(options.language))
        var settings = try options.settings(depth: screen.depth)
        beyond.lay(on: &settings)
        settings.ground = { ground.note(at: steadyTime()) }
        let program = WallProgram(
            screen: screen, time: MachineTime(wall: wallTime, steady: steadyTime), settings: settings
        ) { () throws(JournalError) in
            let journal = try SQLiteJournal(JournalFolder(path), .watch)
            let board = try journal.openBoard().board
            beyond.read(journal, zone: zone(named: board.mode.timeZone))
            return WallRoom(journal: journal, board: board)
        }
        program.runToTheEnd()
    }

    /// The wall on a journal that is not followed.
    private func drawPicture(to output: String) throws {
        let (page, size, depth) = try requirePicture()
        var target = try NamedOutput(output, reading: [options.path])
        let open = try openJournal(options.path, watching: true)
        defer { open.journal.close() }
        let board = open.opened.board
        let ground = try ground(under: board) { target.inputs.append($0) }
        let beyond = WallBeyondBoard(ground: WallGround(still: ground ?? Ground()), words: Words(options.language))
        var settings = try options.settings(depth: depth)
        beyond.lay(on: &settings)
        beyond.read(open.journal, zone: zone(named: board.mode.timeZone))
        beyond.readToTheEnd(of: board)
        if let warning = beyond.trouble.takeWarning(Words(options.language)) { printError(warning) }
        let still = WallStill(board: board, settings: settings, page: page)
        try writePicture(of: still.draw(size: size, glyphs: .of(unicode: true)), on: board.mode, to: target)
    }

    /// What is asked of a picture. It is refused when it cannot be had, whether one is drawn or not.
    @discardableResult private func requirePicture() throws -> (page: WallPage, size: Size, depth: ColourDepth) {
        guard let page = WallPage(rawValue: page) else {
            throw Failure(
                .usage, say("--page \(page): no such page", "--page \(page)：没有该页面"),
                remedy: say("one of: \(WallPage.names)", "可选：\(WallPage.names)"))
        }
        return (page, try picture.columnsAndRows(), try picture.depth())
    }

    private func ground(under board: Board, noting: @escaping (String) -> Void) throws -> Ground? {
        try openGround(options.ground, folders: Folders(), sections: sections, noting: noting)
            ?? (board.mode.source == "sample" ? madeUpGround() : nil)
    }

    /// What can be read from where.
    private func printCheck(_ place: WallPlace) {
        let size = terminalSize()
        let layout = WallLayout(size: size ?? Size(columns: place.columns, rows: place.rows), place: place)
        let rows = size?.rows ?? place.rows
        let figures = WallCheck(
            rows: place.rows, columns: place.columns, font: place.font(pixels: options.pixels),
            line: place.linePixels(options.pixels), terminalRows: size?.rows, terminalColumns: size?.columns,
            wordsLegibleTo: tenths(place.wordsLegible(rows: rows)),
            digitsLegibleTo: tenths(place.digitsLegible(rows: rows, scale: layout.scale)),
            isLegible: rows <= place.rows)
        print(json ? figures.json : figures.text(screen: options.screen, distance: options.distance))
    }

    private func tenths(_ metres: Double) -> Double { (metres * 10).rounded(.down) / 10 }

    /// The terminal's size; nil without one.
    private func terminalSize() -> Size? {
        var window = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0 else { return nil }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }
}

/// What `wall --check` prints; the keys are part of the interface.
private struct WallCheck: Encodable {
    var rows: Int
    var columns: Int
    var font: Int
    var line: Int
    var terminalRows: Int?
    var terminalColumns: Int?
    var wordsLegibleTo: Double
    var digitsLegibleTo: Double
    var isLegible: Bool

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    func text(screen: String, distance: String) -> String {
        var lines = [
            say(
                "\(screen) read from \(distance): \(rows) rows, \(columns) columns are legible",
                "\(screen) 屏，\(distance) 外观看：可读 \(rows) 行 \(columns) 列"),
            say("font to set: \(font) pixels, lines \(line) pixels high", "应设字号：\(font) 像素，行高 \(line) 像素"),
        ]
        if let terminalRows, let terminalColumns {
            lines.append(
                say(
                    "this terminal: \(terminalRows) rows, \(terminalColumns) columns",
                    "本终端：\(terminalRows) 行 \(terminalColumns) 列"))
        }
        lines.append(
            say(
                "words legible to \(wordsLegibleTo) m, digits to \(digitsLegibleTo) m",
                "文字 \(wordsLegibleTo) 米内可读，数字 \(digitsLegibleTo) 米内可读"))
        if !isLegible { lines.append(say("the font is too small for the words", "字号过小，文字不可读")) }
        return lines.joined(separator: "\n")
    }
}

import ArgumentParser
import Core
import DispatchModel
import DispatchPolicy
import Reports
import Shell
import TerminalKit
import Wording

/// The room's rules about alerts: checked, and rehearsed on what is recorded.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: say("Check the rules about alerts, and rehearse them on a recorded journal.", "检查告警规则，并以已有日志演练。"),
        subcommands: [AlertsCheckCommand.self, AlertsRehearseCommand.self])
}

/// Tests a rules file.
struct AlertsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: say("Test a rules file.", "检查规则文件。"))

    @Argument(help: ArgumentHelp(say("Rules file (default: alerts.toml).", "规则文件（默认 alerts.toml）。")))
    var file: String?

    @OptionGroup var locale: LocaleOption

    func run() throws {
        guard let path = file ?? Folders().configurationFile("alerts.toml") else {
            throw Folders().missing(
                "alerts.toml",
                remedy: say(
                    "name the file to test; without one the rules the program comes with are in force",
                    "请指明要检查的文件；没有该文件时采用内置规则"))
        }
        let room = try RoomRuleFile.read(path)
        let rules = room.alerts
        print(
            say(
                "\(path): \(rules.latching.count) latching and \(rules.suppression.count) suppression rules, \(room.notices.supervisors.count) supervisors, all well",
                "\(path)：锁存规则 \(rules.latching.count) 条，抑制规则 \(rules.suppression.count) 条，值班领导 \(room.notices.supervisors.count) 名，均无误"
            ))
        for rule in rules.suppression where rule.pattern.mostSevere == .high {
            print(
                say(
                    "note: “\(rule.name)” may hide alerts of high severity; rehearse it before it goes live",
                    "注意：“\(rule.name)”可能抑制高级别告警；启用前请先演练"))
        }
    }
}

/// Says what rules would have hidden.
struct AlertsRehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: say(
            "Say what each suppression rule would have hidden in a recorded journal.", "说明各抑制规则会在已有日志中隐藏哪些告警。"))

    @Option(help: ArgumentHelp(say("Rules file (default: alerts.toml).", "规则文件（默认 alerts.toml）。"), valueName: "file"))
    var rules: String?

    @Option(
        help: ArgumentHelp(
            say("Data folder or exported journal (default: the live one).", "数据目录或导出的日志（默认为实况）。"),
            valueName: "dir|file"))
    var dataDir: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            say(
                "Count from here on, such as 2017-01-01T14:05, 14:05 or #1234.",
                "自此起计，例如 2017-01-01T14:05、14:05 或 #1234。"),
            valueName: "moment"))
    var since: String?

    @OptionGroup var locale: LocaleOption

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    func run() throws {
        let folders = Folders()
        let room = try RoomRuleFile.read(rules, folders: folders)
        guard !room.alerts.suppression.isEmpty else {
            throw Failure(
                .usage, say("there is no suppression rule to rehearse", "没有可演练的抑制规则"),
                remedy: say("write one as [[suppress]] in alerts.toml", "请在 alerts.toml 中以 [[suppress]] 编写"))
        }
        let path = dataDir ?? folders.live
        guard let open = try openRecorded(path) else {
            throw Failure(
                .usage, say("\(path) is no journal", "\(path) 不是日志"),
                remedy: say("give a data folder or an exported journal", "请给出数据目录或导出的日志"))
        }
        defer { open.journal.close() }
        let from = try start(of: open)
        var rehearsal = AlertRehearsal(rules: room.alerts.suppression, shifts: room.shifts, since: from)
        let journal = open.journal
        try journalStep { () throws(JournalError) in
            try journal.forEach(after: 0) { record throws(JournalError) in rehearsal.apply(record) }
        }
        rehearsal.settle(before: open.opened.board.lastEventAt)
        let words = Words(
            locale.language,
            zone: zone(named: open.opened.board.mode.timeZone))
        let text = RehearsalText(rehearsal: rehearsal, board: open.opened.board, words: words)
        print(json ? try text.json() : text.lines.joined(separator: "\n"))
    }

    private func start(of open: OpenJournal) throws -> Timestamp {
        guard let since else { return .epoch }
        switch try moment(since, "--since", of: open, now: wallTime()) {
        case .start: return .epoch
        case .end, .now: return open.opened.board.lastEventAt
        case .time(let time): return time
        case .position(let position):
            let journal = open.journal
            return try journalStep { () throws(JournalError) in
                try journal.records(after: max(0, position - 1), limit: 1).first?.at ?? .epoch
            }
        }
    }
}

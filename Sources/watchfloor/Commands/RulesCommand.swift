import ArgumentParser
import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import Shell
import Wording

/// The rules of the room: `room.toml`, what is wrong with it, what is in force.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: say("Check, show, begin and compare a room's rules.", "检查、查看、新建、比较指挥室规则。"),
        discussion: say(
            "room.toml in the configuration folder says whom a call asks for, what takes too long and what may follow what. A console shows where it differs from the rules in force and adopts it once somebody has confirmed; the journal keeps the rules with their digest.",
            "配置目录中的 room.toml 规定警情所需警力、时限与状态规则。控制台显示其与现用规则的差异，经确认后采用；日志保存规则及其摘要。"),
        subcommands: [
            RulesCheckCommand.self, RulesShowCommand.self, RulesNewCommand.self, RulesDiffCommand.self,
        ])
}

/// Everything that is wrong with a file of rules.
struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Say everything that is wrong in room.toml, by line, field and remedy.", "逐行指出 room.toml 的全部问题及改法。"))

    @Argument(
        help: ArgumentHelp(
            say("The file (default: room.toml of the configuration folder).", "文件（默认为配置目录中的 room.toml）。"),
            valueName: "file"))
    var file: String?

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let path = try file ?? RulesCommand.ownFile()
        guard let look = RulesFile.look(path) else { throw Failure.absent(path) }
        var faults: [SettingsProblem] = []
        var rules: RoomRules?
        switch look {
        case .rules(let file): rules = file.rules
        case .faulty(let problems): faults = problems
        }
        if json {
            try printJSON(path, faults, rules)
        } else if let rules {
            let count = RoomRules().differences(to: rules).count
            print(
                say(
                    "\(path): no fault; \(rules.digest), \(count) lines differ from the rules that ship",
                    "\(path)：无误；\(rules.digest)，与出厂规则有 \(count) 处不同"))
        }
        guard !faults.isEmpty else { return }
        if !json { for fault in faults { printError(RuleWords(Words(locale.language)).fault(fault)) } }
        throw Failure(.usage, say("faults in \(path): \(faults.count)", "\(path) 的问题共 \(faults.count) 处"))
    }

    private func printJSON(_ path: String, _ faults: [SettingsProblem], _ rules: RoomRules?) throws {
        struct Fault: Encodable {
            var line: Int
            var column: Int
            var field: String
            var english: String
            var chinese: String
        }
        struct Check: Encodable {
            var file: String
            var digest: String?
            var faults: [Fault]
        }
        let check = Check(
            file: path, digest: rules?.digest,
            faults: faults.map {
                Fault(line: $0.line, column: $0.column, field: $0.field, english: $0.english, chinese: $0.chinese)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(check), as: UTF8.self))
    }
}

/// The rules in force, whole.
struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Print the rules that a journal's board works by, all of them, as room.toml.",
            "以 room.toml 格式输出日志看板现用的全部规则。"))

    @Flag(name: .customLong("default"), help: ArgumentHelp(say("Those that ship instead.", "改为输出出厂规则。")))
    var isDefault = false

    @OptionGroup var folder: FolderOptions

    func run() throws {
        let (text, digest, source) = try inForce()
        let head = ["# \(source)", "# SHA-256 \(digest)"]
        try writeOutput((head.joined(separator: "\n") + "\n" + text).utf8)
        guard !isDefault, let own = try? RulesFile.read(folders: Folders()), own.rules.digest != digest else { return }
        printError(
            say(
                "\(own.path) says otherwise (\(RuleWords.short(own.rules.digest))); a console asks, or ingest --adopt-rules",
                "\(own.path) 与此不同（\(RuleWords.short(own.rules.digest))）；可在控制台确认采用，或用 ingest --adopt-rules"))
    }

    private func inForce() throws -> (text: String, digest: String, source: String) {
        let shipped = RoomRules()
        let usual = (shipped.text, shipped.digest, say("the rules that ship", "出厂规则"))
        if isDefault || folder.dataDir == nil && !FileManager.default.fileExists(atPath: folder.path) { return usual }
        let open = try openJournal(folder.path, watching: true)
        defer { open.journal.close() }
        guard let rules = open.opened.board.rules else { return usual }
        return (rules.text, rules.digest, say("adopted, from the journal \(folder.path)", "已采用，来自日志 \(folder.path)"))
    }
}

/// A file to begin with.
struct RulesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: say("Print a room.toml to begin with, explained line by line.", "输出带逐行说明的 room.toml 样例。"),
        discussion: say(
            "watchfloor rules new > ~/.config/watchfloor/room.toml",
            "watchfloor rules new > ~/.config/watchfloor/room.toml"))

    @OptionGroup var locale: LocaleOption

    func run() throws { try writeOutput(RoomRules.starter.utf8) }
}

/// What differs between two files of rules.
struct RulesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: say("Say what differs between rules, old and new.", "列出两套规则的差异（旧与新）。"),
        discussion: say(
            "Each is a file, a data folder for the rules that its journal has adopted, or default for those that ship.",
            "两者均可为文件、数据目录（其日志已采用的规则）或 default（出厂规则）。"))

    @Argument(help: ArgumentHelp(say("The old rules.", "旧规则。"), valueName: "old"))
    var old: String

    @Argument(
        help: ArgumentHelp(
            say("The new ones (default: room.toml of the configuration folder).", "新规则（默认为配置目录中的 room.toml）。"),
            valueName: "new"))
    var new: String?

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let (before, after) = (try rules(old), try rules(try new ?? RulesCommand.ownFile()))
        let words = RuleWords(Words(locale.language))
        print("\(before.digest) → \(after.digest)")
        for difference in before.differences(to: after) { print(words.difference(difference)) }
        if before.digest == after.digest { print(say("no difference", "没有差异")) }
    }

    private func rules(_ name: String) throws -> RoomRules {
        if name == "default" { return RoomRules() }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue else {
            return try RulesFile.read(name)?.rules ?? RoomRules()
        }
        let open = try openJournal(name, watching: true)
        defer { open.journal.close() }
        return open.opened.board.rules.map { RoomRules.recorded($0.text) } ?? RoomRules()
    }
}

extension RulesCommand {
    /// The room's own file, which has to be there.
    fileprivate static func ownFile() throws -> String {
        guard let path = Folders().configurationFile("room.toml") else {
            throw Folders().missing(
                "room.toml", remedy: say("watchfloor rules new prints one to begin with", "watchfloor rules new 可输出样例"))
        }
        return path
    }
}

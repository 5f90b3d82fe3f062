import ArgumentParser
import Districts
import Formats
import Foundation
import Shell

/// The mappings that ship: which there are, and what they say.
struct MappingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping",
        abstract: say("List the mappings that ship, show or check one.", "列出内置映射，查看或检查映射。"),
        discussion: say(
            "A mapping says how a city's call log is read. Write your own beside the log, starting from one of these: watchfloor mapping show seattle-police > my-city.toml.",
            "映射说明如何读取一个城市的警情记录。可由内置映射改写：watchfloor mapping show seattle-police > my-city.toml。"),
        subcommands: [MappingListCommand.self, MappingShowCommand.self, MappingCheckCommand.self],
        defaultSubcommand: MappingListCommand.self)
}

/// Lists the mappings by the names that `--mapping` takes.
struct MappingListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("List the mappings that ship, by the names that --mapping takes.", "按 --mapping 所用名称列出内置映射。"))

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let rows = try Mapping.builtins().map { [$0.name, say($0.title.english, $0.title.chinese)] }
        try writeOutput((TextTable(rows: rows).lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// Prints a mapping that ships.
struct MappingShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Print a mapping that ships, as TOML.", "以 TOML 输出内置映射。"))

    @Argument(help: ArgumentHelp(say("Its name.", "映射名称。"), valueName: "name"))
    var name: String

    @OptionGroup var locale: LocaleOption

    func run() throws {
        guard let text = Mapping.builtinText(name) else {
            let known = NameList(Mapping.builtinTexts.map(\.name))
            throw Failure(
                .usage, say("\(name): no such built-in mapping", "\(name)：没有该内置映射"),
                remedy: say("built in are: \(known.english)", "内置映射有：\(known.chinese)"))
        }
        try writeOutput(text.utf8)
    }
}

/// Reads a mapping, and a log by it where one is given, and says what is wrong with either; nothing is recorded.
struct MappingCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Say what is wrong in a mapping by line, and what it makes of a log; nothing is recorded.",
            "逐行指出映射中的错误，并说明其如何读取记录；不写入任何内容。"))

    @Argument(
        help: ArgumentHelp(say("A mapping: its name or a TOML file.", "映射：内置名称或 TOML 文件。"), valueName: "name|file"))
    var mapping: String

    @Argument(help: ArgumentHelp(say("CSV call log to read by it.", "按其读取的 CSV 警情记录。"), valueName: "calls.csv"))
    var calls: String?

    @OptionGroup var locale: LocaleOption

    func run() throws {
        guard let calls else {
            let chosen = try chooseMapping(mapping)
            let title = chosen.mapping.title
            return try writeOutput((say("\(title.english): no faults.", "\(title.chinese)：没有问题。") + "\n").utf8)
        }
        let log = try openLog(LogChoice(file: calls, mapping: mapping, asRecorded: true)).log
        let line = say(
            "\(log.rowCount) rows, \(log.callCount) calls, \(log.responseCount) unit responses",
            "\(log.rowCount) 行，\(log.callCount) 起警情，\(log.responseCount) 次出警")
        try writeOutput((line + "\n").utf8)
    }
}

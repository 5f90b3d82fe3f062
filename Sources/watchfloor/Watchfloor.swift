import ArgumentParser
import Foundation
import Shell

/// The program: subcommands and wiring, nothing else.
@main
struct Watchfloor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watchfloor",
        abstract: say(
            "A console for a public-safety command room: calls, units and alerts on live panes, worked by keyboard.",
            "公共安全指挥室控制台：警情、警力与告警实时呈现，全键盘操作。"),
        discussion: say(
            "Without a subcommand it opens the live console on the journal of the data folder.",
            "不带子命令时，打开数据目录日志上的实况控制台。"),
        version: Version.text,
        subcommands: [
            LiveCommand.self, ReplayCommand.self, DrillCommand.self, ScenarioCommand.self, SampleCommand.self,
            ReportCommand.self, StatusCommand.self, JournalCommand.self, KeysCommand.self, PictureCommand.self,
            ManualCommand.self, SimulateCommand.self, ModelCommand.self, MappingCommand.self, StudyCommand.self,
            DemandCommand.self, FeedsCommand.self, SettingsCommand.self, IngestCommand.self, AlertsCommand.self,
            WallCommand.self, RulesCommand.self, PlacesCommand.self, TailCommand.self, InstallExtrasCommand.self,
        ],
        defaultSubcommand: LiveCommand.self)

    /// Runs the program with the exit codes it promises: 0 ok, 1 failure, 2 usage or configuration, 3 no usable terminal.
    static func main() {
        // A pipe that closes early is an ordinary write error, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        let program = Program(name: "watchfloor") { error in
            let code = exitCode(for: error)
            return Program.Reading(
                text: fullMessage(for: error),
                code: code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
        }
        Foundation.exit(
            program.end { () throws in
                try LocaleArgument.check(CommandLine.arguments)
                var command = try parseAsRoot()
                try command.run()
            })
    }
}

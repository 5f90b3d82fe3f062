import ArgumentParser
import Foundation

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
            FeedsCommand.self,
            IngestCommand.self, AlertsCommand.self,
            BenchmarkCommand.self,
        ],
        defaultSubcommand: LiveCommand.self)

    /// Runs the program with the exit codes it promises: 0 ok, 1 failure, 2 usage or configuration, 3 no usable terminal.
    static func main() {
        // A pipe that closes early is an ordinary write error, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        Foundation.exit(
            end { () throws in
                var command = try parseAsRoot()
                try command.run()
            })
    }

    /// What the reader of arguments says, under the name that everything else is said under.
    private static func inOwnName(_ text: String) -> String {
        text.hasPrefix("Error: ") ? "watchfloor: " + text.dropFirst("Error: ".count) : text
    }

    /// Runs the work and what was printed to the end; says what went wrong and gives the exit code.
    private static func end(_ work: () throws -> Void) -> Int32 {
        do {
            try work()
            try StandardOutput.finish()
            return ExitStatus.ok.rawValue
        } catch let failure as Failure {
            failure.tell()
            return failure.code.rawValue
        } catch is ReaderGone {
            return ExitStatus.ok.rawValue
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            // What was asked for, such as help, is an answer like any other.
            if code == .success { return end { if !text.isEmpty { print(text) } } }
            if !text.isEmpty { printError(inOwnName(text)) }
            return code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue
        }
    }
}

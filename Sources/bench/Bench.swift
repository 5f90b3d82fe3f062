import ArgumentParser
import Foundation
import Shell

/// Measurements of the program that stands beside this one, and the made-up loads they are made on. It is not shipped.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: say(
            "Make a big board; run a console under a load of messages; time keys, feeds and the simulator.",
            "生成大型看板；在消息负载下运行控制台；测量按键、数据源与仿真的速度。"),
        subcommands: [
            BoardCommand.self, ConsoleCommand.self, KeyBenchmark.self, IngestBenchmark.self, SimulatorBenchmark.self,
            PostsBenchmark.self, PlacesBenchmark.self,
        ])

    /// Runs the program, with the exit codes of the one that it measures.
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let program = Program(name: "bench") { error in
            let code = exitCode(for: error)
            return Program.Reading(
                text: fullMessage(for: error),
                code: code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
        }
        Foundation.exit(
            program.end { () throws in
                var command = try parseAsRoot()
                try command.run()
            })
    }
}

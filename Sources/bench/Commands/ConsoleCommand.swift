import ArgumentParser
import Shell

/// Opens a console in this terminal while messages arrive at a rate, for a person to work at.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: say(
            "Open the console on a live board as big as a made-up one while messages arrive at a rate.",
            "打开与虚构看板规模相同的实时看板控制台，同时按速率送入消息。"))

    @Option(help: ArgumentHelp(say("Data folder of the made-up board.", "虚构看板的数据目录。"), valueName: "dir"))
    var dataDir: String

    @Option(help: ArgumentHelp(say("Messages a second.", "每秒消息数。")))
    var rate = 10_000

    func validate() throws { try requireCount("--rate", rate, from: 1) }

    func run() throws {
        let own = try watchfloorBeside()
        let live = try FedBoard(like: dataDir, rate: rate)
        defer { live.remove() }
        live.sender.start()
        let status = try runInForeground([own] + live.options)
        live.sender.stop()
        guard status == 0 else {
            throw Failure(.failure, say("the console ended with \(status)", "控制台以 \(status) 结束"))
        }
        print(try live.account())
    }
}

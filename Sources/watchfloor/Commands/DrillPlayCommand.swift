import ArgumentParser
import DispatchModel
import DrillRoom
import Drills
import Foundation
import Shell
import Wording

/// Plays a scenario.
struct DrillPlayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: say("Play a scenario on the console, or without a screen.", "在控制台上或无屏幕地进行演练。"),
        discussion: say(
            "Without a scenario it lists those that there are. Every drill has a folder of its own.",
            "不给出想定时列出全部想定。每次演练均有独立目录。"))

    @Argument(
        help: ArgumentHelp(
            say("A scenario that comes with the program, or a TOML file.", "内置想定或 TOML 文件。"), valueName: "scenario"))
    var scenario: String?

    @OptionGroup var options: DrillOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        guard let scenario else {
            guard !options.asksForResult else {
                throw Failure(
                    .usage, say("which scenario? none is named", "未指明想定"),
                    remedy: say("watchfloor scenario list names them", "watchfloor scenario list 列出全部想定"))
            }
            return try offer()
        }
        let prepared = try PreparedDrill(scenario, options: options, screen: screen)
        if let keys = options.keys { return try prepared.playAgain(keys) }
        if options.headless { return try prepared.playHeadless() }
        try prepared.playOnConsole()
    }

    /// The scenarios there are; on a terminal one can be chosen at once.
    private func offer() throws {
        let known = try shippedScenarios()
        let language = screen.locale.language
        let words = Words(language)
        print(words.pick("Scenarios (EXERCISE):", "想定（演练）："))
        for (index, scenario) in known.enumerated() {
            print("  \(index + 1)  \(scenario.id)  \(words.pick(scenario.title.english, scenario.title.chinese))")
            print("     " + words.pick(scenario.purpose.english, scenario.purpose.chinese))
        }
        guard isatty(0) == 1, isatty(1) == 1 else {
            print(words.pick("watchfloor drill SCENARIO plays one.", "watchfloor drill SCENARIO 开始演练。"))
            return
        }
        try writeOutput(words.pick("Which? (number, Enter for none) ", "选择哪个？（编号，回车取消）").utf8)
        guard let line = readLine(), let number = Int(line.trimmingCharacters(in: .whitespaces)),
            known.indices.contains(number - 1)
        else { return }
        try PreparedDrill(known[number - 1].id, options: options, screen: screen).playOnConsole()
    }
}

/// How a drill is played.
struct DrillOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Seed of chance (default: the scenario's).", "随机种子（默认取想定的）。")))
    var seed: UInt64?

    @Option(help: ArgumentHelp(say("Speed: 0.1 to 1000, or max.", "速度：0.1 至 1000，或 max。"), valueName: "x|max"))
    var speed = "1"

    @Option(help: ArgumentHelp(say("Name of the drill (default: the scenario's).", "演练名称（默认取想定名）。")))
    var name: String?

    @Option(help: ArgumentHelp(say("Who is trained.", "受训者姓名。"), valueName: "name"))
    var trainee: String?

    @Option(help: ArgumentHelp(say("Play so many hours in place of the scenario's own end.", "改为演练指定小时数。")))
    var hours: Double?

    @Flag(help: ArgumentHelp(say("The automatic dispatcher plays.", "由自动调度员进行。")))
    var auto = false

    @Flag(help: ArgumentHelp(say("No screen.", "无屏幕。")))
    var headless = false

    @Option(
        help: ArgumentHelp(
            say(
                "Do again what these recorded keys did, without a screen: position and hash.",
                "无屏幕重做所记录的按键，输出日志位置与校验。"),
            valueName: "keys.jsonl"))
    var keys: String?

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    /// True for what prints a result without asking anybody anything.
    var asksForResult: Bool { headless || json || keys != nil }

    mutating func validate() throws {
        if let hours, !(0.01...168).contains(hours) {
            throw ValidationError(say("--hours \(hours): 0.01 to 168", "--hours \(hours)：须为 0.01 至 168"))
        }
        if let name, DrillName(name) == nil {
            throw ValidationError(
                say(
                    "--name: letters, digits, - and _, at most \(DrillName.limit) bytes",
                    "--name：字母、数字、- 与 _，至多 \(DrillName.limit) 字节"))
        }
        if auto, !headless, keys != nil {
            throw ValidationError(say("--auto and --keys exclude each other", "--auto 与 --keys 不可并用"))
        }
        if headless, !auto, keys == nil {
            throw ValidationError(
                say("--headless: who plays? give --auto or --keys FILE", "--headless：由谁进行？请给出 --auto 或 --keys FILE"))
        }
    }
}

import ArgumentParser
import Foundation
import Shell

/// Start, key to paint and idle processor time of the console beside other full-screen programs, in one run.
struct KeyBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: say(
            "Time start, key to paint and idle of the console beside other programs, in turn in one run.",
            "在同一轮中对比控制台与其他程序的启动、按键响应与空闲占用。"))

    @Option(help: ArgumentHelp(say("Data folder that the console opens.", "控制台打开的数据目录。"), valueName: "dir"))
    var dataDir: String

    @Option(
        help: ArgumentHelp(
            say("Another program that answers j and k; may be given again.", "另一个响应 j、k 键的程序，可多次给出。"),
            valueName: "command"))
    var peer: [String] = []

    @Option(help: ArgumentHelp(say("Keys typed before measuring, such as M for the map.", "测量前先键入的按键，例如 M 打开地图。")))
    var first = ""

    @Option(help: ArgumentHelp(say("What lies under the console's map.", "控制台地图的底图。"), valueName: "file"))
    var ground: String?

    @Option(help: ArgumentHelp(say("Key presses a round.", "每轮按键次数。")))
    var presses = 100

    @Option(help: ArgumentHelp(say("Rounds; medians are printed.", "轮数，输出中位数。")))
    var rounds = 3

    @Option(help: ArgumentHelp(say("Seconds of idling a round.", "每轮空闲秒数。")))
    var idle = 5.0

    @Option(
        help: ArgumentHelp(
            say(
                "Messages a second that a feed brings the console meanwhile, on a live board as big as the data folder's.",
                "测量期间数据源每秒送入的消息数（在与数据目录规模相同的实时看板上进行）。")))
    var messages = 0

    func validate() throws {
        try requireCount("--presses", presses, from: 1)
        try requireCount("--rounds", rounds, from: 1)
        try requireCount("--messages", messages, from: 0)
        guard (0...86_400).contains(idle) else {
            throw ValidationError(say("--idle must be 0 to 86400", "--idle 须为 0 至 86400"))
        }
    }

    private struct Figures {
        var start: [Double] = []
        var p50: [Double] = []
        var p99: [Double] = []
        var idle: [Double] = []
    }

    func run() throws {
        let own = try watchfloorBeside()
        let under = ground.map { " --ground '\($0)'" } ?? ""
        let commands = ["'\(own)' --data-dir '\(dataDir)'\(under)"] + peer
        var all = [Figures](repeating: Figures(), count: commands.count)
        for _ in 0..<max(1, rounds) {
            if messages > 0 {
                try measureFed(own, under, &all[0])
            } else {
                try measure(commands[0], typing: first, &all[0])
            }
            for (index, command) in commands.enumerated().dropFirst() { try measure(command, &all[index]) }
        }
        show(["watchfloor"] + peer, all)
    }

    /// Measures the console while a feed brings it messages, and checks that it took them.
    private func measureFed(_ own: String, _ under: String, _ figures: inout Figures) throws {
        let live = try FedBoard(like: dataDir, rate: messages)
        defer { live.remove() }
        live.sender.start()
        let options = live.options.map { "'\($0)'" }.joined(separator: " ")
        try measure("'\(own)' \(options)\(under)", typing: first, &figures) { live.sender.stop() }
        print(try live.account())
    }

    private func measure(
        _ command: String, typing first: String = "", _ figures: inout Figures, atEnd: () -> Void = {}
    ) throws {
        guard let terminal = PseudoTerminal(command: command, columns: 160, rows: 48),
            let start = terminal.startSeconds(silence: 12)
        else { throw Failure(.failure, say("\(command) shows nothing", "\(command) 没有输出")) }
        defer {
            atEnd()
            terminal.idle(seconds: 0.5)
            terminal.end()
        }
        terminal.idle(seconds: 1)
        for byte in first.utf8 { _ = terminal.press(byte, silence: 12) }
        // Five presses of one key, then five of the other, which takes them back.
        let answers = (0..<presses).compactMap { number in
            terminal.press(number / 5 % 2 == 0 ? UInt8(ascii: "j") : UInt8(ascii: "k"), silence: 12)?.first
        }.sorted()
        figures.start.append(start * 1000)
        if !answers.isEmpty {
            figures.p50.append(answers[answers.count / 2] * 1000)
            figures.p99.append(answers[min(answers.count - 1, answers.count * 99 / 100)] * 1000)
        }
        let before = terminal.processorSeconds()
        terminal.idle(seconds: idle)
        figures.idle.append((terminal.processorSeconds() - before) / idle * 100)
    }

    private func show(_ names: [String], _ all: [Figures]) {
        print(
            say(
                "medians of \(rounds) rounds, 160x48; × is against watchfloor",
                "\(rounds) 轮中位数，160x48；× 为与 watchfloor 之比"))
        let own = all[0]
        for (name, figures) in zip(names, all) {
            let parts = [
                part("start", figures.start, own.start, "ms"), part("key p50", figures.p50, own.p50, "ms"),
                part("key p99", figures.p99, own.p99, "ms"), part("idle", figures.idle, own.idle, "%"),
            ]
            print("\(name)\n    " + parts.joined(separator: "   "))
        }
    }

    private func part(_ name: String, _ values: [Double], _ own: [Double], _ unit: String) -> String {
        guard let value = median(values) else { return "\(name) –" }
        let ratio = median(own).flatMap { $0 > 0 ? String(format: " (×%.2f)", value / $0) : nil } ?? ""
        return "\(name) " + String(format: "%.2f", value) + " \(unit)" + ratio
    }

    private func median(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }
}

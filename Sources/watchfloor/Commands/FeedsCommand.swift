import ArgumentParser
import DispatchModel
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell

/// What other systems send: the configuration, the format, and what could not be understood.
struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: say("Check feeds, print their format, look after dead letters.", "检查数据源、输出格式、处理死信。"),
        subcommands: [
            FeedsCheckCommand.self, FeedsSchemaCommand.self, FeedsOpenAPICommand.self, FeedsTokenCommand.self,
            DeadLettersCommand.self,
        ])
}

/// Tests a feeds file.
struct FeedsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: say("Test a feeds file, or messages of a feed.", "检查数据源文件或消息。"))

    @Argument(help: ArgumentHelp(say("Feeds file (default: feeds.toml).", "数据源文件（默认 feeds.toml）。")))
    var file: String?

    @Option(
        help: ArgumentHelp(
            say("Check this file of messages instead, one a line (cap: the whole file).", "改为检查此消息文件，每行一条（cap 为整个文件）。"))
    )
    var messages: String?

    @Option(help: ArgumentHelp(say("Format of the messages.", "消息格式。")))
    var format: String = FeedFormat.messages.rawValue

    @Option(help: ArgumentHelp(say("Language: en or zh-Hans (default: the locale's).", "语言：en 或 zh-Hans（默认随区域设置）。")))
    var locale: String?

    func run() throws {
        if let messages { return try check(messages: messages) }
        guard let path = file ?? Folders().configurationFile("feeds.toml") else {
            throw Folders().missing(
                "feeds.toml",
                remedy: say(
                    "name the file to test, or begin one with the lines that watchfloor feeds token NAME prints",
                    "请指明要检查的文件，或以 watchfloor feeds token 名称 输出的内容新建"))
        }
        let configuration = try readFeeds(path)
        try configuration.requireServers()
        for feed in configuration.feeds {
            let format = feed.http.map { $0.format?.rawValue ?? say("any", "任意") } ?? feed.format.rawValue
            print("\(feed.name)\t\(format)\t\(configuration.origin(of: feed))")
        }
        let findings = configuration.findings + configuration.feeds.flatMap(\.surroundingFindings)
        for finding in findings {
            let position = configuration.lines[finding.feed].map { "\(path):\($0): \(finding.feed)" } ?? finding.feed
            printError("\(position): \(say(finding.english, finding.chinese))")
        }
        let (count, faults) = (configuration.feeds.count, findings.count(where: \.isFault))
        guard faults == 0 else {
            throw Failure(
                .usage,
                say("\(path): \(faults) of \(count) feeds cannot work", "\(path)：\(count) 个数据源中有 \(faults) 处无法工作"))
        }
        let advice = findings.isEmpty ? say("all well", "均无误") : say("with advice above", "见上述建议")
        print(say("\(path): \(count) feeds, \(advice)", "\(path)：\(count) 个数据源，\(advice)"))
    }

    private func check(messages path: String) throws {
        guard let format = FeedFormat(rawValue: format) else {
            let list = FeedFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, say("--format: none of \(list)", "--format：须为 \(list) 之一"))
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.usage, say("\(path) cannot be read", "无法读取 \(path)"))
        }
        let isWhole = format.type.framing != .line
        let texts = isWhole ? [data[...]] : data.split(separator: 0x0A, omittingEmptySubsequences: false)
        var decoder = FeedDecoder(format: format, words: WordMapping(words: ["unit": ["*": "*"]]))
        var (good, bad) = (0, 0)
        for (index, text) in texts.enumerated() where !text.isEmpty {
            do throws(MessageFault) {
                let decoded = try decoder.decode(text, now: wallTime())
                good += decoded.messages.count
                for fault in decoded.faults { tell(fault, index, &bad) }
            } catch {
                tell(error, index, &bad)
            }
        }
        print(say("\(good) messages understood, \(bad) not", "理解 \(good) 条消息，\(bad) 条未能理解"))
        if bad > 0 { throw Failure(.failure, say("\(path) has faults", "\(path) 有误")) }

        func tell(_ fault: MessageFault, _ index: Int, _ bad: inout Int) {
            bad += 1
            printError("\(path):\(index + 1): " + say(fault.english, fault.chinese))
        }
    }
}

/// Prints the format of the console's own messages.
struct FeedsSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: say("Print the JSON Schema of a feed's messages.", "输出数据源消息的 JSON Schema。"))

    func run() throws {
        try writeOutput((MessageRules.schema().written(indented: true) + "\n").utf8)
    }
}

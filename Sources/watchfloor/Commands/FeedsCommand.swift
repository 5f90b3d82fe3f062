import ArgumentParser
import DispatchModel
import FeedHTTP
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

    @OptionGroup var locale: LocaleOption

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
            let list = NameList(FeedFormat.allCases.map(\.rawValue))
            throw Failure(.usage, say("--format: none of \(list.english)", "--format：须为 \(list.chinese) 之一"))
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(unreadable: path, SystemCause(access(path, R_OK) == 0 ? EISDIR : errno))
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

    @OptionGroup var locale: LocaleOption

    func run() throws {
        try writeOutput((MessageRules.schema().written(indented: true) + "\n").utf8)
    }
}

/// Prints the description of the HTTP server.
struct FeedsOpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: say("Print the OpenAPI description of the feeds over HTTP.", "输出 HTTP 数据源的 OpenAPI 描述。"))

    @OptionGroup var locale: LocaleOption

    func run() throws {
        try writeOutput(OpenAPI.text().utf8)
    }
}

/// Makes a token for a feed.
struct FeedsTokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: say("Make a token for a feed over HTTP.", "为 HTTP 数据源生成令牌。"),
        discussion: say(
            "Prints the token for the sender, once, and the line for feeds.toml, which holds only its digest. A new one takes the place of the old once the line is replaced and read again: by :reload on the console, by SIGUSR1 to ingest.",
            "输出一次发送方所用的令牌，以及写入 feeds.toml 的一行（仅含摘要）。替换该行并重新读取（控制台用 :reload，ingest 用 SIGUSR1）后，新令牌取代旧令牌。"))

    @Argument(help: ArgumentHelp(say("The feed's name.", "数据源名称。")))
    var name: String

    @OptionGroup var locale: LocaleOption

    func run() throws {
        guard FeedSettings.isName(name) else {
            throw Failure(
                .usage, say("\(name) is no name of a feed", "\(name) 不是数据源名称"),
                remedy: say("1 to 40 letters, digits, -, _ or .", "1 至 40 个字母、数字、-、_ 或 ."))
        }
        var random = SystemRandomNumberGenerator()
        let token = FeedToken(using: &random)
        try writeOutput(
            """
            # \(say("for the sender; it is not shown again", "供发送方使用；不再显示")): Authorization: Bearer \(token.text)
            [[feed]]
            name = "\(name)"
            from = "http"
            token-sha256 = "\(token.hexadecimal)"

            """.utf8)
    }
}

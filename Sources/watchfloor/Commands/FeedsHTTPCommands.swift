import ArgumentParser
import FeedHTTP
import Feeds
import Shell

/// Prints the description of the HTTP server.
struct FeedsOpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: say("Print the OpenAPI description of the feeds over HTTP.", "输出 HTTP 数据源的 OpenAPI 描述。"))

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

import ArgumentParser
import DispatchModel
import FeedHTTP
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell

/// Which feeds are run.
struct FeedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "A feed for once, such as tcp:127.0.0.1:7001, cad=file:/var/log/cad.jsonl or cad=http:127.0.0.1:8470; may be repeated.",
                "临时数据源，例如 tcp:127.0.0.1:7001、cad=file:/var/log/cad.jsonl 或 cad=http:127.0.0.1:8470；可重复。"),
            valueName: "[name=]origin"))
    var feed: [String] = []

    @Option(
        help: ArgumentHelp(say("Feeds file (default: feeds.toml of the configuration).", "数据源文件（默认为配置目录的 feeds.toml）。"))
    )
    var feeds: String?

    /// The feeds of the file and those of the command line.
    /// - Parameter printsTokens: True when a fresh token for a feed from HTTP may be printed.
    func settings(folders: Folders, printsTokens: Bool) throws -> FeedConfiguration {
        var all = FeedConfiguration()
        if let file = feeds ?? folders.configurationFile("feeds.toml") { all = try readFeeds(file) }
        for argument in feed {
            guard var one = FeedSettings(argument: argument) else {
                throw Failure(
                    .usage, say("--feed \(argument): no origin of a feed", "--feed \(argument)：不是数据源地址"),
                    remedy: say("write \(FeedOrigin.forms)", "请写 \(FeedOrigin.chineseForms)"))
            }
            guard !all.feeds.contains(where: { $0.name == one.name }) else {
                throw Failure(
                    .usage, say("two feeds are called \(one.name)", "有两个数据源名为 \(one.name)"),
                    remedy: say("give one a name: --feed NAME=\(argument)", "请命名其一：--feed 名称=\(argument)"))
            }
            if case .http = one.origin { try giveToken(to: &one, printsTokens: printsTokens) }
            all.feeds.append(one)
        }
        try all.requireServers()
        return all
    }

    /// Reads the feeds file again and has running feeds take over what they can. Returns what went wrong, in words: then the
    /// last good settings stay.
    func reread(for running: RunningFeeds, folders: Folders) -> [String] {
        guard let file = feeds ?? folders.configurationFile("feeds.toml") else { return [] }
        do {
            let configuration = try readFeeds(file)
            try configuration.requireServers()
            return running.use(configuration)
        } catch {
            return [(error as? Failure)?.message ?? "\(error)"]
        }
    }

    /// The feeds, ready to start.
    func runner(folder: String, folders: Folders, printsTokens: Bool = false) throws -> RunningFeeds {
        RunningFeeds(configuration: try settings(folders: folders, printsTokens: printsTokens), folder: folder)
    }
}

/// Reads a feeds file; every problem of it ends the program in words.
func readFeeds(_ file: String) throws -> FeedConfiguration {
    let text = try requireSettings(file)
    do throws(SettingsError) {
        return try FeedFile.read(text: text, file: file)
    } catch {
        throw Failure(error)
    }
}

extension FeedConfiguration {
    /// Ends the program in words when one of the servers could not be run.
    func requireServers() throws {
        do throws(FeedTrouble) {
            try checkServers()
        } catch {
            throw Failure(.usage, say(error.english, error.chinese))
        }
    }
}

extension FeedOptions {
    /// Gives a feed from HTTP that was named on the command line the token of the environment, or a fresh one.
    func giveToken(to feed: inout FeedSettings, printsTokens: Bool) throws {
        let variable = "WATCHFLOOR_FEED_TOKEN"
        let own = variable + "_" + feed.name.uppercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
        let environment = ProcessInfo.processInfo.environment
        if let text = environment[own] ?? environment[variable] {
            guard let token = FeedToken(text) else {
                throw Failure(
                    .usage, say("\(variable) is no token", "\(variable) 不是令牌"),
                    remedy: say(
                        "16 to 512 letters, digits and -._~+/=; `watchfloor feeds token \(feed.name)` makes one",
                        "16 至 512 个字母、数字与 -._~+/=；可用 `watchfloor feeds token \(feed.name)` 生成"))
            }
            feed.http = HTTPFeedSettings(tokenHash: token.hash)
            return
        }
        guard printsTokens else {
            throw Failure(
                .usage, say("the feed \(feed.name) has no token", "数据源 \(feed.name) 没有令牌"),
                remedy: say(
                    "set \(own); `watchfloor feeds token \(feed.name)` makes one",
                    "请设置 \(own)；可用 `watchfloor feeds token \(feed.name)` 生成"))
        }
        var random = SystemRandomNumberGenerator()
        let token = FeedToken(using: &random)
        feed.http = HTTPFeedSettings(tokenHash: token.hash)
        printError(
            say(
                "\(feed.name): the token for this run is \(token.text)", "\(feed.name)：本次运行的令牌为 \(token.text)"))
    }
}

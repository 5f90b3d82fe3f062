import FeedHTTP
import FeedTransports
import Feeds
import Foundation
import Shell

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

import Dashboard
import FeedHTTP
import FeedTransports
import Feeds
import Foundation
import Shell

extension FeedConfiguration {
    /// The settings of the server of each address, and its feeds. Feeds of the command line may name another address than
    /// the file, which then speaks without TLS.
    private var addresses: [(settings: HTTPSettings, feeds: [FeedSettings])] {
        var found: [(settings: HTTPSettings, feeds: [FeedSettings])] = []
        for feed in feeds {
            guard case .http(let address) = feed.origin else { continue }
            var settings = http
            if let address, address != http.address {
                settings = HTTPSettings()
                settings.address = address
                settings.limits = http.limits
            }
            if let index = found.firstIndex(where: { $0.settings.address == settings.address }) {
                found[index].feeds.append(feed)
            } else {
                found.append((settings, [feed]))
            }
        }
        return found
    }

    /// Makes sure that the servers could be run. Ends the program in words when one could not.
    func checkServers() throws {
        for (settings, _) in addresses {
            do throws(FeedTrouble) {
                try FeedServer.check(settings)
            } catch {
                throw Failure(.usage, say(error.english, error.chinese))
            }
        }
    }

    /// The servers of the feeds that speak HTTP, one an address, not started yet.
    func servers(_ sink: FeedSink, _ letters: DeadLetterStore, _ surroundings: HTTPSurroundings) -> [FeedServer] {
        addresses.map { settings, feeds in
            FeedServer(settings, feeds: feeds, sink: sink, letters: letters, surroundings: surroundings)
        }
    }

    /// Where a feed's bytes come from, as it would be written.
    func origin(of feed: FeedSettings) -> String {
        guard case .http(let address) = feed.origin else { return feed.origin.written }
        return "\(http.isSecure ? "https" : "http")://\(address ?? http.address)"
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

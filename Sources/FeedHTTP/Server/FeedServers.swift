import FeedTransports
import Feeds

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

    /// Makes sure that the servers could be run; throws what keeps one from it.
    package func checkServers() throws(FeedTrouble) {
        for (settings, _) in addresses { try FeedServer.check(settings) }
    }

    /// The servers of the feeds that speak HTTP, one an address, not started yet.
    package func servers(
        _ around: IntakeSurroundings, _ letters: DeadLetterStore, _ surroundings: HTTPSurroundings
    ) -> [FeedServer] {
        addresses.map { settings, feeds in
            FeedServer(settings, feeds: feeds, around: around, letters: letters, surroundings: surroundings)
        }
    }

    /// Where a feed's bytes come from, as it would be written.
    package func origin(of feed: FeedSettings) -> String {
        guard case .http(let address) = feed.origin else { return feed.origin.written }
        return "\(http.isSecure ? "https" : "http")://\(address ?? http.address)"
    }
}

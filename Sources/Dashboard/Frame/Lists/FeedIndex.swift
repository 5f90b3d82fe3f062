import DispatchModel
import Wording

/// The feeds of this console, the worst first, then by name.
package struct FeedIndex: ListOrder, Sendable {
    /// The feeds in the order of the list.
    package private(set) var feeds: [FeedStatus] = []
    private var rows: [String: Int] = [:]

    /// No feeds.
    package init() {}

    /// Number of feeds.
    package var count: Int { feeds.count }
    /// The name of the feed of a row.
    package func id(at row: Int) -> String? { feeds.indices.contains(row) ? feeds[row].name : nil }
    /// The row of a feed.
    package func row(of id: String) -> Int? { rows[id] }
    /// A feed by its name.
    package subscript(name: String) -> FeedStatus? { rows[name].map { feeds[$0] } }
    /// How many feeds can be taken for the picture of now.
    package func fresh(at now: Timestamp) -> Int { feeds.count { $0.isFresh(at: now) } }

    /// Takes the feeds as they are now; true when anything changed.
    @discardableResult
    package mutating func refresh(_ new: [FeedStatus], now: Timestamp) -> Bool {
        let sorted = new.sorted { left, right in
            let (one, other) = (left.state(at: now), right.state(at: now))
            return one == other ? left.name < right.name : one < other
        }
        guard sorted != feeds else { return false }
        feeds = sorted
        rows = Dictionary(feeds.enumerated().map { ($1.name, $0) }) { first, _ in first }
        return true
    }
}

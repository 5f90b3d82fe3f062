import Feeds
import Synchronization

/// What may be known of a feed from any thread.
final class FeedState: Sendable {
    private let counts = Mutex(FeedCounts())
    private let reached = Mutex<FileProgress?>(nil)
    private let keepProgress: @Sendable (FileProgress) -> Void
    /// The port of a listener, once it listens.
    let port = Mutex<UInt16?>(nil)

    init(keepProgress: @escaping @Sendable (FileProgress) -> Void = { _ in }) {
        self.keepProgress = keepProgress
    }

    func update(_ body: (inout FeedCounts) -> Void) { counts.withLock { body(&$0) } }
    var current: FeedCounts { counts.withLock { $0 } }

    /// Notes how far a followed file was taken.
    func note(_ progress: FileProgress) {
        reached.withLock { $0 = progress }
        keepProgress(progress)
    }
    var progress: FileProgress? { reached.withLock { $0 } }
}

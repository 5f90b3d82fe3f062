import Dashboard
import DispatchModel
import FeedTransports
import Feeds
import Journal
import Synchronization

/// The feeds of a console or of `ingest`, from their start to their end.
final class RunningFeeds: Sendable {
    private let settings: [FeedSettings]
    private let journal: any EventJournal
    private let letters: DeadLetterStore
    private let progress: ProgressStore
    private let runners = Mutex<[FeedRunner]>([])

    init(settings: [FeedSettings], folder: String, journal: any EventJournal) {
        self.settings = settings
        self.journal = journal
        letters = DeadLetterStore(folder: folder + "/dead-letters")
        progress = ProgressStore(folder: folder + "/feeds")
    }

    /// The feeds' names.
    var names: [String] { settings.map(\.name) }

    /// Begins to read into an inbox.
    func start(_ inbox: Inbox) {
        let letters = letters
        let sink = FeedSink(
            offer: { batch, settled in
                guard let settled else { return inbox.offer(batch) }
                return inbox.offer(batch) { settled($0.map(FeedOutcome.init)) }
            }, bury: { letters.keep($0) }, now: { wallTime() })
        let started = settings.compactMap { feed in
            let progress = progress
            return FeedRunner(feed, sink: sink, resume: resume(feed), letters: letters) {
                progress.save($0, of: feed.name)
            }
        }
        for runner in started { runner.start() }
        runners.withLock { $0 = started }
    }

    /// Where to go on in a feed's file.
    private func resume(_ feed: FeedSettings) -> FileResume {
        guard case .file = feed.origin else { return FileResume() }
        let progress = progress.load(feed.name)
        let journal = journal
        guard (try? journal.contains(source: feed.name)) != false else { return FileResume(progress: progress) }
        return FileResume(progress: progress) { key in
            (try? journal.contains(SourceKey(source: feed.name, id: key))) == true
        }
    }

    /// Ends reading and waits for the threads.
    func stop() {
        for runner in runners.withLock({ $0 }) { runner.stop() }
    }

    /// After ``stop()``, and once the core is closed: deals with what became of the last batches.
    func end() {
        for runner in runners.withLock({ $0 }) { runner.end() }
    }

    /// True once every feed has ended by itself.
    var haveEnded: Bool { runners.withLock { $0 }.allSatisfy { $0.waitForEnd(milliseconds: 0) } }

    /// What has come of each feed.
    var counts: [(feed: String, counts: FeedCounts)] {
        runners.withLock { $0 }.map { ($0.settings.name, $0.counts) }
    }
}

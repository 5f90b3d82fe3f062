import Dashboard
import DispatchModel
import FeedTransports
import Feeds
import Synchronization

/// The feeds of a console or of `ingest`, from their start to their end.
final class RunningFeeds: Sendable {
    /// The messages of each feed that the journal has.
    let recorded: [String: Set<String>]
    private let settings: [FeedSettings]
    private let letters: DeadLetterStore
    private let progress: ProgressStore
    private let runners = Mutex<[FeedRunner]>([])

    init(settings: [FeedSettings], folder: String, recorded: [String: Set<String>]) {
        self.settings = settings
        self.recorded = recorded
        letters = DeadLetterStore(folder: folder + "/dead-letters")
        progress = ProgressStore(folder: folder + "/feeds")
    }

    /// The feeds' names.
    var names: [String] { settings.map(\.name) }

    /// Begins to read into an inbox. A console does not keep the progress of files: it finds it from the journal.
    func start(_ inbox: Inbox, keepingProgress: Bool) {
        let letters = letters
        let sink = FeedSink(offer: { inbox.offer($0) }, bury: { letters.keep($0) }, now: { wallTime() })
        let started = settings.compactMap { feed in
            FeedRunner(
                feed, sink: sink,
                resume: FileResume(
                    progress: keepingProgress ? progress.load(feed.name) : nil, recorded: recorded[feed.name] ?? []),
                letters: letters)
        }
        for runner in started { runner.start() }
        runners.withLock { $0 = started }
    }

    /// Ends reading and waits for the threads.
    func stop() {
        for runner in runners.withLock({ $0 }) { runner.stop() }
    }

    /// True once every feed has ended by itself.
    var haveEnded: Bool { runners.withLock { $0 }.allSatisfy { $0.waitForEnd(milliseconds: 0) } }

    /// How far each followed file was offered by now.
    func offered() -> [(feed: String, progress: FileProgress)] {
        runners.withLock { $0 }.compactMap { runner in runner.progress.map { (runner.settings.name, $0) } }
    }

    /// Keeps how far files were taken, once the journal has it.
    func keep(_ reached: [(feed: String, progress: FileProgress)]) {
        for (feed, progress) in reached { self.progress.save(progress, of: feed) }
    }

    /// What has come of each feed.
    var counts: [(feed: String, counts: FeedCounts)] {
        runners.withLock { $0 }.map { ($0.settings.name, $0.counts) }
    }
}

import Dashboard
import DispatchModel
import FeedHTTP
import FeedTransports
import Feeds
import Journal
import Synchronization
import Wording

/// The feeds of a console or of `ingest`, from their start to their end.
final class RunningFeeds: Sendable {
    private let configuration: FeedConfiguration
    private let journal: any EventJournal
    /// What could not be understood.
    let letters: DeadLetterStore
    private let progress: ProgressStore
    private let started = Mutex(Timestamp.epoch)
    private let runners = Mutex<[FeedRunner]>([])
    private let servers = Mutex<[FeedServer]>([])

    private let moved: @Sendable () -> Void

    /// Feeds that are not started yet. `moved` is told whenever more of a followed file counts as read.
    init(
        configuration: FeedConfiguration, folder: String, journal: any EventJournal,
        moved: @escaping @Sendable () -> Void = {}
    ) {
        self.moved = moved
        self.configuration = configuration
        self.journal = journal
        letters = DeadLetterStore(folder: folder + "/dead-letters")
        progress = ProgressStore(folder: folder + "/feeds")
    }

    /// The feeds' names.
    var names: [String] { configuration.feeds.map(\.name) }

    /// Begins to read into an inbox.
    func start(_ inbox: Inbox) {
        let letters = letters
        let sink = FeedSink(
            offer: { batch, settled in
                guard let settled else { return inbox.offer(batch) }
                return inbox.offer(batch) { settled($0.map(FeedOutcome.init)) }
            }, bury: { letters.keep($0) }, now: { wallTime() }, steady: { steadyTime() })
        let started = configuration.feeds.compactMap { feed -> FeedRunner? in
            if case .http = feed.origin { return nil }
            let (progress, moved) = (progress, moved)
            return FeedRunner(feed, sink: sink, resume: resume(feed), letters: letters) {
                progress.save($0, of: feed.name)
                moved()
            }
        }
        self.started.withLock { $0 = wallTime() }
        for runner in started { runner.start() }
        runners.withLock { $0 = started }
        let servers = configuration.servers(sink, letters, inbox) { [weak self] in self?.counts ?? [] }
        self.servers.withLock { $0 = servers }
        for server in servers { server.start() }
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

    /// Takes no further requests; those under way are finished.
    func quiesce() {
        for server in servers.withLock({ $0 }) { server.quiesce() }
    }

    /// Ends reading and waits for the threads.
    func stop() {
        for server in servers.withLock({ $0 }) { server.stop() }
        for runner in runners.withLock({ $0 }) { runner.stop() }
    }

    /// After ``stop()``, and once the core is closed: deals with what became of the last batches.
    func end() {
        for runner in runners.withLock({ $0 }) { runner.end() }
    }

    /// True once every feed has ended by itself; a server never does.
    var haveEnded: Bool {
        servers.withLock { $0.isEmpty } && runners.withLock { $0 }.allSatisfy { $0.waitForEnd(milliseconds: 0) }
    }

    /// How each feed is doing.
    var statuses: [FeedStatus] {
        let started = started.withLock { $0 }
        let counts = Dictionary(counts.map { ($0.feed, $0.counts) }) { first, _ in first }
        let ended = runners.withLock { $0 }.filter { $0.waitForEnd(milliseconds: 0) }.map(\.settings.name)
        return configuration.feeds.map { feed in
            var status = FeedStatus(
                settings: feed, counts: counts[feed.name] ?? FeedCounts(), started: started)
            status.hasEnded = ended.contains(feed.name)
            return status
        }
    }

    /// How far a followed file counts as read, in bytes.
    func reached(_ feed: String) -> Int64 {
        runners.withLock { $0 }.first { $0.settings.name == feed }?.progress?.offset ?? 0
    }

    /// What has come of each feed.
    var counts: [(feed: String, counts: FeedCounts)] {
        runners.withLock { $0 }.map { ($0.settings.name, $0.counts) } + servers.withLock { $0 }.flatMap(\.counts)
    }
}

import Core
import DispatchModel
import FeedHTTP
import FeedTransports
import Feeds
import Formats
import JournalSQLite
import Shell
import Synchronization
import Wording

/// The feeds of a console or of `ingest`, from their start to their end.
final class RunningFeeds: Sendable {
    private let configuration: FeedConfiguration
    /// What could not be understood.
    let letters: DeadLetterStore
    private let progress: ProgressStore
    private let started = Mutex(Timestamp.epoch)
    private let runners = Mutex<[FeedRunner]>([])
    private let servers = Mutex<[FeedServer]>([])

    /// What `/healthz` tells, put up by the run loop.
    let health = HealthBoard()
    private let journalFile: String
    /// The feeds of the file as they were read last.
    private let file: Mutex<FeedConfiguration>
    private let moved: @Sendable () -> Void
    private let letterCounts: LetterCounts

    /// Feeds that are not started yet. `moved` is told whenever more of a followed file counts as read.
    init(
        configuration: FeedConfiguration, folder: String, moved: @escaping @Sendable () -> Void = {}
    ) {
        self.moved = moved
        self.configuration = configuration
        file = Mutex(configuration)
        journalFile = JournalFolder(folder).database
        letters = DeadLetterStore(folder: folder + "/dead-letters")
        letterCounts = LetterCounts(letters)
        progress = ProgressStore(folder: folder + "/feeds")
    }

    /// The feeds' names.
    var names: [String] { configuration.feeds.map(\.name) }

    /// What the settings show by themselves.
    var findings: [FeedFinding] { configuration.findings }

    /// A finding in words, with the line of the file that it is about.
    func text(_ finding: FeedFinding) -> String {
        let text = say(finding.english, finding.chinese)
        return configuration.lines[finding.feed].map { "feeds.toml:\($0): " + text } ?? text
    }

    /// Begins to read into an inbox.
    func start(_ inbox: Inbox) {
        let letters = letters
        let around = IntakeSurroundings(
            inlet: inbox, bury: { letters.numbers(keeping: $0) != nil }, now: { wallTime() }, steady: { steadyTime() })
        let started = configuration.feeds.compactMap { feed -> FeedRunner? in
            if case .http = feed.origin { return nil }
            let (progress, moved) = (progress, moved)
            return FeedRunner(
                feed, around: around, resume: progress.load(feed.name), letters: letters
            ) {
                progress.save($0, of: feed.name)
                moved()
            }
        }
        self.started.withLock { $0 = wallTime() }
        for runner in started { runner.start() }
        runners.withLock { $0 = started }
        health.note(file: journalFile)
        let surroundings = HTTPSurroundings(
            inbox: { (inbox.count, Inbox.limit) }, feeds: { [weak self] in self?.counts ?? [] },
            health: { [weak self] in self?.healthReport ?? HealthReport() },
            trouble: { [health] in health.current.trouble }, version: Version.text)
        let servers = configuration.servers(around, letters, surroundings)
        self.servers.withLock { $0 = servers }
        for server in servers { server.start() }
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

    /// How the console is doing, with the feeds that are silent.
    private var healthReport: HealthReport {
        let now = wallTime()
        var report = health.current
        report.silent = statuses.filter { $0.state(at: now) == .silent }.map(\.name)
        return report
    }

    /// How each feed is doing.
    var statuses: [FeedStatus] {
        let started = started.withLock { $0 }
        let counts = Dictionary(counts.map { ($0.feed, $0.counts) }) { first, _ in first }
        let ended = runners.withLock { $0 }.filter { $0.waitForEnd(milliseconds: 0) }.map(\.settings.name)
        let kept = letterCounts.look(at: steadyTime())
        return configuration.feeds.map { feed in
            var status = FeedStatus(
                settings: feed, counts: counts[feed.name] ?? FeedCounts(), started: started)
            status.hasEnded = ended.contains(feed.name)
            status.keptLetters = Int64(kept[feed.name] ?? 0)
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

    /// The requests that nobody's sender made, for each server.
    var strangers: [RequestsOfStrangers] { servers.withLock { $0 }.map(\.strangers) }

    // MARK: Settings read again

    /// Takes over of a file that was read again what can be changed while feeds run: the tokens of senders and the
    /// certificate. Returns what could not be, in words.
    func use(_ new: FeedConfiguration) -> [String] {
        let old = file.withLock { file in
            defer { file = new }
            return file
        }
        let fresh = Dictionary(uniqueKeysWithValues: new.feeds.map { ($0.name, $0) })
        var tokens: [String: HTTPFeedSettings] = [:]
        for feed in configuration.feeds {
            // Those of the command line stay as they are.
            tokens[feed.name] = configuration.lines[feed.name] == nil ? feed.http : fresh[feed.name]?.http
        }
        var problems: [String] = []
        for server in servers.withLock({ $0 }) {
            do throws(FeedTrouble) {
                try server.use(tokens: tokens)
            } catch {
                problems.append(say(error.english, error.chinese))
            }
        }
        for runner in runners.withLock({ $0 }) {
            if let feed = fresh[runner.settings.name] { runner.use(token: feed.tokenHash) }
        }
        let names = new.namesNeedingRestart(since: old)
        if !names.isEmpty {
            let list = NameList(names)
            problems.append(say("changed, in force after a restart: \(list.english)", "已更改，重新启动后生效：\(list.chinese)"))
        }
        return problems
    }
}

import Core
import DispatchModel
import FeedHTTP
import Foundation
import Shell
import Wording

/// Runs feeds into the journal without a screen.
struct FeedIngest {
    let run: Run
    let feeds: RunningFeeds
    /// Starts programs for what is recorded, if any are to be started.
    var notifier: RoomNotifier?
    /// What is said meanwhile.
    var log = RunLog(level: .error)
    /// What health is read from.
    var health = HealthBoard()

    private var core: EventCore { run.core }

    /// Reads until every feed has ended or it is to stop, decides and records the rest, and closes the core. Throws the
    /// journal's error when it is to stop while nothing can be recorded, or when that cannot be mended by waiting.
    ///
    /// While the journal writes one batch the next is decided. While it cannot write, nothing more is taken in and it is
    /// tried again every second; senders wait or are told to come again.
    func run(wake: WakePipe, isStopping: () -> Bool, reload: () -> Void = {}) throws {
        let inbox = run.inbox
        // What the board starts from is on disk before a feed can say anything.
        try journalStep { () throws(JournalError) in try run.begin() }
        notifier?.tell = { inbox.offer($0) }
        feeds.start(inbox)
        defer {
            inbox.close()
            feeds.stop()
            core.close()
            feeds.end()
        }
        let recording = Recording(notifier: notifier, log: log, core: core)
        var care = IngestCare(log: log)
        while true {
            reload()
            let isStopped = isStopping()
            if isStopped {
                feeds.quiesce()
                inbox.close()
            }
            let isLast = isStopped || feeds.haveEnded
            run.turn(recording)
            if let failure = core.failure, isStopped || !failure.passes {
                try journalStep { () throws(JournalError) in throw failure }
            }
            care.look(core, feeds, notifier)
            health.turn(core, now: wallTime())
            run.feeds = care.signs(of: feeds)
            if inbox.count > 0, !core.isFull { continue }
            if isLast, inbox.count == 0, !core.isWriting { return try finishCalls() }
            wait(wake)
        }
    }

    /// What is done with what a turn has found: programs are started for it, and a step of the clock is said.
    private struct Recording: RunListener {
        let notifier: RoomNotifier?
        let log: RunLog
        let core: EventCore

        func met(_ news: RunNews) {
            if let step = news.clockStep { log.say(.warning, Words(shellLanguage).clockStepped(by: step)) }
            notifier?.recorded(news.records, on: core.head)
        }
    }

    /// Makes the calls that are still to be made, and records those that could not be.
    private func finishCalls() throws {
        guard let notifier else { return }
        notifier.tell = { observations in
            for observation in observations { run.takeObservation(observation) }
            return true
        }
        notifier.finish()
        if let warning = notifier.takeWarning() { log.say(.warning, warning) }
        try journalStep { () throws(JournalError) in _ = try core.flush() }
    }

    /// Waits for something new, for the journal, for a signal, or a quarter of a second for the clocks.
    private func wait(_ wake: WakePipe) {
        var descriptors = [pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)]
        _ = poll(&descriptors, 1, 250)
        wake.drain()
    }
}

/// Says now and then what has changed while feeds run without a screen.
struct IngestCare {
    let log: RunLog
    private var reporter = FeedReporter()
    private var failure: JournalError?
    private var failedSince: Timestamp?
    private var lookedAt: Timestamp?
    private var signs: (at: Timestamp, feeds: [WriterFeed])?

    init(log: RunLog) {
        self.log = log
    }

    mutating func look(_ core: EventCore, _ feeds: RunningFeeds, _ notifier: RoomNotifier?) {
        let steady = steadyTime()
        tell(core.failure, steady)
        if let lookedAt, steady - lookedAt < Span(milliseconds: 200) { return }
        lookedAt = steady
        let wall = wallTime()
        for line in reporter.look(feeds.statuses, now: wall) + reporter.look(feeds.strangers, now: wall) {
            log.say(line.level, line.text, feed: line.feed)
        }
        if let warning = notifier?.takeWarning() { log.say(.warning, warning) }
    }

    /// How feeds do, for whoever watches the journal; looked at anew once a second.
    mutating func signs(of feeds: RunningFeeds) -> [WriterFeed] {
        let steady = steadyTime()
        if let signs, steady - signs.at < .seconds(1) { return signs.feeds }
        let wall = wallTime()
        let found = feeds.statuses.map {
            WriterFeed(
                name: $0.name, isFresh: $0.isFresh(at: wall), silence: $0.silence(at: wall), isJudged: $0.isJudged)
        }
        signs = (steady, found)
        return found
    }

    /// Says that nothing is recorded, when that begins, when the reason changes, and when it is over.
    private mutating func tell(_ now: JournalError?, _ steady: Timestamp) {
        defer { failure = now }
        if let now {
            if failedSince == nil { failedSince = steady }
            guard now.kind != failure?.kind else { return }
            let (text, remedy) = (
                say(now.message.english, now.message.chinese), say(now.remedy.english, now.remedy.chinese)
            )
            log.say(.error, say("NOT recorded: \(text); \(remedy)", "未记录：\(text)；\(remedy)"))
        } else if let since = failedSince, failure == nil {
            failedSince = nil
            let seconds = (steady - since).seconds
            log.say(.notice, say("recorded again after \(seconds) s", "\(seconds) 秒后恢复记录"))
        }
    }
}

extension JournalError {
    /// True for what may be over by itself, or after somebody has put it right while the program runs.
    var passes: Bool {
        switch kind {
        case .positionMoved, .closed, .newerVersion, .notAJournal, .wrongKind, .duplicateSource: false
        default: true
        }
    }
}

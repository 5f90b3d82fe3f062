import Dashboard
import DispatchModel
import Foundation
import Journal
import Synchronization

/// Runs feeds into the journal without a screen.
struct FeedIngest {
    let core: EventCore
    let feeds: RunningFeeds
    /// Starts programs for what is recorded.
    let notifier: RoomNotifier

    /// The most observations decided before they are written.
    private static let batch = 4096

    /// Reads until every feed has ended or a signal asks to stop, and closes the core. Throws the journal's error.
    func run(wake: WakePipe, signals: StopSignals) throws {
        let inbox = Inbox { wake.wake() }
        // What the board starts from is on disk before a feed can say anything.
        try journalStep { () throws(JournalError) in _ = try core.flush() }
        feeds.start(inbox)
        defer {
            inbox.close()
            feeds.stop()
            core.close()
            feeds.end()
        }
        while true {
            if signals.isStopping {
                feeds.quiesce()
                inbox.close()
            }
            let isLast = signals.isStopping || feeds.haveEnded
            try record(inbox)
            if isLast, inbox.count == 0 { return }
            if inbox.count == 0 { wait(wake) }
        }
    }

    /// Decides everything that waits and writes it.
    private func record(_ inbox: Inbox) throws {
        let waiting = inbox.take(limit: Inbox.limit)
        var start = 0
        while start < waiting.count {
            let end = min(waiting.count, start + FeedIngest.batch)
            for delivery in waiting[start..<end] { core.take(delivery) }
            core.tick(now: wallTime())
            try write()
            start = end
        }
        if waiting.isEmpty, !core.tick(now: wallTime()).isEmpty {
            try write()
        }
        if let warning = notifier.takeWarning() { printError(warning) }
    }

    private func write() throws {
        let recorded = try journalStep { () throws(JournalError) in try core.flush() }
        notifier.recorded(recorded, on: core.shown)
    }

    /// Waits for something new, for a signal, or a second for the clocks.
    private func wait(_ wake: WakePipe) {
        var descriptors = [pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)]
        _ = poll(&descriptors, 1, 250)
        wake.drain()
    }
}

/// Notes the signals that ask a program without a screen to stop.
final class StopSignals: Sendable {
    private final class Flag: Sendable {
        let isSet = Atomic(false)
    }

    private let flag: Flag
    /// Held so that the sources live; never used after they were made.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    /// Catches the interrupt, terminate and hang-up signals from now on.
    init() {
        let flag = Flag()
        self.flag = flag
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { flag.isSet.store(true, ordering: .releasing) }
            source.resume()
            return source
        }
    }

    /// True once one came.
    var isStopping: Bool { flag.isSet.load(ordering: .acquiring) }
}

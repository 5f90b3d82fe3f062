import Dashboard
import DispatchModel
import Foundation
import Journal
import Synchronization
import Wording

/// Runs feeds into the journal without a screen.
struct FeedIngest {
    let core: EventCore
    let feeds: RunningFeeds
    /// Starts programs for what is recorded, if any are to be started.
    var notifier: RoomNotifier?

    /// The most observations decided between two looks at the journal.
    private static let step = 1024

    /// Reads until every feed has ended or it is to stop, decides and records the rest, and closes the core. Throws the
    /// journal's error.
    ///
    /// While the journal writes one batch the next is decided.
    func run(wake: WakePipe, isStopping: () -> Bool) throws {
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
        var care = Care()
        while true {
            look(after: &care)
            let isStopped = isStopping()
            if isStopped {
                feeds.quiesce()
                inbox.close()
            }
            let isLast = isStopped || feeds.haveEnded
            try record(inbox)
            if inbox.count > 0, !core.isFull { continue }
            if isLast, inbox.count == 0, !core.isWriting { return }
            wait(wake)
        }
    }

    /// What is looked after beside the feeds.
    private struct Care {
        var clock = ClockWatch()
        var lookedAt: Timestamp?
    }

    /// Once a second looks after the journal. A step of the wall's clock is told and recorded.
    private func look(after care: inout Care) {
        let (wall, steady) = (wallTime(), steadyTime())
        if let step = care.clock.step(wall: wall, steady: steady) {
            printError(Words(shellLanguage).clockStepped(by: step))
            core.take(Observation(at: wall, actor: .system, content: .clock(ClockStepped(by: step))))
        }
        if let last = care.lookedAt, steady - last < .seconds(1) { return }
        care.lookedAt = steady
        core.lookAfterJournal()
    }

    /// Takes what the journal has finished, decides what waits, and hands it on.
    private func record(_ inbox: Inbox) throws {
        let recorded = core.finishWriting()
        notifier?.recorded(recorded, on: core.head)
        if let failure = core.failure { try journalStep { () throws(JournalError) in throw failure } }
        if !core.isFull {
            for delivery in inbox.take(limit: FeedIngest.step) { core.take(delivery) }
            core.tick(now: wallTime(), steady: steadyTime())
            core.startWriting()
        }
        if let warning = notifier?.takeWarning() { printError(warning) }
    }

    /// Waits for something new, for the journal, for a signal, or a quarter of a second for the clocks.
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

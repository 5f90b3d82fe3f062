import Core
import DispatchModel
import Feeds
import Shell
import Wording

extension FeedStatus {
    /// A feed as the console shows it, from its settings and what has come of it.
    init(settings: FeedSettings, counts: FeedCounts, started: Timestamp) {
        self.init(name: settings.name)
        origin = settings.origin.written
        self.started = started
        heartbeat = settings.heartbeat
        rateLimit = settings.rate
        last = counts.lastNow
        trouble = counts.trouble.map { BilingualText($0.english, $0.chinese) }
        lag = counts.lag
        skew = counts.skew
        taken = counts.taken
        refused = counts.refused
        faults = counts.faults
        repetitions = counts.repetitions
        late = counts.marks[.late] ?? 0
        future = counts.marks[.future] ?? 0
        ancient = counts.marks[.ancient] ?? 0
        outOfOrder = counts.marks[.outOfOrder] ?? 0
        doubtful = counts.doubtful
        heldBack = counts.heldBack
        forgotten = counts.forgotten
        lostLetters = counts.lostLetters
        unkept = counts.unkept
        strangers = counts.strangers
        reopened = counts.reopened
    }
}

extension FeedCounts {
    /// When the feed last spoke, as the wall's clock shows it now: moved along when that was put forward or back since.
    var lastNow: Timestamp? {
        guard let last, let heard else { return last }
        let measured = wallTime() - (steadyTime() - heard)
        return (measured - last).milliseconds.magnitude < ClockWatch.tolerance.milliseconds.magnitude ? last : measured
    }
}

import DispatchModel
import Glibc

/// Plays sources into a core without a screen, as fast as the journal takes it or by a clock.
package struct HeadlessPlayer {
    private let core: EventCore
    private var sources: [any ObservationSource]
    private var clock: BoardClock
    /// Board time after which nothing of the log is left; crews' further reports are not waited for.
    private let end: Timestamp

    private var passedOver = Timestamp(milliseconds: .min)

    /// Events written in one transaction.
    private static let batch = 1000

    /// A player of these sources.
    package init(core: EventCore, sources: [any ObservationSource], clock: BoardClock, end: Timestamp) {
        self.core = core
        self.sources = sources
        self.clock = clock
        self.end = end
    }

    /// Plays to the end. `progress` is told how many observations were taken. Throws the journal's error.
    package mutating func play(
        wall: () -> Timestamp, progress: (Int) -> Void
    ) throws(JournalError) {
        var taken = 0
        var decided = 0
        while let due = nextDue, due <= end {
            try tick(upTo: due)
            wait(until: due, wall: wall)
            let before = taken
            for index in sources.indices {
                for observation in sources[index].due(at: due, board: core.shown) {
                    decided += core.take(observation).count
                    taken += 1
                }
            }
            // A crew says its next milestone once the board has its last one.
            if taken == before {
                try record()
                if nextDue == due { passedOver = due }
            }
            guard decided >= HeadlessPlayer.batch || !clock.isUnlimited else { continue }
            decided = 0
            try record()
            progress(taken)
        }
        try tick(upTo: end)
        try record()
        progress(taken)
    }

    /// Deadlines fall due between the observations, each at its own time.
    private mutating func tick(upTo moment: Timestamp) throws(JournalError) {
        while let due = core.nextDue, due <= moment {
            core.tick(now: max(due, core.head.lastEventAt))
        }
    }

    /// The next time at which a source has something, after those times at which none had anything after all.
    private var nextDue: Timestamp? {
        sources.compactMap(\.nextDue).filter { $0 > passedOver }.min()
    }

    private mutating func record() throws(JournalError) {
        for event in try core.flush() {
            for index in sources.indices { sources[index].observe(event, board: core.shown) }
        }
    }

    private mutating func wait(until moment: Timestamp, wall: () -> Timestamp) {
        clock.advance(to: min(moment, clock.now(wall: wall())), wall: wall())
        guard !clock.isUnlimited, let at = clock.wall(at: moment) else { return }
        let milliseconds = (at - wall()).milliseconds
        if milliseconds > 0 { _ = poll(nil, 0, Int32(min(milliseconds, Int64(Int32.max)))) }
    }
}

import DispatchModel
import Glibc

/// Everything that moves board time and brings facts in, in one order: finish → retry → sources → inbox → tick → write.
///
/// One thread owns it, and calls ``turn(_:)`` whenever something may be due or has come; in an exercise
/// ``advance(to:budget:telling:each:)``, for a log without a screen ``play(to:progress:)``. How board time moves is its
/// ``Pace``. Who wants to know what was found is handed to each of them and told in its place in the order.
package final class Run {
    /// How board time moves.
    package enum Pace {
        /// In turns, by the clock: live by the world's, or paced by one of its own.
        case clocked
        /// In turns or to the end of a log, without a screen.
        case headless
        /// From one due time to the next in order, as far as whoever drives says; what is decided is shown.
        case stepped(from: Timestamp)
        /// As the program says that writes the journal; nothing is decided here.
        case watching(WatchedJournal)
    }

    /// The one way for data.
    package let core: EventCore
    /// What feeds say from other threads.
    package let inbox: Inbox
    /// Board time, where it does not go in steps.
    package var clock: BoardClock
    /// How the feeds of this program do, for whoever watches the journal; whoever runs them says so about every second.
    package var feeds: [WriterFeed] = []
    /// When somebody was last heard, by what they said; nil before.
    package private(set) var lastHeard: Timestamp?

    private let time: MachineTime
    private var sources: [any ObservationSource]
    private var dispatcher: (any OrderSource)?
    /// Board time where it goes in steps.
    private var moment: Timestamp?
    /// What is followed by who only watches.
    private var following: WriterFollowing?
    private let isHeadless: Bool
    /// When the journal was last looked after, and what was said then about the clock.
    private var lookedAfter: (at: Timestamp, said: WriterClock?)?
    private var clockWatch = ClockWatch()
    private var triedAt = Timestamp.epoch

    /// A run of a core. `dispatcher` gives orders in a stepped one; nil for a person.
    package init(
        _ core: EventCore, pace: Pace = .clocked, clock: BoardClock = BoardClock(), time: MachineTime,
        sources: [any ObservationSource] = [], dispatcher: (any OrderSource)? = nil, inbox: Inbox = Inbox {}
    ) {
        self.core = core
        self.clock = clock
        self.time = time
        self.sources = sources
        self.dispatcher = dispatcher
        self.inbox = inbox
        var (isHeadless, following) = (false, WriterFollowing?.none)
        switch pace {
        case .clocked: break
        case .headless: isHeadless = true
        case .stepped(let start): moment = start
        case .watching(let journal): following = WriterFollowing(journal)
        }
        (self.isHeadless, self.following) = (isHeadless, following)
    }

    // MARK: Time

    /// Board time.
    package var now: Timestamp { moment ?? clock.now(wall: clockTime) }
    /// What board time is measured by: the wall's clock live, time that never steps for one of its own.
    package var clockTime: Timestamp { clock.isAdjustable ? time.steady() : time.wall() }
    /// True where board time goes in steps.
    package var isStepped: Bool { moment != nil }
    /// True when board time stands still on purpose.
    package var standsStill: Bool { following?.isPaused ?? clock.isPaused }

    /// Board time at which something next happens of its own accord, in a stepped run; nil once its world has ended.
    package var nextDue: Timestamp? {
        guard let world = nextSaid else { return nil }
        return [core.nextDue, dispatcher?.nextLook].compactMap { $0 }.reduce(world) { min($0, $1) }
    }

    /// When a source next has something to say.
    private var nextSaid: Timestamp? { sources.compactMap(\.nextDue).min() }

    /// Milliseconds until there is something to do; nil when nothing ever is by itself.
    package func untilDue() -> Int64? {
        if inbox.count > 0, !core.isFull { return 0 }
        if following != nil { return Run.watchInterval }
        guard !core.isFull else { return nil }
        var due = [isStepped ? nextDue : nextSaid].compactMap { $0 }
        // At unlimited speed board time stands still between the sources' times, so a later deadline never comes by itself.
        if let clocks = core.nextDue, !clock.isUnlimited || clocks <= now { due.append(clocks) }
        let clockTime = clockTime
        return due.compactMap { clock.wall(at: $0).map { max(0, ($0 - clockTime).milliseconds) } }.min()
    }

    // MARK: Sources and writer

    /// True when there is a source to be heard besides the world of an exercise.
    package var hasSources: Bool { sources.contains { $0.kind != .exercise } }
    /// True once everything of a log has been said, and nothing more comes.
    package var isLogAtItsEnd: Bool { sources.contains { $0.kind == .log } && nextSaid == nil }
    /// True once a roster has been read, and there is no other source.
    package var isRosterRead: Bool { hasSources && nextSaid == nil && sources.allSatisfy { $0.kind == .roster } }

    /// What is wrong with the picture of who only watches; nil while it is live.
    package var writerTrouble: WriterWatch.Trouble? { following?.trouble(at: time.steady()) }
    /// What the writer of what is watched last said about itself; nil before it was heard.
    package var writerSign: WriterSign? { following?.watch.sign }
    /// When the writer of what is watched gave its last sign of life, by a time that never steps.
    package var writerHeard: Timestamp? { following?.watch.heard }

    // MARK: Turns

    /// Looks around, then finish → retry → sources → inbox → tick → write, each as far as there is something to do.
    package func turn(_ listener: (any RunListener)? = nil) {
        let step = lookAround()
        guard following == nil else { return follow(listener, step) }
        let recorded = core.finishWriting()
        // In a stepped run sources and listeners know since it was decided.
        if !isStepped { observe(recorded) }
        let isRetrying = core.failure != nil && time.steady() - triedAt >= Run.retryInterval
        listener?.met(RunNews(isStepped ? [] : recorded, clockStep: step, isRetrying: isRetrying))
        if isRetrying {
            triedAt = time.steady()
            core.retry()
        }
        if !isStepped {
            guard !core.isFull else { return }
            takeWhatIsDue(listener)
            for delivery in inbox.takeDeliveries(limit: isHeadless ? Run.headlessBound : Run.bound) {
                takeDelivery(delivery, listener)
            }
            core.tick(now: now, steady: time.steady())
        }
        core.startWriting()
    }

    /// The journal, or its writer, is looked after about every second, and the wall's clock always. A step of the clock is
    /// recorded where live data is: times before and after it are of two scales. Returns the step.
    @discardableResult
    package func lookAround() -> Span? {
        let step = clockWatch.step(wall: time.wall(), steady: time.steady())
        guard following == nil else {
            let (board, clockTime) = (core.shown, clockTime)
            following?.look(at: board, &clock, time, clockTime: clockTime)
            return step
        }
        if let step, !clock.isAdjustable {
            takeObservation(Observation(at: now, actor: .system, content: .clock(ClockStepped(by: step))))
        }
        // Whoever watches is told at once when the clock runs otherwise.
        let (steady, said) = (time.steady(), writerClock)
        if let last = lookedAfter, steady - last.at < Run.retryInterval,
            said == nil || last.said.map({ said?.runs(like: $0) == true }) ?? false
        {
            return step
        }
        lookedAfter = (steady, said)
        core.lookAfterJournal(clock: said, feeds: feeds)
        return step
    }

    /// How board time runs here, for whoever watches; nil where it is the world's.
    private var writerClock: WriterClock? {
        guard clock.isAdjustable else { return nil }
        return WriterClock(board: now, wall: time.wall(), speed: clock.speed, isPaused: clock.isPaused)
    }

    /// Who only watches follows what the writer appends.
    private func follow(_ listener: (any RunListener)?, _ step: Span?) {
        let records = following?.read(after: core.shown.position, at: time.steady()) ?? []
        core.follow(records)
        // The clock of a recording that is still being made is its writer's.
        clock.advance(to: core.shown.lastEventAt, wall: clockTime)
        listener?.met(RunNews(records, clockStep: step))
    }

    /// What has come due by board time. At unlimited speed board time jumps from one due time to the next.
    private func takeWhatIsDue(_ listener: (any RunListener)?) {
        guard clock.isUnlimited, !clock.isPaused else {
            takeFromSources(at: now, listener)
            return
        }
        for _ in 0..<Run.bound {
            guard let due = nextSaid else { return }
            clock.advance(to: due, wall: clockTime)
            core.tick(now: now)
            takeFromSources(at: now, listener)
        }
    }

    // MARK: Taking in

    /// What an observation of the program itself, or of what it plays, says. Nobody is told.
    package func takeObservation(_ observation: Observation) { takeDelivery(Delivery(observation), nil) }

    @discardableResult
    private func takeDelivery(_ delivery: Delivery, _ listener: (any RunListener)?) -> Int {
        lastHeard = max(lastHeard ?? .epoch, delivery.observation.at)
        let events = core.takeDelivery(delivery).count
        listener?.heard(delivery.observation)
        if isStepped { tellDecided(listener) }
        return events
    }

    /// Has every source in turn say what is due, and takes it. Returns how many observations that were, and their events.
    @discardableResult
    private func takeFromSources(
        at now: Timestamp, _ listener: (any RunListener)?
    ) -> (observations: Int, events: Int) {
        var count = (observations: 0, events: 0)
        for index in sources.indices {
            for observation in sources[index].due(at: now, board: core.told) {
                count.observations += 1
                count.events += takeDelivery(Delivery(observation), listener)
            }
        }
        return count
    }

    private func observe(_ records: [EventRecord]) {
        guard !records.isEmpty, !sources.isEmpty else { return }
        let board = core.told
        for record in records {
            for index in sources.indices { sources[index].observe(record, board: board) }
        }
    }

    /// Takes what the sources have to say at the start, and has it on disk before anybody else can say anything. Throws the
    /// journal's error.
    package func begin() throws(JournalError) {
        takeFromSources(at: now, nil)
        _ = try core.flush()
    }

    /// Takes nothing more in, and decides and records what feeds were told is taken, and what waits to be recorded.
    package func takeTheRest() {
        core.retry()
        inbox.close()
        while !core.isStuck, inbox.count > 0 {
            for delivery in inbox.takeDeliveries(limit: EventCore.batchLimit) { core.takeDelivery(delivery) }
            _ = try? core.flush()
        }
        _ = try? core.flush()
    }

    // MARK: Steps

    /// Moves board time ahead, through at most so many due times in order; true when it got there, or its world has ended
    /// first. At each of them the clocks speak, then the world until it has nothing more to say, then who gives orders.
    /// What is decided is told at once, before anything else happens. `each` follows each due time.
    @discardableResult
    package func advance(
        to target: Timestamp, budget: Int = .max, telling listener: any RunListener, each: () -> Void = {}
    ) -> Bool {
        var left = budget
        while let due = nextDue, due <= target {
            guard left > 0, core.failure == nil else { return false }
            left -= 1
            lookAround()
            happen(at: max(due, now), listener)
            each()
        }
        if nextSaid != nil { moment = max(now, target) }
        return true
    }

    /// Everything due at one time.
    private func happen(at instant: Timestamp, _ listener: any RunListener) {
        moment = instant
        tickAtOnce(listener)
        while takeFromSources(at: instant, listener).observations > 0 {}
        tickAtOnce(listener)
        // The journal catches up when far too much waits for it.
        if core.isFull, core.failure == nil { _ = try? core.flush() } else { core.startWriting() }
        guard nextSaid != nil, let orders = dispatcher?.orders(board: core.head, now: instant) else { return }
        for order in orders {
            _ = core.perform(order, now: instant)
            tellDecided(listener)
        }
    }

    /// Raises and clears what the clocks say at the present time.
    private func tickAtOnce(_ listener: any RunListener) {
        while let due = core.nextDue, due <= now {
            let raised = core.tick(now: now)
            tellDecided(listener)
            if raised.isEmpty { break }
        }
    }

    /// Tells the sources and a listener what was decided, as by an order that somebody gave.
    package func tellDecided(_ listener: (any RunListener)?) {
        let records = core.takeDecided()
        guard !records.isEmpty else { return }
        observe(records)
        listener?.met(RunNews(records))
    }

    // MARK: Without a screen

    /// Plays the sources to an end, after which nothing of the log is left (crews' further reports are not waited for): as
    /// fast as the journal takes it, or by the clock. `progress` is told how many observations were taken. Meanwhile the
    /// journal is looked after as in turns. False when it was stopped before its end; what it had taken is recorded. Throws
    /// the journal's error.
    @discardableResult
    package func play(
        to end: Timestamp, progress: (Int) -> Void = { _ in }, isStopping: () -> Bool = { false }
    ) throws(JournalError) -> Bool {
        var (taken, decided) = (0, 0)
        // Times at which no source had anything after all.
        var passedOver = Timestamp(milliseconds: .min)
        func next() -> Timestamp? { sources.compactMap(\.nextDue).filter { $0 > passedOver }.min() }
        while let due = next(), due <= end {
            lookAround()
            if !isStopping() {
                tick(upTo: due)
                wait(until: due, isStopping)
            }
            guard !isStopping() else {
                try record()
                progress(taken)
                return false
            }
            let said = takeFromSources(at: due, nil)
            (taken, decided) = (taken + said.observations, decided + said.events)
            // A crew says its next milestone once the board has its last one.
            if said.observations == 0 {
                try record()
                if next() == due { passedOver = due }
            }
            guard decided >= Run.transaction || !clock.isUnlimited else { continue }
            decided = 0
            try record()
            progress(taken)
        }
        tick(upTo: end)
        try record()
        progress(taken)
        return true
    }

    /// Deadlines fall due between the observations, each at its own time.
    private func tick(upTo end: Timestamp) {
        while let due = core.nextDue, due <= end { core.tick(now: max(due, core.head.lastEventAt)) }
    }

    private func record() throws(JournalError) { observe(try core.flush()) }

    /// Waits by the clock, and looks around meanwhile.
    private func wait(until due: Timestamp, _ isStopping: () -> Bool) {
        clock.advance(to: min(due, now), wall: clockTime)
        guard !clock.isUnlimited, let at = clock.wall(at: due) else { return }
        var left = (at - clockTime).milliseconds
        while left > 0, !isStopping() {
            let part = min(left, Run.watchInterval)
            _ = poll(nil, 0, Int32(part))
            lookAround()
            left = min(left - part, (at - clockTime).milliseconds)
        }
    }

    // MARK: Bounds

    /// The most observations taken from the inbox, and due times gone through, between two looks at the keyboard.
    package static let bound = 128
    /// The most observations decided between two looks at the journal where there is no keyboard.
    static let headlessBound = 1024
    /// Events written in one transaction where a log is played without a screen.
    static let transaction = 1000
    /// How long after a try the journal is tried again, and how often it is looked after.
    static let retryInterval = Span.seconds(1)
    /// Milliseconds between two looks at what another program has recorded.
    static let watchInterval: Int64 = 250
}

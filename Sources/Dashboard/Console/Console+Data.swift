import Core
import DispatchModel
import DispatchPolicy

extension Console {
    /// Milliseconds until something is due without a key; nil when nothing ever is.
    func timeout(due: Timestamp? = nil) -> Int? {
        let (wall, steady) = (surroundings.wall(), surroundings.steady())
        if inbox.count > 0, !core.isFull { return 0 }
        // The clock in the strip counts seconds of the wall.
        var wait = 1000 - wall.rawValue % 1000
        if isDirty { wait = min(wait, painter.wait(at: steady)) }
        if blinks { wait = min(wait, 250 - wall.rawValue % 250) }
        if let due = pastTimeout() { wait = min(wait, due) }
        if settings.watching { return Int(max(0, min(wait, Console.watchInterval))) }
        if let due = (sources.compactMap(\.nextDue) + [due].compactMap { $0 }).min() {
            wait = min(wait, untilDue(due, clockTime))
        }
        // At unlimited speed board time stands still between the sources' times, so a later deadline never comes by itself.
        if let due = core.nextDue, !clock.isUnlimited || due <= presentNow {
            wait = min(wait, untilDue(due, clockTime))
        }
        return Int(max(0, wait))
    }

    /// Milliseconds between two looks at what another console has recorded.
    private static let watchInterval: Int64 = 250

    private func untilDue(_ due: Timestamp, _ wall: Timestamp) -> Int64 {
        guard !core.isFull, let at = clock.wall(at: due) else { return .max }
        return max(0, (at - wall).milliseconds)
    }

    /// True while something on the screen flashes.
    var blinks: Bool { view.alerts.unanswered.high > 0 }

    /// Takes what has been recorded, what is due and what has come in, and hands on what was decided.
    func takeData() {
        travelOn()
        lookAround()
        lookAtFeeds()
        Layers.change(self) { $0.look(on: self) }
        lookAtScorecard()
        if settings.watching { return watch() }
        let recorded = core.finishWriting()
        show(recorded)
        surroundings.recorded(recorded, core.shown)
        if let warning = surroundings.warning() { say(.warning, warning) }
        if let failure = core.takeSnapshotFailure() {
            say(.warning, words.snapshotNotKept(because: text(failure.message)))
        }
        tellLostCommands()
        retryAfterFailure()
        enterCallsAgain()
        guard !core.isFull else { return }
        takeFromSources()
        let now = presentNow
        for delivery in inbox.take(limit: Console.observationsPerStep) { take(delivery) }
        core.tick(now: now, steady: surroundings.steady())
        core.startWriting()
        if clockTicked { isDirty = true }
    }

    /// What has come due by board time. At unlimited speed board time jumps from one due time to the next.
    private func takeFromSources() {
        let rounds = clock.isUnlimited && !clock.isPaused ? Console.observationsPerStep : 1
        for _ in 0..<rounds {
            if rounds > 1 {
                guard let due = sources.compactMap(\.nextDue).min() else { return }
                clock.advance(to: due, wall: clockTime)
                core.tick(now: presentNow)
            }
            for index in sources.indices {
                for observation in sources[index].due(at: presentNow, board: core.shown) { take(observation) }
            }
        }
    }

    func take(_ observation: Observation) { take(Delivery(observation)) }

    private func take(_ delivery: Delivery) {
        let observation = delivery.observation
        lastHeardFromSource = max(lastHeardFromSource ?? .epoch, observation.at)
        core.take(delivery)
        if let callsign = observation.content.located, let unit = core.shown.unit(callsign: callsign) {
            touched.note(heard: unit.id)
            isDirty = true
        }
    }

    /// Takes nothing more in, and decides what feeds were told is taken.
    func takeTheRest() {
        inbox.close()
        while !core.isStuck, inbox.count > 0 {
            for delivery in inbox.take(limit: EventCore.batchLimit) { core.take(delivery) }
            _ = try? core.flush()
        }
    }

    /// A console that only watches follows what the writer appends.
    private func watch() {
        let records = readAppended()
        core.follow(records)
        // The clock of a recording that is still being made is its writer's.
        clock.advance(to: core.shown.lastEventAt, wall: clockTime)
        show(records)
        if clockTicked { isDirty = true }
    }

    /// Takes notice of events that are on disk now.
    func show(_ records: [EventRecord]) {
        guard !records.isEmpty else { return }
        isDirty = true
        for record in records {
            if !isInThePast {
                touched.note(record)
                noteActivity(record)
            } else {
                travel.past?.touched.note(record)
            }
            if record.actor == actor { orders.changes.note(record) }
            if case .reportAdded(let event) = record.body, record.actor != actor { view.unheard.insert(event.incident) }
            for index in sources.indices { sources[index].observe(record, board: core.shown) }
            ringIfNeeded(record)
        }
        tellRecorded(upTo: core.shown.position)
        if let call = records.callForHelp { attend(to: call) }
    }

    func noteActivity(_ record: EventRecord) {
        if record.body.isRoutine { return }
        view.activity.insert(record, at: 0)
        // Somebody who reads further down keeps their place.
        if view.activityOffset > 0 { view.activityOffset = min(view.activityOffset + 1, Console.activityLimit - 1) }
        if view.activity.count > Console.activityLimit { view.activity.removeLast() }
    }

    /// One bell for a new P1, a high alert or one that nobody answers, at most one in two seconds. What is hidden or not
    /// meant makes no sound.
    private func ringIfNeeded(_ record: EventRecord) {
        let loud: Bool =
            switch record.body {
            case .incidentReported(let event): event.priority == .p1
            case .alertRaised(let event): isLoud(event.alert)
            case .alertSeverityRaised(let event): isLoud(event.alert)
            case .alertEscalated(let event): isLoud(event.alert)
            default: false
            }
        if settings.bell, loud, teller.mayRing(at: surroundings.steady()) { screen.bell() }
    }

    private func isLoud(_ id: AlertID) -> Bool {
        guard let alert = core.shown.alerts[id] else { return false }
        return alert.severity == .high && alert.asksForAnswer && alert.isMeant
    }

    /// While nothing can be recorded it is tried again every second; a bar says so until it has worked.
    func retryAfterFailure() {
        guard core.failure != nil else { return }
        let steady = surroundings.steady()
        guard steady - lastRetry >= .seconds(1) else { return }
        lastRetry = steady
        isDirty = true
        core.retry()
    }

    /// True once in every second of the wall, and at every half flash while something flashes.
    var clockTicked: Bool {
        painter.hasTicked(wall: surroundings.wall(), period: blinks ? 250 : 1000)
    }
}

extension Observation.Content {
    /// The unit whose position it tells or doubts; nil for everything else.
    fileprivate var located: String? {
        switch self {
        case .position(let callsign, _, _), .doubtfulPosition(let callsign, _): callsign
        default: nil
        }
    }
}

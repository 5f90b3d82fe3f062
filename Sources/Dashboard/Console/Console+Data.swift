import Core
import DispatchModel
import DispatchPolicy

extension Console {
    /// Milliseconds until something is due without a key.
    func timeout() -> Int? {
        let (wall, steady) = (surroundings.wall(), surroundings.steady())
        if attention.detail.places.isBehind, detailEvents.looksAtPlacesWhenIdle { return 0 }
        // The clock in the strip counts seconds of the wall.
        var wait = 1000 - wall.rawValue % 1000
        if isDirty { wait = min(wait, painter.wait(at: steady)) }
        if blinks { wait = min(wait, 250 - wall.rawValue % 250) }
        if let due = travel.timeout() { wait = min(wait, due) }
        if let due = run.untilDue() { wait = min(wait, due) }
        return Int(max(0, wait))
    }

    /// True while something on the screen flashes.
    var blinks: Bool { view.alerts.unanswered.high > 0 }

    /// Takes what has been recorded, what is due and what has come in, and hands on what was decided.
    func takeData() {
        journey.goOn()
        themeDesk.look()
        ruleDesk.look()
        for room in Rooms.all { room.look(on: self) }
        Layers.change(self) { $0.look(on: self) }
        run.turn(self)
        ruleDesk.follow()
        if clockTicked { isDirty = true }
    }

    /// Takes notice of events that are on disk now.
    func show(_ records: [EventRecord]) {
        guard !records.isEmpty else { return }
        isDirty = true
        for record in records {
            if !isInThePast {
                view.touched.note(record)
                view.noteActivity(record)
            } else {
                travel.past?.touched.note(record)
            }
            if record.actor == actor { orders.changes.note(record) }
            if case .reportAdded(let event) = record.body, record.actor != actor { view.unheard.insert(event.incident) }
            ringIfNeeded(record)
        }
        orderOutcomes.tellRecorded(upTo: core.shown.position)
        if let call = records.callForHelp { emergencyCalls.attend(to: call) }
    }

    /// One bell for a new P1, a high alert or one that nobody answers, at most one in two seconds. What is hidden or not
    /// meant makes no sound.
    private func ringIfNeeded(_ record: EventRecord) {
        if settings.bell, isLoud(record.body), teller.mayRing(at: surroundings.steady()) { screen.bell() }
    }

    private func isLoud(_ body: EventBody) -> Bool {
        if case .incidentReported(let event) = body { return event.priority == .p1 }
        if case .alertRaised(let event) = body { return isLoud(event.alert) }
        if case .alertSeverityRaised(let event) = body { return isLoud(event.alert) }
        if case .alertEscalated(let event) = body { return isLoud(event.alert) }
        return false
    }

    private func isLoud(_ id: AlertID) -> Bool {
        guard let alert = core.shown.alerts[id] else { return false }
        return alert.severity == .high && alert.asksForAnswer && alert.isMeant
    }

    /// True once in every second of the wall, and at every half flash while something flashes.
    var clockTicked: Bool {
        painter.hasTicked(wall: surroundings.wall(), period: blinks ? 250 : 1000)
    }
}

extension Console: RunListener {
    /// Takes notice of what a turn has found, before anything further is taken in.
    package func met(_ news: RunNews) {
        if let step = news.clockStep { statusRefresh.noteClockStep(step) }
        if news.isRetrying { isDirty = true }
        if let warning = surroundings.warning() { say(.warning, warning) }
        // In steps whoever drives tells what was decided, and enters nothing by itself.
        if run.isStepped { return }
        show(news.records)
        if settings.watching { return }
        surroundings.recorded(news.records, core.shown)
        if let failure = core.takeSnapshotFailure() {
            say(.warning, words.snapshotNotKept(because: text(failure.message)))
        }
        orderOutcomes.tellLostCommands()
        emergencyCalls.enterAgain()
    }

    /// Takes notice of where a unit was heard: that has no event of its own.
    package func heard(_ observation: Observation) {
        guard let callsign = observation.content.located, let unit = core.shown.unit(callsign: callsign) else { return }
        view.touched.note(heard: unit.id)
        isDirty = true
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

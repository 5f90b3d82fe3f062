import Dashboard
import DispatchModel
import Drills
import Wording

extension DrillSession {
    /// How the drill stands.
    func status() -> ControlStatus {
        let clock = play.console.boardClock
        let board = play.core.head
        let scenario = play.scenario
        var status = ControlStatus(
            drill: identity.name, scenario: scenario.id, title: scenario.title, seed: identity.seed,
            trainee: identity.trainee, at: play.now.rawValue, began: scenario.start.rawValue,
            secondsEast: identity.secondsEast(play.now), speed: clock.isUnlimited ? 0 : clock.speed,
            paused: clock.isPaused, position: board.position)
        status.ends = play.director.latestEnd.rawValue
        status.open = board.incidents.elements.count(where: \.isOpen)
        status.waiting = board.incidents.elements.count { $0.isWaiting && !$0.held }
        status.units = board.units.elements.count { $0.status != .outOfService }
        status.free = board.units.elements.count(where: \.isFree)
        status.alerts = board.alerts.elements.count { !$0.acknowledged }
        status.injects = play.director.injects.map(ControlStatus.Inject.init)
        status.objectives = objectives()
        status.actions = play.actions.map { action($0, board) }
        status.snapshots = snapshots
        status.ahead = end != nil ? nil : jump.map { .init(at: $0.rawValue, secondsEast: identity.secondsEast($0)) }
        status.ended = end?.reason.text
        status.held = heldSoFar.count > 0 ? heldSoFar.length.milliseconds : nil
        if isStuck { status.trouble = ControlStatus.Text { $0.exercise.journalStuck } }
        return status
    }

    private func objectives() -> [ControlStatus.Objective] {
        score.latest(of: play, orders).map { result in
            ControlStatus.Objective(
                title: result.objective.title,
                met: result.outcome == .notMeasured ? nil : result.outcome == .met,
                evidence: ControlStatus.Text { ResultPage.figures(result, $0) })
        }
    }

    private func action(_ record: EventRecord, _ board: Board) -> ControlStatus.Action {
        ControlStatus.Action(
            at: record.at.rawValue, text: ControlStatus.Text { $0.happening(record.body, on: board) })
    }
}

extension ControlStatus.Text {
    /// What `say` says in both languages, with the zone and the keys of `words`.
    init(_ words: Words = Words(.english), _ say: (Words) -> String) {
        func text(_ language: Language) -> String {
            var words = words
            words.language = language
            return say(words)
        }
        self.init(text(.english), text(.chinese))
    }
}

extension ControlStatus.Inject {
    /// An inject as the director sees it.
    init(_ progress: InjectProgress) {
        self.init(id: progress.id, title: progress.title)
        planned = progress.planned?.rawValue
        if progress.planned == nil {
            condition =
                progress.condition.isEmpty
                ? ControlStatus.Text { $0.exercise.byHand } : .init(progress.condition, progress.condition)
        }
        fired = progress.fired?.rawValue
        answered = progress.answered?.rawValue
        expected = progress.expected
        note = progress.note.isEmpty ? nil : progress.note
    }
}

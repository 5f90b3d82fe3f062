import DispatchModel
import Districts

/// Leads a drill: gives out everything that the player's board hears, and keeps the script.
///
/// A pure value that knows the board only from what it is shown: a copy is a snapshot, and the same scenario, seed and
/// records give the same observations. Show it every record behind `Board.apply`. When `nextDue` has come, ask `due`,
/// decide what it gives, and ask again until it gives nothing.
package struct DrillDirector: Sendable {
    /// What is played.
    package let scenario: Scenario
    /// The seed of everything that chance decides.
    package let seed: UInt64
    /// What the player was told, oldest first, at most `messageLimit`.
    package private(set) var messages: [DrillMessage] = []
    /// How the drill ended; nil while it runs.
    package private(set) var ending: DrillEnding?

    /// The most messages kept; the oldest go.
    package static let messageLimit = 500

    private var script: InjectScript
    private var crews: CrewModel
    private var calls: DrillCalls
    private var absences: Absences
    /// What is to be said at a time: the district at the beginning, the trainer's doings, what an inject leaves for later.
    private var agenda: Agenda
    /// When the passing of time may make the end condition true.
    private var endCheck: Timestamp?

    /// A director at the beginning of a drill.
    package init(scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        self.seed = seed
        script = InjectScript(scenario.injects, start: scenario.start)
        crews = CrewModel(seed: seed, setting: CrewSetting(scenario, seed: seed))
        crews.travel = scenario.district.travel
        calls = DrillCalls(scenario, seed: seed)
        absences = Absences(scenario, seed: seed)
        agenda = Agenda(scenario.setup())
    }

    /// The next board time at which something happens, the drill's end included; nil once it has ended.
    package var nextDue: Timestamp? {
        guard ending == nil else { return nil }
        let next = [agenda.nextDue, script.nextDue, calls.nextDue, absences.nextDue, crews.nextDue, endCheck]
        return next.compactMap { $0 }.reduce(latestEnd) { min($0, $1) }
    }

    /// When the drill ends at the latest.
    package var latestEnd: Timestamp { scenario.start + scenario.end.after }

    /// What is heard up to an instant, in the order of time.
    package mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        guard ending == nil else { return [] }
        checkEnd(at: now, board: board)
        guard ending == nil else { return [] }
        var heard = agenda.due(at: now)
        for (index, at) in script.due(at: now, board: board) {
            heard += play(scenario.injects[index], at: at, board: board)
        }
        for call in calls.due(at: now) {
            if let work = call.work, let source = call.observation.source { crews.setting.remember(work, of: source) }
            heard.append(call.observation)
        }
        heard += absences.due(at: now, board: board)
        heard += crews.due(until: now, board: board)
        return heard.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// Takes notice of what was recorded, after the board has folded it.
    package mutating func observe(_ record: EventRecord, board: Board) {
        if case .unitPositionReported = record.body { return }
        guard ending == nil else { return }
        script.observe(record, board: board)
        crews.observe(record, board: board)
        if let when = scenario.end.when, when.holds(script.situation, board: board, now: record.at) {
            endCheck = record.at
        }
    }

    /// Ends the drill when its time is up or its end condition holds.
    private mutating func checkEnd(at now: Timestamp, board: Board) {
        if now >= latestEnd {
            ending = DrillEnding(at: latestEnd, reason: .time)
        } else if let when = scenario.end.when {
            if when.holds(script.situation, board: board, now: now) {
                ending = DrillEnding(at: now, reason: .condition)
            }
            endCheck = when.nextDue(script.situation, after: now)
        }
    }
}

extension DrillDirector {
    /// How far each inject has come, in the order of the scenario.
    package var injects: [InjectProgress] {
        scenario.injects.enumerated().map { index, inject in
            var condition = ""
            if case .when(let when, _) = inject.trigger { condition = when.text }
            return InjectProgress(
                id: inject.id, title: inject.title, planned: script.planned(index), condition: condition,
                fired: script.fired[index], expected: inject.expected?.action, within: inject.expected?.within,
                answered: script.situation.answered[inject.id], note: inject.note)
        }
    }

    /// Makes an inject happen now, whatever it waits for. False when there is no such inject or it has happened already.
    @discardableResult
    package mutating func fire(_ id: String, now: Timestamp) -> Bool {
        guard ending == nil, let index = scenario.injects.firstIndex(where: { $0.id == id }) else { return false }
        return script.fire(index, now: now)
    }

    /// Takes a unit out of service now; the player is told why.
    package mutating func takeOut(callsign: String, reason: String, now: Timestamp) {
        agenda.add(
            Observation(
                at: now, actor: .crew(callsign), content: .status(callsign: callsign, status: .outOfService)))
        if !reason.isEmpty { message("\(callsign): \(reason)", now: now) }
    }

    /// Brings a unit back into service now.
    package mutating func bringBack(callsign: String, now: Timestamp) {
        agenda.add(
            Observation(at: now, actor: .crew(callsign), content: .status(callsign: callsign, status: .available)))
    }

    /// Tells the player something; it stands in the journal as well.
    package mutating func message(_ text: String, now: Timestamp) {
        tell(BilingualText(text, text), inject: "", at: now)
        agenda.add(
            Observation(
                at: now, actor: Actor.trainer,
                content: .exercise(ExerciseNoted(inject: "", english: text, chinese: text))))
    }

    /// Ends the drill now.
    package mutating func end(now: Timestamp) {
        if ending == nil { ending = DrillEnding(at: now, reason: .trainer) }
    }

    private mutating func tell(_ text: BilingualText, inject: String, at: Timestamp) {
        if messages.count >= Self.messageLimit { messages.removeFirst() }
        messages.append(DrillMessage(at: at, text: text, inject: inject))
    }
}

extension DrillDirector {
    /// Lets an inject happen: what is heard of it, and what it changes behind the board.
    private mutating func play(_ inject: Inject, at: Timestamp, board: Board) -> [Observation] {
        let telling = InjectTelling(
            inject: inject, scenario: scenario, situation: script.situation, at: at, board: board)
        switch inject.action {
        case .takeOut(let callsign, _, let span):
            if let span { agenda.add(telling.status(callsign, .available, at: at + span)) }
        case .radioOut(let area, let span):
            for part in scenario.radioAreas(area) {
                crews.setting.radio.fail(part, from: at, until: span.map { at + $0 })
            }
        case .radioBack: crews.setting.radio.mend(at: at)
        case .conditions(let speed, let demand, _):
            crews.setting.speed = speed
            calls.factor = demand
        default: break
        }
        if let message = telling.message { tell(message, inject: inject.id, at: at) }
        return telling.observations()
    }
}

extension Actor {
    /// Whoever leads the exercise.
    static let trainer = Actor.feed("exercise")
}

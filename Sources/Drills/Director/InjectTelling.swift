import DispatchModel

/// What the board hears of an inject that happens.
struct InjectTelling {
    let inject: Inject
    let scenario: Scenario
    let situation: Situation
    let at: Timestamp
    let board: Board

    /// Whoever takes the calls.
    static let callTaker = Actor.feed("110")

    private var key: SourceKey { Situation.key(inject: inject.id) }

    /// What the player is told beside the board; nil for nothing.
    var message: BilingualText? {
        switch inject.action {
        case .message(let text), .conditions(_, _, let text): text.isEmpty ? nil : text
        case .takeOut(let callsign, let reason, _):
            reason.isEmpty ? nil : BilingualText("\(callsign): \(reason.english)", "\(callsign)：\(reason.chinese)")
        default: nil
        }
    }

    /// The observations, the one that bears the inject's key first.
    func observations() -> [Observation] {
        switch inject.action {
        case .report(let call): return [incident(call, by: Self.callTaker)]
        case .alert(let call):
            return [incident(call, by: .feed(call.words.caller.isEmpty ? "sensor" : call.words.caller))]
        case .duplicate(let id, let words, let metres): return duplicate(of: id, words, metres)
        case .callback(let id, let words): return report(on: id, words)
        case .escalate(let id, let type, let priority, let words):
            return report(on: id, words) + graded(id, type, priority, isFirst: words.text.isEmpty)
        case .takeOut(let callsign, _, _):
            return (isOut ? [] : [status(callsign, .outOfService, at: at, key)]) + noted()
        case .bringBack(let callsign): return [status(callsign, .available, at: at, key)]
        case .radioOut, .radioBack, .conditions, .message: return noted()
        case .emergency(let officer): return callsign(of: officer).map { [status($0, .emergency, at: at, key)] } ?? []
        }
    }

    /// A unit says its status.
    func status(_ callsign: String, _ status: UnitStatus, at: Timestamp, _ key: SourceKey? = nil) -> Observation {
        Observation(
            source: key, at: at, actor: .crew(callsign), content: .status(callsign: callsign, status: status))
    }

    private func incident(_ call: ScriptedCall, by actor: Actor) -> Observation {
        Observation(
            source: key, at: at, actor: actor,
            content: .incident(
                IncidentReported(
                    type: call.type, priority: call.priority, place: call.place, beat: call.beat, received: at,
                    report: Report(at: at, caller: call.words.caller, words: call.words.text, source: key),
                    stage: call.isTriaged ? .triaged : .gathered, source: key)))
    }

    /// The same thing seen by somebody else: less is known of it, and it lies a little to the north-east.
    private func duplicate(of id: String, _ words: ScriptedWords, _ metres: Double) -> [Observation] {
        guard let known = situation.incidents[id].flatMap({ board.incidents[$0] }) else { return [] }
        var place = known.place
        if let point = place.point {
            // 0.7 of the way each to the north and to the east; a degree of latitude is 111,195 m.
            let step = Int64((metres * 0.7071 / 111_195 * 1_000_000).rounded())
            place.point = GeoPoint(
                latitudeMicrodegrees: point.latitudeMicrodegrees + step,
                longitudeMicrodegrees: point.longitudeMicrodegrees + step)
        }
        let call = ScriptedCall(
            type: known.type, priority: known.priority, place: place, beat: known.beat, words: words)
        return [incident(call, by: Self.callTaker)]
    }

    private func report(on id: String, _ words: ScriptedWords) -> [Observation] {
        guard !words.text.isEmpty, let incident = situation.incidents[id] else { return [] }
        return [
            Observation(
                source: key, at: at, actor: Self.callTaker,
                content: .report(
                    .number(incident), Report(at: at, caller: words.caller, words: words.text, source: key)))
        ]
    }

    private func graded(_ id: String, _ type: String, _ priority: Priority?, isFirst: Bool) -> [Observation] {
        guard !type.isEmpty || priority != nil, let incident = situation.incidents[id] else { return [] }
        return [
            Observation(
                source: isFirst ? key : nil, at: at, actor: Self.callTaker,
                content: .graded(.number(incident), type: type, priority: priority))
        ]
    }

    /// What stands in the journal of things that make no other event. Radio fails without a word to the player.
    private func noted() -> [Observation] {
        // What the player is not told has no words: the journal knows it by the inject's id.
        let text = message ?? .none
        var isFirst = true
        if case .takeOut = inject.action {
            // A unit that is out already says nothing, and then this bears the inject's key.
            isFirst = isOut
            guard message != nil || isOut else { return [] }
        }
        return [
            Observation(
                source: isFirst ? key : nil, at: at, actor: .trainer,
                content: .exercise(ExerciseNoted(inject: inject.id, english: text.english, chinese: text.chinese)))
        ]
    }

    /// True when the unit that is to be taken out is out of service already.
    private var isOut: Bool {
        guard case .takeOut(let callsign, _, _) = inject.action else { return false }
        return board.unit(callsign: callsign)?.status == .outOfService
    }

    /// The officer meant: a unit by name, or the first at an incident that is still there.
    private func callsign(of officer: InjectAction.Officer) -> String? {
        switch officer {
        case .callsign(let callsign): return callsign
        case .atIncident(let id):
            guard let incident = situation.incidents[id].flatMap({ board.survivor(of: $0) }) else { return nil }
            let there = incident.openAssignments.filter { $0.arrived != nil }
            let first = there.min { ($0.arrived ?? at, $0.id) < ($1.arrived ?? at, $1.id) }
            return first.flatMap { board.units[$0.unit]?.callsign }
        }
    }
}

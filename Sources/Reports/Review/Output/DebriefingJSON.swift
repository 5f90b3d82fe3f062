import DispatchModel
import Drills
import Formats
import Foundation

extension Debriefing {
    /// The report as JSON (RFC 8259) for other programs: times in milliseconds since 1970, spans in milliseconds, members
    /// in the order of their names. What the page leaves out for brevity is all here.
    package func json() throws -> String { try document(DebriefingDocument(self)) }
}

/// A document as JSON text, always in the same order.
func document(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return JSON.harmless(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// The shape of the JSON report. Adding members is allowed; none is renamed.
struct DebriefingDocument: Encodable {
    /// Always true: nothing in the document is live.
    let exercise = true
    let scenario: String
    let seed: UInt64
    let trainee: String
    let start: Int64
    let end: Int64
    let events: Int
    let objectives: [ObjectiveDocument]
    let injects: [InjectDocument]
    let missedDeadlines: [DeadlineDocument]
    let incidents: [IncidentDocument]
    let priorities: [PriorityDocument]
    let decisions: [DecisionDocument]
    let interventions: [InterventionDocument]
    let automaticDispatcher: BaselineDocument?
    let gaps: [String]
    /// How the trainee held the clock, by the wall's.
    let clockHeld: HeldDocument
    /// Milliseconds of board time that the trainer ran through, which are charged to nobody.
    let unattended: Int64
    /// What became of proposals of where to stand; left out when nobody was asked.
    let standing: StandingDocument?

    init(_ debriefing: Debriefing) {
        let (play, score) = (debriefing.play, debriefing.score)
        scenario = play.scenario.id
        seed = play.seed
        trainee = play.trainee
        start = score.start.rawValue
        end = score.end.rawValue
        events = play.records.count
        objectives = score.objectives.map(ObjectiveDocument.init)
        injects = score.injects.map(InjectDocument.init)
        missedDeadlines = debriefing.missedDeadlines.map(DeadlineDocument.init)
        incidents = score.incidents.map(IncidentDocument.init)
        priorities = score.priorities.map(PriorityDocument.init)
        decisions = debriefing.decisions.map(DecisionDocument.init)
        interventions = play.interventions.map {
            InterventionDocument(at: $0.at.rawValue, order: $0.verb, details: $0.recorded)
        }
        automaticDispatcher = debriefing.baseline.map(BaselineDocument.init)
        gaps = play.gaps
        clockHeld = HeldDocument(times: play.held.count, milliseconds: play.held.length.milliseconds)
        unattended = play.ranAhead.milliseconds
        standing = score.standing.asked > 0 ? StandingDocument(score.standing) : nil
    }
}

/// How many units were asked to stand elsewhere, and what they said.
struct StandingDocument: Encodable {
    let asked: Int
    let accepted: Int
    let declined: Int
    let unanswered: Int

    init(_ tally: StandingTally) {
        (asked, accepted, declined, unanswered) = (tally.asked, tally.accepted, tally.declined, tally.unanswered)
    }
}

/// How the automatic dispatcher did.
struct BaselineDocument: Encodable {
    let objectives: [ObjectiveDocument]
    let priorities: [PriorityDocument]
    let missedDeadlines: Int

    init(_ score: DrillScore) {
        objectives = score.objectives.map(ObjectiveDocument.init)
        priorities = score.priorities.map(PriorityDocument.init)
        missedDeadlines = score.missedDeadlines.count
    }
}

/// How often and how long the clock was held.
struct HeldDocument: Encodable {
    let times: Int
    let milliseconds: Int64
}

/// Something the trainer did.
struct InterventionDocument: Encodable {
    let at: Int64
    let order: String
    let details: String
}

/// An objective in the JSON report.
struct ObjectiveDocument: Encodable {
    let id: String
    let outcome: String
    let value: Double?
    let threshold: Double
    let unit: String
    let inside: Int
    let cases: Int
    let evidence: [EvidenceDocument]

    init(_ result: ObjectiveResult) {
        id = result.objective.id
        outcome = result.outcome.rawValue
        value = result.value.flatMap { $0.isFinite ? $0 : nil }
        threshold = result.threshold
        unit = result.unit.rawValue
        inside = result.good
        cases = result.count
        evidence = result.evidence.map(EvidenceDocument.init)
    }
}

/// A case behind an objective.
struct EvidenceDocument: Encodable {
    let inside: Bool
    let incident: UInt32?
    let unit: UInt32?
    let inject: String?
    let from: Int64
    let to: Int64?
    let took: Int64
    let positions: [JournalPosition]

    init(_ evidence: ObjectiveEvidence) {
        inside = evidence.isGood
        incident = evidence.incident?.rawValue
        unit = evidence.unit?.rawValue
        inject = evidence.inject
        from = evidence.from.rawValue
        to = evidence.to?.rawValue
        took = evidence.took.milliseconds
        positions = evidence.positions
    }
}

/// An inject in the JSON report.
struct InjectDocument: Encodable {
    let id: String
    let outcome: String
    let fired: Int64?
    let incident: UInt32?
    let answered: Int64?
    let delay: Int64?
    let allowed: Int64?
    let actions: [JournalPosition]

    init(_ result: InjectResult) {
        id = result.inject.id
        outcome = result.outcome.rawValue
        fired = result.fired?.rawValue
        incident = result.incident?.rawValue
        answered = result.answered?.rawValue
        delay = result.delay?.milliseconds
        allowed = result.inject.expected?.within.milliseconds
        actions = result.actions
    }
}

/// A missed deadline in the JSON report.
struct DeadlineDocument: Encodable {
    let kind: String
    let limitSeconds: Int64
    let incident: UInt32?
    let unit: UInt32?
    let raised: Int64
    let acknowledged: Int64?
    let cleared: Int64?
    let position: JournalPosition

    init(_ alert: AlertTimes) {
        kind = "\(alert.kind)"
        limitSeconds = alert.limit
        incident = alert.incident?.rawValue
        unit = alert.unit?.rawValue
        raised = alert.raised.rawValue
        acknowledged = alert.acknowledged?.rawValue
        cleared = alert.cleared?.rawValue
        position = alert.position
    }
}

/// An incident in the JSON report.
struct IncidentDocument: Encodable {
    let incident: UInt32
    let type: String
    let priority: UInt8
    let beat: String
    let received: Int64
    let dispatched: Int64?
    let acknowledged: Int64?
    let arrived: Int64?
    let closed: Int64?
    let merged: Bool
    let inject: String?
    let units: Int

    init(_ times: IncidentTimes) {
        incident = times.incident.rawValue
        type = times.type
        priority = times.priority.rawValue
        beat = times.beat
        received = times.received.rawValue
        dispatched = times.dispatched?.rawValue
        acknowledged = times.acknowledged?.rawValue
        arrived = times.arrived?.rawValue
        closed = times.closed?.rawValue
        merged = times.isMerged
        inject = times.inject
        units = times.units
    }
}

/// The times of a priority in the JSON report, in milliseconds.
struct PriorityDocument: Encodable {
    /// Quantiles of one time.
    struct Quantiles: Encodable {
        let reached: Int
        let p50: Int64?
        let p90: Int64?
        let longest: Int64?

        init(_ figures: PriorityFigures.Quantiles) {
            reached = figures.reached
            p50 = figures.p50?.milliseconds
            p90 = figures.p90?.milliseconds
            longest = figures.longest?.milliseconds
        }
    }

    let priority: UInt8
    let incidents: Int
    let dispatch: Quantiles
    let response: Quantiles

    init(_ figures: PriorityFigures) {
        priority = figures.priority.rawValue
        incidents = figures.count
        dispatch = Quantiles(figures.dispatch)
        response = Quantiles(figures.response)
    }
}

/// A decision in the JSON report.
struct DecisionDocument: Encodable {
    let position: JournalPosition
    let at: Int64
    let action: String
    let incidents: [UInt32]
    let did: [String]
    let keys: [String]
    let keysLeftOut: Int

    init(_ decision: Decision) {
        position = decision.position
        at = decision.at.rawValue
        action = decision.name
        incidents = decision.incidents.map(\.rawValue)
        did = decision.lines
        keys = decision.keys.map(\.key)
        keysLeftOut = decision.keysLeftOut
    }
}

import DispatchModel
import Drills
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
    return String(decoding: try encoder.encode(value), as: UTF8.self)
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

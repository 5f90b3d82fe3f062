import DispatchModel
import Drills

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

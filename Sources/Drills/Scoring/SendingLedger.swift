import DispatchModel
import DispatchPolicy

/// Who was sent where, and which of it counts: units of a kind that the response plan asks for, who came or were still on
/// their way; others once they came. Auxiliaries and volunteers are nobody's answer to a P1 or P2 that did not ask for them.
struct SendingLedger {
    /// When a sending counts.
    private enum Weight {
        case fromSending, onArrival, never
    }

    private struct Sending {
        var weight: Weight
        var at: Timestamp
        var position: JournalPosition
        var milestones: [Milestone: JournalPosition] = [:]
    }

    /// What of an incident's sendings counts.
    struct Times {
        var dispatched: (at: Timestamp, position: JournalPosition)?
        var acknowledged: (at: Timestamp, position: JournalPosition)?
        var arrived: (at: Timestamp, position: JournalPosition)?

        func write(to times: inout IncidentTimes) {
            (times.dispatched, times.positions.dispatched) = (dispatched?.at, dispatched?.position)
            (times.acknowledged, times.positions.acknowledged) = (acknowledged?.at, acknowledged?.position)
            (times.arrived, times.positions.arrived) = (arrived?.at, arrived?.position)
        }
    }

    private let plans: ResponsePlans
    /// The kinds that the district has.
    private let kinds: Set<UnitKind>
    private var sendings: [AssignmentID: Sending] = [:]

    init(_ scenario: Scenario) {
        plans = scenario.policy.responsePlans
        kinds = Set(scenario.district.units.map(\.kind))
    }

    /// Takes notice of a record, after the board has folded it.
    mutating func observe(_ record: EventRecord, board: Board) {
        if case .unitAssigned(let event) = record.body {
            guard let incident = board.incidents[event.incident], let unit = board.units[event.unit] else { return }
            sendings[event.assignment] = Sending(
                weight: weight(of: unit.kind, for: incident), at: event.assigned ?? record.at,
                position: record.position)
        }
        if case .assignmentAdvanced(let event) = record.body {
            sendings[event.assignment]?.milestones[event.milestone] = record.position
        }
    }

    /// Those that stand in for a patrol only where nothing presses.
    private static let auxiliaries: Set<UnitKind> = [
        .onlineWatch, .auxiliaryPolice, .gridWorker, .patrolVolunteer, .propertyGuard,
    ]

    /// Where the district has no unit that the plan asks for, any will do.
    private func weight(of kind: UnitKind, for incident: Incident) -> Weight {
        guard let plan = plans.plan(for: incident) else { return .fromSending }
        let asked = plan.requirements.reduce(into: Set<UnitKind>()) { $0.formUnion($1.kinds) }
        if asked.contains(kind) || asked.isDisjoint(with: kinds) { return .fromSending }
        return incident.priority <= .p2 && Self.auxiliaries.contains(kind) ? .never : .onArrival
    }

    /// The first times of the sendings that count.
    func times(of incident: Incident) -> Times {
        var times = Times()
        func first(
            _ known: (at: Timestamp, position: JournalPosition)?, _ at: Timestamp?, _ position: JournalPosition?
        ) -> (at: Timestamp, position: JournalPosition)? {
            guard let at, let position else { return known }
            return known.map { $0.at <= at ? $0 : (at, position) } ?? (at, position)
        }
        for assignment in incident.assignments where assignment.isHelp {
            guard let sending = sendings[assignment.id], sending.weight != .never,
                sending.weight == .fromSending || assignment.arrived != nil
            else { continue }
            times.dispatched = first(times.dispatched, sending.at, sending.position)
            times.acknowledged = first(
                times.acknowledged, assignment.acknowledged, sending.milestones[.acknowledged])
            times.arrived = first(times.arrived, assignment.arrived, sending.milestones[.arrived])
        }
        return times
    }
}

extension Assignment {
    /// True for a unit that came, or is on its way: not for one that was taken back, or let go, before it was there.
    var isHelp: Bool { arrived != nil || withdrawn == nil && cleared == nil }
}

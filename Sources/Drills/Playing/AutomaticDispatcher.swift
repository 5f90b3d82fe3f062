import DispatchModel
import DispatchPolicy

/// Plays a drill by the book, for a baseline to compare people with and for tests: it answers alerts, merges what was
/// reported twice, triages, sends what the response plan asks for, sends back-up, and closes what is done.
///
/// It does one thing at a time and needs a while for each, so that a busy board keeps it waiting as it does a person. What
/// it does depends on the board and the time alone.
package struct AutomaticDispatcher: Sendable {
    /// The name under which its actions stand in the journal.
    package static let name = "automatic"

    /// How long it needs for one action.
    package var pace: Span
    /// How long it needs before it acts on something new.
    package var reaction: Span
    /// The rules it works by.
    package var policy: Policy
    /// When it looks at the board next.
    package private(set) var nextLook: Timestamp
    /// Units it sent to an incident that did not read the order in time; it does not send the same ones again.
    var unreached: [IncidentID: Set<UnitID>] = [:]
    /// Back-up was sent for these calls for help.
    var helped: Set<Int64> = []

    /// The most incidents remembered for `unreached`, and calls for back-up for `helped`.
    static let memoryLimit = 4096
    /// After how long without an answer another unit is sent instead.
    static let answerLimit = Span.seconds(60)

    /// A dispatcher who begins at an instant.
    package init(start: Timestamp, pace: Span = .seconds(6), reaction: Span = .seconds(10), policy: Policy = Policy()) {
        self.pace = pace
        self.reaction = reaction
        self.policy = policy
        nextLook = start
    }

    /// What it orders at an instant: at most one thing, all of it refused or done before the next look.
    package mutating func orders(board: Board, now: Timestamp) -> [CommandRequest] {
        guard now >= nextLook else { return [] }
        nextLook = now + pace
        let command =
            acknowledgement(board, now) ?? replacement(board, now) ?? merger(board, now) ?? triage(board, now)
            ?? sending(board, now) ?? grading(board, now) ?? toppingUp(board, now) ?? backUp(board, now) ?? releasing(
                board, now) ?? closing(board, now)
        return command.map { [CommandRequest($0, by: .dispatcher(Self.name))] } ?? []
    }

    /// The most severe unanswered alert, the oldest first.
    private func acknowledgement(_ board: Board, _ now: Timestamp) -> Command? {
        let alert = board.alerts.elements.filter(\.asksForAnswer).min {
            ($0.severity, $0.raised, $0.id) < ($1.severity, $1.raised, $1.id)
        }
        guard let alert, now - alert.changed >= .seconds(5) else { return nil }
        return .acknowledge(alert.id, occurrence: alert.occurrence, severity: alert.severity)
    }

    /// The open incidents, the most urgent and then the oldest first, once it has had time to see them.
    private func seen(_ board: Board, _ now: Timestamp) -> [Incident] {
        board.incidents.elements.filter { $0.isOpen && !$0.held && now - $0.received >= reaction }
            .sorted { ($0.priority, $0.received, $0.id) < ($1.priority, $1.received, $1.id) }
    }

    /// A unit that has not read its order is taken off again: it may be out of reach.
    private mutating func replacement(_ board: Board, _ now: Timestamp) -> Command? {
        for unit in board.units.elements where unit.status == .dispatched {
            guard let (incident, assignment) = board.currentAssignment(of: unit), assignment.acknowledged == nil,
                let assigned = assignment.assigned, now - assigned >= Self.answerLimit
            else { continue }
            if unreached.count >= Self.memoryLimit { unreached.removeAll() }
            unreached[incident.id, default: []].insert(unit.id)
            return .withdraw(unit.id, reason: "no answer")
        }
        return nil
    }

    /// An incident that looks like an earlier one: the same type within 150 m and 15 minutes, not triaged yet.
    private func merger(_ board: Board, _ now: Timestamp) -> Command? {
        let open = seen(board, now)
        for incident in open where incident.stage == .gathered && incident.assignments.isEmpty {
            let twin = open.first { other in
                guard other.id < incident.id, other.type == incident.type,
                    incident.received - other.received <= .minutes(15), let one = incident.place.point,
                    let two = other.place.point
                else { return false }
                return TravelModel.metres(from: one, to: two) <= 150
            }
            if let twin { return .merge(incident.id, into: twin.id) }
        }
        return nil
    }

    private func triage(_ board: Board, _ now: Timestamp) -> Command? {
        let incident = seen(board, now).first { $0.stage == .gathered }
        return incident.map { .triage($0.id, TriageChange()) }
    }

    /// Sends what the plan asks for, or for something urgent that finds nobody free the nearest that can be diverted.
    private func sending(_ board: Board, _ now: Timestamp) -> Command? {
        let recommender = Recommender(policy: policy)
        for incident in seen(board, now) where incident.isWaiting && !isServed(incident) {
            let barred = unreached[incident.id] ?? []
            let plan = recommender.planSet(for: incident, board: board, now: now)
            let units = plan.units.filter { !barred.contains($0) }
            if !units.isEmpty { return .assign(incident.id, units, divert: false) }
            let ranked = recommender.rank(incident, board: board, now: now, limit: 20)
            let choice = ranked.first {
                !barred.contains($0.unit) && ($0.divertedFrom == nil || incident.priority <= .p2)
            }
            if let choice { return .assign(incident.id, [choice.unit], divert: choice.divertedFrom != nil) }
        }
        return nil
    }

    /// The grades of a dispute from the slightest on; the priority follows.
    private static let grades: [DisputeGrade] = [.blue, .yellow, .orange, .red]

    /// A dispute that somebody calls about again goes up one grade a call: first graded, then made as urgent.
    private func grading(_ board: Board, _ now: Timestamp) -> Command? {
        for incident in seen(board, now) where incident.type.hasPrefix("dispute") {
            let calls = incident.reports.count { board.unit(callsign: $0.caller) == nil && now - $0.at >= reaction }
            let wanted = min(calls, Self.grades.count) - 1
            guard wanted > 0, let priority = Priority(rawValue: UInt8(4 - wanted)) else { continue }
            let grade = Self.grades[wanted]
            if incident.dispute.map({ $0.grade > grade }) ?? true { return .gradeDispute(incident.id, grade) }
            if incident.priority > priority { return .triage(incident.id, TriageChange(priority: priority)) }
            if incident.dispute?.warned == nil { return .advanceDispute(incident.id, .warned) }
        }
        return nil
    }

    /// Sends what the plan of an urgent incident still lacks, once there is somebody.
    private func toppingUp(_ board: Board, _ now: Timestamp) -> Command? {
        let recommender = Recommender(policy: policy)
        for incident in seen(board, now) where incident.priority <= .p2 && !incident.isWaiting && !isServed(incident) {
            let barred = unreached[incident.id] ?? []
            let units = recommender.planSet(for: incident, board: board, now: now).units.filter { !barred.contains($0) }
            if !units.isEmpty { return .assign(incident.id, units, divert: false) }
        }
        return nil
    }

    /// True when units were there and are done: it is to be closed.
    private func isServed(_ incident: Incident) -> Bool {
        incident.assignments.contains { $0.cleared != nil && $0.arrived != nil }
    }

    /// One more unit where a crew asked for back-up, once a request.
    private mutating func backUp(_ board: Board, _ now: Timestamp) -> Command? {
        for incident in seen(board, now) {
            for report in incident.reports where !helped.contains(report.number) {
                guard board.unit(callsign: report.caller) != nil else { continue }
                let ranked = Recommender(policy: policy).rank(incident, board: board, now: now, limit: 9)
                guard let choice = ranked.first(where: { $0.divertedFrom == nil }) else { continue }
                if helped.count >= Self.memoryLimit { helped.removeAll() }
                helped.insert(report.number)
                return .assign(incident.id, [choice.unit], divert: false)
            }
        }
        return nil
    }

    /// Units still under way to what others have dealt with are taken off.
    private func releasing(_ board: Board, _ now: Timestamp) -> Command? {
        for incident in seen(board, now) where isServed(incident) {
            let isBusy = incident.openAssignments.contains { $0.arrived != nil }
            let late = incident.openAssignments.first { $0.arrived == nil }
            if !isBusy, let late { return .withdraw(late.unit, reason: "no longer needed") }
        }
        return nil
    }

    /// Closes what its units have left.
    private func closing(_ board: Board, _ now: Timestamp) -> Command? {
        let incident = seen(board, now).first { $0.isWaiting && isServed($0) }
        return incident.map { .close($0.id, disposition: $0.type.contains("dispute") ? "mediated" : "report") }
    }
}

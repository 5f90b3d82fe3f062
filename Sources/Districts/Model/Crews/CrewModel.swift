import DispatchModel
import DispatchPolicy

/// Crews that answer a dispatcher: they read the assignment, drive, report, finish and drive home.
///
/// The model is simple and states itself (see the article *Simulation*). It is pure: it knows the board only from what it
/// is shown, gives out what the crews say as observations, and draws every number from its seed and the assignment, so
/// that no unit's luck depends on another's and a restart draws the same again.
///
/// Show it every record behind `Board.apply`. Ask `due` again after what it gave was decided, until it gives nothing:
/// a crew says its next milestone only when the board has the one before.
package struct CrewModel: Sendable {
    /// How often a moving unit reports its position.
    static let movingInterval = Span.seconds(5)
    /// How often a unit on patrol reports its position.
    static let patrolInterval = Span.seconds(20)
    /// How often a standing unit that has moved before reports its position.
    static let standingInterval = Span.seconds(60)
    /// After how long a crew repeats what the board did not take, and how often at most.
    static let repeatAfter = Span.seconds(60)
    static let repeatLimit = 5
    /// How often a crew that is not heard tries again, and after how long it walks to a telephone once it has arrived.
    static let radioRetry = Span.seconds(10)
    static let telephoneAfter = Span.minutes(3)

    /// Travel times.
    package var travel = TravelModel()
    /// How the crews behave.
    package var setting = CrewSetting()

    let seed: UInt64
    var plans: [UnitID: CrewPlan] = [:]
    /// Assignments that a feed makes and reports on itself; one a unit.
    var foreign: [UnitID: AssignmentID] = [:]

    /// Incidents that a crew found more urgent; each is raised once.
    var escalated: Set<IncidentID> = []

    /// When a crew says something next; nil when nothing is planned.
    package private(set) var nextDue: Timestamp?

    /// Creates crews for an empty board.
    package init(seed: UInt64, setting: CrewSetting = CrewSetting()) {
        self.seed = seed
        self.setting = setting
    }

    /// Creates crews for a board in the midst of things, as after a restart: every open assignment goes on from where the
    /// board has it, and units away from their duty point drive there.
    package init(seed: UInt64, resuming board: Board, now: Timestamp) {
        self.seed = seed
        for unit in board.units.elements { reconcile(unit.id, board, now) }
        settle()
    }

    /// Shows the crews what was recorded, after the board has folded it.
    package mutating func observe(_ record: EventRecord, board: Board) {
        if case .unitPositionReported = record.body { return }
        if case .unitAssigned(let event) = record.body, record.actor.kind == .feed {
            foreign[event.unit] = event.assignment
        }
        if case .incidentTriaged(let event) = record.body, record.actor.kind == .crew {
            escalated.insert(event.incident)
        }
        if case .incidentClosed(let event) = record.body { escalated.remove(event.incident) }
        var isFirstTouched = false
        for unit in touched(by: record.body, board).sorted() {
            if let next = plans[unit]?.next, next == nextDue { isFirstTouched = true }
            reconcile(unit, board, record.at)
            if let next = plans[unit]?.next { nextDue = min(nextDue ?? next, next) }
        }
        // Going through all plans is only needed when the first of them may have gone.
        if isFirstTouched { settle() }
    }

    /// The units whose plans an event may change: its own, those at its incidents, and officers who wait for help there.
    private func touched(by body: EventBody, _ board: Board) -> Set<UnitID> {
        var touched: Set<UnitID> = []
        if let unit = body.unit { touched.insert(unit) }
        let (first, second) = body.incidents
        for id in [first, second] {
            guard let id, let incident = board.incidents[id] else { continue }
            for assignment in incident.assignments { touched.insert(assignment.unit) }
            guard setting.isDistrict else { continue }
            for alert in board.alerts.elements where alert.kind == .emergency && alert.incident == id {
                if let unit = alert.unit { touched.insert(unit) }
            }
        }
        return touched
    }

    /// What the crews say up to an instant, in the order of time. Of several positions of a unit only the newest is given.
    package mutating func due(until now: Timestamp, board: Board) -> [Observation] {
        guard let nextDue, nextDue <= now else { return [] }
        var said: [(unit: UnitID, observation: Observation)] = []
        for (id, plan) in plans where plan.next.map({ $0 <= now }) ?? false {
            var plan = plan
            for observation in say(&plan, until: now) { said.append((id, observation)) }
            if plan.nextLeg.map({ $0 <= now }) ?? false { goOn(&plan, board.units[id], now) }
            plans[id] = plan
        }
        settle()
        // Positions of an instant come before milestones, so that a unit is heard at the place where it says it is.
        said.sort {
            ($0.observation.at, $0.unit, $0.observation.isPosition) < (
                $1.observation.at, $1.unit, $1.observation.isPosition
            )
        }
        return said.map(\.observation)
    }

    private mutating func settle() {
        nextDue = plans.values.lazy.compactMap(\.next).min()
    }
}

extension Observation {
    /// 0 for a position, 1 for anything else.
    fileprivate var isPosition: Int {
        if case .position = content { return 0 }
        return 1
    }
}

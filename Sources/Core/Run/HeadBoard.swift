import DispatchModel
import DispatchPolicy

/// The board of everything decided, with what decides on it and what watches its clocks.
///
/// They are one value so that each is lent the board. Handed out of a class, the board is copied for every call, which
/// counts some thirty references up and down.
struct HeadBoard {
    /// Everything decided.
    private(set) var board: Board
    /// The rules in force.
    private(set) var policy: Policy
    /// The rules of this machine, over which go those that the board has adopted.
    private var base: Policy
    private var commands: CommandDecider
    private var observations: ObservationDecider
    private let sampler = PositionSampler()
    private let judge = PositionJudge()
    private var engine: DeadlineEngine
    private var alertEngine: AlertEngine
    private var duplicates: DuplicateEngine
    private var plans: PlanWatch
    private var personnel: PersonnelWatch

    init(board: Board, policy: Policy) {
        self.board = board
        base = policy
        let policy = policy.adopting(board.rules)
        self.policy = policy
        commands = CommandDecider(policy: policy)
        observations = ObservationDecider(policy: policy)
        engine = DeadlineEngine(deadlines: policy.deadlines, board: board)
        alertEngine = AlertEngine(rules: policy.alerts, shifts: policy.shifts, board: board)
        duplicates = DuplicateEngine(policy: policy, board: board)
        plans = PlanWatch(plans: policy.responsePlans, board: board)
        personnel = PersonnelWatch(policy: policy, board: board)
    }

    /// From now on alerts are dealt with by these rules.
    mutating func use(_ alerts: AlertRules, shifts: Shifts?) {
        base.alerts = alerts
        if let shifts { base.shifts = shifts }
        takeRules()
        alertEngine = AlertEngine(rules: alerts, shifts: policy.shifts, board: board)
    }

    /// Goes back to another board.
    mutating func goBack(to board: Board) {
        self = HeadBoard(board: board, policy: base)
    }

    /// The rules by which another board was decided: those that it has adopted.
    func policy(of board: Board) -> Policy { base.adopting(board.rules) }

    /// Decides by the rules that the board has adopted from here on. Clocks that run are measured by them as if they had
    /// always held.
    private mutating func takeRules() {
        let old = policy
        policy = base.adopting(board.rules)
        commands = CommandDecider(policy: policy)
        observations = ObservationDecider(policy: policy)
        if policy.deadlines != old.deadlines { engine = DeadlineEngine(deadlines: policy.deadlines, board: board) }
        if policy.responsePlans != old.responsePlans { plans = PlanWatch(plans: policy.responsePlans, board: board) }
        personnel = PersonnelWatch(policy: policy, board: board)
    }

    // MARK: Deciding

    // Deciding changes nothing. But a class lends a value in place only to what may change it, and copies it for the rest.

    /// Decides an operator's command.
    mutating func decide(_ request: CommandRequest, now: Timestamp) -> Result<[EventBody], Rejection> {
        commands.decide(request, board: board, now: now)
    }

    /// Decides an observation.
    mutating func decide(_ observation: Observation) -> Result<[EventBody], Ignored> {
        observations.decide(observation, board: board)
    }

    /// Folds in what was decided.
    mutating func fold(_ event: EventRecord) {
        board.apply(event)
        engine.observe(event, board: board)
        alertEngine.observe(event, board: board)
        duplicates.observe(event, board: board)
        plans.observe(event, board: board)
        personnel.observe(event, board: board)
        if case .rulesAdopted = event.body { takeRules() }
    }

    /// Folds in what another console has recorded.
    mutating func follow(_ event: EventRecord) {
        board.apply(event)
        if case .rulesAdopted = event.body { policy = base.adopting(board.rules) }
    }

    /// The incidents that an incident being entered is probably the same event as, the likeliest first.
    func likelyDuplicates(of new: NewIncident, now: Timestamp) -> [DuplicateProposal] {
        duplicates.likely(new, at: now, board: board)
    }

    // MARK: Clocks

    /// Board time at which a clock falls due; nil when none can.
    var nextDue: Timestamp? {
        mutating get {
            [engine.nextDue, alertEngine.nextDue, plans.nextDue, personnel.nextDue].compactMap { $0 }.min()
        }
    }

    /// What follows from response plans that were sent short; nil when nothing has changed.
    mutating func plansDue(at now: Timestamp) -> [EventBody]? {
        guard plans.nextDue != nil else { return nil }
        return policy.alerts.latched(plans.due(at: now, board: board))
    }

    /// What follows from crews that were not heard and from timers; nil when nothing is due.
    mutating func personnelDue(at now: Timestamp) -> [EventBody]? {
        guard let due = personnel.nextDue, due <= now else { return nil }
        return policy.alerts.latched(personnel.due(at: now, board: board))
    }

    /// The alerts that come on and end at this time; nil when no clock is due.
    mutating func clocksDue(at now: Timestamp) -> [EventBody]? {
        guard let due = engine.nextDue, due <= now else { return nil }
        return policy.alerts.latched(engine.due(at: now, board: board))
    }

    /// What follows from the room's rules about alerts at this time; nil when nothing is due.
    mutating func rulesDue(at now: Timestamp) -> [EventBody]? {
        guard let due = alertEngine.nextDue, due <= now else { return nil }
        return alertEngine.due(at: now, board: board)
    }

    /// What the evidence that came in proposes; nil when none came.
    mutating func duplicatesDue() -> [EventBody]? {
        duplicates.hasEvidence ? duplicates.due(board: board) : nil
    }

    // MARK: Telemetry

    /// True for a position that the unit cannot have.
    mutating func doubts(_ point: GeoPoint, of callsign: String) -> Bool {
        guard let unit = board.unitNumber(callsign: callsign) else { return false }
        return board.units.read(unit) { judge.isFar(point, from: $0, on: board) } ?? false
    }

    /// Takes a unit's position: the event that samples it, if one is due; nil when the board has no such unit.
    mutating func hear(_ callsign: String, at point: GeoPoint, when at: Timestamp) -> (
        unit: UnitID, sample: EventBody?
    )? {
        guard let unit = board.unitNumber(callsign: callsign) else { return nil }
        board.hear(unit, at: point, when: at)
        engine.heard(unit)
        let sample = board.units.read(unit) {
            sampler.sample(unit: $0, point: point, at: at, every: policy.positionSample)
        }
        return (unit, sample ?? nil)
    }

    /// Takes doubts about a unit's position; nil when the board has no such unit.
    mutating func doubt(_ callsign: String, _ doubts: Set<PositionDoubt>, at: Timestamp) -> UnitID? {
        guard let unit = board.unitNumber(callsign: callsign) else { return nil }
        board.doubt(unit, doubts, at: at)
        engine.heard(unit)
        return unit
    }
}

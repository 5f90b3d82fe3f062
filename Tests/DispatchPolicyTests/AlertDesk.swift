import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

/// A board with nothing but alerts, its deciders and the alert engine: what a console does with alerts, and no more.
struct AlertDesk {
    var board = Board()
    var engine: AlertEngine
    var policy: Policy
    var now = Room.start
    /// What the last order, message or tick recorded.
    private(set) var last: [EventRecord] = []
    private let commands: CommandDecider
    private let observations: ObservationDecider

    init(_ rules: AlertRules) {
        policy = Policy()
        policy.alerts = rules
        commands = CommandDecider(policy: policy)
        observations = ObservationDecider(policy: policy)
        engine = AlertEngine(rules: rules, shifts: policy.shifts, board: board)
    }

    /// The kinds of the last events about an alert, or of all.
    func kinds(of alert: AlertID? = nil) -> [EventBody.Kind] {
        last.map(\.body).filter { alert == nil || $0.alert == alert }.map(\.kind)
    }

    /// The last events, once.
    mutating func takeLast() -> [EventRecord] {
        defer { last = [] }
        return last
    }

    subscript(id: String) -> Alert? { self["nms", id] }
    subscript(feed: String, id: String) -> Alert? {
        board.alert(reportedAs: SourceKey(source: feed, id: id))
    }

    /// A feed says that an alert is on or has ended; what follows from the rules follows at once.
    mutating func tell(
        _ id: String, _ severity: AlertSeverity = .low, feed: String = "nms", active: Bool = true, place: String = "",
        standing: AlertStanding = .actual, expires: Timestamp? = nil
    ) {
        let reported = ReportedAlert(
            source: SourceKey(source: feed, id: id), text: "\(feed) \(id)", place: Place(text: place),
            standing: standing, expires: expires)
        let observation = Observation(
            source: nil, at: now, actor: .feed(feed),
            content: .alert(AlertObservation(reported: reported, severity: severity, isActive: active, at: now)))
        last = []
        if case .success(let events) = observations.decide(observation, board: board) {
            record(events, by: .feed(feed))
        }
        settle()
    }

    /// An operator's order; nil when it was carried out.
    @discardableResult
    mutating func order(_ command: Command, by actor: Actor = Room.ann) -> Rejection? {
        last = []
        switch commands.decide(CommandRequest(command, by: actor), board: board, now: now) {
        case .success(let events):
            record(events, by: actor)
            settle()
            return nil
        case .failure(let rejection): return rejection
        }
    }

    /// Time goes by and the rules are worked at its end.
    mutating func wait(_ span: Span) {
        now = now + span
        last = []
        settle()
    }

    /// The machine's clock is put forward or back, and that is noticed.
    mutating func stepClock(_ span: Span) {
        now = now + span
        last = []
        record([.clockStepped(ClockStepped(by: span))], by: .system)
        settle()
    }

    /// The engine gives way to one made from the board as a snapshot keeps it.
    mutating func reopen() throws {
        board = try Board(encoded: board.encoded())
        engine = AlertEngine(rules: policy.alerts, shifts: policy.shifts, board: board)
        last = []
        settle()
    }

    private mutating func settle() {
        var rounds = 0
        while let due = engine.nextDue, due <= now {
            record(engine.due(at: now, board: board), by: .policy)
            rounds += 1
            guard rounds < 50 else {
                Issue.record("the rules never come to rest")
                return
            }
        }
    }

    private mutating func record(_ events: [EventBody], by actor: Actor) {
        for body in events {
            let record = EventRecord(
                position: board.position + 1, at: now, actor: actor, source: nil, body: body)
            board.apply(record)
            engine.observe(record, board: board)
            last.append(record)
        }
    }
}

import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("Alerts to which anything happens")
struct RandomAlertTests {
    /// A million steps in all.
    static let steps = tiered(250_000, least: 60_000)

    @Test(
        "Nothing leaves the view unrecorded, replay equals live, a raise is seen or its absence told",
        arguments: ([11, 24, 117, 4_711] as [UInt64]).tiered())
    func anything(seed: UInt64) throws {
        print("random alerts: seed \(seed), \(RandomAlertTests.steps) steps")
        var play = AlertPlay(seed: seed)
        for step in 0..<RandomAlertTests.steps {
            play.step()
            var problem = play.problem
            if problem == nil, step % 2_500 == 0 { problem = try play.check() }
            guard problem == nil else {
                Issue.record("seed \(seed), step \(step): \(problem ?? "")")
                return
            }
        }
        #expect(try play.check() == nil, "seed \(seed)")
        let seen = Set(play.seen)
        #expect(seen == Set(AlertState.allCases).subtracting([.normal]), "seed \(seed): every state was entered")
        #expect(play.happened.isSuperset(of: AlertPlay.expected), "seed \(seed)")
    }
}

/// Feeds that speak and fall silent, operators with stale screens, a clock, and what must hold after each step.
private struct AlertPlay {
    private var desk: AlertDesk
    private var random: Seeded
    /// The journal's events folded once more, each as it comes back from its bytes.
    private var replayed = Board()
    /// What is on at the senders', whether or not their messages come through.
    private var isOn: Set<SourceKey> = []
    /// What the last message that came through said.
    private var isToldOn: Set<SourceKey> = []
    private var silent: Set<String> = []
    private var inSight: Set<AlertID> = []
    /// The occurrence and severity that were last answered, by alert.
    private var answers: [AlertID: (Int64, AlertSeverity)] = [:]
    /// An alert as somebody saw it a while ago.
    private var screen: [Alert] = []
    private(set) var problem: String?
    private(set) var seen: Set<AlertState> = []
    private(set) var happened: Set<EventBody.Kind> = []

    static let feeds = ["nms", "site", "cctv"]
    static let keys = 8
    static let expected: Set<EventBody.Kind> = [
        .alertRaised, .alertSeverityRaised, .alertCleared, .alertAcknowledged, .alertReset, .alertHidden, .alertShown,
        .alertEscalated, .alertConductChanged, .floodChanged, .alertRestored, .actionUndone, .alertRevised,
    ]

    init(seed: UInt64) {
        var rules = AlertRules.standard
        rules.latching = [AlertPattern(text: TextPattern("nms 1"))]
        rules.suppression = [
            SuppressionRule(
                name: "mast down", pattern: AlertPattern(feeds: [TextPattern("nms")], mostSevere: .medium),
                cause: AlertPattern(feeds: [TextPattern("site")], text: TextPattern("* 0"))),
            // The two go round in a circle.
            SuppressionRule(
                name: "round", pattern: AlertPattern(feeds: [TextPattern("site")], mostSevere: .medium),
                cause: AlertPattern(feeds: [TextPattern("nms")], text: TextPattern("*3"))),
            SuppressionRule(
                name: "nights", pattern: AlertPattern(feeds: [TextPattern("cctv")], text: TextPattern("?c* 2")),
                hours: DailyHours(from: 22 * 60, to: 6 * 60)),
        ]
        desk = AlertDesk(rules)
        random = Seeded(seed)
    }

    mutating func step() {
        switch random.below(16) {
        case 0...6: speak()
        case 7: look()
        case 8, 9: order(stale: false)
        case 10: order(stale: true)
        case 11: _ = desk.order(.undo)
        case 12: desk.wait(.seconds(Int64(random.below(40))))
        case 13: if random.below(8) == 0 { fallSilentOrRecover() } else { desk.wait(.seconds(1)) }
        default: hide()
        }
        take()
    }

    /// A sender's alert comes on, matters more or ends; it is told unless the feed is silent.
    private mutating func speak() {
        let feed = AlertPlay.feeds[random.below(3)]
        let key = SourceKey(source: feed, id: "\(random.below(AlertPlay.keys))")
        let active = random.below(5) < 3
        if active { isOn.insert(key) } else { isOn.remove(key) }
        guard !silent.contains(feed) else { return }
        if active { isToldOn.insert(key) } else { isToldOn.remove(key) }
        let end = random.below(8) == 0 ? desk.now + .seconds(Int64(random.below(120))) : nil
        desk.tell(
            key.id, AlertSeverity.allCases[random.below(3)], feed: feed, active: active,
            place: random.below(8) == 0 ? "elsewhere" : "", expires: end)
    }

    /// A feed falls silent, which the console tells by an alert of its own; or it speaks again and says how things are.
    private mutating func fallSilentOrRecover() {
        let feed = AlertPlay.feeds[random.below(3)]
        if silent.insert(feed).inserted {
            return desk.tell(feed, .medium, feed: "watchfloor")
        }
        silent.remove(feed)
        desk.tell(feed, .medium, feed: "watchfloor", active: false)
        take()
        for id in 0..<AlertPlay.keys {
            let key = SourceKey(source: feed, id: "\(id)")
            if isOn.contains(key) { isToldOn.insert(key) } else { isToldOn.remove(key) }
            desk.tell(key.id, .low, feed: feed, active: isOn.contains(key))
            take()
        }
    }

    private mutating func look() {
        if let alert = random.element(of: desk.board.alerts.elements) {
            if screen.count >= 8 { screen.removeFirst() }
            screen.append(alert)
        }
    }

    private mutating func order(stale: Bool) {
        guard let alert = random.element(of: stale ? screen : desk.board.alerts.elements) else { return }
        let before = desk.board.alerts[alert.id]
        let isReset = random.below(4) == 0
        let refused = desk.order(
            isReset
                ? .reset(alert.id, occurrence: alert.occurrence)
                : .acknowledge(alert.id, occurrence: alert.occurrence, severity: alert.severity))
        guard refused == nil else { return }
        if before?.occurrence != alert.occurrence || !isReset && before?.severity != alert.severity {
            problem = "answered what was not seen: \(alert) but it was \(String(describing: before))"
        }
        if before?.isInSight == false { problem = "answered what was hidden" }
    }

    private mutating func hide() {
        guard let alert = random.element(of: desk.board.alerts.elements) else { return }
        switch random.below(6) {
        case 0, 1:
            desk.order(
                .shelve(
                    alert.id, occurrence: alert.occurrence, severity: alert.severity,
                    until: desk.now + .seconds(Int64(random.below(300))), once: random.below(3) == 0, reason: "works"))
        case 2:
            guard random.below(3) == 0 else { return }
            desk.order(
                .takeOutOfService(
                    alert.id, occurrence: alert.occurrence, severity: alert.severity, reason: "works"))
        default:
            desk.order(.showAlert(alert.id, AlertHidingWay.allCases[random.below(3)]))
        }
    }

    /// Checks and remembers what the step recorded.
    private mutating func take() {
        for written in desk.takeLast() {
            guard let record = AlertPlay.read(written) else {
                problem = "an event does not come back from its bytes"
                return
            }
            happened.insert(record.body.kind)
            guard let id = record.body.alert else {
                replayed.apply(record)
                continue
            }
            if record.actor == .policy, case .alertCleared = record.body { noteEnd(of: id) }
            replayed.apply(record)
            note(record.body, id)
        }
    }

    /// Nothing but a sender's own end ends an alert without its word.
    private mutating func noteEnd(of id: AlertID) {
        guard let said = replayed.alerts[id]?.reported, let end = said.expires, end <= desk.now else {
            problem = "a rule ended an alert"
            return
        }
        isOn.remove(said.source)
        isToldOn.remove(said.source)
    }

    private static func read(_ record: EventRecord) -> EventRecord? {
        record.encoded().withUnsafeBytes { try? EventRecord(position: record.position, encoded: $0) }
    }

    private mutating func note(_ body: EventBody, _ id: AlertID) {
        switch body {
        case .alertAcknowledged(let event): answers[id] = (event.occurrence, event.severity)
        case .alertHidden(let event) where event.hiding.way != .suppressed:
            answers[id] = (event.occurrence, event.severity)
        // Lowered by its sender it keeps its answer.
        case .alertSeverityLowered(let event): answers[id]?.1 = event.severity
        case .alertRestored(let event):
            if event.before.acknowledged { answers[id] = (event.before.occurrence, event.before.severity) }
        default: break
        }
        guard let alert = desk.board.alerts[id] else {
            inSight.remove(id)
            return
        }
        seen.insert(alert.state)
        if alert.isInSight { inSight.insert(id) } else { inSight.remove(id) }
    }

    /// What does not hold; nil when everything does. Goes on with the board of a snapshot and an engine made anew.
    mutating func check() throws -> String? {
        let board = desk.board
        guard Set(board.alerts.elements.filter(\.isInSight).map(\.id)) == inSight else {
            return "an alert left or entered the view without an event"
        }
        guard replayed.encoded() == board.encoded() else { return "replay differs" }
        guard board.counters.unappliable == 0 else { return "an event was about nothing" }
        for alert in board.alerts.elements {
            if alert.hidings.contains(where: \.reason.isEmpty) { return "hidden without a reason: \(alert)" }
            if alert.state == .normal { return "a normal alert is kept: \(alert)" }
            guard alert.acknowledged else { continue }
            guard let answer = answers[alert.id], answer == (alert.occurrence, alert.severity) else {
                return "answered by nobody: \(alert)"
            }
        }
        for key in isToldOn where board.alert(reportedAs: key)?.active != true {
            return "\(key) is on and not on the board"
        }
        for key in isOn.subtracting(isToldOn) {
            let stale = board.alert(reportedAs: SourceKey(source: "watchfloor", id: key.source))
            guard stale?.active == true else { return "\(key) is on, was not told, and nothing says so" }
        }
        for alert in board.alerts.elements where alert.active {
            guard let key = alert.reported?.source, key.source != "watchfloor" else { continue }
            if !isToldOn.contains(key) { return "\(key) has ended and stays on" }
        }
        try desk.reopen()
        take()
        return desk.board.encoded() == replayed.encoded() ? nil : "a snapshot differs"
    }
}

import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("Floods, alerts that come and go, escalation")
struct AlertEngineTests {
    @Test("A flood begins with the eleventh alert in ten minutes and ends when fewer than five are left")
    func flood() {
        var desk = AlertDesk(.standard)
        for number in 1...10 { desk.tell("\(number)") }
        // Neither an exercise nor what is known already counts, nor what an operator has put aside.
        desk.tell("x", standing: .exercise)
        desk.tell("1")
        #expect(desk.board.floodSince == nil)
        desk.wait(.seconds(30))
        desk.tell("11")
        #expect(desk.kinds() == [.alertRaised, .floodChanged])
        #expect(desk.board.floodSince == desk.now)
        desk.wait(.minutes(2))
        for number in 12...15 { desk.tell("\(number)") }
        desk.wait(Span(milliseconds: 449_999))
        #expect(desk.board.floodSince != nil)
        desk.wait(Span(milliseconds: 1))
        // The ten of the beginning are gone: the eleventh and the four after it are left.
        #expect(desk.board.floodSince != nil)
        desk.wait(.seconds(30))
        #expect(desk.kinds() == [.floodChanged])
        #expect(desk.board.floodSince == nil)
        guard case .floodChanged(let event) = desk.last.last?.body else { return }
        #expect(event.count == 4)
    }

    @Test("What a rule hides at once does not make a flood")
    func suppressedFlood() {
        var rules = AlertRules.standard
        rules.suppression = [SuppressionRule(name: "all", pattern: AlertPattern(mostSevere: .medium))]
        var desk = AlertDesk(rules)
        for number in 1...20 { desk.tell("\(number)") }
        #expect(desk.board.floodSince == nil)
        // One of high severity is hidden by no rule that does not say so.
        desk.tell("p1", .high)
        #expect(desk["p1"]?.isInSight == true)
        #expect(desk["3"]?.hiding(.suppressed)?.reason == "all")
    }

    @Test("The exact counts of a meter, against a plain count, whatever comes when", arguments: [3, 30] as [UInt64])
    func meter(seed: UInt64) {
        var random = Seeded(seed)
        var meter = FloodMeter()
        var raises: [Timestamp] = []
        var (now, isFlood) = (Timestamp.epoch, false)
        for step in 0..<3_000 {
            now = now + Span(milliseconds: Int64(random.below(step % 500 < 250 ? 30_000 : 400_000)))
            if random.below(3) > 0 {
                meter.raise(at: now)
                raises.append(now)
            }
            _ = meter.look(at: now)
            let count = raises.filter { $0 > now - .minutes(10) }.count
            isFlood = isFlood ? count >= 5 : count > 10
            #expect(meter.count == count && meter.isFlood == isFlood, "seed \(seed), step \(step)")
            guard let due = meter.nextDue else { continue }
            #expect(raises.filter { $0 > due - .minutes(10) }.count < 5, "the flood is over when it says")
            #expect(raises.filter { $0 > due - .minutes(10) - Span(milliseconds: 1) }.count >= 5, "and not before")
        }
    }

    @Test("Three times in a minute is chattering, whatever number the alert has; a quiet minute ends it")
    func chattering() {
        var desk = AlertDesk(.standard)
        for round in 0..<3 {
            desk.tell("door")
            #expect(desk["door"]?.conduct == (round == 2 ? .chattering : .steady))
            guard round < 2, let alert = desk["door"] else { break }
            desk.order(.acknowledge(alert.id, occurrence: alert.occurrence, severity: alert.severity))
            desk.tell("door", active: false)
            #expect(desk["door"] == nil)
            desk.wait(.seconds(25))
        }
        desk.wait(.seconds(59))
        #expect(desk["door"]?.conduct == .chattering)
        desk.wait(.seconds(1))
        #expect(desk["door"]?.conduct != .chattering)
    }

    @Test("Six of twenty steps is 30 percent and more, and it ends below 25")
    func flapping() {
        var desk = AlertDesk(.standard)
        // Once a minute is not chattering.
        for _ in 0..<5 {
            desk.tell("mast")
            desk.tell("mast", active: false)
            desk.wait(.seconds(60))
        }
        #expect(desk["mast"]?.conduct == .steady)
        desk.tell("mast")
        // Six changes: 115, 111, 107, 104, 100 and 96 hundredths and no more, over 20.
        #expect(desk["mast"]?.conduct == .flapping)
        guard case .alertConductChanged(let event) = desk.last.last?.body else { return }
        #expect(event.percent == 31)
        var waited = 0
        while desk["mast"]?.conduct == .flapping, waited < 60 {
            desk.wait(.seconds(30))
            waited += 1
        }
        // The oldest has left the twenty steps, and the five that are left weigh less than a quarter.
        #expect(waited == 10)
    }

    @Test("An alert of high severity calls one supervisor after the other until somebody answers")
    func escalation() throws {
        var rules = AlertRules.standard
        rules.escalation = Escalation(supervisors: ["ann", "bob", "cy"])
        var desk = AlertDesk(rules)
        desk.tell("low", .medium)
        desk.tell("p1", .high)
        desk.tell("drill", .high, standing: .exercise)
        desk.wait(.seconds(59))
        #expect(desk.kinds() == [])
        // That it ends and comes on again does not put the call off.
        desk.tell("p1", active: false)
        desk.tell("p1", .high)
        desk.wait(.seconds(1))
        #expect(desk.kinds() == [.alertEscalated])
        #expect(desk["p1"]?.escalations == 1)
        desk.wait(.seconds(119))
        #expect(desk.kinds() == [])
        try desk.reopen()
        // Made anew, it counts from when the alert last came on, a minute later.
        desk.wait(.seconds(59))
        #expect(desk["p1"]?.escalations == 1)
        desk.wait(.seconds(1))
        #expect(desk["p1"]?.escalations == 2)
        let alert = try #require(desk["p1"])
        desk.order(.acknowledge(alert.id, occurrence: alert.occurrence, severity: .high))
        desk.wait(.minutes(60))
        #expect(desk["p1"]?.escalations == 2)
        // Unanswered it ends with the list.
        desk.tell("p2", .high)
        for _ in 0..<20 { desk.wait(.minutes(1)) }
        #expect(desk["p2"]?.escalations == 3)
    }

    @Test("A rule hides in its hours only, and the same place is asked for when the rule says so")
    func hours() {
        var rules = AlertRules()
        rules.suppression = [
            SuppressionRule(
                name: "night", pattern: AlertPattern(feeds: [TextPattern("cctv")], mostSevere: .medium),
                hours: DailyHours(from: 22 * 60, to: 6 * 60)),
            SuppressionRule(
                name: "mast", pattern: AlertPattern(feeds: [TextPattern("nms")], mostSevere: .medium),
                cause: AlertPattern(text: TextPattern("mast*down")), samePlace: true),
        ]
        var desk = AlertDesk(rules)
        desk.now = Timestamp(seconds: 1_800_000_000 + 13 * 3600)
        desk.tell("gate", feed: "cctv")
        #expect(desk["cctv", "gate"]?.state == .unacknowledged)
        desk.wait(.hours(1))
        #expect(desk["cctv", "gate"]?.state == .suppressed)
        desk.wait(.hours(8))
        #expect(desk["cctv", "gate"]?.state == .unacknowledged)
        desk.tell("north", place: "North")
        desk.tell("south", place: "South")
        desk.tell("down", feed: "mast", place: "North")
        #expect(desk["north"]?.state == .suppressed)
        #expect(desk["south"]?.state == .unacknowledged)
        desk.tell("down", feed: "mast", active: false, place: "North")
        #expect(desk["north"]?.state == .unacknowledged)
    }

    @Test("What a rule hides hides nothing, and rules in a circle leave the first in sight")
    func circle() {
        func rule(_ name: String, hides: String, while cause: String) -> SuppressionRule {
            SuppressionRule(
                name: name, pattern: AlertPattern(feeds: [TextPattern(hides)], mostSevere: .medium),
                cause: AlertPattern(feeds: [TextPattern(cause)]))
        }
        var rules = AlertRules()
        rules.suppression = [
            rule("1", hides: "bravo", while: "alpha"), rule("2", hides: "charlie", while: "bravo"),
            rule("3", hides: "alpha", while: "charlie"),
        ]
        var desk = AlertDesk(rules)
        desk.tell("x", feed: "bravo")
        desk.tell("x", feed: "charlie")
        #expect(desk["charlie", "x"]?.state == .suppressed)
        desk.wait(.seconds(1))
        desk.tell("x", feed: "alpha")
        let states = ["alpha", "bravo", "charlie"].map { desk[$0, "x"]?.state }
        #expect(states == [.unacknowledged, .unacknowledged, .suppressed] || states[1] == .unacknowledged)
        desk.tell("x", feed: "bravo", active: false)
        // Without the one in the middle the last is in sight and hides the first.
        #expect(desk["charlie", "x"]?.state == .unacknowledged)
        #expect(desk["alpha", "x"]?.state == .suppressed)
    }

    @Test("Many that come and go are remembered, the oldest forgotten above the bound")
    func bounded() {
        var watch = ConductWatch(isOn: true)
        let board = Board()
        for number in 0..<(ConductWatch.limit * 3) {
            let key = SourceKey(source: "x", id: "\(number)")
            watch.change(.feed(key), AlertID(rawValue: 1), isRaise: true, at: Room.start)
            _ = watch.due(at: Room.start, saying: Room.start, board: board)
        }
        #expect(watch.count <= ConductWatch.limit)
    }
}

@Suite("Groups in a flood")
struct AlertGroupTests {
    private static func alert(
        _ id: UInt32, _ seconds: Int64, _ severity: AlertSeverity = .low, feed: String? = "nms", place: String = "North"
    ) -> Alert {
        let reported = feed.map {
            ReportedAlert(source: SourceKey(source: $0, id: "\(id)"), place: Place(text: place))
        }
        return Alert(
            id: AlertID(rawValue: id), kind: reported == nil ? .notHeard : .reported, severity: severity, active: true,
            occurrence: 1, raised: Timestamp(seconds: seconds), reported: reported)
    }

    /// A row as text: the alert, those under it, and how many are medium, low and unanswered.
    private static func text(_ alerts: [Alert], isFlood: Bool = true) -> [String] {
        AlertGroups(alerts, isFlood: isFlood).rows.map { row in
            let folded = row.folded.map { "\($0.rawValue)" }.joined(separator: ",")
            return row.folded.isEmpty
                ? "\(row.alert.rawValue)" : "\(row.alert.rawValue)<\(folded) \(row.medium)/\(row.low)/\(row.unanswered)"
        }
    }

    @Test("The first of a feed and place stays, the rest fold under it with their counts; P1 never folds")
    func rows() {
        let alerts = [
            Self.alert(5, 30, .medium), Self.alert(1, 10), Self.alert(2, 20), Self.alert(3, 20, .high),
            Self.alert(4, 25, place: "South"), Self.alert(6, 40, feed: nil), Self.alert(7, 45, feed: nil),
            Self.alert(8, 10 + 601),
        ]
        #expect(Self.text(alerts) == ["1<2,5 1/1/2", "3", "4", "6<7 0/1/1", "8"])
        #expect(Self.text(alerts, isFlood: false) == ["1", "2", "3", "4", "5", "6", "7", "8"])
        #expect(Self.text([]) == [])
        // A root of high severity stands alone and still gathers what follows.
        #expect(Self.text([Self.alert(1, 1, .high), Self.alert(2, 2)]) == ["1<2 0/1/1"])
    }

    @Test("Every alert is shown or counted exactly once, whatever there is", arguments: [7, 70, 700] as [UInt64])
    func exact(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            let alerts = (0..<random.below(60)).map { number in
                Self.alert(
                    UInt32(number + 1), Int64(random.below(2_000)), AlertSeverity.allCases[random.below(3)],
                    feed: ["nms", "site", nil][random.below(3)], place: ["North", "South", ""][random.below(3)])
            }
            let rows = AlertGroups(alerts, isFlood: true).rows
            let ids = rows.flatMap { [$0.alert] + $0.folded }
            #expect(ids.sorted() == alerts.map(\.id), "seed \(seed)")
            #expect(rows.allSatisfy { $0.medium + $0.low == $0.folded.count && $0.unanswered == $0.folded.count })
            let high = Set(alerts.filter { $0.severity == .high }.map(\.id))
            #expect(rows.allSatisfy { high.isDisjoint(with: $0.folded) }, "seed \(seed): P1 never folds")
            #expect(AlertGroups(alerts.reversed(), isFlood: true).rows == rows, "whatever order they are given in")
        }
    }
}

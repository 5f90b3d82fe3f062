import DispatchModel
import DispatchPolicy
import Testing

@testable import Core

@Suite("The core works the room's rules about alerts")
struct AlertRuleTests {
    private let now = Timestamp(seconds: 1_800_000_000)

    private func core(_ policy: Policy = Policy()) throws -> (core: EventCore, journal: MemoryJournal) {
        let journal = MemoryJournal()
        let core = EventCore(
            board: try journal.openBoard().board, policy: policy, writer: JournalWriter(journal: journal) {})
        return (core, journal)
    }

    private func tell(_ core: EventCore, _ id: String, _ severity: AlertSeverity = .low, after seconds: Int64 = 0) {
        let reported = ReportedAlert(source: SourceKey(source: "nms", id: id), text: "mast \(id)")
        let at = now + .seconds(seconds)
        core.takeObservation(
            Observation(
                source: nil, at: at, actor: .feed("nms"),
                content: .alert(AlertObservation(reported: reported, severity: severity, isActive: true, at: at))))
    }

    @Test("A flood is recorded in the tick that sees it, and nothing is left due")
    func flood() throws {
        var policy = Policy()
        policy.alerts = .standard
        let (core, journal) = try self.core(policy)
        for number in 0..<11 { tell(core, "\(number)") }
        #expect(core.tick(now: now).map(\.body.kind) == [.floodChanged])
        #expect(core.nextDue.map { $0 > now } ?? false)
        #expect(core.tick(now: now).isEmpty)
        _ = try core.flush()
        #expect(core.shown.floodSince == now)
        let kinds = try journal.records(after: 0, limit: 100).map(\.body.kind)
        #expect(kinds.last == .floodChanged && kinds.count == 12)
    }

    @Test("A shelf ends at its time under any rules, also on a core opened since")
    func shelf() throws {
        let (core, journal) = try self.core()
        tell(core, "a", .high)
        let alert = try #require(core.head.alerts.elements.first)
        let shelve = Command.shelve(
            alert.id, occurrence: 1, severity: .high, until: now + .minutes(5), once: false, reason: "works")
        _ = try core.perform(CommandRequest(shelve, by: .dispatcher("ann")), now: now).get()
        #expect(core.head.alerts[alert.id]?.state == .shelved)
        _ = try core.flush()
        let later = EventCore(board: core.shown, writer: JournalWriter(journal: journal) {})
        #expect(later.nextDue == now + .minutes(5))
        #expect(later.tick(now: now + .minutes(4)).isEmpty)
        #expect(later.tick(now: now + .minutes(5)).map(\.body.kind) == [.alertShown])
        #expect(later.head.alerts[alert.id]?.state == .unacknowledged)
    }

    @Test("Rules read anew hide what they hide and show what they no longer do; latches hold for what comes then")
    func reload() throws {
        let (core, _) = try self.core()
        tell(core, "a")
        core.tick(now: now)
        var rules = AlertRules()
        rules.suppression = [SuppressionRule(name: "works", pattern: AlertPattern(feeds: [TextPattern("nms")]))]
        rules.latching = [AlertPattern(text: TextPattern("mast b"))]
        core.use(rules)
        core.tick(now: now)
        #expect(core.head.alerts.elements.map(\.state) == [.suppressed])
        tell(core, "b")
        core.tick(now: now)
        #expect(core.head.alerts.elements.map(\.latching) == [false, true])
        core.use(AlertRules())
        core.tick(now: now)
        #expect(core.head.alerts.elements.map(\.state) == [.unacknowledged, .unacknowledged])
    }
}

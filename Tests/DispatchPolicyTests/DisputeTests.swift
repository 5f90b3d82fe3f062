import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("Disputes")
struct DisputeTests {
    private static func room(_ policy: Policy = Policy()) -> Room {
        var room = Room.open(policy: policy)
        room.startClocks()
        return room
    }

    private func alert(_ room: Room, _ kind: AlertKind) -> Alert? {
        room.board.alerts.elements.first { $0.kind == kind }
    }

    /// What the clocks say about an incident; units have clocks of their own.
    private func told(_ room: inout Room, _ id: IncidentID) -> [EventBody] {
        room.tick().filter { event in
            guard let alert = event.alert.flatMap({ room.board.alerts[$0] }) else { return true }
            return alert.incident == id
        }
    }

    /// An incident of no priority that alerts by itself.
    private func quarrel(_ room: inout Room, _ grade: DisputeGrade) -> IncidentID {
        let id = room.incident("quarrel", .p4)
        room.must(.gradeDispute(id, grade))
        return id
    }

    @Test("Each grade has its deadlines from the first report", arguments: DisputeGrade.allCases)
    func deadlines(grade: DisputeGrade) {
        var room = DisputeTests.room()
        let id = room.incident("quarrel", .p4)
        let received = room.now
        room.wait(.minutes(3))
        room.must(.gradeDispute(id, grade))
        // Minutes to warn, to route, to settle.
        let table: [DisputeGrade: [Int64]] = [
            .red: [5, 15, 1440], .orange: [15, 60, 4320], .yellow: [60, 240, 10_080], .blue: [240, 1440, 43_200],
        ]
        let dispute = room[id].dispute
        let minutes = [dispute?.warnBy, dispute?.routeBy, dispute?.settleBy].map { by in
            by.map { ($0 - received).milliseconds / 60_000 }
        }
        #expect(minutes == table[grade])
        #expect(dispute?.nextDeadline == dispute?.warnBy)
        #expect(room.order(.gradeDispute(id, grade)).failure == .sameGrade(id, grade))
    }

    @Test("A deadline warns at four fifths, matters most when it passes, and clears with its step")
    func warns() {
        var room = DisputeTests.room()
        let start = room.now
        let id = quarrel(&room, .yellow)
        room.now = start + .minutes(48) - Span(milliseconds: 1)
        #expect(room.tick().isEmpty)
        room.now = start + .minutes(48)
        #expect(
            room.tick() == [
                .alertRaised(
                    AlertRaised(
                        alert: AlertID(rawValue: 1), kind: .disputeWarning, severity: .medium, incident: id,
                        at: room.now, limit: 3600))
            ])
        room.must(.acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .medium))
        #expect(room.engine?.nextDue == start + .minutes(60))
        room.now = start + .minutes(60) - Span(milliseconds: 1)
        #expect(room.tick().isEmpty)
        room.now = start + .minutes(60)
        let broken = AlertSeverityRaised(alert: AlertID(rawValue: 1), severity: .high, at: room.now)
        #expect(room.tick() == [.alertSeverityRaised(broken)])
        #expect(alert(room, .disputeWarning)?.state == .unacknowledged)
        room.wait(.hours(1))
        #expect(room.tick().isEmpty, "said once")
        room.must(.advanceDispute(id, .warned))
        #expect(room.tick() == [.alertCleared(AlertCleared(alert: AlertID(rawValue: 1), at: room.now))])
        room.now = start + .minutes(192)
        #expect(room.tick().kinds == [.alertRaised])
        #expect(alert(room, .disputeRouting)?.severity == .medium)
    }

    @Test("A slight dispute warns with little severity; one graded too late matters most at once")
    func severities() {
        var room = DisputeTests.room()
        _ = quarrel(&room, .blue)
        room.wait(.minutes(200))
        room.tick()
        #expect(alert(room, .disputeWarning)?.severity == .low)
        room = DisputeTests.room()
        let late = room.incident("quarrel", .p4)
        room.wait(.minutes(14))
        room.must(.gradeDispute(late, .red))
        #expect(room.tick().kinds == [.alertRaised, .alertRaised])
        #expect(alert(room, .disputeWarning)?.severity == .high, "its five minutes are over")
        #expect(alert(room, .disputeRouting)?.severity == .medium, "14 of 15 minutes")
        room.must(.gradeDispute(late, .yellow))
        #expect(room.tick().kinds == [.alertCleared, .alertCleared], "its deadlines are longer now")
    }

    @Test("An engine made anew goes on watching what is near")
    func rebuilt() {
        var room = DisputeTests.room()
        let start = room.now
        _ = quarrel(&room, .yellow)
        room.now = start + .minutes(50)
        room.tick()
        room.startClocks()
        #expect(room.tick().isEmpty)
        #expect(room.engine?.nextDue == start + .minutes(60))
        room.now = start + .minutes(61)
        #expect(room.tick().kinds == [.alertSeverityRaised])
        room.startClocks()
        #expect(room.tick().isEmpty)
    }

    @Test("Steps in a sensible order")
    func steps() {
        var room = DisputeTests.room()
        let plain = room.incident("noise", .p4)
        #expect(room.order(.advanceDispute(plain, .warned)).failure == .notDispute(plain))
        let due = room.now + .hours(24)
        #expect(room.order(.mediate(plain, .people, body: "", due: due)).failure == .notDispute(plain))
        let id = quarrel(&room, .orange)
        room.must(.advanceDispute(id, .routed))
        #expect(room.order(.advanceDispute(id, .routed)).failure == .stepDone(id, .routed))
        room.must(.advanceDispute(id, .settled))
        #expect(room.order(.advanceDispute(id, .warned)).failure == .disputeSettled(id))
        #expect(room.order(.mediate(id, .people, body: "", due: due)).failure == .disputeSettled(id))
        #expect(room[id].dispute?.nextDeadline == nil)
        room.wait(.hours(24 * 40))
        #expect(told(&room, id).isEmpty, "a settled dispute has no clocks")
        room.must(.gradeDispute(id, .orange))
        #expect(room[id].dispute?.settled == nil, "graded anew it goes on")
        room.must(.close(id, disposition: "mediated"))
        #expect(room.order(.advanceDispute(id, .settled)).failure == .incidentClosed(id))
        #expect(room.order(.gradeDispute(id, .red)).failure == .incidentClosed(id))
    }

    @Test("Handed over it frees its units, waits for nobody, and is not forgotten")
    func mediation() {
        var room = DisputeTests.room()
        let id = quarrel(&room, .red)
        room.must(.triage(id, TriageChange(priority: .p1)))
        room.must(.assign(id, [Room.car1], divert: false))
        let start = room.now
        for due in [start, start - .hours(1), start + .hours(24 * 367)] {
            let refused = room.order(.mediate(id, .people, body: "", due: due)).failure
            #expect(refused == .mediationDue(id, latest: start + .hours(24 * 366)))
        }
        room.must(.advanceDispute(id, .warned))
        room.must(.mediate(id, .people, body: "  Hexie St committee ", due: start + .hours(100)))
        #expect(room[Room.car1].isFree)
        #expect(room[id].dispute?.mediation?.body == "Hexie St committee")
        #expect(room[id].dispute?.routed == start, "the hand-over is the routing")
        #expect(room[id].isOpen && room[id].progress == .held)
        room.wait(.hours(79))
        #expect(told(&room, id).isEmpty, "neither the deadline to settle nor waiting for a unit counts")
        room.wait(.hours(1))
        #expect(told(&room, id).kinds == [.alertRaised])
        #expect(alert(room, .mediationDue)?.severity == .medium)
        room.wait(.hours(20))
        #expect(told(&room, id).kinds == [.alertSeverityRaised])
        room.must(.mediate(id, .judicial, body: "", due: room.now + .hours(240)))
        #expect(told(&room, id).kinds == [.alertCleared], "handed on, with a date of its own")
        room.must(.close(id, disposition: "mediated"))
        room.wait(.hours(300))
        #expect(told(&room, id).isEmpty)
        room.must(.reopen(id, reason: "again"))
        #expect(room[id].dispute?.mediation == nil && room[id].progress == .waiting)
    }

    @Test("Undo takes back a grade, a step and a hand-over")
    func undo() {
        var room = DisputeTests.room()
        let id = room.incident("quarrel", .p4)
        room.must(.assign(id, [Room.car1], divert: false))
        let orders: [Command] = [
            .gradeDispute(id, .red), .advanceDispute(id, .warned), .gradeDispute(id, .orange),
            .mediate(id, .administrative, body: "office", due: room.now + .hours(5)), .advanceDispute(id, .settled),
        ]
        var before: [Meaning] = []
        for order in orders {
            before.append(Meaning(room.board))
            room.must(order)
        }
        for meaning in before.reversed() {
            room.must(.undo)
            #expect(Meaning(room.board) == meaning)
        }
    }

    @Test("Types that name a grade do so only where the room says so")
    func byType() {
        var room = DisputeTests.room()
        #expect(room[room.incident("dispute-red", .p1)].dispute == nil)
        var policy = Policy()
        policy.disputeTypes = Policy.usualDisputeTypes
        room = DisputeTests.room(policy)
        let id = room.incident("dispute-yellow", .p4)
        #expect(room[id].dispute?.grade == .yellow)
        room.must(.triage(id, TriageChange(type: "dispute-red")))
        #expect(room[id].dispute?.grade == .red)
        #expect(room[id].dispute?.warnBy == room[id].received + .minutes(5))
        room.must(.triage(id, TriageChange(type: "quarrel")))
        #expect(room[id].dispute?.grade == .red, "what it is called takes no grade away")
        RelationTests.call(&room, "c1", .p3)
        let source = SourceKey(source: "log", id: "c1")
        room.tell(.graded(.source(source), type: "dispute-blue", priority: nil))
        #expect(room.board.incident(source: source)?.dispute?.grade == .blue)
        room.tell(.disputeGraded(.source(source), .orange))
        #expect(room.board.incident(source: source)?.dispute?.grade == .orange)
        #expect(room.tell(.disputeGraded(.source(source), .orange)).failure == .known)
        #expect(room.tell(.disputeGraded(.number(IncidentID(rawValue: 99)), .red)).failure == .unknownIncident)
    }

    @Test("Merged, the graver grade counts from the earlier report, and what was done stays done")
    func merged() {
        var room = DisputeTests.room()
        let first = quarrel(&room, .red)
        room.must(.advanceDispute(first, .warned))
        let start = room.now
        room.wait(.minutes(2))
        let second = quarrel(&room, .blue)
        room.must(.merge(first, into: second))
        #expect(room[second].dispute?.grade == .red)
        #expect(room[second].dispute?.routeBy == start + .minutes(15))
        #expect(room[second].dispute?.warned == start)
        #expect(room.tick().isEmpty)
        let third = room.incident("noise", .p4)
        room.must(.merge(second, into: third))
        #expect(room[third].dispute == room[second].dispute)
        #expect(room[third].dispute?.warned == start)
    }

    @Test(
        "Whatever happens to disputes, every alert is due and nothing due is without one", .full,
        arguments: [5, 71, 204, 999] as [UInt64])
    func random(seed: UInt64) {
        var room = DisputeTests.room()
        var random = Seeded(seed)
        for step in 0..<600 {
            room.wait(.minutes(Int64(random.below(90))))
            if random.below(4) == 0 || room.board.incidents.count == 0 { room.incident("quarrel", .p4) }
            let ids = room.board.incidents.elements.map(\.id)
            guard let id = random.element(of: ids) else { continue }
            let grade = random.element(of: DisputeGrade.allCases) ?? .red
            switch random.below(7) {
            case 0, 1: room.order(.gradeDispute(id, grade))
            case 2, 3: room.order(.advanceDispute(id, random.element(of: DisputeStep.allCases) ?? .warned))
            case 4: room.order(.mediate(id, .people, body: "", due: room.now + .hours(Int64(random.below(200)))))
            case 5: room.order(random.below(2) == 0 ? .close(id, disposition: "X") : .reopen(id, reason: ""))
            default: room.order(.undo)
            }
            if random.below(40) == 0 { room.startClocks() }
            room.tick()
            let problem = problem(room)
            #expect(problem == nil, "seed \(seed), step \(step)")
            guard problem == nil else { return }
        }
        #expect(room.board.counters.unappliable == 0, "seed \(seed)")
    }

    /// What the alerts of disputes get wrong, worked out anew from the incidents; nil when nothing.
    private func problem(_ room: Room) -> String? {
        let alerts = room.board.alerts.elements
        for incident in room.board.incidents.elements {
            for kind in Deadlines.disputeKinds {
                let active = alerts.first { $0.kind == kind && $0.incident == incident.id && $0.active }
                let due = room.policy.deadlines.disputeDue(incident, kind)?.due
                let isDue = due.map { $0 <= room.now } ?? false
                guard (active != nil) == isDue else { return "\(incident.id) \(kind): due \(isDue)" }
                guard let active, isDue, let end = incident.disputeClock(kind)?.end else { continue }
                if end <= room.now, active.severity != .high { return "\(incident.id) \(kind) passed quietly" }
            }
        }
        return nil
    }
}

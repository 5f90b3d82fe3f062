import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("A room in which anything happens")
struct RandomRoomTests {
    @Test("Whatever is ordered, said and timed, the board holds together", arguments: [11, 24, 117] as [UInt64])
    func anything(seed: UInt64) throws {
        var play = RandomRoom(seed: seed)
        for step in 0..<2500 {
            play.step()
            if step % 100 == 0 {
                let problem = play.check()
                #expect(problem == nil, "seed \(seed), step \(step)")
                guard problem == nil else { return }
            }
        }
        #expect(play.check() == nil, "seed \(seed)")
        #expect(play.room.board.counters.unappliable == 0, "seed \(seed)")
        var replayed = Board()
        for record in play.room.records { replayed.apply(record) }
        #expect(replayed.encoded() == play.room.board.encoded(), "seed \(seed): replay gives the same board")
        let reopened = try Board(encoded: replayed.encoded())
        #expect(reopened.encoded() == replayed.encoded(), "seed \(seed): so does a snapshot")
        #expect(Set(play.done) == Set(RandomRoom.names), "seed \(seed): every command was carried out at least once")
    }
}

/// Random orders, observations and ticks, and what must hold after each.
struct RandomRoom {
    var room: Room
    var random: Seeded
    var done: [String] = []
    /// False where nothing is taken back at once: what is old may have left the board meanwhile.
    private let takesBack: Bool
    private var calls = 0
    /// Identities given out so far.
    private var reports: Set<Int64> = []

    static let names = [
        "create", "add-report", "correct-caller", "triage", "note", "hold", "release-hold", "merge", "split",
        "cross-reference",
        "dismiss-duplicate",
        "reopen",
        "close-incident", "assign", "withdraw", "advance", "set-status", "emergency", "acknowledge", "undo",
        "grade-dispute", "advance-dispute", "mediate",
    ]

    init(seed: UInt64, takesBack: Bool = true) {
        self.takesBack = takesBack
        room = Room.open()
        room.startClocks()
        room.startComparing()
        random = Seeded(seed)
    }

    mutating func step() {
        room.wait(Span(milliseconds: Int64(random.below(30_000))))
        switch random.below(10) {
        case 0: observe()
        case 1: tick()
        case 2: hear()
        default:
            let actor = random.below(4) == 0 ? Room.bob : Room.ann
            order(command(), by: actor)
        }
        for incident in room.board.incidents.elements { reports.formUnion(incident.reports.map(\.number)) }
    }

    /// Now and then an order is taken back at once: everything then means what it meant before.
    private mutating func order(_ command: Command, by actor: Actor) {
        let isTakenBack = takesBack && random.below(4) == 0
        let before = isTakenBack ? Meaning(room.board) : nil
        guard case .success(let events) = room.order(command, by: actor), !events.isEmpty else { return }
        done.append(command.name)
        guard let before, command != .undo, command.name != "add-report" else { return }
        room.wait(.seconds(5))
        #expect(room.order(.undo, by: actor).failure == nil, "\(command)")
        #expect(Meaning(room.board).of(only: before) == before, "\(command)")
    }

    private mutating func tick() {
        let active = Set(room.board.alerts.elements.filter(\.active).map(\.id))
        let events = room.tick()
        let raised = events.compactMap { event -> AlertID? in
            guard case .alertRaised(let event) = event else { return nil }
            return event.alert
        }
        let cleared = events.compactMap { event -> AlertID? in
            guard case .alertCleared(let event) = event else { return nil }
            return event.alert
        }
        #expect(active.intersection(raised).isEmpty, "no alert is raised while it is active")
        #expect(active.isSuperset(of: cleared), "only an active alert is cleared")
        #expect(room.engine?.nextDue ?? room.now + .seconds(1) > room.now, "nothing that is due is left")
    }

    private mutating func hear() {
        guard let unit = random.element(of: room.board.units.elements) else { return }
        let point = Room.point(31.2 + Double(random.below(100)) / 1000, 121.4)
        let event = PositionSampler().sample(unit: unit, point: point, at: room.now, every: .minutes(1))
        if let event { room.record([event], by: .feed("positions")) }
    }

    private mutating func anyIncident() -> IncidentID {
        // Mostly open ones, now and then one that is closed or does not exist.
        let open = room.board.incidents.elements.filter(\.isOpen).map(\.id)
        if random.below(5) > 0, let id = random.element(of: open) { return id }
        return IncidentID(rawValue: UInt32(random.below(Int(room.board.counters.incidents) + 2)))
    }

    /// Now and then two callers use the same rare words.
    private mutating func anyText() -> String {
        random.element(of: ["", "knife in the pharmacy", "pharmacy robbed, a knife", "window broken"]) ?? ""
    }

    private mutating func anyCaller() -> Caller {
        Caller(
            name: random.element(of: ["", "Li"]) ?? "",
            callback: random.element(of: ["", "555 0100", "555 0101"]) ?? "",
            way: random.element(of: CallWay.allCases))
    }

    private mutating func anyUnit() -> UnitID { UnitID(rawValue: UInt32(1 + random.below(6))) }

    private mutating func command() -> Command {
        let place = Place(text: "Mission St", point: Room.point(31.2, 121.4))
        let priority = random.element(of: Priority.allCases) ?? .p3
        if random.below(3) == 0, let dismissal = dismissal() { return dismissal }
        switch random.below(29) {
        case 0:
            return .create(
                NewIncident(type: "robbery", priority: priority, place: place, text: anyText(), units: [anyUnit()]))
        case 1:
            guard random.below(2) == 0 else { return .addReport(anyIncident(), caller: anyCaller(), text: "me too") }
            let id = anyIncident()
            return .correctCaller(id, report: room.board.incidents[id]?.reports.last?.number ?? 1, anyCaller())
        case 2: return .triage(anyIncident(), TriageChange(priority: priority))
        case 3: return .note(anyIncident(), text: "note")
        case 4: return .hold(anyIncident(), until: room.now + .minutes(Int64(random.below(20))), reason: "")
        case 5: return .releaseHold(room.board.incidents.elements.first(where: \.held)?.id ?? anyIncident())
        case 6: return .merge(anyIncident(), into: anyIncident())
        case 7:
            let id = room.board.incidents.elements.first { $0.isOpen && $0.reports.count > 1 }?.id ?? anyIncident()
            let numbers = room[id].reports.map(\.number).filter { $0.isMultiple(of: 2) }
            return .split(id, reports: numbers)
        case 8: return .link(anyIncident(), anyIncident())
        case 9:
            return .reopen(
                IncidentID(rawValue: UInt32(random.below(Int(room.board.counters.incidents) + 1))), reason: "")
        case 10: return .close(anyIncident(), disposition: "REPORT")
        case 11...13: return .assign(anyIncident(), [anyUnit(), anyUnit()], divert: random.below(2) == 0)
        case 14: return .withdraw(anyUnit(), reason: "")
        case 15...17:
            let milestone = random.element(of: Milestone.allCases) ?? .cleared
            return .advance(anyUnit(), milestone, disposition: random.below(3) == 0 ? "REPORT" : "")
        case 18, 19:
            let status = random.element(of: UnitStatus.allCases) ?? .available
            return .setStatus(anyUnit(), status, reason: random.below(3) == 0 ? "told by radio" : "")
        case 20: return random.below(4) == 0 ? .emergency(anyUnit()) : .setStatus(anyUnit(), .available, reason: "")
        case 21:
            guard let alert = random.element(of: room.board.alerts.elements) else { return .undo }
            return .acknowledge(alert.id, occurrence: alert.occurrence, severity: alert.severity)
        case 22: return .gradeDispute(anyIncident(), random.element(of: DisputeGrade.allCases) ?? .red)
        case 23: return .advanceDispute(anyDispute(), random.element(of: DisputeStep.allCases) ?? .warned)
        case 24:
            let kind = random.element(of: MediationKind.allCases) ?? .people
            return .mediate(anyDispute(), kind, body: "", due: room.now + .minutes(Int64(random.below(60))))
        default: return .undo
        }
    }

    /// Proposals are few: those there are get an answer soon.
    private mutating func dismissal() -> Command? {
        let asked = room.board.incidents.elements.filter { !room.board.openProposals(of: $0).isEmpty }
        guard let one = random.element(of: asked), let other = room.board.openProposals(of: one).first else {
            return nil
        }
        return .dismissDuplicate(one.id, with: other.other)
    }

    private mutating func anyDispute() -> IncidentID {
        let open = room.board.incidents.elements.filter { $0.isOpen && $0.dispute != nil }.map(\.id)
        return random.element(of: open) ?? anyIncident()
    }

    private mutating func observe() {
        let callsign = room[anyUnit()].callsign
        switch random.below(6) {
        case 0:
            calls += 1
            RelationTests.call(&room, "c\(calls)", random.element(of: Priority.allCases) ?? .p3)
        case 1:
            let status = random.element(of: UnitStatus.allCases) ?? .available
            room.tell(.status(callsign: callsign, status: status), by: .crew(callsign))
        case 2: room.tell(.closed(.number(anyIncident()), disposition: "GOA"))
        case 3: room.tell(.report(.number(anyIncident()), Report(at: room.now, text: "saw it")))
        default:
            let milestone = random.element(of: Milestone.allCases) ?? .assigned
            let stated = room.now - .seconds(Int64(random.below(90)))
            let source = SourceKey(source: "log", id: "c\(1 + random.below(max(1, calls)))")
            let reference: IncidentReference = random.below(2) == 0 ? .source(source) : .number(anyIncident())
            room.tell(
                .milestone(
                    MilestoneObservation(
                        incident: reference, callsign: callsign, milestone: milestone, stated: stated)))
        }
    }

    /// What does not hold together; nil when everything does.
    func check() -> String? {
        let board = room.board
        for unit in board.units.elements {
            guard (unit.incident == nil) == (unit.assignment == nil) else { return "\(unit.callsign) half bound" }
            if let id = unit.incident {
                guard let assignment = board.incidents[id]?.assignments.first(where: { $0.id == unit.assignment })
                else { return "\(unit.callsign) bound to nothing" }
                guard assignment.isOpen, assignment.unit == unit.id else {
                    return "\(unit.callsign) bound to \(assignment)"
                }
                if unit.isFree || unit.status == .outOfService { return "\(unit.callsign) \(unit.status) at \(id)" }
            }
        }
        var held: Set<Int64> = []
        var assignments: Set<AssignmentID> = []
        for incident in board.incidents.elements {
            held.formUnion(incident.reports.map(\.number))
            guard Set(incident.reports.map(\.number)).count == incident.reports.count else { return "a report twice" }
            if let problem = check(incident) { return "\(problem): \(incident)" }
            for assignment in incident.assignments where !assignments.insert(assignment.id).inserted {
                return "an assignment twice"
            }
            if incident.mergedInto == nil, !incident.reports.isEmpty { continue }
            for number in incident.reports.map(\.number) where board.survivor(of: incident.id) != nil {
                let isCarried = board.incidents.elements.contains { other in
                    other.mergedInto == nil && other.reports.contains { $0.number == number }
                }
                guard isCarried else { return "report \(number) is on no incident that stands" }
            }
        }
        if let problem = checkProposals() { return problem }
        guard reports.subtracting(held).isEmpty || board.counters.archived > 0 else { return "a report was lost" }
        return checkAlerts()
    }

    /// Both sides know the same, nobody is asked about themselves or what is gone, and nothing is merged by itself.
    private func checkProposals() -> String? {
        for incident in room.board.incidents.elements {
            guard incident.proposals.filter({ !$0.dismissed }).count <= DuplicateProposal.limit else {
                return "drowned"
            }
            for proposal in incident.proposals {
                guard proposal.other != incident.id, let other = room.board.incidents[proposal.other] else {
                    return "a proposal about nothing"
                }
                var mirrored = proposal
                mirrored.other = incident.id
                guard other.proposals.contains(mirrored) else { return "a proposal on one side: \(proposal)" }
            }
            for open in room.board.openProposals(of: incident) where incident.linked.contains(open.other) {
                return "asked about what is cross-referenced"
            }
        }
        let silent = room.records.contains { $0.actor == .policy && $0.body.kind == .incidentMerged }
        return silent ? "merged by itself" : nil
    }

    private func check(_ incident: Incident) -> String? {
        let serving = incident.assignments.filter { $0.withdrawn == nil }
        guard incident.isOpen == (incident.closed == nil) else { return "closed without a time" }
        guard incident.held == (incident.heldSince != nil) else { return "held without a beginning" }
        guard incident.isOpen else { return incident.held ? "closed and held" : nil }
        if incident.mergedInto != nil { return "open and merged" }
        if incident.held, !incident.openAssignments.isEmpty { return "held with units" }
        switch incident.stage {
        case .gathered, .triaged: return incident.openAssignments.isEmpty ? nil : "units but not assigned"
        case .handled where !serving.contains(where: { $0.arrived != nil }): return "handled by nobody"
        default: return nil
        }
    }

    private func checkAlerts() -> String? {
        var subjects: Set<Obligation> = []
        // An undo may take a dispute away; its alert ends when the clocks look next.
        let clocksHaveLooked = room.engine?.nextDue.map { $0 > room.now } ?? true
        for alert in room.board.alerts.elements {
            if alert.state == .normal { return "a normal alert is kept" }
            guard alert.occurrence > 0 else { return "an alert that never came on" }
            if clocksHaveLooked, alert.active, alert.kind.disputeStep != nil || alert.kind == .mediationDue {
                guard let incident = alert.incident.flatMap({ room.board.incidents[$0] }), incident.dispute != nil
                else { return "a dispute's alert without a dispute: \(alert)" }
            }
            guard subjects.insert(Obligation(alert)).inserted else { return "two alerts about one thing: \(alert)" }
        }
        return nil
    }
}

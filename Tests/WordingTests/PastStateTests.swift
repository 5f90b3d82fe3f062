import DispatchModel
import DispatchPolicy
import Testing

@testable import Wording

@Suite("Sentences say what was so at their time")
struct PastStateTests {
    private static let raised: [EventBody] = [
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: 7), kind: .statusOverdue, unit: Sample.car, at: Sample.now, limit: 120,
                status: .dispatched)),
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: 8), kind: .waitingTooLong, incident: Sample.robbery, at: Sample.now,
                limit: 600,
                priority: .p2)),
    ]

    /// What happens to the unit and the incident afterwards.
    private static let since: [EventBody] = [
        .unitStatusChanged(UnitStatusChanged(unit: Sample.car, status: .outOfService, since: Sample.now)),
        .incidentTriaged(IncidentTriaged(incident: Sample.robbery, type: "", priority: .p4)),
    ]

    @Test(
        "An alert, and the line that tells of it, read the same whatever its unit and incident are by now",
        arguments: Language.allCases)
    func unchanged(language: Language) throws {
        let words = Words(language)
        let (then, now) = (Sample.board(Self.raised), Sample.board(Self.raised + Self.since))
        for (body, id) in zip(Self.raised, [7, 8] as [UInt32]) {
            let alert = try #require(then.alerts[AlertID(rawValue: id)])
            #expect(words.alert(alert, on: then, now: Sample.now) == words.alert(alert, on: now, now: Sample.now))
            #expect(words.happening(body, on: then) == words.happening(body, on: now))
        }
        let overdue = words.happening(Self.raised[0], on: now)
        #expect(overdue.contains(words.status(.dispatched)) && !overdue.contains(words.status(.outOfService)))
        let waiting = words.happening(Self.raised[1], on: now)
        #expect(waiting.contains(words.priority(.p2)) && !waiting.contains(words.priority(.p4)))
    }

    @Test("Of an alert from a journal that does not say what was so, nothing is claimed", arguments: Language.allCases)
    func unknown(language: Language) {
        let words = Words(language)
        let board = Sample.board(Self.since)
        let overdue = AlertRaised(
            alert: AlertID(rawValue: 7), kind: .statusOverdue, unit: Sample.car, at: Sample.now, limit: 120)
        #expect(!words.happening(.alertRaised(overdue), on: board).contains(words.status(.outOfService)))
        let waiting = AlertRaised(
            alert: AlertID(rawValue: 8), kind: .waitingTooLong, incident: Sample.robbery, at: Sample.now, limit: 600)
        let text = words.happening(.alertRaised(waiting), on: board)
        for priority in Priority.allCases { #expect(!text.contains(words.priority(priority)), "\(text)") }
    }

    @Test("What is over is told as over, for every kind", arguments: AlertKind.allCases, Language.allCases)
    func over(kind: AlertKind, language: Language) {
        guard kind != .reported else { return }
        let words = Words(language)
        let board = Sample.board()
        var alert = Alert(
            id: AlertID(rawValue: 7), kind: kind, incident: Sample.robbery, unit: Sample.car, active: true,
            raised: Sample.now, limit: 120, priority: .p2, status: .onScene)
        let on = words.alert(alert, on: board, now: Sample.now)
        alert.active = false
        #expect(words.alert(alert, on: board, now: Sample.now) != on, "\(kind)")
    }

    @Test("An answer to an alert about a unit does not name what the unit does now")
    func answered() {
        let words = Words(.english)
        let free = Sample.board(Self.raised)
        let busy = Sample.board(
            Self.raised + [
                .unitAssigned(
                    UnitAssigned(
                        incident: Sample.fight, assignment: AssignmentID(rawValue: 90), unit: Sample.car,
                        assigned: Sample.now))
            ])
        let answer = EventBody.alertAcknowledged(AlertAcknowledged(alert: AlertID(rawValue: 7)))
        #expect(words.happening(answer, on: free) == words.happening(answer, on: busy))
    }
}

@Suite("No code in a sentence")
struct RawCodeTests {
    /// The names that the program itself has for the words of its vocabularies, where no person writes them so.
    private static let codes: [String] = [
        AlertKind.allCases.map { "\($0)" }, UnitKind.allCases.map { "\($0)" }, UnitStatus.allCases.map { "\($0)" },
        Milestone.allCases.map { "\($0)" }, IncidentProgress.allCases.map { "\($0)" },
        AlertHidingWay.allCases.map { "\($0)" },
    ].flatMap { $0 }.filter { $0.contains { $0.isUppercase } }

    private func expectWords(_ text: String, at location: SourceLocation = #_sourceLocation) {
        let raw = Self.codes.first { text.contains($0) }
        #expect(raw == nil, "“\(raw ?? "")” in “\(text)”", sourceLocation: location)
        #expect(!text.contains("officer-emergency") && !text.contains("{"), "\(text)", sourceLocation: location)
    }

    @Test("Every term, alert and happening has words", arguments: Language.allCases)
    func terms(language: Language) {
        let words = Words(language)
        let board = Sample.board()
        for kind in AlertKind.allCases {
            expectWords(words.kind(kind))
            for active in [true, false] {
                let alert = Alert(
                    id: AlertID(rawValue: 5), kind: kind, incident: Sample.robbery, unit: Sample.car, active: active,
                    raised: Sample.now, limit: 60, priority: .p1, status: .outOfService)
                expectWords(words.alert(alert, on: board, now: Sample.now))
            }
        }
        for kind in UnitKind.allCases {
            expectWords(words.kind(kind))
            expectWords(words.kindInFull(kind))
        }
        for status in UnitStatus.allCases {
            expectWords(words.status(status))
            expectWords(words.statusShort(status))
        }
        for milestone in Milestone.allCases { expectWords(words.milestone(milestone)) }
        for progress in IncidentProgress.allCases { expectWords(words.progress(progress)) }
        for way in AlertHidingWay.allCases { expectWords(words.hiding(way)) }
        expectWords(words.type(Policy().emergencyType, on: board))
        for plan in ResponsePlans.standard.plans {
            expectWords(words.plan(plan.name))
            expectWords(words.missing(plan.requirements))
            expectWords(words.short(PlanShortfall(plan: plan.name, asked: 9, missing: plan.requirements)))
        }
        for body in Sample.bodies { expectWords(words.happening(body, on: board)) }
        for rejection in Sample.rejections { expectWords(words.refusal(rejection, on: board).line) }
    }

    @Test("A refused triage names what was asked for", arguments: Language.allCases)
    func triage(language: Language) {
        let words = Words(language)
        let board = Sample.board()
        let rows: [(TriageChange, String)] = [
            (TriageChange(type: "robbery"), words.type("robbery", on: board)), (TriageChange(beat: "B07"), "B07"),
            (TriageChange(priority: .p1), words.priority(.p1)),
            (TriageChange(place: Place(text: "Pier 39")), "Pier 39"),
        ]
        for (change, named) in rows {
            let line = words.refusal(.sameTriage(Sample.robbery, change), on: board).line
            #expect(line.contains(named), "\(line)")
        }
    }

    @Test("A time before the one that precedes it has one sign")
    func signs() {
        let words = Words(.english)
        #expect(words.later(.seconds(40)) == "+0:40")
        #expect(words.later(.seconds(-6)) == "-0:06")
        #expect(words.later(.zero) == "+0:00")
    }
}

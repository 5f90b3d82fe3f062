import DispatchModel
import DispatchPolicy
import Reports
import Testing

@Suite struct FigureTests {
    /// Two units at one incident, one at another: every interval worked out by hand.
    private func evening() -> Story {
        var story = Story()
        story.unit(1)
        story.unit(2, .ambulance)
        story.incident(1, received: 100)
        story.assign(1, 1, unit: 1, at: 160)
        story.assign(1, 2, unit: 2, at: 150)
        story.advance(1, 1, .enRoute, at: 200)
        story.advance(1, 2, .enRoute, at: 260)
        story.advance(1, 1, .arrived, at: 300)
        story.advance(1, 2, .arrived, at: 500)
        story.advance(1, 1, .cleared, at: 1160)
        story.incident(2, received: 1000, priority: .p1, type: "medical", beat: "B2")
        story.assign(2, 3, unit: 2, at: 1010)
        story.advance(2, 3, .enRoute, at: 1005)
        story.advance(2, 3, .arrived, at: 1200)
        return story
    }

    @Test func intervalsAreThoseOfTheDefinition() {
        let total = evening().accumulator.report().total
        #expect(total.incidents == 2)
        #expect(total.unitResponses == 3)
        #expect(total.units == 2)
        #expect(total["dispatch"] == IntervalFigure(count: 2, p50: 30, p90: 46, mean: 30))
        #expect(total["turnout"] == IntervalFigure(count: 2, p50: 75, p90: 103, mean: 75, invalid: 1))
        #expect(total["travel"] == IntervalFigure(count: 3, p50: 195, p90: 231, mean: 535.0 / 3))
        #expect(total["response"] == IntervalFigure(count: 2, p50: 200, p90: 200, mean: 200))
        #expect(total["busy"] == IntervalFigure(count: 1, p50: 1000, p90: 1000, mean: 1000))
    }

    @Test func aProfileIsKeptByTheSameResponses() throws {
        var story = evening()
        story.advance(1, 1, .acknowledged, at: 190)
        story.advance(1, 1, .feedback, at: 400)
        let limits = [ProfileLimit(.seconds(60), wanted: 50), ProfileLimit(.seconds(150))]
        let targets = [.answer, .process, .acknowledged, .enRoute, .arrived, .feedback].map {
            ProfileTarget($0, limits)
        }
        let profile = DeadlineProfile(name: "x", english: "x", chinese: "甲", source: "\"s\"", targets: targets)
        let kept = story.accumulator.attainment(of: profile)
        /// Within and cases of each limit, then ended, open, missing, backwards; no time has passed since the epoch.
        let expected = [
            [0, 0, 0, 0, 0, 0, 0, 0],
            // 50 and 10 seconds.
            [2, 2, 2, 2, 2, 0, 0, 0],
            // 30 seconds; two crews moved without saying that they had read it.
            [1, 1, 1, 1, 1, 0, 2, 0],
            // 40 and 110 seconds, and one that moved before it was sent.
            [1, 2, 2, 2, 2, 0, 0, 1],
            // 140, 350 and 190 seconds.
            [0, 3, 1, 3, 3, 0, 0, 0],
            // 240 seconds; two crews are still there.
            [0, 1, 0, 1, 1, 2, 0, 0],
        ]
        let figures = kept.targets.map { target in
            target.limits.flatMap { [$0.within, $0.cases] } + [
                target.ended, target.open, target.missing, target.backwards,
            ]
        }
        #expect(figures == expected)
        let json = kept.json()
        #expect(json.contains(#""source": "\"s\"""#))
        #expect(json.contains(#"{"measure": "answer", "recorded": false, "limits": [{"seconds": 60, "wanted": 50}, "#))
        #expect(
            json.contains(
                #"{"seconds": 60, "wanted": 50, "within": 1, "cases": 2, "percent": 50.0, "attained": true}"#))
        #expect(kept.json(exercise: true).hasPrefix("{\n \"exercise\": true,\n"))
    }

    @Test func nothingGivesEmptyFigures() {
        let report = FigureAccumulator().report(by: .priority)
        #expect(report.total["dispatch"] == IntervalFigure())
        #expect(report.groups.isEmpty)
        #expect(report.json.contains("\"dispatch\": {\n   \"count\": 0,\n   \"invalid\": 0\n  }"))
    }

    @Test func anAssignmentWithoutATimeStillIsAResponse() {
        var story = Story()
        story.incident(1, received: 100)
        story.assign(1, 1, unit: 9, at: nil)
        story.advance(1, 1, .arrived, at: 150)
        let total = story.accumulator.report().total
        #expect(total.unitResponses == 1)
        #expect(total.units == 1)
        #expect(total["dispatch"] == IntervalFigure())
        #expect(total["response"] == IntervalFigure(count: 1, p50: 50, p90: 50, mean: 50))
    }

    @Test func withdrawnAssignmentsCountNowhere() {
        var story = evening()
        story.assign(1, 4, unit: 3, at: 110)
        story.advance(1, 4, .arrived, at: 120)
        story.tell(
            .assignmentWithdrawn(
                AssignmentWithdrawn(incident: IncidentID(rawValue: 1), assignment: AssignmentID(rawValue: 4))))
        #expect(story.accumulator.report() == evening().accumulator.report())
    }

    @Test func mergedIncidentsCountAsTheOneThatGoesOn() {
        var story = evening()
        story.incident(3, received: 90)
        story.assign(3, 5, unit: 1, at: 140)
        story.tell(.incidentMerged(IncidentMerged(incident: IncidentID(rawValue: 3), into: IncidentID(rawValue: 1))))
        let total = story.accumulator.report().total
        #expect(total.incidents == 2)
        #expect(total.unitResponses == 4)
        // Received 90, first dispatched 140; and 10 of the other incident.
        #expect(total["dispatch"] == IntervalFigure(count: 2, p50: 30, p90: 46, mean: 30))
        #expect(total["response"]?.mean == 205)
        story.tell(.incidentReopened(IncidentReopened(incident: IncidentID(rawValue: 3))))
        #expect(story.accumulator.report().total.incidents == 3)
    }

    @Test func mergesInACircleStillCountOnce() {
        var story = evening()
        story.tell(.incidentMerged(IncidentMerged(incident: IncidentID(rawValue: 1), into: IncidentID(rawValue: 2))))
        story.tell(.incidentMerged(IncidentMerged(incident: IncidentID(rawValue: 2), into: IncidentID(rawValue: 1))))
        #expect(story.accumulator.report().total.incidents == 1)
        #expect(story.accumulator.report().total.unitResponses == 3)
    }

    @Test func anUndoCountsAsIfNothingHappened() {
        var story = evening()
        story.assign(2, 6, unit: 1, at: 1001)
        let before = Incident(
            id: IncidentID(rawValue: 2), type: "medical", priority: .p1, beat: "B2",
            received: Timestamp(seconds: 1000), reports: [Report(number: 2, at: Timestamp(seconds: 1000))],
            assignments: [
                Assignment(
                    id: AssignmentID(rawValue: 3), unit: UnitID(rawValue: 2), assigned: Timestamp(seconds: 1010),
                    enRoute: Timestamp(seconds: 1005), arrived: Timestamp(seconds: 1200))
            ])
        story.tell(.incidentRestored(IncidentRestored(before: before)))
        #expect(story.accumulator.report() == evening().accumulator.report())
        story.incident(7, received: 4000)
        story.tell(.incidentRestored(IncidentRestored(before: Incident(id: IncidentID(rawValue: 7)))))
        #expect(story.accumulator.report() == evening().accumulator.report())
    }

    @Test func answersAreMeasuredFromTheCallsOfReports() {
        let answer = ProfileTarget(.answer, [ProfileLimit(.seconds(15), wanted: 90), ProfileLimit(.seconds(20))])
        let profile = DeadlineProfile(name: "x", english: "x", chinese: "甲", source: "s", targets: [answer])
        var story = evening()
        #expect(story.accumulator.attainment(of: profile).targets.map(\.isRecorded) == [false])
        for (number, rings): (Int64, Int64?) in [(60, 10), (61, 18), (62, 30), (63, nil), (64, -5)] {
            var report = Report(number: number, at: Timestamp(seconds: 200))
            report.rang = Timestamp(seconds: 150)
            report.answered = rings.map { Timestamp(seconds: 150 + $0) }
            story.tell(.reportAdded(ReportAdded(incident: IncidentID(rawValue: 1), report: report)))
        }
        func figures(_ story: Story) -> [Int] {
            let kept = story.accumulator.attainment(of: profile).targets[0]
            return kept.limits.flatMap { [$0.within, $0.cases] } + [kept.ended, kept.missing, kept.backwards]
        }
        #expect(figures(story) == [1, 3, 2, 3, 3, 1, 1])
        // Calls go where their reports go, and count once.
        story.incident(8, received: 2000)
        story.tell(
            .reportsMoved(ReportsMoved(incident: IncidentID(rawValue: 1), to: IncidentID(rawValue: 8), reports: [60])))
        #expect(figures(story) == [1, 3, 2, 3, 3, 1, 1])
        let json = story.accumulator.attainment(of: profile).json()
        #expect(json.contains("\"measure\": \"answer\", \"recorded\": true"), "\(json)")
    }

    @Test func theEarliestReportIsWhenItWasReceived() {
        var story = evening()
        let early = Report(number: 50, at: Timestamp(seconds: 95))
        story.tell(.reportAdded(ReportAdded(incident: IncidentID(rawValue: 1), report: early)))
        #expect(story.accumulator.report().total["response"]?.mean == 202.5)
        story.incident(8, received: 2000)
        story.tell(
            .reportsMoved(ReportsMoved(incident: IncidentID(rawValue: 1), to: IncidentID(rawValue: 8), reports: [50])))
        #expect(story.accumulator.report().total["response"]?.mean == 200)
    }

    @Test func groupsSplitTheTotal() {
        let story = evening()
        let priorities = story.accumulator.report(by: .priority)
        #expect(priorities.groups.map(\.key.name) == ["P1", "P2"])
        #expect(priorities.groups.map(\.figures.unitResponses) == [1, 2])
        #expect(story.accumulator.report(by: .type).groups.map(\.key.name) == ["fire", "medical"])
        #expect(story.accumulator.report(by: .beat).groups.map(\.key.name) == ["B1", "B2"])
        let kinds = story.accumulator.report(by: .unitKind)
        #expect(kinds.groups.map(\.key.name) == ["engine", "ambulance"])
        #expect(kinds.groups.map(\.figures.incidents) == [1, 2])
        #expect(kinds.groups.map(\.figures.unitResponses) == [1, 2])
        // The ambulance was dispatched first to both; the engine was first on scene at incident 1.
        #expect(kinds.groups.map { $0.figures["dispatch"]?.count } == [0, 2])
        #expect(kinds.groups.map { $0.figures["response"]?.count } == [1, 1])
    }

    @Test func triageMovesAnIncidentToItsNewGroup() {
        var story = evening()
        story.tell(
            .incidentTriaged(
                IncidentTriaged(incident: IncidentID(rawValue: 1), type: "alarm", priority: .p4, beat: "B9")))
        #expect(story.accumulator.report(by: .priority).groups.map(\.key.name) == ["P1", "P4"])
        #expect(story.accumulator.report(by: .type).groups.map(\.key.name) == ["alarm", "medical"])
        #expect(story.accumulator.report(by: .beat).groups.map(\.key.name) == ["B2", "B9"])
    }
}

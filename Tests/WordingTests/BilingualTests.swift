import DispatchModel
import DispatchPolicy
import Testing
import Wording

@Suite struct BilingualTests {
    private let board = Sample.board([Sample.assigned])

    @Test func everyTerm() {
        for term in Priority.allCases {
            expectBoth("\(term)") { $0.priority(term) }
            expectBoth("\(term)") { $0.priorityMeaning(term) }
        }
        for term in IncidentStage.allCases { expectBoth("\(term)") { $0.stage(term) } }
        for term in IncidentProgress.allCases { expectBoth("\(term)") { $0.progress(term) } }
        for term in UnitKind.allCases {
            expectBoth("\(term)") { $0.kind(term) }
            expectBoth("\(term)") { $0.kindInFull(term) }
        }
        for term in UnitStatus.allCases {
            expectBoth("\(term)") { $0.status(term) }
            expectBoth("\(term)") { $0.statusShort(term) }
        }
        for term in PositionDoubt.allCases { expectBoth("\(term)") { $0.doubts([term]) } }
        for term in Milestone.allCases { expectBoth("\(term)") { $0.milestone(term) } }
        for term in BoardMode.allCases { expectBoth("\(term)") { $0.mode(term) } }
        for term in UnitPane.allCases { expectBoth("\(term)") { $0.pane(term) } }
        for term in AlertKind.allCases { expectBoth("\(term)") { $0.kind(term) } }
        for term in AlertSeverity.allCases { expectBoth("\(term)") { $0.severity(term) } }
        for term in AlertState.allCases { expectBoth("\(term)") { $0.state(term) } }
        for term in AlertHidingWay.allCases { expectBoth("\(term)") { $0.hiding(term) } }
        for term in AlertShowingCause.allCases { expectBoth("\(term)") { $0.cause(term) } }
        for term in AlertConduct.allCases { expectBoth("\(term)") { $0.conduct(term) } }
        for term in DisputeGrade.allCases { expectBoth("\(term)") { $0.grade(term) } }
        for term in DisputeStep.allCases {
            expectBoth("\(term)") { $0.step(term) }
            expectBoth("\(term)") { $0.done(term) }
        }
        for term in MediationKind.allCases { expectBoth("\(term)") { $0.mediation(term) } }
        for term in ActorKind.allCases { expectBoth("\(term)") { $0.actorKind(term) } }
        for term in Disposition.allCases { expectBoth("\(term)") { $0.disposition(term) } }
        for plan in ResponsePlans.standard.plans { expectBoth(plan.name) { $0.plan(plan.name) } }
    }

    @Test func everyFixedText() {
        let pane = PaneName("patrol", title: UnitPane.patrol.title)
        expectBoth("empty") { $0.emptyFiltered(pane, filter: "p1") }
        let empty: [KeyPath<Words, String>] = [
            \.noIncident, \.noPatrol, \.noQuickResponse, \.noAlert, \.nothingHappened, \.noFigures, \.nothingInDetail,
        ]
        for text in empty { expectBoth("\(text)") { $0[keyPath: text] } }
        for column in ColumnName.allCases { expectBoth("\(column)") { $0.header(column) } }
        for label in Label.allCases { expectBoth("\(label)") { $0.label(label) } }
        for message in Sample.messages { expectBoth("\(message)") { $0.message(message) } }
        expectBoth("merge") { $0.mergeQuestion(Sample.robbery, into: Sample.gone, on: board) }
        let feeds: [FeedCondition] = [
            .none, .waiting(.zero), .fresh(.zero), .silent(.minutes(3)), .paused, .ended, .failed("x"),
        ]
        for feed in feeds { expectBoth("\(feed)") { $0.feed(feed) } }
        let journals: [JournalCondition] = [.written(48_211), .watching(3), .full, .readOnly, .failed("x")]
        for journal in journals { expectBoth("\(journal)") { $0.journal(journal) } }
    }

    @Test func everyFeed() {
        for state in FeedStatus.State.allCases { expectBoth("\(state)") { $0.state(state) } }
        for place in FeedsPlace.allCases { expectBoth("\(place)") { $0.noFeeds(place) } }
        for feed in Sample.feeds {
            let texts: [(Words) -> String] = [
                { $0.deadline(of: feed) }, { $0.lastMessage(of: feed, now: Sample.now) }, { $0.messages(of: feed) },
                { $0.pace(of: feed) }, { $0.times(of: feed) }, { $0.losses(of: feed) },
                { $0.feed($0.condition(of: feed, now: Sample.now)) },
            ]
            for text in texts { expectBoth(feed.name) { text($0) } }
        }
        let letter = DeadLetterSummary(number: 3, at: Sample.now, feed: "cad", reason: BilingualText("wrong", "有误"))
        let list = DeadLetterList(letters: [letter], kept: 300, removed: 4)
        let said: [(Words) -> String] = [
            { $0.deadLettersTitle }, { $0.reason(letter) }, { $0.deadLetters(list) }, { $0.onlyNewest(200) },
            { $0.noDeadLetters }, { $0.readingDeadLetters }, { $0.deadLettersElsewhere },
            { $0.deadLetter(letter, now: Sample.now) }, { $0.moreOfLetter(12, number: 3) },
            { $0.resent(3, feed: "cad") }, { $0.noSuchLetter("3") }, { $0.showLetterHint },
        ]
        for text in said { expectBoth("letters") { text($0) } }
        expectBoth("trouble") { $0.trouble(of: Sample.feeds[0]) }
        expectBoth("delay") { $0.delay(Span(milliseconds: -240)) }
        expectBoth("stale thing") { $0.fromSilentFeed("cad", silence: .minutes(4)) }
        for isActive in [true, false] {
            let stale = Alert(
                kind: .reported, active: isActive, raised: Sample.now, limit: 30,
                reported: ReportedAlert(source: SourceKey(source: ReportedAlert.feedWatch, id: "cad")))
            expectBoth("stale") { $0.alert(stale, on: board, now: Sample.now + .minutes(4)) }
        }
    }

    @Test func everythingOnTheAlertPane() {
        let hidings = [
            AlertHiding(way: .shelved, until: Sample.now, once: true, reason: "works"),
            AlertHiding(way: .outOfService, reason: "broken"), AlertHiding(way: .suppressed),
        ]
        for hiding in hidings { expectBoth("\(hiding.way)") { $0.hidden(hiding, now: Sample.now) } }
        var group = AlertGroups.Row(AlertID(rawValue: 1))
        (group.folded, group.medium, group.low) = ([AlertID(rawValue: 2), AlertID(rawValue: 3)], 1, 1)
        let returned = Alert(kind: .reported, active: false)
        let latched = Alert(kind: .reported, active: false, acknowledged: true, latching: true)
        let texts: [(Words) -> String] = [
            { $0.stateWord(of: returned) ?? "" }, { $0.stateWord(of: latched) ?? "" }, { $0.folded(group) },
            { $0.hiddenSummary([.shelved: 2, .outOfService: 1]) }, { $0.hiddenCount(3) }, { $0.showsHiddenHint },
            { $0.escalated(2) }, { $0.calledSupervisors(2) }, { $0.offersShelf }, { $0.floodMark },
            { $0.flood(14, since: Sample.now, now: Sample.now) }, { $0.hiddenListNote }, { $0.noneHidden },
            { $0.showingHidden(true) }, { $0.showingHidden(false) }, { $0.notHidden }, { $0.joinPrompt("a") },
            { $0.shelfTitle("a") }, { $0.raiseTitle("a") }, { $0.shelfUntilLabel }, { $0.shelfOnceLabel },
            { $0.shelfReasonLabel }, { $0.shelfUntilHint }, { $0.shelfOnceHint }, { $0.shelfReasonHint },
            { $0.flappingReason(.flapping) }, { $0.outOfServicePrompt("a") }, { $0.shiftEndWords[0] },
        ]
        for text in texts { expectBoth("alert pane") { text($0) } }
    }

    @Test func everyCommandHasAName() {
        let unit = Sample.car
        let commands: [Command] = [
            .create(NewIncident(type: "x", priority: .p1, place: Place())),
            .addReport(Sample.robbery, caller: Caller(), text: ""),
            .triage(Sample.robbery, TriageChange()), .note(Sample.robbery, text: ""),
            .hold(Sample.robbery, until: nil, reason: ""), .releaseHold(Sample.robbery),
            .merge(Sample.robbery, into: Sample.fight), .split(Sample.robbery, reports: []),
            .link(Sample.robbery, Sample.fight), .reopen(Sample.robbery, reason: ""),
            .close(Sample.robbery, disposition: ""), .assign(Sample.robbery, [], divert: false),
            .withdraw(unit, reason: ""), .advance(unit, .arrived, disposition: ""),
            .setStatus(unit, .clear, reason: ""), .emergency(unit),
            .acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .high),
            .reset(AlertID(rawValue: 1), occurrence: 1),
            .shelve(
                AlertID(rawValue: 1), occurrence: 1, severity: .high, until: Sample.now, once: false, reason: ""),
            .takeOutOfService(AlertID(rawValue: 1), occurrence: 1, severity: .high, reason: ""),
            .showAlert(AlertID(rawValue: 1), .shelved),
            .raiseIncident(
                AlertID(rawValue: 1), occurrence: 1, severity: .high,
                NewIncident(type: "x", priority: .p1, place: Place())),
            .joinAlert(AlertID(rawValue: 1), Sample.robbery), .undo,
            .gradeDispute(Sample.fight, .red), .advanceDispute(Sample.fight, .warned),
            .mediate(Sample.fight, .people, body: "", due: Sample.now),
        ]
        for command in commands { expectBoth(command.name) { $0.action(command.name) } }
    }

    @Test func everyEvent() {
        #expect(Set(Sample.bodies.map(\.kind)) == Set(EventBody.Kind.allCases))
        let viewpoints: [Viewpoint] = [.board, .incident(Sample.robbery), .unit(Sample.car)]
        for body in Sample.bodies {
            for viewpoint in viewpoints {
                expectBoth("\(body.kind) from \(viewpoint)") { $0.happening(body, on: board, from: viewpoint) }
                // A thing that left the board is still told.
                expectBoth("\(body.kind) on an empty board") { $0.happening(body, on: Board(), from: viewpoint) }
            }
        }
        for milestone in Milestone.allCases {
            let body = EventBody.assignmentAdvanced(
                AssignmentAdvanced(incident: Sample.robbery, unit: Sample.car, milestone: milestone, at: Sample.now))
            for viewpoint in viewpoints {
                expectBoth("\(milestone)") { $0.happening(body, on: board, from: viewpoint) }
            }
        }
    }

    @Test func everyRefusalHasARemedy() {
        for rejection in Sample.rejections + Sample.alertRejections {
            expectBoth("\(rejection)") { $0.refusal(rejection, on: board).reason }
            expectBoth("\(rejection)") { $0.refusal(rejection, on: board).remedy }
        }
        for difference in Sample.differences {
            expectBoth("\(difference)") { $0.refusal(.changedSinceDrawn([difference]), on: board).reason }
        }
        let ignored: [Ignored] = [.known, .unknownIncident, .unknownUnit("X1"), .noAssignment, .ahead]
        for one in ignored { expectBoth("\(one)") { $0.ignored(one) } }
    }

    @Test func everyAlertAndRecommendation() {
        for kind in AlertKind.allCases {
            for (incident, unit) in [(Sample.robbery, Sample.car), (Sample.gone, UnitID(rawValue: 9)), (nil, nil)] {
                let alert = Alert(kind: kind, incident: incident, unit: unit, active: true, limit: 180)
                expectBoth("\(kind)") { $0.alert(alert, on: board, now: Sample.now) }
            }
        }
        let reasons: [Recommendation.Reason] = [
            .nearest, .ownBeat, .planKind("p1"), .ready(minutes: 3), .divertedFrom(Sample.fight, .p2),
            .insideCircle(minutes: 3),
        ]
        for reason in reasons { expectBoth("\(reason)") { $0.reason(reason) } }
        let bare: [Recommendation.Uncovered] = [
            .nothing(stays: nil), .nothing(stays: Sample.car), .beat("B07", fill: nil, seconds: nil),
            .beat("B07", fill: Sample.quick, seconds: nil), .beat("B07", fill: Sample.quick, seconds: 90),
            .circle(dutyPoint: BilingualText("", ""), minutes: 3),
            .circle(dutyPoint: BilingualText("Twin Peaks", "双峰山"), minutes: 3),
        ]
        for one in bare { expectBoth("\(one)") { $0.uncovers(one, on: board) } }
        let missing = [PlanRequirement(kinds: [.engine, .truck], count: 2)]
        let set = Recommender().planSet(
            for: board.incidents[Sample.robbery] ?? Incident(), board: board, now: Sample.now)
        #expect(!set.units.isEmpty && !set.missing.isEmpty)
        expectBoth("plan set") { $0.planSet(set, on: board) }
        expectBoth("missing") { $0.missing(missing) }
        expectBoth("unknown travel") { $0.travel(nil) }
    }
}

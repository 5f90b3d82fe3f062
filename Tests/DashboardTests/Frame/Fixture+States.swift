import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Wording

@testable import Dashboard

extension Fixture {
    /// Ranked units for the robbery.
    func assignView() -> AssignView {
        let id = IncidentID(rawValue: 4821)
        guard let incident = board.incidents[id] else { return AssignView(incident: id, ranked: []) }
        let recommender = Recommender()
        var assign = AssignView(
            incident: id, ranked: recommender.rank(incident, board: board, now: now),
            plan: recommender.planSet(for: incident, board: board, now: now))
        assign.cursor = 1
        assign.marked = assign.ranked.dropFirst(2).prefix(1).map(\.unit)
        assign.hints = [
            KeyHint("Enter", "send"), KeyHint("Space", "mark"), KeyHint("p", "plan"), KeyHint("Esc", "back"),
        ]
        return assign
    }

    /// Disputes of every grade, one selected, with a deadline missed, one near, and a mediation; and a profile's figures.
    mutating func gradeDisputes() {
        let dispute = IncidentID(rawValue: 4830)
        let received = now - .seconds(1082)
        for (id, grade) in [(4830, DisputeGrade.yellow), (4829, .blue), (4825, .red), (4834, .orange)] {
            let id = IncidentID(rawValue: UInt32(id))
            let base = board.incidents[id]?.received ?? received
            apply(
                .disputeGraded(
                    DisputeGraded(
                        incident: id, grade: grade, warnBy: base + .seconds(900), routeBy: base + .seconds(1200),
                        settleBy: base + .hours(24 * 7))))
        }
        apply(.disputeAdvanced(DisputeAdvanced(incident: dispute, step: .warned, at: received + .seconds(960))))
        let mediation = Mediation(kind: .people, body: "和谐街道调委会", since: now, due: now + .hours(80))
        apply(.mediationBegun(MediationBegun(incident: IncidentID(rawValue: 4834), mediation: mediation)))
        refresh()
        _ = view.incidentList.select(dispute, in: view.incidents)
        updateTimeline()
        var attained = LimitAttainment(limit: ProfileLimit(.seconds(60), wanted: 90))
        (attained.within, attained.cases) = (47, 50)
        var missed = attained
        missed.within = 40
        var few = LimitAttainment(limit: ProfileLimit(.minutes(10)))
        few.cases = 2
        strip.attainments = [
            StripAttainment(measure: .acknowledged, limit: attained),
            StripAttainment(measure: .process, limit: missed), StripAttainment(measure: .arrived, limit: few),
        ]
    }

    /// One of each kind of popup, and none.
    var overlays: [(any Layer)?] {
        let hints = [KeyHint("Enter", "ok"), KeyHint("Esc", "back")]
        let rows = (0..<40).map {
            HelpRow($0 % 9 == 0 ? .heading : .command, keys: "g \($0)", name: "c-\($0)", text: "词 \($0)")
        }
        var palette = PaletteView(rows: rows)
        palette.cursor = 30
        palette.field = TextField("派 assign")
        var form = FormView(
            title: "New",
            fields: ["Type", "Priority", "Place", "Beat", "Report"].map { .init(label: $0, hint: "hint") })
        form.fields[0].error = "unknown"
        form.fields[0].field = TextField(String(repeating: "长", count: 80))
        let choices = (4821...4834).map { IncidentChoice(incident: IncidentID(rawValue: $0), travelSeconds: 70) }
        return [
            nil, assignView(), AssignView(incident: IncidentID(rawValue: 4822), ranked: []),
            PickIncidentView(units: [UnitID(rawValue: 4)], choices: choices),
            ConfirmView(
                question: "Divert 3A07?", details: ["#4825 is left without a unit."],
                buttons: [KeyHint("Esc", "Cancel"), KeyHint("y", "Divert")]),
            WhichKeyView(keys: "S", rows: (0..<14).map { KeyHint("\($0)", "label \($0)") }),
            HelpView(rows: rows), palette, form, MenuView(title: "How did it end?", rows: hints), DetailLayer(),
            LettersView(DeadLetterList(isComplete: false)), Fixture.letters(at: now), Fixture.openLetter(at: now),
        ]
    }

    /// Feeds in every state; the cameras have fallen silent, which their alert says.
    mutating func addFeeds() {
        view.feeds.refresh(Fixture.feeds(at: now), now: now)
        let source = SourceKey(source: ReportedAlert.feedWatch, id: "cameras")
        apply(
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: 60), kind: .reported, severity: .medium, at: now - .seconds(330),
                    limit: 30, reported: ReportedAlert(source: source, text: "source stale: cameras"))), ago: 330)
        let gate = SourceKey(source: "cameras", id: "gate-4")
        apply(
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: 61), kind: .reported, severity: .medium, at: now - .seconds(400),
                    reported: ReportedAlert(source: gate, text: "crowd above 5 per m²"))), ago: 400)
        let lot = IncidentID(rawValue: 4900)
        apply(
            .incidentReported(
                IncidentReported(
                    incident: lot, type: "intrusion", priority: .p2, place: Place(text: "Pier 7"),
                    received: now - .seconds(405), source: SourceKey(source: "cameras", id: "pier-7"))), ago: 405)
        refresh()
    }

    /// A figure of every verdict.
    static func scorecard(hostile: [String] = []) -> ScorecardView {
        func text(_ turn: Int, _ usual: String) -> String { hostile.isEmpty ? usual : hostile[turn % hostile.count] }
        let rows: [(String, String, String, ScorecardView.Verdict, String)] = [
            ("alerts in 10 min, mean", "1.40", "≤ 1", .bearable, "bearable"),
            ("alerts in 10 min, peak", "14", "≤ 10", .poor, "beyond the limit"),
            ("time in flood", "0.30 %", "< 1 %", .good, "good"),
            ("chattering sources", "0", "= 0", .tooLittle, "too little data"),
        ]
        return ScorecardView(
            rows: rows.enumerated().map { turn, row in
                .init(
                    figure: text(turn, row.0), value: text(turn + 1, row.1), limit: text(turn + 2, row.2),
                    verdict: row.3, word: text(turn + 3, row.4))
            },
            notes: [text(4, "since 2026-01-01, 412 alerts"), text(5, "数据不足")],
            sourcesTitle: "Sources with the most alerts", sources: [text(6, "cameras gate-4   41"), text(7, "告警源   9")])
    }

    /// Thirty dead letters with the cursor on the third.
    static func letters(at now: Timestamp, hostile: [String] = []) -> LettersView {
        func text(_ turn: Int, _ usual: String) -> String { hostile.isEmpty ? usual : hostile[turn % hostile.count] }
        let letters = (0..<30).map { turn in
            DeadLetterSummary(
                number: Int64(118 - turn), at: now - .minutes(Int64(turn * 90)), feed: text(turn, "cameras"),
                reason: .init(
                    text(turn + 1, "priority: found \"urgent\"; expected 1 to 5"),
                    text(turn + 2, "priority：实为 \"urgent\"，应为 1 至 5")))
        }
        var view = LettersView(DeadLetterList(letters: letters, kept: 412, removed: 3))
        view.move(to: 2)
        view.hints = [KeyHint("Enter", "show"), KeyHint("r", "send again"), KeyHint("Esc", "back")]
        return view
    }

    /// The text of the third of them.
    static func openLetter(at now: Timestamp, hostile: [String] = []) -> LettersView {
        var view = letters(at: now, hostile: hostile)
        guard let letter = view.selected else { return view }
        let lines = hostile.isEmpty ? ["{\"kind\": \"alert\",", " \"priority\": \"urgent\"}", "", "尾行"] : hostile
        view.text = LettersView.Text(letter: letter, lines: lines)
        return view
    }

    static func feeds(at now: Timestamp) -> [FeedStatus] {
        func feed(_ name: String, _ origin: String, last: Int64?, heartbeat: Int64?) -> FeedStatus {
            var feed = FeedStatus(name: name)
            (feed.origin, feed.rateLimit, feed.started) = (origin, 200_000, now - .hours(3))
            feed.last = last.map { now - .seconds($0) }
            feed.heartbeat = heartbeat.map { .seconds($0) }
            return feed
        }
        var calls = feed("cad", "tcp:127.0.0.1:7001", last: 2, heartbeat: 60)
        (calls.taken, calls.rate, calls.lag, calls.skew, calls.repetitions) = (
            12_408, 3.4, Span(milliseconds: 320), Span(milliseconds: 110), 7
        )
        var cameras = feed("cameras", "unix:/run/watchfloor/cameras", last: 360, heartbeat: 30)
        (cameras.taken, cameras.rate, cameras.faults, cameras.late, cameras.future) = (311, 0, 3, 2, 1)
        (cameras.lag, cameras.skew) = (.seconds(2), .seconds(-41))
        var positions = feed("positions", "gpsd:127.0.0.1:2947", last: 0, heartbeat: 15)
        (positions.taken, positions.rate, positions.outOfOrder, positions.doubtful) = (48_211, 26, 4, 12)
        positions.heldBack = 31
        var weather = feed("weather", "file:/var/spool/weather.jsonl", last: 9000, heartbeat: nil)
        (weather.taken, weather.rate) = (4, 0)
        var alarms = feed("alarms", "tcp:127.0.0.1:7002", last: nil, heartbeat: 60)
        alarms.trouble = .init(
            "127.0.0.1:7002 is in use by another program; choose another port", "127.0.0.1:7002 已被其他程序占用，请换用其他端口")
        (alarms.reopened, alarms.lostLetters) = (3, 1)
        var late = feed("night shift", "stdin", last: 7000, heartbeat: nil)
        late.hasEnded = true
        var new = feed("社区网格", "fifo:/tmp/网格", last: nil, heartbeat: 600)
        new.started = now - .seconds(40)
        return [calls, cameras, positions, weather, alarms, late, new]
    }

    /// Puts the console into some state.
    mutating func randomise(using random: inout Seeded) {
        if let overlay = overlays.randomElement(using: &random) ?? nil { view.layers.open(overlay) }
        view.focus = PaneName.allCases.randomElement(using: &random) ?? .dispatch
        view.zoomed = Bool.random(using: &random) ? nil : PaneName.allCases.randomElement(using: &random)
        view.detailOffset = Int.random(in: -2...40, using: &random)
        view.activityOffset = Int.random(in: -2...40, using: &random)
        view.incidentList.move(by: Int.random(in: -5...5, using: &random), in: view.incidents)
        var input = InputLine(prompt: ":", field: TextField("D 3A12 警情"))
        input.preview = "assign"
        input.completions = (0..<12).map { CompletionRow("c\($0)", note: "note") }
        input.chosen = Int.random(in: 0..<12, using: &random)
        let bottoms: [BottomLine] = [
            .hints(Fixture.hints), .input(input), .message(Notice(.error, "refused: 3A12 is busy")), .hints([]),
        ]
        view.bottom = bottoms.randomElement(using: &random) ?? .hints([])
        view.feeds.refresh(Bool.random(using: &random) ? Fixture.feeds(at: now) : [], now: now)
        view.scorecard = Bool.random(using: &random) ? Fixture.scorecard() : nil
        view.feedsPlace = FeedsPlace.allCases.randomElement(using: &random) ?? .here
        strip.paused = Bool.random(using: &random)
        strip.journal = Bool.random(using: &random) ? .full : .written(7)
        updateTimeline()
    }

    /// Puts texts into every field that takes text, each field the next of them.
    mutating func poison(with texts: [String]) {
        var turn = 0
        func next() -> String {
            defer { turn += 1 }
            return texts[turn % texts.count]
        }
        let robbery = IncidentID(rawValue: 4821)
        let beat = next()
        apply(.typeDefined(TypeDefined(code: "bad", english: next(), chinese: next())))
        apply(.beatDefined(BeatDefined(beat: beat, name: next())))
        apply(
            .incidentTriaged(
                IncidentTriaged(incident: robbery, type: "bad", place: Place(text: next()), beat: beat)))
        apply(.noteAdded(NoteAdded(incident: robbery, text: next())), by: .dispatcher(next()))
        apply(
            .reportAdded(
                ReportAdded(incident: robbery, report: Report(number: 99, at: now, caller: next(), text: next()))))
        for (unit, pane) in [(UInt32(4), UnitPane.patrol), (21, .quickResponse)] {
            let id = UnitID(rawValue: unit)
            apply(
                .unitRegistered(
                    UnitRegistered(
                        unit: id, callsign: next(), pane: pane, homeBeat: next(), dutyPoint: Place(text: next()),
                        skills: [next()], circleMinutes: 3)))
            apply(.unitStatusChanged(UnitStatusChanged(unit: id, status: .outOfService, reason: next())))
        }
        strip.title = next()
        strip.operatorName = next()
        var feed = FeedStatus(name: next())
        feed.origin = next()
        feed.trouble = .init(next(), next())
        view.feeds.refresh([feed], now: now)
        apply(
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: 70), kind: .reported, at: now,
                    reported: ReportedAlert(source: SourceKey(source: ReportedAlert.feedWatch, id: next())))))
        strip.feeds = [FeedFreshness(name: next(), condition: .failed(next()))]
        view.notices = [Notice(.warning, next())]
        view.filterTexts[.dispatch] = next()
        refresh()
    }
}

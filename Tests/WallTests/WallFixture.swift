import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
import Wall
import Wording

/// A made-up board for a wall, built by events like every other board.
struct WallFixture {
    static let now = Timestamp(seconds: 1_767_209_527)

    var board = Board()
    var now = WallFixture.now
    private var pending: [(ago: Int64, body: EventBody)] = []
    private var calls: UInt32 = 0
    private var units: UInt32 = 0
    private var alerts: UInt32 = 0

    // MARK: Boards

    /// 40 units of which 26 are free, beats and circles, nothing waiting.
    static func quiet(open: Bool = false) -> WallFixture {
        var fixture = WallFixture()
        fixture.addTypes()
        for beat in 1...12 { fixture.beat("B\(beat < 10 ? "0" : "")\(beat)") }
        for index in 0..<28 {
            fixture.unit("3A\(10 + index)", beat: index % 12 + 1, status: index < 20 ? .available : .onScene)
        }
        for index in 0..<6 {
            let post = ["Twin Peaks", "Stadium", "Ferry Plaza", "Zoo Gate", "City Hall", "Sunset"][index]
            fixture.unit("Q\(index + 1)", circle: 5, post: post)
        }
        fixture.call("noise", .p3, "Valencia St 900 block", "B07", ago: 700)
        fixture.call("parking", .p4, "Noe St 400 block", "B07", ago: 1600)
        let last = fixture.call("robbery", .p1, "Geary Blvd", "B03", ago: 1800)
        fixture.send(1, to: last, ago: 1750, arrived: 1550)
        fixture.close(last, ago: 600)
        fixture.addShift()
        fixture.fold()
        return fixture
    }

    /// Two P1 waiting, P2, alerts, an open circle, beats without a unit.
    static func alarm() -> WallFixture {
        var fixture = WallFixture.quiet()
        fixture.beat("B39")
        fixture.call("robbery", .p1, "Mission/16th", "B07", ago: 252)
        fixture.call("assist", .p1, "Ferry Sq", "B01", ago: 41)
        for (index, place) in ["Lombard", "Market 700", "Zoo Rd", "Stadium", "Geary"].enumerated() {
            fixture.call("crash", .p2, place, "B1\(index)", ago: Int64(598 - 40 * index))
        }
        for ago: Int64 in [362, 200, 90] { fixture.alert(ago: ago) }
        fixture.status(29, .onScene, ago: 362)
        fixture.fold()
        return fixture
    }

    /// An officer in danger, whose alert was answered.
    static func emergency() -> WallFixture {
        var fixture = WallFixture.alarm()
        fixture.status(2, .emergency, ago: 95)
        let id = fixture.call("officer-emergency", .p1, "Pier 39, east gate", "B02", ago: 95, emergency: 2)
        fixture.send(5, to: id, ago: 60, arrived: nil)
        fixture.fold()
        return fixture
    }

    // MARK: Parts

    private mutating func addTypes() {
        let types = [
            ("robbery", "Robbery", "抢劫正在发生"), ("assist", "Officer help", "民警求助"), ("crash", "Injury crash", "伤人事故"),
            ("noise", "Noise", "噪声"), ("parking", "Parking", "违停"),
        ]
        apply(.modeDeclared(ModeDeclared()), ago: 9000)
        for (code, english, chinese) in types {
            apply(.typeDefined(TypeDefined(code: code, english: english, chinese: chinese)), ago: 9000)
        }
    }

    /// Twenty calls of the shift that are closed: each acknowledged, moved and arrived in its time.
    private mutating func addShift() {
        for index in 0..<20 {
            let (id, ago) = (
                call("parking", .p3, "Noe St", "B07", ago: Int64(7000 + 60 * index)), Int64(6990 + 60 * index)
            )
            let milestones: [(Milestone, Int64)] = [
                (.acknowledged, index == 0 ? 45 : 20), (.enRoute, 100), (.arrived, index < 3 ? 800 : 400),
                (.cleared, 850),
            ]
            let assignment = AssignmentID(rawValue: UInt32(100 + index))
            let (incident, unit) = (IncidentID(rawValue: id), UnitID(rawValue: UInt32(21 + index % 8)))
            apply(
                .unitAssigned(
                    UnitAssigned(incident: incident, assignment: assignment, unit: unit, assigned: now - .seconds(ago))),
                ago: ago)
            for (milestone, after) in milestones {
                apply(
                    .assignmentAdvanced(
                        AssignmentAdvanced(
                            incident: incident, assignment: assignment, unit: unit, milestone: milestone,
                            at: now - .seconds(ago - after))), ago: ago - after)
            }
            close(id, ago: ago - 900)
        }
        for unit in 21...28 { status(UInt32(unit), .onScene, ago: 300) }
    }

    mutating func apply(_ body: EventBody, ago seconds: Int64 = 0) { pending.append((seconds, body)) }

    /// Folds what was put in, in the order of its times.
    mutating func fold() {
        let order = pending.indices.sorted { (-pending[$0].ago, $0) < (-pending[$1].ago, $1) }
        for (ago, body) in order.map({ pending[$0] }) {
            board.apply(
                EventRecord(position: board.position + 1, at: now - .seconds(ago), actor: .feed("calls"), body: body))
        }
        pending = []
    }

    mutating func beat(_ code: String) { apply(.beatDefined(BeatDefined(beat: code)), ago: 9000) }

    mutating func unit(
        _ callsign: String, beat: Int? = nil, circle: Int64 = 0, post: String = "", status: UnitStatus = .available
    ) {
        units += 1
        let isQuick = circle > 0
        var event = UnitRegistered(
            unit: UnitID(rawValue: units), callsign: callsign, kind: isQuick ? .quickResponse : .vehiclePatrol,
            pane: isQuick ? .quickResponse : .patrol,
            homeBeat: beat.map { "B\($0 < 10 ? "0" : "")\($0)" } ?? "", dutyPoint: Place(text: post), status: status)
        event.circleMinutes = circle
        apply(.unitRegistered(event), ago: 8000)
    }

    mutating func status(_ unit: UInt32, _ status: UnitStatus, ago: Int64) {
        apply(
            .unitStatusChanged(
                UnitStatusChanged(unit: UnitID(rawValue: unit), status: status, since: now - .seconds(ago))), ago: ago)
    }

    @discardableResult
    mutating func call(
        _ type: String, _ priority: Priority, _ place: String, _ beat: String, ago: Int64, emergency: UInt32? = nil
    ) -> UInt32 {
        calls += 1
        let event = IncidentReported(
            incident: IncidentID(rawValue: calls), type: type, priority: priority, place: Place(text: place),
            beat: beat,
            received: now - .seconds(ago), report: Report(number: Int64(calls), at: now - .seconds(ago)))
        apply(.incidentReported(event), ago: ago)
        if let emergency { raiseCall(of: emergency, calls, ago: ago) }
        return calls
    }

    /// A call for help, whose alert somebody has answered.
    private mutating func raiseCall(of unit: UInt32, _ call: UInt32, ago: Int64) {
        alerts += 1
        let id = AlertID(rawValue: alerts)
        apply(
            .alertRaised(
                AlertRaised(
                    alert: id, kind: .emergency, severity: .high, incident: IncidentID(rawValue: call),
                    unit: UnitID(rawValue: unit), at: now - .seconds(ago))), ago: ago)
        apply(.alertAcknowledged(AlertAcknowledged(alert: id, occurrence: 1, severity: .high)), ago: ago - 1)
    }

    mutating func close(_ call: UInt32, ago: Int64) {
        apply(
            .incidentClosed(
                IncidentClosed(incident: IncidentID(rawValue: call), disposition: "report", at: now - .seconds(ago))),
            ago: ago)
    }

    mutating func send(_ unit: UInt32, to call: UInt32, ago: Int64, arrived: Int64?) {
        let (assignment, id, incident) = (
            AssignmentID(rawValue: unit), UnitID(rawValue: unit), IncidentID(rawValue: call)
        )
        apply(
            .unitAssigned(
                UnitAssigned(incident: incident, assignment: assignment, unit: id, assigned: now - .seconds(ago))),
            ago: ago)
        guard let arrived else { return }
        apply(
            .assignmentAdvanced(
                AssignmentAdvanced(
                    incident: incident, assignment: assignment, unit: id, milestone: .arrived,
                    at: now - .seconds(arrived))), ago: arrived)
    }

    mutating func alert(ago: Int64, answered: Bool = false) {
        alerts += 1
        let id = AlertID(rawValue: alerts)
        apply(
            .alertRaised(
                AlertRaised(
                    alert: id, kind: .waitingTooLong, severity: .medium, incident: IncidentID(rawValue: 1),
                    at: now - .seconds(ago), limit: 180, priority: .p2)), ago: ago)
        if answered {
            apply(.alertAcknowledged(AlertAcknowledged(alert: id, occurrence: 1, severity: .medium)), ago: ago - 1)
        }
    }

    // MARK: Pictures

    static let profile = DeadlineProfile(
        name: "110", english: "110 bulletin", chinese: "110 通报", source: "a district",
        targets: [
            ProfileTarget(.acknowledged, [ProfileLimit(.seconds(30), wanted: 90), ProfileLimit(.seconds(60))]),
            ProfileTarget(.enRoute, [ProfileLimit(.minutes(5), wanted: 90)]),
            ProfileTarget(.arrived, [ProfileLimit(.minutes(10), wanted: 90), ProfileLimit(.minutes(15))]),
        ])

    var figures: WallFigures {
        let kept = WallFixture.profile.attainment(on: board, in: .hours(8), now: now)
        return WallFigures(board, rules: WallRules(), attainment: kept, now: now)
    }

    func scene(_ change: (inout WallScene) -> Void = { _ in }) -> WallScene {
        var scene = WallScene(board: board, figures: figures, now: now)
        scene.feeds = WriterFeed.worstFirst([
            WriterFeed(name: "calls", isFresh: true, silence: .seconds(1)),
            WriterFeed(name: "avl", isFresh: false, silence: .seconds(40)),
            WriterFeed(name: "cameras", isFresh: true, silence: .seconds(3)),
            WriterFeed(name: "weather", isFresh: true, silence: .seconds(8)),
        ])
        scene.contact = "the desk · 4417"
        scene.profile = "110"
        scene.demand = WallDemand(
            hours: [6, 7, 9, 12, 14, 13, 17, 19, 22, 24, 27, 31], lastWeek: 24, nextHour: 26...38)
        change(&scene)
        return scene
    }

    static func look(
        _ theme: String = "dark", depth: ColourDepth = .direct, noColour: Bool = false, glyphs: Glyphs = .unicode
    ) -> WallLook {
        WallLook(theme: Theme.load(name: theme, depth: depth, noColour: noColour).theme, glyphs: glyphs)
    }

    func draw(
        _ columns: Int, _ rows: Int, _ language: Language = .english, look: WallLook = WallFixture.look(),
        _ change: (inout WallScene) -> Void = { _ in }
    ) -> Grid {
        drawWall(
            scene(change), words: WallWords(Words(language)), look: look, size: Size(columns: columns, rows: rows))
    }
}

import Dashboard
import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
import Wording

/// A made-up board of one evening, built by events like every other board.
struct Fixture {
    var board = Board()
    var records: [EventRecord] = []
    var view = ConsoleView()
    var strip = StripState()
    var now = Timestamp(seconds: 1_767_209_527)
    private var pending: [(ago: Int64, body: EventBody, actor: Actor)] = []

    /// An evening with something in every pane.
    static func evening() -> Fixture {
        var fixture = Fixture()
        fixture.addDistrict()
        fixture.addUnits()
        fixture.addIncidents()
        fixture.addHappenings()
        fixture.strip.mode = .exercise
        fixture.strip.title = "Evening peak"
        fixture.strip.speed = 4
        fixture.strip.operatorName = "wl"
        fixture.strip.journal = .written(48_211)
        fixture.strip.feeds = ["calls", "cameras", "positions", "weather"].map {
            FeedFreshness(name: $0, condition: .fresh(.seconds(2)))
        }
        fixture.view.bottom = .hints(Fixture.hints)
        fixture.refresh()
        return fixture
    }

    static let hints = [
        KeyHint("a", "assign"), KeyHint("Enter", "open"), KeyHint("Space", "mark"), KeyHint("/", "filter"),
        KeyHint(":", "command"), KeyHint("!", "next alert"), KeyHint("u", "undo"), KeyHint("Tab", "pane"),
        KeyHint("?", "keys"),
    ]

    mutating func apply(_ body: EventBody, ago seconds: Int64 = 0, by actor: Actor = .feed("calls")) {
        pending.append((seconds, body, actor))
    }

    /// Folds what was put in, in the order of its times.
    mutating func fold() {
        let order = pending.indices.sorted { (-pending[$0].ago, $0) < (-pending[$1].ago, $1) }
        for (ago, body, actor) in order.map({ pending[$0] }) {
            let position = board.position + 1
            let record = EventRecord(position: position, at: now - .seconds(ago), actor: actor, body: body)
            board.apply(record)
            records.append(record)
            if !body.isRoutine { view.activity.insert(record, at: 0) }
        }
        pending = []
    }

    mutating func refresh() {
        fold()
        view.refresh(board: board, touched: .all)
        view.settle(size: Size(columns: 160, rows: 48))
        updateTimeline()
    }

    mutating func updateTimeline() {
        switch view.subject {
        case .incident(let id):
            view.timeline = records.filter { $0.body.incidents.first == id || $0.body.incidents.second == id }
        case .unit(let id): view.timeline = records.filter { $0.body.unit == id && !$0.body.isRoutine }
        default: view.timeline = []
        }
    }

    /// The frame at a size.
    mutating func draw(
        _ columns: Int, _ rows: Int, _ language: Language = .english, theme: Theme? = nil,
        glyphs: Glyphs = .unicode, blinkOn: Bool = false
    ) -> Grid {
        let size = Size(columns: columns, rows: rows)
        var grid = Grid(size: size)
        view.settle(size: size)
        drawConsole(
            board: board, view: view, strip: strip, words: Words(language),
            theme: theme ?? Fixture.theme("dark"), glyphs: glyphs, now: now, blinkOn: blinkOn, into: &grid)
        return grid
    }

    static func theme(_ name: String, depth: ColourDepth = .direct, noColour: Bool = false) -> Theme {
        Theme.load(name: name, depth: depth, noColour: noColour).theme
    }

    // MARK: The evening

    private mutating func addDistrict() {
        apply(.modeDeclared(ModeDeclared(mode: .exercise, title: "Evening peak")), ago: 9000)
        let types = [
            ("robbery", "Robbery in progress", "抢劫正在发生"), ("assist", "Officer needs assistance", "民警求助"),
            ("structure-fire", "Structure fire, people inside", "火情有人被困"),
            ("collision", "Traffic collision, injured", "交通事故有伤"), ("fight", "Fight, two groups", "两群人打架"),
            ("intrusion", "Intrusion alarm, bank", "银行入侵报警"), ("missing", "Missing child, 6 years", "走失儿童 6 岁"),
            ("crowd", "Crowd pressure, gate 4", "4 号门人群拥挤"), ("noise", "Noise, third call", "噪声第三次报警"),
            ("dispute", "Dispute, grade yellow", "纠纷 黄色"), ("theft", "Shoplifting, held", "盗窃已控制"),
            ("vehicle", "Vehicle theft report", "车辆被盗"), ("parking", "Parking, blocked drive", "违停堵路"),
            ("visit", "Community visit request", "社区走访"),
        ]
        for (code, english, chinese) in types {
            apply(.typeDefined(TypeDefined(code: code, english: english, chinese: chinese)), ago: 9000)
        }
    }

    private mutating func addUnits() {
        let patrol: [(String, UnitKind, String, Int64)] = [
            ("3A02", .bicyclePatrol, "B01", 2455), ("3A07", .vehiclePatrol, "B05", 900),
            ("3A12", .vehiclePatrol, "B39", 900), ("3A14", .vehiclePatrol, "B07", 1351),
            ("3A15", .vehiclePatrol, "B07", 492), ("3A21", .vehiclePatrol, "B12", 800),
            ("3A29", .vehiclePatrol, "B02", 3300), ("3A33", .footPatrol, "B20", 2000),
            ("3A40", .footPatrol, "B23", 2600), ("grid 7", .gridWorker, "B22", 1200),
            ("3A101", .vehiclePatrol, "B14", 600), ("红袖章 2", .patrolVolunteer, "B21", 700),
        ]
        for (index, (callsign, kind, beat, ago)) in patrol.enumerated() {
            let unit = UnitID(rawValue: UInt32(index + 1))
            apply(
                .unitRegistered(UnitRegistered(unit: unit, callsign: callsign, kind: kind, homeBeat: beat)), ago: ago)
            let heard: Int64 = callsign == "3A40" ? 251 : Int64(index % 9 + 1)
            let point = GeoPoint(latitude: 37.76 + Double(index) / 400, longitude: -122.42) ?? GeoPoint()
            apply(
                .unitPositionReported(UnitPositionReported(unit: unit, point: point, at: now - .seconds(heard))),
                ago: heard, by: .crew(callsign))
        }
        let posts = ["Ferry duty point", "Twin Peaks", "Mission duty point", "Stadium", "Sunset", "Bayview"]
        for (index, post) in posts.enumerated() {
            let point = GeoPoint(latitude: 37.75 + Double(index) / 150, longitude: -122.43)
            apply(
                .unitRegistered(
                    UnitRegistered(
                        unit: UnitID(rawValue: UInt32(20 + index)), callsign: "Q\(index + 1)", kind: .quickResponse,
                        pane: .quickResponse, dutyPoint: Place(text: post, point: point),
                        circleMinutes: [1, 3, 5][index % 3])),
                ago: 4000)
        }
        apply(
            .unitStatusChanged(
                UnitStatusChanged(
                    unit: UnitID(rawValue: 7), status: .outOfService, since: now - .seconds(3300), reason: "refuel")),
            ago: 3300, by: .dispatcher("wl"))
    }

    private mutating func addIncidents() {
        let calls: [(String, Priority, String, String, Int64)] = [
            ("robbery", .p1, "Mission St / 16th St", "B07", 252), ("assist", .p1, "Ferry Plaza", "B01", 41),
            ("structure-fire", .p1, "Balceta Ave 0 block", "B39", 390),
            ("collision", .p2, "Lombard St / Fillmore", "B16", 598), ("fight", .p2, "解放公园路 12 号", "B05", 423),
            ("intrusion", .p2, "Market St 700 block", "B03", 344), ("missing", .p2, "Zoo Rd, north gate", "B19", 260),
            ("crowd", .p2, "Stadium", "B12", 135), ("noise", .p3, "Valencia St 900 block", "B07", 1300),
            ("dispute", .p3, "Sunset Community", "B22", 1082), ("theft", .p3, "Stonestown", "B20", 997),
            ("vehicle", .p3, "Geary Blvd 3400", "B14", 731), ("parking", .p4, "Noe St 400 block", "B07", 1665),
            ("visit", .p5, "Bayview Centre", "B23", 3130),
        ]
        for (index, (type, priority, place, beat, ago)) in calls.enumerated() {
            let id = IncidentID(rawValue: UInt32(4821 + index))
            let point = GeoPoint(latitude: 37.765 + Double(index) / 500, longitude: -122.425)
            let report = Report(
                number: Int64(index + 1), at: now - .seconds(ago), caller: index == 0 ? "Mrs. Chen" : "",
                text: index == 0 ? "two men with a knife at the corner shop, one ran north" : "")
            apply(
                .incidentReported(
                    IncidentReported(
                        incident: id, type: type, priority: priority, place: Place(text: place, point: point),
                        beat: beat,
                        received: now - .seconds(ago), report: report)), ago: ago)
        }
    }

    private mutating func addHappenings() {
        let robbery = IncidentID(rawValue: 4821)
        apply(
            .reportAdded(
                ReportAdded(
                    incident: robbery,
                    report: Report(number: 40, at: now - .seconds(157), caller: "店员", text: "两名男子持刀，抢走收银机现金"))),
            ago: 157)
        apply(.noteAdded(NoteAdded(incident: robbery, text: "suspect in red jacket")), ago: 120, by: .dispatcher("wl"))
        send(3, to: 4823, ago: 380, arrived: 160)
        send(21, to: 4823, ago: 380, arrived: 160)
        send(2, to: 4825, ago: 95, arrived: nil)
        send(6, to: 4828, ago: 22, arrived: nil)
        send(23, to: 4828, ago: 22, arrived: nil)
        send(8, to: 4831, ago: 880, arrived: 700)
        apply(
            .incidentHeld(IncidentHeld(incident: IncidentID(rawValue: 4833), until: now + .seconds(890))), ago: 10,
            by: .dispatcher("wl"))
        raise(1, .waitingTooLong, .high, incident: 4821, ago: 72, limit: 180)
        raise(2, .notHeard, .medium, unit: 9, ago: 71, limit: 180)
        raise(3, .statusOverdue, .low, unit: 8, ago: 30, limit: 7200)
        raise(4, .waitingTooLong, .medium, incident: 4824, ago: 340, limit: 600)
        apply(
            .alertAcknowledged(AlertAcknowledged(alert: AlertID(rawValue: 4), occurrence: 1, severity: .medium)),
            ago: 200, by: .dispatcher("wl"))
        raise(5, .statusOverdue, .medium, unit: 6, ago: 500, limit: 120)
        apply(.alertCleared(AlertCleared(alert: AlertID(rawValue: 5), at: now - .seconds(100))), ago: 100, by: .policy)
    }

    mutating func send(_ unit: UInt32, to incident: UInt32, ago: Int64, arrived: Int64?) {
        let assignment = AssignmentID(rawValue: unit)
        let (unit, incident) = (UnitID(rawValue: unit), IncidentID(rawValue: incident))
        apply(
            .unitAssigned(
                UnitAssigned(incident: incident, assignment: assignment, unit: unit, assigned: now - .seconds(ago))),
            ago: ago, by: .dispatcher("wl"))
        guard let arrived else { return }
        for (milestone, at) in [(Milestone.enRoute, ago - 40), (.arrived, arrived)] {
            apply(
                .assignmentAdvanced(
                    AssignmentAdvanced(
                        incident: incident, assignment: assignment, unit: unit, milestone: milestone,
                        at: now - .seconds(at))), ago: at, by: .crew("3A12"))
        }
    }

    private mutating func raise(
        _ alert: UInt32, _ kind: AlertKind, _ severity: AlertSeverity, incident: UInt32? = nil, unit: UInt32? = nil,
        ago: Int64, limit: Int64
    ) {
        apply(
            .alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: alert), kind: kind, severity: severity,
                    incident: incident.map(IncidentID.init(rawValue:)), unit: unit.map(UnitID.init(rawValue:)),
                    at: now - .seconds(ago), limit: limit,
                    priority: kind == .waitingTooLong ? .p1 : nil, status: kind == .statusOverdue ? .dispatched : nil)),
            ago: ago, by: .policy)
    }
}

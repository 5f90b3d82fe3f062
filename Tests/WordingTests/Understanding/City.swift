import DispatchModel
import DispatchPolicy
import Wording

/// A small district: six units, four incidents, three alerts.
enum City {
    static let now = Timestamp(seconds: 1_700_000_000)  // 22:13:20 UTC
    static let robbery = IncidentID(rawValue: 4821)
    static let fight = IncidentID(rawValue: 4805)
    static let noise = IncidentID(rawValue: 21)
    static let old = IncidentID(rawValue: 4700)
    static let duplicate = IncidentID(rawValue: 4822)
    static let a12 = UnitID(rawValue: 1)
    static let a14 = UnitID(rawValue: 2)
    static let a07 = UnitID(rawValue: 3)
    static let q2 = UnitID(rawValue: 4)
    static let grid = UnitID(rawValue: 5)
    static let out = UnitID(rawValue: 6)
    static let mission = Place(
        text: "Mission St / 16th",
        point: GeoPoint(latitudeMicrodegrees: 37_765_000, longitudeMicrodegrees: -122_419_700))

    static let board: Board = {
        var board = Board()
        for (index, body) in bodies.enumerated() {
            board.apply(EventRecord(position: Int64(index + 1), at: now, actor: .dispatcher("wl"), body: body))
        }
        return board
    }()

    static func context(
        _ language: Language = .english, incident: IncidentID? = robbery, unit: UnitID? = a12
    ) -> LineContext {
        LineContext(
            board: board, now: now, selectedIncident: incident, selectedUnit: unit,
            catalogue: ["assign", "note", "hold", "quit", "q", "h", "help", "theme", "filter", "create", "merge"],
            words: Words(language))
    }

    private static var bodies: [EventBody] { types + units + incidents + alerts }

    private static let types: [EventBody] = [
        .typeDefined(TypeDefined(code: "robbery", english: "Robbery", chinese: "抢劫")),
        .typeDefined(TypeDefined(code: "fight", english: "Fight, two groups", chinese: "斗殴")),
        .typeDefined(TypeDefined(code: "52B", english: "Fire alarm", chinese: "火灾报警")),
        .typeDefined(TypeDefined(code: "52C", english: "Fire in building", chinese: "建筑火灾", priority: .p1)),
        .typeDefined(TypeDefined(code: "063", english: "Noise", chinese: "噪声")),
        .beatDefined(BeatDefined(beat: "B02", name: "Ferry")), .beatDefined(BeatDefined(beat: "B07", name: "Mission")),
    ]

    private static let units: [EventBody] = [
        unit(a12, "3A12", .vehiclePatrol, "B07"), unit(a14, "3A14", .vehiclePatrol, "B07"),
        unit(a07, "3A07", .footPatrol, "B02"), unit(q2, "Q2", .quickResponse, ""),
        unit(grid, "grid 7", .gridWorker, "B02"), unit(out, "3A29", .bicyclePatrol, "", .outOfService),
    ]

    private static func unit(
        _ id: UnitID, _ callsign: String, _ kind: UnitKind, _ beat: String, _ status: UnitStatus = .available
    ) -> EventBody {
        let duty = Place(
            text: "Ferry Plaza", point: GeoPoint(latitudeMicrodegrees: 37_795_000, longitudeMicrodegrees: -122_393_000))
        return .unitRegistered(
            UnitRegistered(
                unit: id, callsign: callsign, kind: kind, homeBeat: beat, dutyPoint: duty, status: status))
    }

    private static let incidents: [EventBody] = [
        incident(noise, "063", .p4, Place(text: "Valencia St 900 block"), "B07", reports: 1, age: 1300),
        incident(old, "063", .p3, Place(text: "Mission St 100 block"), "B07", reports: 2, age: 9000),
        incident(fight, "fight", .p2, Place(text: "Zoo Rd"), "B02", reports: 3, age: 400),
        incident(robbery, "robbery", .p1, mission, "B07", reports: 4, age: 252),
        incident(duplicate, "robbery", .p1, Place(text: "16th / Mission"), "B07", reports: 5, age: 200),
        .reportAdded(ReportAdded(incident: robbery, report: Report(number: 6, at: now, text: "again"))),
        .unitAssigned(
            UnitAssigned(incident: fight, assignment: AssignmentID(rawValue: 1), unit: a07, assigned: now)),
        .incidentClosed(IncidentClosed(incident: old, disposition: "report", at: now)),
        .incidentMerged(IncidentMerged(incident: duplicate, into: robbery, at: now)),
    ]

    private static func incident(
        _ id: IncidentID, _ type: String, _ priority: Priority, _ place: Place, _ beat: String, reports: Int64,
        age: Int64
    ) -> EventBody {
        .incidentReported(
            IncidentReported(
                incident: id, type: type, priority: priority, place: place, beat: beat, received: now - .seconds(age),
                report: Report(number: reports, at: now - .seconds(age))))
    }

    private static let alerts: [EventBody] = [
        alert(1, .waitingTooLong, robbery, nil), alert(2, .notHeard, nil, a14), alert(3, .holdEnded, noise, nil),
        alert(4, .statusOverdue, nil, a14),
    ]

    private static func alert(_ id: UInt32, _ kind: AlertKind, _ incident: IncidentID?, _ unit: UnitID?) -> EventBody {
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: id), kind: kind, severity: id == 1 ? .high : .medium, incident: incident,
                unit: unit, at: now, limit: 180))
    }
}

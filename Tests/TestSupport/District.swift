import DispatchModel

/// A made-up district: eight units, five incidents, written as the events a journal would hold.
package enum District {
    /// Board time at which everything below has just happened: 22:13:20 UTC.
    package static let now = Timestamp(seconds: 1_700_000_000)

    package static let robbery = IncidentID(rawValue: 4821)
    package static let fight = IncidentID(rawValue: 4805)
    package static let noise = IncidentID(rawValue: 4807)
    package static let alarm = IncidentID(rawValue: 4810)
    package static let closed = IncidentID(rawValue: 4700)

    package static let a12 = UnitID(rawValue: 1)
    package static let a14 = UnitID(rawValue: 2)
    package static let a07 = UnitID(rawValue: 3)
    package static let foot = UnitID(rawValue: 4)
    package static let q2 = UnitID(rawValue: 5)
    package static let q5 = UnitID(rawValue: 6)
    package static let grid = UnitID(rawValue: 7)
    package static let away = UnitID(rawValue: 8)

    package static let mission = Place(text: "Mission St / 16th", point: point(0, 0))

    /// A point so many metres north and east of the robbery, about.
    package static func point(_ north: Int64, _ east: Int64) -> GeoPoint {
        GeoPoint(
            latitudeMicrodegrees: 37_765_000 + north * 9, longitudeMicrodegrees: -122_419_700 + east * 11)
    }

    package static let events: [EventBody] = types + units + incidents

    /// A proposal that two of them are one.
    package static let proposal = EventBody.duplicateProposed(
        DuplicateProposed(incident: robbery, proposal: DuplicateProposal(other: fight, likeness: 80)))

    private static let types: [EventBody] = [
        .typeDefined(TypeDefined(code: "robbery", english: "Robbery", chinese: "抢劫")),
        .typeDefined(TypeDefined(code: "fight", english: "Fight, two groups", chinese: "斗殴")),
        .typeDefined(TypeDefined(code: "52B", english: "Fire alarm", chinese: "火灾报警")),
        .typeDefined(TypeDefined(code: "063", english: "Noise", chinese: "噪声")),
        .beatDefined(BeatDefined(beat: "B02", name: "Ferry", centre: point(3000, 2000))),
        .beatDefined(BeatDefined(beat: "B07", name: "Mission", centre: point(0, 0))),
    ]

    private static let units: [EventBody] = [
        unit(a12, "3A12", .vehiclePatrol, .patrol, "B07", point(300, 0)),
        unit(a14, "3A14", .vehiclePatrol, .patrol, "B07", point(0, 900)),
        unit(a07, "3A07", .vehiclePatrol, .patrol, "B02", point(2500, 2500)),
        unit(foot, "3F03", .footPatrol, .patrol, "B02", point(3000, 2000)),
        unit(q2, "Q2", .quickResponse, .quickResponse, "B07", point(1500, 1500)),
        unit(q5, "Q5", .quickResponse, .quickResponse, "B02", point(4000, 3000)),
        unit(grid, "grid 7", .gridWorker, .patrol, "B02", point(3500, 2500)),
        unit(away, "3A29", .bicyclePatrol, .patrol, "B02", point(5000, 5000), .outOfService),
    ]

    private static func unit(
        _ id: UnitID, _ callsign: String, _ kind: UnitKind, _ pane: UnitPane, _ beat: String, _ at: GeoPoint,
        _ status: UnitStatus = .available
    ) -> EventBody {
        .unitRegistered(
            UnitRegistered(
                unit: id, callsign: callsign, kind: kind, pane: pane, homeBeat: beat,
                dutyPoint: Place(text: "post of \(callsign)", point: at), status: status))
    }

    private static let incidents: [EventBody] = [
        incident(closed, "063", .p4, Place(text: "Mission St 100 block"), "B07", report: 1, age: 9000),
        .incidentClosed(IncidentClosed(incident: closed, disposition: "report", at: now - .seconds(8000))),
        incident(fight, "fight", .p2, Place(text: "Zoo Rd", point: point(2600, 2600)), "B02", report: 2, age: 400),
        .unitAssigned(
            UnitAssigned(
                incident: fight, assignment: AssignmentID(rawValue: 1), unit: a07, assigned: now - .seconds(60))),
        incident(
            noise, "063", .p4, Place(text: "Valencia St 900", point: point(-400, -300)), "B07", report: 3, age: 300),
        incident(alarm, "52B", .p3, Place(text: "Ferry Plaza", point: point(3000, 2100)), "B02", report: 4, age: 200),
        incident(robbery, "robbery", .p1, mission, "B07", report: 5, age: 52),
    ]

    package static func incident(
        _ id: IncidentID, _ type: String, _ priority: Priority, _ place: Place, _ beat: String, report: Int64,
        age: Int64
    ) -> EventBody {
        .incidentReported(
            IncidentReported(
                incident: id, type: type, priority: priority, place: place, beat: beat, received: now - .seconds(age),
                report: Report(number: report, at: now - .seconds(age), text: "caller \(report)")))
    }

    /// A further call as a feed would give it.
    package static func call(_ number: Int, type: String = "063", priority: Priority = .p5, at: Timestamp = now)
        -> Observation
    {
        Observation(
            source: SourceKey(source: "feed", id: "\(number)"), at: at, actor: .feed("feed"),
            content: .incident(
                IncidentReported(
                    type: type, priority: priority, place: Place(text: "Feed St \(number)"), received: at,
                    report: Report(at: at, text: "call \(number)"))))
    }
}

import DispatchModel
import DispatchPolicy
import Districts
import Foundation
import TestSupport
import Testing

@testable import Drills

/// A shift that is played again has the crews that it had: as fast, as quick to turn out, on duty when they were.
@Suite struct RecordedCrewTests {
    private static let start = Small.start
    private static let centre = GeoPoint(latitudeMicrodegrees: 30_000_000, longitudeMicrodegrees: 120_000_000)

    private static func place(_ stream: inout Luck, reach: Int64) -> GeoPoint {
        GeoPoint(
            latitudeMicrodegrees: centre.latitudeMicrodegrees + stream.next(-reach...reach),
            longitudeMicrodegrees: centre.longitudeMicrodegrees + stream.next(-reach...reach))
    }

    /// Plain chance for made-up facts.
    private struct Luck {
        var state: UInt64
        mutating func next(_ range: ClosedRange<Int64>) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int64(state >> 33) % (range.upperBound - range.lowerBound + 1)
        }
    }

    /// Twelve slow patrols over ten hours: 150 s to turn out, a minute to the road and back, then 18 km/h on roads a third
    /// longer than the straight line. The last one works the first three hours alone.
    private static func records() -> [EventRecord] {
        var luck = Luck(state: 7)
        var bodies: [(at: Timestamp, body: EventBody)] = [
            (start, .typeDefined(TypeDefined(code: "theft", english: "Theft", chinese: "盗窃"))),
            (start, .beatDefined(BeatDefined(beat: "B1", name: "North", centre: centre))),
        ]
        var homes: [GeoPoint] = []
        for number in 1...12 {
            homes.append(place(&luck, reach: 15_000))
            let unit = UnitRegistered(
                unit: UnitID(rawValue: UInt32(number)), callsign: "P\(number)", kind: .vehiclePatrol, pane: .patrol,
                homeBeat: "B1", dutyPoint: Place(text: "", point: homes[number - 1]))
            bodies.append((start, .unitRegistered(unit)))
        }
        for number in 1...100 {
            let at = start + .seconds(Int64(number) * 360)
            let unit = number % 12 == 11 && number > 30 ? number % 11 : number % 12
            let point = place(&luck, reach: 20_000)
            let incident = IncidentID(rawValue: UInt32(number))
            let assignment = AssignmentID(rawValue: UInt32(number))
            let crew = UnitID(rawValue: UInt32(unit + 1))
            let metres = TravelModel.metres(from: homes[unit], to: point)
            let assigned = at + .seconds(60)
            let moved = assigned + .seconds(luck.next(120...180))
            let arrived = moved + .seconds(60 + Int64(metres * 1.3 / 5) * luck.next(90...110) / 100)
            bodies.append(
                (
                    at,
                    .incidentReported(
                        IncidentReported(
                            incident: incident, type: "theft", priority: .p3,
                            place: Place(text: "Street", point: point),
                            beat: "B1", received: at, report: Report(at: at, text: "stolen")))
                ))
            bodies.append(
                (
                    assigned,
                    .unitAssigned(
                        UnitAssigned(incident: incident, assignment: assignment, unit: crew, assigned: assigned))
                ))
            for (milestone, time) in [
                (Milestone.enRoute, moved), (.arrived, arrived), (.cleared, arrived + .minutes(12)),
            ] {
                bodies.append(
                    (
                        time,
                        .assignmentAdvanced(
                            AssignmentAdvanced(
                                incident: incident, assignment: assignment, unit: crew, milestone: milestone, at: time))
                    ))
            }
        }
        return bodies.enumerated().map { index, event in
            EventRecord(
                position: JournalPosition(index + 1), at: event.at, actor: .feed("log"), source: nil, body: event.body)
        }
    }

    /// The seconds from one milestone to another of everybody sent, in order of length.
    private func seconds(_ records: [EventRecord], _ from: Milestone, _ to: Milestone) -> [Double] {
        var times: [AssignmentID: [Milestone: Timestamp]] = [:]
        for record in records {
            switch record.body {
            case .unitAssigned(let event): times[event.assignment] = [.assigned: event.assigned ?? record.at]
            case .assignmentAdvanced(let event): times[event.assignment]?[event.milestone] = event.at
            default: continue
            }
        }
        return times.values.compactMap { times in
            guard let one = times[from], let other = times[to] else { return nil }
            return Double((other - one).milliseconds) / 1000
        }.sorted()
    }

    private func median(_ sorted: [Double]) throws -> Double {
        try #require(!sorted.isEmpty)
        return sorted[sorted.count / 2]
    }

    private func scenario(_ records: [EventRecord], with crews: FittedCrews?) throws -> Scenario {
        var shift = RecordedShift()
        for record in records { shift.note(record) }
        let text = try ScenarioWriter.text(
            shift, title: BilingualText("Slow", "慢"), zone: "Asia/Shanghai", crews: crews)
        return try ScenarioReader.read(text: text, file: "slow.toml")
    }

    @Test(.full) func crewsAreAsTheRecordHasThem() throws {
        let records = Self.records()
        let crews = FittedCrews(records, zone: "Asia/Shanghai")
        let read = try scenario(records, with: crews)
        let speed = read.district.travel[.vehiclePatrol].ordinary
        #expect(
            abs(speed - 18) < 2 && abs(read.district.travelStart - 60) < 25, "\(speed), \(read.district.travelStart)")
        #expect(crews.ways > 80)
        let played = Rehearsal.play(read, seed: 3).records
        let (turnout, asRecorded) = (
            try median(seconds(played, .assigned, .enRoute)), try median(seconds(records, .assigned, .enRoute))
        )
        #expect(abs(turnout / asRecorded - 1) < 0.15, "\(turnout) beside \(asRecorded)")
        // Who is sent is another one, so ways are held against their own length.
        let before = Rehearsal.play(try scenario(records, with: nil), seed: 3).records
        #expect(abs(try pace(played) / pace(records) - 1) < 0.15)
        #expect(try pace(records) / pace(before) > 1.8, "without the record crews were far too fast")
    }

    /// The median of seconds beyond the first minute for each metre of straight line, over ways from home.
    private func pace(_ records: [EventRecord]) throws -> Double {
        var board = Board()
        var paces: [Double] = []
        var moved: [AssignmentID: Timestamp] = [:]
        for record in records {
            if case .assignmentAdvanced(let event) = record.body, event.milestone == .enRoute {
                moved[event.assignment] = event.at
            }
            if case .assignmentAdvanced(let event) = record.body, event.milestone == .arrived,
                let from = moved[event.assignment], let unit = board.units[event.unit],
                let home = unit.dutyPoint.point, let to = board.incidents[event.incident]?.place.point
            {
                let metres = TravelModel.metres(from: home, to: to)
                if metres > 500 { paces.append(Double((event.at - from).milliseconds) / 1000 / (metres + 230)) }
            }
            board.apply(record)
        }
        return try median(paces.sorted())
    }

    @Test func crewsAreOnDutyWhenTheyWere() throws {
        let records = Self.records()
        let read = try scenario(records, with: FittedCrews(records, zone: "Asia/Shanghai"))
        let unit = try #require(read.district.units.first { $0.callsign == "P12" })
        let shift = try #require(read.district.shifts.first { unit.shifts == [$0.name] })
        // It began with the record at 17:30 and was last seen before 21:00.
        #expect(shift.begins == 17 * 60 && (20 * 60...22 * 60).contains(shift.ends), "\(shift)")
        #expect(read.district.units.first { $0.callsign == "P1" }?.shifts == [])
        var room = Small.room(read)
        room.run(until: read.start + .hours(7))
        #expect(room.board.unit(callsign: "P12")?.status == .outOfService)
        #expect(room.board.unit(callsign: "P1")?.status == .available)
    }

    /// The times of every unit sent, and how long their ways take in the fitted district against what they took.
    private func recordedDay(_ log: CallLog, _ crews: FittedCrews) -> (
        times: [String: [Milestone: Timestamp]], pace: Double
    ) {
        var points: [SourceKey: (point: GeoPoint, isUrgent: Bool)] = [:]
        var units: [String: UnitRegistered] = [:]
        var times: [String: [Milestone: Timestamp]] = [:]
        var (expected, recorded) = (0.0, 0.0)
        for observation in log.observations {
            switch observation.content {
            case .unit(let unit): units[unit.callsign] = unit
            case .incident(let event, _):
                guard let source = observation.source, let point = event.place.point else { continue }
                points[source] = (point, event.priority <= .p2)
            case .milestone(let milestone):
                guard let at = milestone.stated else { continue }
                let key = "\(milestone.incident) \(milestone.callsign)"
                times[key, default: [:]][milestone.milestone] = at
                guard milestone.milestone == .arrived, let moved = times[key]?[.enRoute],
                    case .source(let source) = milestone.incident, let call = points[source],
                    let unit = units[milestone.callsign], let home = unit.dutyPoint.point, moved < at
                else { continue }
                recorded += Double((at - moved).milliseconds) / 1000
                expected +=
                    crews.model.travelStart
                    + crews.model.travel.seconds(from: home, to: call.point, kind: unit.kind, urgent: call.isUrgent)
            default: continue
            }
        }
        return (times, recorded > 0 ? expected / recorded : 0)
    }

    @Test(.full) func aRealDayIsPlayedAtItsOwnPace() throws {
        guard let path = sharedData("data/calls/sffd_units_2016-12-31_2017-01-04.csv") else { return }
        let mapping = try #require(try Mapping.builtin("san-francisco-fire"))
        let log = try CallLog(
            bytes: Array(Data(contentsOf: URL(filePath: path))), name: "sffd", mapping: mapping, way: .asRecorded)
        let crews = FittedCrews(log)
        let urgent = crews.model.travel[.engine].urgent
        let (times, pace) = recordedDay(log, crews)
        #expect(crews.ways > 1000 && (0.7...1.15).contains(pace), "\(crews.ways) ways, \(pace) of the recorded time")
        let turnouts = times.values.compactMap { times -> Double? in
            guard let one = times[.assigned], let other = times[.enRoute], other >= one else { return nil }
            return Double((other - one).milliseconds) / 1000
        }.sorted()
        let law = try #require(crews.model.turnout[.engine])
        #expect(abs(law.mean / (turnouts.reduce(0, +) / Double(turnouts.count)) - 1) < 0.5, "\(law.mean)")
        let text = try ScenarioWriter.text(
            RecordedShift(log.observations), title: BilingualText("SF", "SF"), zone: log.mode.timeZone, crews: crews)
        let read = try ScenarioReader.read(text: text, file: "sf.toml")
        #expect(read.district.travel[.engine].urgent.rounded() == urgent.rounded())
        #expect(read.district.units.contains { !$0.shifts.isEmpty })
    }
}

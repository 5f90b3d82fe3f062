import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import Testing
import Wording

@testable import Reports

/// A room of two beats and a few units, to which cases are told one by one.
private struct BulletinRoom {
    static let zone = Zone { _ in 8 * 3600 }
    static let day = CivilDate(year: 2026, month: 11, day: 25)
    static let profile = DeadlineProfile(
        name: "test", english: "test", chinese: "测试", source: "test",
        targets: [
            ProfileTarget(.acknowledged, [ProfileLimit(.seconds(30)), ProfileLimit(.seconds(60))], headline: 1),
            ProfileTarget(.arrived, [ProfileLimit(.minutes(5)), ProfileLimit(.minutes(10))]),
        ])
    let period = BulletinPeriod(.week, holding: day, zone: zone)
    var accumulator: BulletinAccumulator
    var position: JournalPosition = 0
    var incidents: UInt32 = 0

    init() {
        accumulator = BulletinAccumulator(period, zone: Self.zone)
        let start = period.previous(zone: Self.zone).start - .hours(1)
        tell(
            .beatDefined(
                BeatDefined(beat: "B1", name: "North", station: "First", chineseStation: "一所")
            ), at: start)
        tell(
            .beatDefined(
                BeatDefined(beat: "B2", name: "South", station: "Second", chineseStation: "二所")), at: start)
        for (number, callsign) in ["3A12", "=HYPERLINK(\"x\")", "<b>三号</b>"].enumerated() {
            tell(
                .unitRegistered(UnitRegistered(unit: UnitID(rawValue: UInt32(number + 1)), callsign: callsign)),
                at: start)
        }
    }

    mutating func tell(_ body: EventBody, at: Timestamp) {
        position += 1
        accumulator.apply(EventRecord(position: position, at: at, actor: Actor(), body: body))
    }

    /// A call with a unit that arrives after so many minutes.
    mutating func call(_ beat: String, unit: UInt32, at: Timestamp, arrived minutes: Int64) {
        incidents += 1
        let (id, assignment) = (IncidentID(rawValue: incidents), AssignmentID(rawValue: incidents))
        tell(
            .incidentReported(
                IncidentReported(
                    incident: id, type: "theft", priority: .p2, beat: beat, received: at,
                    report: Report(number: Int64(incidents), at: at))), at: at)
        tell(
            .unitAssigned(
                UnitAssigned(incident: id, assignment: assignment, unit: UnitID(rawValue: unit), assigned: at)), at: at)
        let there = at + .minutes(minutes)
        tell(
            .assignmentAdvanced(
                AssignmentAdvanced(
                    incident: id, assignment: assignment, unit: UnitID(rawValue: unit), milestone: .arrived, at: there)),
            at: there)
        tell(.incidentClosed(IncidentClosed(incident: id, at: there)), at: there)
    }

    func bulletin(now: Timestamp? = nil) -> Bulletin {
        accumulator.bulletin(of: Self.profile, rankedBy: 1, now: now ?? period.end)
    }
}

@Suite("The bulletin of a period")
struct BulletinTests {
    @Test(
        "Periods are those of the calendar, weeks those of ISO 8601",
        arguments: [
            ("2026-11-25", BulletinSpan.week, "2026-W48", "2026-11-23 – 2026-11-29"),
            ("2027-01-03", .week, "2026-W53", "2026-12-28 – 2027-01-03"),
            ("2024-12-30", .week, "2025-W01", "2024-12-30 – 2025-01-05"),
            ("2024-02-29", .month, "2024-02", "2024-02-01 – 2024-02-29"),
            ("2026-12-31", .quarter, "2026-Q4", "2026-10-01 – 2026-12-31"),
            ("2026-06-30", .year, "2026", "2026-01-01 – 2026-12-31"),
        ])
    func periods(day: String, span: BulletinSpan, name: String, days: String) throws {
        let period = BulletinPeriod(span, holding: try #require(BulletinPeriod.date(day)), zone: .utc)
        #expect(period.name == name)
        #expect(period.days == days)
        #expect(period.previous(zone: .utc).end == period.start)
    }

    @Test("A period begins and ends by the room's clock, also where that is put back within it")
    func zones() {
        let change = Timestamp(seconds: 1_792_890_000)
        let zone = Zone { $0 < change ? 7200 : 3600 }
        let day = zone.local(change)
        let period = BulletinPeriod(
            .month, holding: CivilDate(year: day.year, month: day.month, day: day.day), zone: zone)
        #expect((period.end - period.start) == .hours(31 * 24 + 1))
        #expect(zone.local(period.start).hour == 0)
        #expect(zone.local(period.end).hour == 0)
    }

    @Test("Cases count in the period they begin in, beside those of the period before")
    func counting() {
        var room = BulletinRoom()
        let (start, end) = (room.period.start, room.period.end)
        room.call("B1", unit: 1, at: start - Span(milliseconds: 1), arrived: 4)
        room.call("B1", unit: 1, at: start, arrived: 4)
        room.call("B2", unit: 2, at: end - Span(milliseconds: 1), arrived: 6)
        room.call("B2", unit: 2, at: end, arrived: 6)
        let bulletin = room.bulletin(now: end + .hours(1))
        #expect(bulletin.total.calls == 2)
        #expect(bulletin.total.callsBefore == 1)
        #expect(bulletin.total.measures[1].limits.map(\.within) == [1, 2])
        #expect(bulletin.groups[.station]?.map(\.name.chinese).sorted() == ["一所", "二所"])
        #expect(bulletin.groups[.unit]?.count == 2)
        #expect(bulletin.groups[.type]?.map(\.calls) == [2])
        #expect(bulletin.isComplete)
    }

    @Test("Groups that do equally well share a rank; few cases have none")
    func ranks() {
        var room = BulletinRoom()
        let start = room.period.start
        for minute in 0..<12 {
            room.call("B1", unit: 1, at: start + .minutes(Int64(minute)), arrived: minute < 6 ? 4 : 9)
            room.call("B2", unit: 2, at: start + .minutes(Int64(minute)), arrived: minute < 6 ? 4 : 9)
        }
        for minute in 0..<20 {
            room.call("B3", unit: 4, at: start + .minutes(Int64(minute)), arrived: minute < 9 ? 4 : 9)
        }
        room.call("B4", unit: 3, at: start, arrived: 1)
        let beats = room.bulletin().groups[.beat] ?? []
        #expect(beats.map(\.key) == ["B1", "B2", "B3", "B4"])
        #expect(beats.map(\.rank) == [1, 1, 3, nil])
    }

    @Test(
        "A period that is not over, not recorded or empty says so; a short one is compared with as much of the one before"
    )
    func incomplete() {
        var room = BulletinRoom()
        let now = room.period.start + .hours(24)
        let empty = room.bulletin(now: now)
        #expect(empty.isEmpty)
        #expect(!empty.isComplete)
        #expect(empty.beforeEnd == empty.before.start + .hours(24))
        for language in Language.allCases {
            let text = empty.text(words: Words(language, zone: BulletinRoom.zone))
            #expect(text.contains(language == .english ? "EMPTY" : "本期无记录"))
            #expect(text.contains(language == .english ? "INCOMPLETE" : "未完"))
        }
        room.call("B1", unit: 1, at: room.period.start, arrived: 3)
        #expect(!room.bulletin(now: now).isEmpty)
        var late = BulletinAccumulator(room.period, zone: BulletinRoom.zone)
        late.apply(
            EventRecord(
                position: 1, at: room.period.start + .hours(1), actor: Actor(), body: .modeDeclared(ModeDeclared())))
        #expect(!late.bulletin(of: BulletinRoom.profile, rankedBy: 1, now: room.period.end).isComplete)
    }

    @Test("What has no name is not ranked; shares are rounded, and those shown alike share a rank")
    func shownShares() {
        var room = BulletinRoom()
        let start = room.period.start
        // 1999 of 3000 and 2001 of 3001 are 66.6 and 66.7 %; 667 of 1000 is 66.7 % too. The beat without a name is the best.
        for (beat, good, all) in [("B1", 1999, 3000), ("B2", 2001, 3001), ("B3", 667, 1000), ("", 12, 12)] {
            for number in 0..<all {
                room.call(beat, unit: 1, at: start + .seconds(Int64(number)), arrived: number < good ? 4 : 20)
            }
        }
        let bulletin = room.bulletin()
        let beats = bulletin.groups[.beat] ?? []
        #expect(beats.map(\.key) == ["B2", "B3", "B1", ""])
        #expect(beats.map(\.rank) == [1, 1, 3, nil])
        let text = bulletin.text(words: Words(.english, zone: BulletinRoom.zone))
        #expect(text.contains("66.7 %") && text.contains("66.6 %"), "\(text)")
        #expect(bulletin.csv.contains("2001,3001,66.7,"))
        #expect(beats.first?.measures[1].limits[0].tenths == 667)
    }

    @Test("Priorities are called what the screen calls them")
    func priorities() {
        var room = BulletinRoom()
        room.call("B1", unit: 1, at: room.period.start, arrived: 4)
        #expect(room.bulletin().text(words: Words(.chinese, zone: BulletinRoom.zone)).contains("二级"))
        #expect(room.bulletin().text(words: Words(.english, zone: BulletinRoom.zone)).contains("P2"))
    }

    @Test("Hostile names are harmless in every format")
    func hostile() throws {
        var room = BulletinRoom()
        room.call("@SUM(A1)", unit: 2, at: room.period.start, arrived: 3)
        room.call("B1\u{1B}]0;x\u{7}", unit: 3, at: room.period.start, arrived: 3)
        room.call("B\u{202E}2\u{2066}\u{9B}", unit: 3, at: room.period.start, arrived: 3)
        let bulletin = room.bulletin()
        let csv = bulletin.csv
        #expect(csv.contains("'@SUM(A1)"))
        #expect(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""))
        #expect(!csv.contains("\u{1B}"))
        let words = Words(.chinese, zone: BulletinRoom.zone)
        let html = bulletin.html(words: words)
        #expect(!html.contains("<b>三号"))
        #expect(html.contains("&lt;b&gt;三号"))
        for outside in ["http:", "https:", "src=", "@import", "url("] { #expect(!html.contains(outside), "\(outside)") }
        #expect(html.contains("@media print") && html.contains("size: A4"))
        #expect(!bulletin.text(words: words).contains("\u{1B}"))
        let written = try bulletin.json()
        #expect(!written.unicodeScalars.contains { [0x202E, 0x2066, 0x9B].contains($0.value) })
        #expect(written.contains("\\u202e"))
        let json = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any]
        #expect(json?["format"] as? String == "watchfloor-bulletin/1")
    }

    @Test("The columns of the CSV are as they are documented, and every line has them")
    func columns() {
        var room = BulletinRoom()
        room.call("B1", unit: 1, at: room.period.start, arrived: 3)
        let lines = room.bulletin().csv.split(separator: "\r\n")
        #expect(
            lines[0] == "period,first_day,last_day,complete,grouping,key,name_en,name_zh,rank,rank_before,calls,"
                + "calls_before,measure,limit_seconds,within,cases,percent,within_before,cases_before,percent_before")
        #expect(
            lines.contains("2026-W48,2026-11-23,2026-11-29,true,beat,B1,North,North,,,1,0,arrived,300,1,1,100.0,0,0,"))
        for line in lines { #expect(line.count { $0 == "," } == Bulletin.columns.count - 1) }
    }

    @Test("What was over long before is let go of without changing a figure")
    func streaming() {
        var room = BulletinRoom()
        let start = room.period.start
        for day in 1..<40 { room.call("B1", unit: 1, at: start - .hours(24 * 60 - Int64(day)), arrived: 3) }
        room.call("B2", unit: 1, at: start, arrived: 3)
        var figures = FigureAccumulator()
        var pruned = room
        _ = pruned
        for incident in 1...3 {
            let id = IncidentID(rawValue: UInt32(incident))
            let at = Timestamp(seconds: Int64(incident) * 1000)
            figures.apply(
                EventRecord(
                    position: 1, at: at, actor: Actor(),
                    body: .incidentReported(
                        IncidentReported(incident: id, received: at, report: Report(number: 1, at: at)))))
        }
        figures.apply(
            EventRecord(
                position: 4, at: .epoch, actor: Actor(),
                body: .incidentClosed(IncidentClosed(incident: IncidentID(rawValue: 1), at: Timestamp(seconds: 5000)))))
        figures.apply(
            EventRecord(
                position: 5, at: Timestamp(seconds: 5000), actor: Actor(),
                body: .incidentMerged(IncidentMerged(incident: IncidentID(rawValue: 2), into: IncidentID(rawValue: 3))))
        )
        figures.forget(closedBefore: Timestamp(seconds: 6000))
        #expect(figures.count == 2, "the one that was merged into an open one stays")
        pruned = room
        #expect(pruned.bulletin().total.calls == 1)
    }
}

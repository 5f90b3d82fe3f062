import DispatchModel
import Testing

@testable import Districts

/// A small log in its own columns.
private func log(_ rows: [String], way: CallLog.Way = .asRecorded, from: String? = nil, to: String? = nil) throws
    -> CallLog
{
    let mapping = try Mapping(
        text: """
            title = "Testville"
            source = "test"
            [time]
            format = "yyyy-MM-dd HH:mm:ss"
            zone = "UTC"
            [columns]
            incident = "Call"
            unit = "Unit"
            row = "Row"
            received = "Received"
            assigned = "Sent"
            en_route = "Moving"
            arrived = "There"
            cleared = "Free"
            disposition = "End"
            type = "Type"
            priority = ["First", "Last"]
            beat = "Beat"
            location = "Where"
            [priority.values]
            E = "P1"
            2 = "P2"
            [types]
            "Fire*" = ["fire", "Fire", "火灾"]
            [units.callsigns]
            "E*" = { kind = "engine", pane = "quickResponse" }
            """, file: "test.toml")
    let header = "Call,Unit,Row,Received,Sent,Moving,There,Free,End,Type,First,Last,Beat,Where"
    func instant(_ text: String?) -> Timestamp? {
        text.flatMap { text in
            Array("2020-01-01 \(text)".utf8).withUnsafeBufferPointer {
                TimeFormat("yyyy-MM-dd HH:mm:ss")?.read($0)?.civil.milliseconds
            }
        }.map { Timestamp(milliseconds: $0) }
    }
    return try CallLog(
        bytes: Array(([header] + rows).joined(separator: "\n").utf8), name: "log.csv", mapping: mapping, way: way,
        from: instant(from), to: instant(to))
}

/// A row; times are of 1 January 2020.
private func row(
    _ call: String, _ unit: String, _ times: [String], end: String = "Done", type: String = "Fire, big",
    first: String = "E",
    where place: String = "(1.5, 2.5)"
) -> String {
    let stamps = times.map { $0.isEmpty ? "" : "2020-01-01 \($0)" }
    return
        "\(call),\(unit),\(call)-\(unit),\(stamps.joined(separator: ",")),\(end),\"\(type)\",\(first),2,B1,\"\(place)\""
}

/// What a log says in short: time of day, identity, mark.
private func said(_ log: CallLog) -> [String] {
    log.observations.compactMap { observation in
        let id = observation.source?.id ?? "?"
        if ["type", "beat", "unit"].contains(where: { id.hasPrefix($0 + "/") }) { return nil }
        let seconds = observation.at.rawValue / 1000 % 86_400
        var mark = ""
        if case .milestone(let milestone) = observation.content {
            if milestone.backwards { mark += " backwards" }
            if milestone.stated == nil { mark += " unstated" }
        }
        return "\(seconds / 60):\(seconds % 60) \(id)\(mark)"
    }
}

@Suite struct CallLogTests {
    @Test func playsAsRecorded() throws {
        let log = try log([
            row("7", "E1", ["00:01:00", "00:02:00", "00:03:00", "00:05:00", "00:20:00"]),
            row("7", "E2", ["00:00:50", "00:02:00", "00:04:00", "", "00:06:00"]),
        ])
        #expect(
            said(log) == [
                "0:50 7", "2:0 7-E1/assigned", "2:0 7-E2/assigned", "3:0 7-E1/enRoute", "4:0 7-E2/enRoute",
                "5:0 7-E1/arrived", "6:0 7-E2/cleared", "20:0 7-E1/cleared", "20:0 7/closed",
            ])
        #expect(log.problems.skipped == 0 && log.problems.noted == 0 && log.rowCount == 2)
    }

    @Test func translates() throws {
        let log = try log([row("7", "E1", ["00:01:00", "", "", "", ""], type: "Fire, big", first: "X")])
        let incidents = log.observations.compactMap { observation -> IncidentReported? in
            if case .incident(let incident, _) = observation.content { return incident }
            return nil
        }
        let incident = try #require(incidents.first)
        #expect(incident.type == "fire" && incident.priority == .p2 && incident.beat == "B1")
        #expect(incident.place.point == GeoPoint(latitude: 1.5, longitude: 2.5))
        #expect(
            log.observations.contains { $0.content == .type(TypeDefined(code: "fire", english: "Fire", chinese: "火灾")) }
        )
        let units = log.observations.compactMap { observation -> UnitRegistered? in
            if case .unit(let unit) = observation.content { return unit }
            return nil
        }
        #expect(units.map(\.callsign) == ["E1"])
        #expect(units.first?.kind == .engine && units.first?.pane == .quickResponse && units.first?.homeBeat == "B1")
    }

    @Test func keepsTimesThatRunBackwards() throws {
        let log = try log([row("7", "E1", ["00:01:00", "00:02:00", "00:05:00", "00:04:00", "00:09:00"])])
        #expect(
            said(log) == [
                "1:0 7", "2:0 7-E1/assigned", "5:0 7-E1/enRoute", "5:0 7-E1/arrived backwards", "9:0 7-E1/cleared",
                "9:0 7/closed",
            ])
        #expect(log.problems.first == [LogProblem(line: 2, reason: .backwards)])
        let arrived = log.observations.compactMap { observation -> Timestamp? in
            if case .milestone(let milestone) = observation.content, milestone.milestone == .arrived {
                return milestone.stated
            }
            return nil
        }
        #expect(arrived.map { $0.rawValue / 1000 % 86_400 } == [240])
    }

    @Test func assignsWithoutStatedTime() throws {
        let log = try log([row("7", "E1", ["00:01:00", "", "00:03:00", "00:04:00", "00:09:00"])])
        #expect(said(log).prefix(3) == ["1:0 7", "3:0 7-E1/assigned unstated", "3:0 7-E1/enRoute"])
    }

    @Test func leavesOpenWhatNeverEnds() throws {
        let log = try log([
            row("7", "E1", ["00:01:00", "00:02:00", "", "", "00:09:00"]),
            row("7", "E2", ["00:01:00", "00:02:00", "", "", ""]),
        ])
        #expect(!said(log).contains { $0.hasSuffix("closed") })
    }

    @Test func freesUnitsBeforeTheyAreSentOn() throws {
        let log = try log([
            row("8", "E1", ["00:05:00", "00:09:00", "", "", "00:20:00"]),
            row("7", "E1", ["00:01:00", "00:02:00", "", "", "00:09:00"]),
        ])
        let order = said(log)
        let freed = try #require(order.firstIndex(of: "9:0 7-E1/cleared"))
        let sent = try #require(order.firstIndex(of: "9:0 8-E1/assigned"))
        #expect(freed < sent)
    }

    @Test func reportsAndSkipsBadRows() throws {
        let good = row("7", "E1", ["00:01:00", "00:02:00", "", "", "00:09:00"])
        let log = try log([
            good, good, "too,few", row("8", "E1", ["nine", "", "", "", ""]),
            row("9", "", ["00:01:00", "", "", "", ""]),
            row("10", "E2", ["", "00:02:00", "", "", ""]), row("11", "E3", ["00:01:00", "", "", "", ""], where: "(x)"),
        ])
        #expect(
            log.problems.first == [
                LogProblem(line: 3, reason: .duplicate(id: "7-E1")),
                LogProblem(line: 4, reason: .malformed(.fieldCount(found: 2, expected: 14))),
                LogProblem(line: 5, reason: .badTime(column: "Received", text: "2020-01-01 nine")),
                LogProblem(line: 6, reason: .noUnit(column: "Unit")),
                LogProblem(line: 7, reason: .missing(column: "Received")),
                LogProblem(line: 8, reason: .badPoint(text: "(x)")),
            ])
        #expect(log.problems.skipped == 4 && log.problems.noted == 2 && log.rowCount == 7)
        #expect(log.problems.lost == 3, "a row that came before says nothing new")
        #expect(log.callCount == 3 && log.responseCount == 2)
        for problem in log.problems.first {
            #expect(problem.english.contains("\(problem.line)") && problem.chinese.contains("第"))
        }
    }

    @Test func dispatchesOnlyCalls() throws {
        let rows = [
            row("7", "E1", ["00:01:00", "00:02:00", "", "", ""]), row("8", "E2", ["00:05:00", "", "", "", ""]),
        ]
        #expect(said(try log(rows, way: .toDispatch)) == ["1:0 7", "5:0 8"])
        #expect(said(try log(rows, way: .toDispatch, from: "00:01:01")) == ["5:0 8"])
        #expect(said(try log(rows, way: .toDispatch, to: "00:05:00")) == ["1:0 7"])
        #expect(said(try log(rows, from: "00:01:00", to: "00:01:01")) == ["1:0 7", "2:0 7-E1/assigned"])
    }

    @Test func namesMissingColumns() throws {
        let mapping = try #require(try Mapping.builtin("seattle-police"))
        #expect {
            try CallLog(bytes: Array("Latitude,Longitude\n".utf8), name: "x.csv", mapping: mapping)
        } throws: { error in
            guard case .missingColumns(_, _, let columns, _)? = error as? LogError else { return false }
            return columns.contains("CAD Event Number") && columns.contains("Zone/Beat")
        }
        #expect(throws: LogError.unreadable(path: "/nowhere/x.csv", code: 2)) {
            try CallLog(path: "/nowhere/x.csv", mapping: mapping)
        }
    }
}

import DispatchModel
import Foundation
import Reports
import TestSupport
import Testing

/// The figures of a real city's log against an independent program's answer.
@Suite struct RealLogTests {
    @Test func figuresEqualTheIndependentAnswer() throws {
        guard let log = sharedData("data/calls/sffd_units_2016-12-31_2017-01-04.csv"),
            let answer = sharedData("bench/replay/sffd_2016-12-31.expected.json")
        else { return }
        let text = try String(contentsOfFile: log, encoding: .utf8)
        let expected = try String(contentsOfFile: answer, encoding: .utf8)
        let report = try story(of: text).accumulator.report()
        #expect(report.json == expected.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// One incident a call number, one assignment a row.
    private func story(of text: String) throws -> Story {
        let rows = text.split(whereSeparator: \.isNewline).map { fields(String($0)) }
        let header = try #require(rows.first)
        func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }
        let (call, unit) = (try column("Call Number"), try column("Unit ID"))
        let times = try ["Received", "Dispatch", "Response", "On Scene", "Available"].map { try column("\($0) DtTm") }
        var story = Story()
        var incidents: [String: UInt32] = [:]
        var units: [String: UInt32] = [:]
        for (number, row) in rows.dropFirst().enumerated() {
            let at = times.map { seconds(row[$0]) }
            let incident = incidents[row[call], default: UInt32(incidents.count + 1)]
            let received = try #require(at[0])
            if incidents.updateValue(incident, forKey: row[call]) == nil {
                story.incident(incident, received: received)
            } else {
                let report = Report(number: Int64(number + 10_000), at: Timestamp(seconds: received))
                story.tell(.reportAdded(ReportAdded(incident: IncidentID(rawValue: incident), report: report)))
            }
            let crew = units[row[unit], default: UInt32(units.count + 1)]
            units[row[unit]] = crew
            story.assign(incident, UInt32(number + 1), unit: crew, at: at[1])
            for (milestone, time) in zip([Milestone.enRoute, .arrived, .cleared], at[2...]) {
                if let time { story.advance(incident, UInt32(number + 1), milestone, at: time) }
            }
        }
        return story
    }

    private func fields(_ line: String) -> [String] {
        var result = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: result.append("")
            default: result[result.count - 1].append(character)
            }
        }
        return result
    }

    /// `MM/DD/YYYY hh:mm:ss AM` as seconds; the zone does not matter to differences within these days.
    private func seconds(_ text: String) -> Int64? {
        let parts = text.split { !$0.isNumber }.compactMap { Int64($0) }
        guard parts.count == 6 else { return nil }
        let (month, day, year) = (parts[0], parts[1], parts[2])
        let shifted = month > 2 ? year : year - 1
        let days =
            365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day
        let hour = parts[3] % 12 + (text.hasSuffix("PM") ? 12 : 0)
        return ((days - 719_469) * 24 + hour) * 3600 + parts[4] * 60 + parts[5]
    }
}

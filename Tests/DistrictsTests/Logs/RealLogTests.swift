import DispatchModel
import Foundation
import TestSupport
import Testing

@testable import Districts

@Suite(.enabled(if: sharedData("data/calls") != nil)) struct RealLogTests {
    private func play(_ name: String, _ way: CallLog.Way = .asRecorded) throws -> CallLog {
        let path = try #require(sharedData("data/calls/\(name)"))
        let mapping = try CallLog.detectMapping(path: path, among: Mapping.builtins())
        return try CallLog(path: path, mapping: mapping, way: way)
    }

    private struct Expected: Decodable {
        struct Interval: Decodable {
            var count: Int
            var p50: Double
            var p90: Double
            var mean: Double
            var invalid: Int
        }
        var incidents: Int
        var unitResponses: Int
        var units: Int
        var intervals: [String: Interval]
    }

    @Test func agreesWithTheIndependentAnswer() throws {
        let path = try #require(sharedData("bench/replay/sffd_2016-12-31.expected.json"))
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        let log = try play("sffd_units_2016-12-31_2017-01-04.csv")
        let fold = LogFold(log.observations)
        #expect(fold.received.count == expected.incidents)
        #expect(fold.unitResponses == expected.unitResponses)
        #expect(fold.callsigns.count == expected.units)
        let intervals: [String: LogFold.Interval] = [
            "dispatch": fold.firstInterval(.assigned), "response": fold.firstInterval(.arrived),
            "turnout": fold.interval(.assigned, .enRoute), "travel": fold.interval(.enRoute, .arrived),
            "busy": fold.interval(.assigned, .cleared),
        ]
        #expect(intervals.count == expected.intervals.count)
        for (name, wanted) in expected.intervals {
            let found = try #require(intervals[name])
            #expect(found.count == wanted.count && found.invalid == wanted.invalid, "\(name)")
            for (mine, theirs) in [(found.p50, wanted.p50), (found.p90, wanted.p90), (found.mean, wanted.mean)] {
                #expect(abs(mine - theirs) <= 0.1, "\(name)")
            }
        }
    }

    @Test func playsSanFrancisco() throws {
        let log = try play("sffd_units_2016-12-31_2017-01-04.csv")
        #expect(log.rowCount == 4794 && log.problems.skipped == 0 && log.problems.noted == 12)
        let units = log.observations.compactMap { observation -> UnitRegistered? in
            if case .unit(let unit) = observation.content { return unit }
            return nil
        }
        #expect(units.count == 169 && units.allSatisfy { $0.dutyPoint.point != nil && !$0.homeBeat.isEmpty })
        #expect(units.first { $0.callsign == "E39" }?.dutyPoint.text.contains("39") == true)
        for index in log.observations.indices.dropFirst() {
            #expect(log.observations.time(at: index - 1) <= log.observations.time(at: index))
        }
    }

    @Test(arguments: [
        ("seattle_pd_911_2016-03-25.csv", 706, "spd"), ("montgomery_pa_911_2016_2017_sample.csv", 1626, "montgomery"),
    ])
    func playsTheOthers(name: String, rows: Int, source: String) throws {
        for way in [CallLog.Way.asRecorded, .toDispatch] {
            let log = try play(name, way)
            #expect(log.rowCount == rows && log.callCount == rows && log.problems.skipped == 0)
            #expect(log.mode.source == source)
            let codes = Set(
                log.observations.compactMap { observation -> String? in
                    if case .type(let type) = observation.content { return type.code }
                    return nil
                })
            for case .incident(let incident, _) in log.observations.map(\.content) {
                #expect(codes.contains(incident.type), "no words for \(incident.type)")
            }
        }
    }
}

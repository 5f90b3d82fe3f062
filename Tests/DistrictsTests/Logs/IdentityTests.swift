import DispatchModel
import Testing

@testable import Districts

@Suite struct IdentityTests {
    private func county(_ rows: [String]) throws -> CallLog {
        let mapping = try #require(try Mapping.builtin("montgomery-county"))
        let text = (["lat,lng,title,timeStamp,twp,addr"] + rows).joined(separator: "\n")
        return try CallLog(bytes: Array(text.utf8), name: "county.csv", mapping: mapping)
    }

    private func incidents(_ log: CallLog) -> [String] {
        log.observations.compactMap { observation in
            if case .incident = observation.content { return observation.source?.id }
            return nil
        }
    }

    private let rows = [
        "40.1,-75.3,EMS: FALL VICTIM,2016-01-15 12:01,NORRISTOWN,A & B",
        "40.1,-75.3,EMS: FALL VICTIM,2016-01-15 12:01,NORRISTOWN,A & B",
        "40.1,-75.3,EMS: FALL VICTIM,2016-01-15 12:02,NORRISTOWN,A & B",
    ]

    @Test func derivesIdentityFromContentAndOccurrence() throws {
        let once = incidents(try county(rows))
        #expect(once == incidents(try county(rows)))
        #expect(Set(once).count == 3)
        #expect(once[0].hasSuffix("-1") && once[1].hasSuffix("-2") && once[2].hasSuffix("-1"))
        #expect(once[0].dropLast(2) == once[1].dropLast(2))
        // Rows appended later leave the identities of those before.
        #expect(Array(incidents(try county(rows + ["40.2,-75.3,Fire: GAS,2016-01-15 12:03,X,Y"])).prefix(3)) == once)
        // A fixed value: a change of the derivation would record every row of a played log again.
        #expect(once[0] == "3p3xu33ahaa3a-1")
    }

    @Test func keepsEveryKeyOnce() throws {
        let mapping = try #require(try Mapping.builtin("sample-district"))
        let log = try CallLog(bytes: Array(try SampleDistrict.csv().utf8), name: "sample.csv", mapping: mapping)
        let keys = log.observations.compactMap(\.source)
        #expect(keys.count == log.observations.count)
        #expect(Set(keys).count == keys.count)
    }

    @Test func takesFurtherRowsAsReports() throws {
        let mapping = try #require(try Mapping.builtin("seattle-police"))
        let header = mapping.columns
        #expect(header.row == ["CAD CDW ID"])
        let names = [
            "CAD CDW ID", "CAD Event Number", "Event Clearance Description", "Event Clearance Date",
            "Hundred Block Location",
            "Zone/Beat", "Longitude", "Latitude", "Incident Location", "Initial Type Description", "Initial Type Group",
            "At Scene Time",
        ]
        let rows = ["1", "2", "1"].map { row in
            "\(row),77,X,03/25/2016 11:58:30 PM,A ST,K3,-122.3,47.6,\"(47.6, -122.3)\",TRESPASS,TRESPASS,03/25/2016 10:25:51 PM"
        }
        let text = ([names.joined(separator: ",")] + rows).joined(separator: "\n")
        let log = try CallLog(bytes: Array(text.utf8), name: "spd.csv", mapping: mapping)
        let ids = log.observations.suffix(3).compactMap(\.source?.id)
        #expect(ids == ["77", "2/report", "77/closed"])
        #expect(log.problems.first == [LogProblem(line: 4, reason: .duplicate(id: "1"))])
    }
}

import DispatchModel
import Testing

@testable import Districts

@Suite struct SampleTests {
    @Test func writesTheSameBytesForASeed() throws {
        #expect(try SampleDistrict.csv(seed: 5) == SampleDistrict.csv(seed: 5))
        #expect(try SampleDistrict.csv(seed: 5) != SampleDistrict.csv(seed: 6))
    }

    @Test(arguments: [SampleDistrict.standardSeed, 1, 2, 3]) func isSound(seed: UInt64) throws {
        print("sample seed \(seed)")
        let mapping = try #require(try Mapping.builtin("sample-district"))
        let log = try CallLog(bytes: Array(try SampleDistrict.csv(seed: seed).utf8), name: "sample", mapping: mapping)
        #expect(log.problems.skipped == 0 && log.problems.noted == 0)
        #expect(log.callCount == 220 && (280...420).contains(log.responseCount))
        let fold = LogFold(log.observations)
        #expect(fold.closed.count == 220)
        #expect(fold.callsigns.isSubset(of: Set(mapping.roster.map(\.callsign))))
        #expect(Set(log.observations.map(\.at)).count > 500)
        #expect(log.mode.titles == BilingualText("Made-up sample district", "虚构样例城区"))
        try checkNobodyIsInTwoPlaces(log)
    }

    /// Every type of the generator has words, and nobody is sent before being free.
    private func checkNobodyIsInTwoPlaces(_ log: CallLog) throws {
        var busy: Set<String> = []
        for observation in log.observations {
            guard case .milestone(let milestone) = observation.content else { continue }
            if milestone.milestone == .assigned {
                #expect(busy.insert(milestone.callsign).inserted, "\(milestone.callsign) is sent twice")
            } else if milestone.milestone == .cleared {
                busy.remove(milestone.callsign)
            }
        }
        #expect(busy.isEmpty)
    }

    @Test func knowsItsTypesAndStreets() throws {
        let mapping = try #require(try Mapping.builtin("sample-district"))
        for type in SampleType.all { #expect(mapping.types[type.name] != nil, "\(type.name)") }
        for beat in mapping.beats.keys { #expect(SampleStreets.byBeat[beat]?.count == 3, "\(beat)") }
    }
}

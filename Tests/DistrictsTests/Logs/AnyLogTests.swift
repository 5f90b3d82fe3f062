import DispatchModel
import TestSupport
import Testing

@testable import Districts

/// Whatever a file holds, reading it ends in a log or in words.
@Suite struct AnyLogTests {
    private static let pieces = [
        ",", ";", "\t", "|", "\n", "\r\n", "\"", "\"\"", "sep=;", "NULL", "-", "2.04E+08", "05/02/2020 08:00:00 PM",
        "99/99/9999 99:99:99 PM", "0001-01-01", "9999-12-31T23:59:60.999999999+18:00", "1e999", "nan", "-0", "180",
        "90.0001",
        "POINT (1 2)", "POINT (", "(1, 2)", "\u{FEFF}", "𝔘", "上午", "Call", "Unit", "Received", TownLog.header, "*",
        "E*",
    ]

    @Test(
        "seeded pieces in any order, with bytes changed, through any layout", arguments: 1...40 as ClosedRange<UInt64>)
    func pieces(seed: UInt64) throws {
        var random = Seeded(seed)
        var text = random.once(in: 3) ? "" : TownLog.header + "\n" + TownLog.row("1", "E1", TownLog.evening) + "\n"
        for _ in 0..<Int.random(in: 0...300, using: &random) {
            text += random.pick(Self.pieces) + (random.once(in: 2) ? "," : "")
        }
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...20, using: &random) where !bytes.isEmpty {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let encoding = random.pick(["", "encoding = \"GBK\"", "encoding = \"UTF-16LE\"", "separator = \";\""])
        let mapping = TownLog.mapping.replacing("[time]", with: "[file]\n\(encoding)\n[time]")
        do {
            let log = try TownLog.log(bytes: bytes, mapping: mapping)
            var last = Timestamp(rawValue: .min)
            for observation in log.observations.dropFirst(log.observations.setup.count) {
                #expect(observation.at >= last, "seed \(seed)")
                last = observation.at
            }
            #expect(log.problems.groups.reduce(0) { $0 + $1.count } == log.problems.skipped + log.problems.noted)
            #expect(log.problems.skipped <= log.rowCount, "seed \(seed)")
        } catch let error as LogError {
            #expect(!error.english.isEmpty && !error.chinese.isEmpty, "seed \(seed)")
        }
    }

    @Test("lines that end in a carriage return alone are lines")
    func carriageReturns() throws {
        let rows = [TownLog.header] + (1...3).map { TownLog.row("\($0)", "E\($0)", TownLog.evening) }
        let usual = try TownLog.log(text: rows.joined(separator: "\n"))
        for (separator, end) in [("\r", ""), ("\r", "\r"), ("\r\n", "\r\n")] {
            let log = try TownLog.log(text: rows.joined(separator: separator) + end)
            #expect(log.rowCount == 3 && log.callCount == 3)
            #expect(Array(log.observations) == Array(usual.observations))
        }
    }

    @Test("a call of another age is told by its year and kept", arguments: [1, 1899, 9999])
    func anotherAge(_ year: Int) throws {
        let day = String(repeating: "0", count: 4 - "\(year)".count) + "\(year)-05-02T20:00:00"
        let rows = (1...5).map { TownLog.row("\($0)", "E1", TownLog.evening) }
        let far = TownLog.row("6", "E2", ["08:00", "", "", ""]).replacing("05/02/2020 08:00:00 PM", with: day)
        let log = try TownLog.log(rows + [far])
        #expect(log.callCount == 6)
        let told = log.problems.first.filter { $0.reason == .farTime(year: year) }
        #expect(told.map(\.line) == [7] && told.allSatisfy { !$0.isSkipped }, "\(log.problems.first)")
        #expect(try TownLog.log(rows).problems.first.isEmpty)
    }

    @Test("each year of another age is told by itself, as the wall there shows it")
    func otherAges() throws {
        let rows = (1...5).map { TownLog.row("\($0)", "E1", TownLog.evening) }
        let far = [("6", "1970-05-02T20:00:00"), ("7", "2099-12-31T23:30:00"), ("8", "1970-06-02T20:00:00")].map {
            TownLog.row($0.0, "E2", ["08:00", "", "", ""]).replacing("05/02/2020 08:00:00 PM", with: $0.1)
        }
        let groups = try TownLog.log(rows + far).problems.groups.filter { $0.english.contains("in the year") }
        #expect(groups.map(\.count) == [2, 1], "\(groups)")
        #expect(groups.map(\.example) == [.farTime(year: 1970), .farTime(year: 2099)])
    }
}

import DispatchModel
import TestSupport
import Testing

@testable import Districts

/// Nothing of a log is dropped or changed without a word.
@Suite struct SilenceTests {
    @Test(
        "words for nothing leave a time unknown and the row where it is",
        arguments: ["NULL", "n/a", "-", "None", "\\N"])
    func nothing(_ word: String) throws {
        let log = try TownLog.log([TownLog.row("1", "E1", ["08:00", "08:02", word, "08:30"])])
        #expect(log.callCount == 1 && log.responseCount == 1 && log.problems.groups.isEmpty)
        #expect(log.milestones.map(\.milestone) == [.assigned, .cleared])
    }

    @Test("another time than the call's that cannot be read costs only itself, and is told")
    func unread() throws {
        let log = try TownLog.log([
            TownLog.row("1", "E1", ["08:00", "08:02", "soon", "08:30"]),
            TownLog.row("2", "E2", ["soon", "08:02", "08:08", "08:30"]),
        ])
        #expect(
            log.problems.first.map(\.reason) == [
                .unreadTime(column: "OnScene", text: "soon"), .badTime(column: "Received", text: "soon"),
            ])
        #expect(log.callCount == 1 && log.problems.skipped == 1 && log.problems.noted == 1)
    }

    @Test("a call without a unit is kept; NULL is no unit")
    func withoutUnit() throws {
        let log = try TownLog.log([
            TownLog.row("1", "", TownLog.evening), TownLog.row("2", "NULL", ["08:00", "", "", ""]),
            TownLog.row("2", "", ["08:00", "", "", ""]),
        ])
        #expect(log.callCount == 2 && log.responseCount == 0)
        #expect(log.problems.groups.map(\.count) == [2, 1], "\(log.problems.first)")
        // The work of nobody ends the call.
        #expect(log.observations.contains { if case .closed = $0.content { true } else { false } })
    }

    @Test("a unit that is sent again is sent again; a row that says the same is not")
    func sentAgain() throws {
        let again = ["08:00", "09:02", "09:08", "09:30"]
        let log = try TownLog.log([
            TownLog.row("1", "E1", TownLog.evening), TownLog.row("1", "E1", again),
            TownLog.row("1", "E1", TownLog.evening),
            TownLog.row("1", "E1", again),
        ])
        #expect(log.callCount == 1 && log.responseCount == 2)
        #expect(
            log.problems.first.map(\.reason) == [
                .sentAgain(id: "1-E1"), .duplicate(id: "1-E1"), .duplicate(id: "1-E1"),
            ])
        #expect(log.problems.lost == 0)
        let keys = log.observations.compactMap(\.source?.id)
        #expect(Set(keys).count == keys.count, "every observation has a key of its own")
    }

    @Test("many rows of one identity are kept apart in one pass")
    func sameIdentity() throws {
        let rows = (0..<3000).map { number in
            "X,E1,2020-05-02T\(10 + number / 600):\(10 + number / 10 % 60 % 50):\(10 + number % 10),,,,Fire,2,,,,,"
        }
        let log = try TownLog.log(rows)
        #expect(log.callCount == 1)
        #expect(log.responseCount + log.problems.skipped == 3000)
    }

    @Test("numbers that a workbook has cut join only what is at one time and place")
    func cutNumbers() throws {
        let log = try TownLog.log([
            TownLog.row("2.04E+08", "E1", TownLog.evening),
            TownLog.row("2.04E+08", "E2", TownLog.evening),
            TownLog.row("2.04E+08", "E3", ["07:00", "07:02", "", ""], address: "9 OAK ROW"),
        ])
        #expect(log.callCount == 2 && log.responseCount == 3)
        #expect(log.problems.groups.first?.example == .cutNumber(column: "Call", text: "2.04E+08"))
        #expect(log.problems.groups.first?.count == 3)
        for text in ["2.04E+08", "2.04e+08", "1E+9", "9,99E+15", "5E-05"] {
            #expect(RawText.isCutNumber(text), "\(text)")
        }
        for text in ["2E08", "2e08", "E+08", "1.2.3E+8", "A.04E+08", "204000000", "2.04E+", "", "1E+0008"] {
            #expect(!RawText.isCutNumber(text), "\(text)")
        }
    }

    @Test("values without a rule are counted; case, blanks, width and 1.0 are not what makes them one")
    func values() throws {
        let priorities = ["High", " high ", "HIGH", "２", "2.0", "02", "urgent", "urgent", "2.5", ""]
        var rows = priorities.enumerated().map { TownLog.row("\($0)", "E\($0)", TownLog.evening, priority: $1) }
        rows.append(TownLog.row("x", "Q7", TownLog.evening, type: "Flood"))
        let log = try TownLog.log(rows)
        let taken = log.incidents.map(\.priority)
        #expect(taken.prefix(6) == [.p1, .p1, .p1, .p2, .p2, .p2])
        let told = Dictionary(uniqueKeysWithValues: log.unruled.map { ($0.kind, $0) })
        #expect(told[.priority]?.most(5) == [.init(text: "urgent", count: 2), .init(text: "2.5", count: 1)])
        #expect(told[.type]?.most(5) == [.init(text: "Flood", count: 1)])
        #expect(told[.unitKind]?.most(5) == [.init(text: "Q7", count: 1)])
    }

    @Test("however many values there are, the list of them is bounded and the count is not")
    func manyValues() throws {
        let count = UnruledValues.limit + 500
        let log = try TownLog.log((0..<count).map { TownLog.row("\($0)", "E1", TownLog.evening, priority: "v\($0)") })
        let values = try #require(log.unruled.first { $0.kind == .priority })
        #expect(values.total == count && values.most(.max).count == UnruledValues.limit)
    }

    @Test("a mapping that says two things of one text is refused")
    func contradiction() {
        #expect(throws: MappingError.self) {
            try Mapping(text: TownLog.mapping.replacing("high = ", with: "\"High\" = \"P4\"\nhigh = "), file: "x.toml")
        }
    }

    @Test("problems are told by kind, with counts and the first lines")
    func groups() throws {
        let rows = (0..<10).map { TownLog.row("\($0)", "E\($0)", ["soon", "", "", ""]) }
        let log = try TownLog.log(rows + ["a,b", TownLog.row("x", "E1", TownLog.evening)])
        #expect(log.problems.groups.map(\.count) == [10, 1])
        #expect(log.problems.groups[0].lines == [2, 3, 4])
        #expect(log.problems.groups[0].english.hasPrefix("10 × Received: \"soon\""))
        #expect(log.problems.groups[0].chinese.contains("第 2、3、4 等 行"))
        #expect(log.problems.lost == 11)
    }

    @Test("fields of nothing behind the last column, and lines of nothing, cost no row")
    func empties() throws {
        let row = TownLog.row("1", "E1", TownLog.evening)
        #expect(try TownLog.log([row + ",,", ",,,,,,,,,,,,"]).problems.groups.isEmpty)
        #expect(try TownLog.log([row], header: TownLog.header + ",,").problems.groups.isEmpty)
        #expect(try TownLog.log([row + ",extra"]).problems.skipped == 1)
        #expect(try TownLog.log(["1,E1,05/02/2020 08:00:00 PM"]).problems.skipped == 1)
    }
}

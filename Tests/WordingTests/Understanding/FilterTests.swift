import DispatchModel
import Testing
import Wording

@Suite struct FilterTests {
    private let board = City.board

    private func incidents(_ text: String) -> [UInt32]? {
        guard case .success(let filter) = Filter.parse(text) else { return nil }
        return board.incidents.elements.filter { filter.matches($0, on: board, now: City.now) }.map(\.id.rawValue)
    }

    private func units(_ text: String) -> [String]? {
        guard case .success(let filter) = Filter.parse(text) else { return nil }
        return board.units.elements.filter { filter.matches($0, on: board, now: City.now) }.map(\.callsign)
    }

    private func alerts(_ text: String) -> [UInt32]? {
        guard case .success(let filter) = Filter.parse(text) else { return nil }
        return board.alerts.elements.filter { filter.matches($0, on: board, now: City.now) }.map(\.id.rawValue)
    }

    @Test func incidentRows() {
        let rows: [(String, [UInt32])] = [
            ("", [21, 4700, 4805, 4821, 4822]), ("p1", [4821, 4822]), ("P1,p2", [4805, 4821, 4822]), ("p:2", [4805]),
            ("一级", [4821, 4822]), ("p1 beat:B07 robbery", [4821, 4822]), ("p1 beat:b02", []),
            ("beat:B02,B07 -p1", [21, 4700, 4805]), ("ROBBERY", [4821, 4822]), ("抢劫", [4821, 4822]),
            ("type:fight", [4805]), ("类型:斗殴", [4805]), ("063", [21, 4700]), ("unit:3A", [4805]), ("unit:3a07", [4805]),
            ("unit:3A1", []), ("3A07", [4805]), ("stage:waiting", [21, 4821]), ("stage:assigned", [4805]),
            ("阶段:待派", [21, 4821]), ("closed", [4700, 4822]), ("-closed -held", [21, 4805, 4821]),
            ("stage:closed,assigned", [4700, 4805, 4822]), ("age>10m", [21, 4700]), ("age<5m", [4821, 4822]),
            ("age>1h", [4700]), ("时长>1小时", [4700]), ("kind:foot", [4805]), ("status:dispatched", [4805]), ("#21", [21]),
            ("21", [21, 4821]), ("no:4821", [4821]), ("\"mission st\"", [4700, 4821]),
            ("place:\"16th\"", [4821, 4822]),
            ("-\"mission st\" p1", [4822]), ("mission -place:block", [4821, 4822]), ("severity:high", [4821]),
            ("state:unanswered", [21, 4821]), ("heard>1m", []),
        ]
        for (text, expected) in rows { #expect(incidents(text) == expected, "\(text)") }
    }

    @Test("Two values of what a row has one of mean either; what it may have several of, all of them")
    func eitherOf() {
        let rows: [(String, [UInt32])] = [
            ("p1 p2", [4805, 4821, 4822]), ("p1 p2 -p1", [4805]),
            ("p1 p:2 beat:B07", incidents("p1,p2 beat:B07") ?? []),
            ("beat:B02 beat:B07", incidents("beat:B02,B07") ?? []), ("#21 #4821", [21, 4821]),
            ("waiting closed", incidents("stage:waiting,closed") ?? []), ("-closed -held", [21, 4805, 4821]),
            ("一级 二级", [4805, 4821, 4822]), ("robbery fight", []), ("age>10m age<1h", [21]), ("-p1 -p2", [21, 4700]),
        ]
        for (text, expected) in rows { #expect(incidents(text) == expected, "\(text)") }
        #expect(units("available dispatched") == ["3A12", "3A14", "3A07", "Q2", "grid 7"])
        #expect(units("kind:car kind:foot") == ["3A12", "3A14", "3A07"])
        #expect(alerts("severity:high severity:medium") == [1, 2, 3, 4])
    }

    @Test func gradesOfDisputes() {
        var board = board
        for (id, grade) in [(4805, DisputeGrade.red), (21, .blue)] {
            let event = DisputeGraded(incident: IncidentID(rawValue: UInt32(id)), grade: grade)
            board.apply(
                EventRecord(position: board.position + 1, at: City.now, actor: .system, body: .disputeGraded(event)))
        }
        let rows: [(String, [UInt32])] = [
            ("grade:red", [4805]), ("grade:red,blue", [21, 4805]), ("纠纷:蓝色", [21]), ("-grade:red dispute:b", [21]),
            ("grade:orange", []), ("grade:r", [4805]),
        ]
        for (text, expected) in rows {
            guard case .success(let filter) = Filter.parse(text) else {
                Issue.record("\(text)")
                continue
            }
            let found = board.incidents.elements.filter { filter.matches($0, on: board, now: City.now) }
            #expect(found.map(\.id.rawValue) == expected, "\(text)")
        }
        if case .success = Filter.parse("grade:pink") { Issue.record("pink is no grade") }
    }

    @Test func unitRows() {
        let rows: [(String, [String])] = [
            ("", ["3A12", "3A14", "3A07", "Q2", "grid 7", "3A29"]), ("unit:3A1", ["3A12", "3A14"]),
            ("3a", ["3A12", "3A14", "3A07", "3A29"]), ("kind:car", ["3A12", "3A14"]), ("kind:车巡", ["3A12", "3A14"]),
            ("kind:car,foot", ["3A12", "3A14", "3A07"]), ("status:available", ["3A12", "3A14", "Q2", "grid 7"]),
            ("available beat:B07", ["3A12", "3A14"]), ("离岗", ["3A29"]), ("-available", ["3A07", "3A29"]),
            ("p2", ["3A07"]), ("type:fight", ["3A07"]), ("no:4805", ["3A07"]), ("zoo", ["3A07"]),
            ("beat:B02", ["3A07", "grid 7"]), ("age>1s", []),
            ("heard<1m", ["3A12", "3A14", "3A07", "Q2", "grid 7", "3A29"]),
            ("state:unanswered", ["3A14"]),
        ]
        for (text, expected) in rows { #expect(units(text) == expected, "\(text)") }
    }

    @Test func alertRows() {
        let rows: [(String, [UInt32])] = [
            ("", [1, 2, 3, 4]), ("severity:high", [1]), ("sev:medium", [2, 3, 4]), ("p1", [1]), ("unit:3A14", [2, 4]),
            ("robbery", [1]), ("-robbery", [2, 3, 4]), ("state:acknowledged", []), ("状态:待命", [2, 4]),
        ]
        for (text, expected) in rows { #expect(alerts(text) == expected, "\(text)") }
    }

    @Test func errorsAreLocated() {
        let rows: [(String, Range<Int>)] = [
            ("p1 bate:B02", 3..<11), ("beat:", 0..<5), ("robbery age:10m", 8..<15), ("age>soon", 0..<8), ("p:9", 0..<3),
            ("kind:boat", 0..<9), ("status:dancing x", 0..<14), ("-stage:never", 0..<12), ("no:x", 0..<4),
            ("beat>3", 0..<6), ("12:30", 0..<5),
        ]
        for (text, columns) in rows {
            for language in Language.allCases {
                guard case .failure(let failure) = Filter.parse(text, words: Words(language)) else {
                    Issue.record("\(text) was read")
                    continue
                }
                #expect(failure.columns == columns, "\(text)")
                #expect(!failure.message.isEmpty && !failure.remedy.isEmpty)
            }
        }
    }

    @Test func everyHelpFormReads() {
        for row in Filter.help(in: .chinese) {
            for form in row.form.split(separator: "  ") {
                guard case .success(let filter) = Filter.parse(String(form)) else {
                    Issue.record("\(form)")
                    continue
                }
                #expect(!filter.isEmpty)
            }
        }
    }
}

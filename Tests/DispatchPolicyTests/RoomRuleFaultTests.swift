import DispatchModel
import Formats
import Testing

@testable import DispatchPolicy

/// A way to break a file: the line that is wrong, its field and what the remedy says.
struct BrokenRules: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var field: String
    var says: String

    init(_ text: String, _ line: Int, _ field: String, _ says: String) {
        (self.text, self.line, self.field, self.says) = (text, line, field, says)
    }

    var testDescription: String { text.replacing("\n", with: " ⏎ ") }
}

@Suite("Faults of the room's rules")
struct RoomRuleFaultTests {
    private static let card = "[[plans]]\nname = \"a\"\nsend = \"1 engine\"\n"

    static let plans = [
        BrokenRules("plans = 3", 1, "plans", "write [[plans]]"),
        BrokenRules("[[plans]]\nsend = \"1 engine\"", 1, "plans[1].name", "missing"),
        BrokenRules("[[plans]]\nname = \"a\"", 1, "plans[1].send", "write 1 to 20 slots"),
        BrokenRules("[[plans]]\nname = \"a\"\nsend = \"engine\"", 3, "plans[1].send", "write a number and kinds"),
        BrokenRules(
            "[[plans]]\nname = \"a\"\nsend = [\"1 engine\",\n\"1 engin\"]", 4, "plans[1].send[2]",
            "did you mean engine?"),
        BrokenRules("[[plans]]\nname = \"a\"\nsend = [\"21 engine\"]", 3, "plans[1].send[1]", "write a number"),
        BrokenRules(
            "[[plans]]\nname = \"a\"\nsend = [{ count = 1 }]", 3, "plans[1].send[1].kinds", "kinds = [\"engine\"]"),
        BrokenRules(
            "[[plans]]\nname = \"a\"\nsend = [{ kinds = [\"engine\"], else = [\"engine\"] }]", 3,
            "plans[1].send[1].else",
            "take it out of one"),
        BrokenRules(
            "[[plans]]\nname = \"a\"\nsend = \"1 engine\"\ndownto = \"P2\"", 4, "plans[1].downto",
            "did you mean down_to?"),
        BrokenRules("[[plans]]\nname = \"a\"\nsend = \"1 engine\"\ndown_to = \"P6\"", 4, "plans[1].down_to", "P1, P2"),
        BrokenRules(
            "[[plans]]\nname = \"a\"\nsend = \"1 engine\"\nhours = \"night\"", 4, "plans[1].hours", "22:00-06:00"),
        BrokenRules(card + card, 5, "plans[2].name", "give each card its own"),
        BrokenRules(
            card + "[[plans]]\nname = \"b\"\ntypes = [\"x\"]\nsend = \"1 engine\"", 5, "plans[2].name", "put this first"
        ),
        BrokenRules("own_plans_only = true", 1, "own_plans_only", "write one"),
    ]

    static let deadlines = [
        BrokenRules("deadlines = \"90s\"", 1, "deadlines", "write [deadlines]"),
        BrokenRules("[deadlines]\nwating = 3", 2, "deadlines.wating", "did you mean waiting?"),
        BrokenRules("[deadlines.waiting]\nP9 = \"90s\"", 2, "deadlines.waiting.P9", "priority"),
        BrokenRules("[deadlines.waiting]\nP1 = 90", 2, "deadlines.waiting.P1", "such as \"90s\""),
        BrokenRules("[deadlines.waiting]\nP1 = \"ninety\"", 2, "deadlines.waiting.P1", "such as \"90s\""),
        BrokenRules("[deadlines.waiting]\nP1 = \"0s\"", 2, "deadlines.waiting.P1", "\"1s\" at least"),
        BrokenRules(
            "[deadlines.waiting]\nP1 = { within = \"90s\", severity = \"hgh\" }", 2, "deadlines.waiting.P1.severity",
            "high"),
        BrokenRules("[deadlines.waiting]\nP1 = { severity = \"high\" }", 2, "deadlines.waiting.P1.within", "missing"),
        BrokenRules("[deadlines.status]\nonscene = \"2h\"", 2, "deadlines.status.onscene", "did you mean onScene?"),
        BrokenRules("[deadlines]\nnot_heard = \"none\"", 2, "deadlines.not_heard", "a length of time"),
        BrokenRules("[deadlines.disputes]\nnear = 0", 2, "deadlines.disputes.near", "1 to 100"),
        BrokenRules("[deadlines.disputes.red]\nwarm = \"5m\"", 2, "deadlines.disputes.red.warm", "did you mean warn?"),
    ]

    static let statuses = [
        BrokenRules("status = 1", 1, "status", "write [status]"),
        BrokenRules("[status.avialable]\nreason = true", 1, "status.avialable", "did you mean available?"),
        BrokenRules("[status.clear]\nnxt = []", 2, "status.clear.nxt", "did you mean next?"),
        BrokenRules("[status.clear]\nnext = [\"avail\", \"emergency\"]", 2, "status.clear.next", "is no status"),
        BrokenRules("[status.clear]\nnext = [\"clear\", \"emergency\"]", 2, "status.clear.next", "take it out"),
        BrokenRules("[status.clear]\nnext = [\"available\"]", 2, "status.clear.next", "add \"emergency\""),
        BrokenRules("[status.clear]\nnext = 3", 2, "status.clear.next", "list of texts"),
        BrokenRules("[status.clear]\nreason = \"yes\"", 2, "status.clear.reason", "true or false"),
        BrokenRules("[status.emergency]\nreason = true", 2, "status.emergency.reason", "take it out"),
        BrokenRules("[status.clear]\nreasons = [1]", 2, "status.clear.reasons", "list of texts"),
        BrokenRules(
            "[status.clear]\nreasons = [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]", 2,
            "status.clear.reasons", "at most 9"),
    ]

    static let words = [
        BrokenRules("types = []", 1, "types", "write [types]"),
        BrokenRules("[types.x]\npriority = \"P1\"", 1, "types.x.name", "missing"),
        BrokenRules("[types.x]\nname = [\"one\"]", 2, "types.x.name", "one in each language"),
        BrokenRules("[types.x]\nname = \"X\"\npriorty = \"P1\"", 3, "types.x.priorty", "did you mean priority?"),
        BrokenRules("[types.x]\nname = \"X\"\npriority = 1", 3, "types.x.priority", "text in quotes"),
        BrokenRules("[types.x]\nname = \"X\"\ndispute = \"pink\"", 3, "types.x.dispute", "red"),
        BrokenRules("emergency_type = \"\"", 1, "emergency_type", "not empty"),
        BrokenRules("[[dispositions]]\nname = \"x\"", 1, "dispositions[1].code", "missing"),
        BrokenRules("[[dispositions]]\ncode = \"own\"", 1, "dispositions[1].name", "missing"),
        BrokenRules(
            "[[dispositions]]\ncode = \"report\"\nasks = \"photo\"", 3, "dispositions[1].asks", "note, report_number"),
        BrokenRules(
            "[[dispositions]]\ncode = \"report\"\n[[dispositions]]\ncode = \"report\"", 4, "dispositions[2].code",
            "its own"),
        BrokenRules("[[dispositions]]\ncode = \"a:b\"\nname = \"x\"", 2, "dispositions[1].code", "colon"),
        BrokenRules(
            "[[dispositions]]\ncode = \"report\"\nask = \"note\"", 3, "dispositions[1].ask", "did you mean asks?"),
        BrokenRules("own_dispositions_only = true", 1, "own_dispositions_only", "write one"),
    ]

    static let figures = [
        BrokenRules("speeds = 3", 1, "speeds", "write [speeds]"),
        BrokenRules("[speeds]\nengin = [50, 35]", 2, "speeds.engin", "did you mean engine?"),
        BrokenRules("[speeds]\nengine = 50", 2, "speeds.engine", "2 numbers"),
        BrokenRules("[speeds]\nengine = [50, 0]", 2, "speeds.engine", "2 numbers"),
        BrokenRules("detour = 0.5", 1, "detour", "1.0 to 5.0"),
        BrokenRules("traffic = [1, 1]", 1, "traffic", "24 numbers"),
        BrokenRules("[cover]\nambulanse = [\"rescue\"]", 2, "cover.ambulanse", "did you mean ambulance?"),
        BrokenRules("[cover]\nambulance = [\"resuce\"]", 2, "cover.ambulance", "did you mean rescue?"),
        BrokenRules("[cover]\nambulance = 3", 2, "cover.ambulance", "list of texts"),
        BrokenRules("reserve = -1", 1, "reserve", "0 to 10000"),
        BrokenRules("reserve = \"4\"", 1, "reserve", "whole number"),
        BrokenRules("[positions]\nstale = \"soon\"", 2, "positions.stale", "such as \"90s\""),
        BrokenRules("[positions]\nsampel = \"1m\"", 2, "positions.sampel", "did you mean sample?"),
        BrokenRules("reserv = 4", 1, "reserv", "did you mean reserve?"),
        BrokenRules("par = \"20m\"", 1, "par", "write one of: plans"),
    ]

    @Test(
        "Every way to break it is named by line, field and remedy",
        arguments: plans + deadlines + statuses + words + figures)
    func everyFault(_ broken: BrokenRules) {
        do {
            _ = try RoomRules.read(text: broken.text, file: "room.toml")
            Issue.record("taken: \(broken.text)")
        } catch {
            let found = error.problems.map { "\($0.line) \($0.field): \($0.english)" }
            #expect(
                error.problems.contains {
                    $0.line == broken.line && $0.field == broken.field && $0.english.contains(broken.says)
                        && !$0.chinese.isEmpty && $0.chinese != $0.english && $0.file == "room.toml"
                }, "\(found)")
        }
    }

    @Test("All faults at once, in the order of the file")
    func allAtOnce() {
        let tables = Self.deadlines.filter { $0.text.hasPrefix("[deadlines.") }
        let text =
            "reserve = -1\n[deadlines.waiting]\nP1 = 90\nP7 = \"1m\"\n[speeds]\nengin = [1, 1]\n[[plans]]\nname = \"a\"\n"
        #expect(tables.count >= 8)
        do {
            _ = try RoomRules.read(text: text, file: "room.toml")
            Issue.record("taken")
        } catch {
            #expect(error.problems.map(\.line) == [1, 3, 4, 6, 7])
        }
    }
}

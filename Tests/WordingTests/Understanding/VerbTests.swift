import DispatchModel
import DispatchPolicy
import Testing
import Wording

/// What a line means, a row for each form of each verb. Every row is read in both languages and must mean the same.
struct Meaning: CustomTestStringConvertible, Sendable {
    var line: String
    var commands: [Command]
    var testDescription: String { line }

    init(_ line: String, _ commands: Command...) {
        self.line = line
        self.commands = commands
    }
}

private let a12 = City.a12
private let a14 = City.a14
private let robbery = City.robbery
private let fight = City.fight

private let sending: [Meaning] = [
    Meaning("D 3A12 4821", .assign(robbery, [a12], divert: false)),
    Meaning("d 3a12 #4821", .assign(robbery, [a12], divert: false)),
    Meaning("D.3A12.4821", .assign(robbery, [a12], divert: false)),
    Meaning("d.3a12..", .assign(robbery, [a12], divert: false)),
    Meaning("D 3A12 3A14 Q2 .", .assign(robbery, [a12, a14, City.q2], divert: false)),
    Meaning("D . .", .assign(robbery, [a12], divert: false)),
    Meaning("D 3A12 3A12 4821", .assign(robbery, [a12], divert: false)),
    Meaning("D grid 7 3A12 4821", .assign(robbery, [City.grid, a12], divert: false)),
    Meaning("D \"GRID 7\" 21", .assign(City.noise, [City.grid], divert: false)),
    Meaning("D * 4821", .assign(robbery, [a12, a14, City.q2], divert: false)),
    Meaning("Ｄ　３Ａ１２　４８２１", .assign(robbery, [a12], divert: false)),
    Meaning("DV 3A07 4821", .assign(robbery, [City.a07], divert: true)),
    Meaning("assign 3A14", .assign(robbery, [a14], divert: false)),
    Meaning("assign 3A14 4805", .assign(fight, [a14], divert: false)),
]

private let progress: [Meaning] = [
    Meaning("EN 3A07", .advance(City.a07, .enRoute, disposition: "")),
    Meaning("en .", .advance(a12, .enRoute, disposition: "")),
    Meaning("A 3A12 3A14", .advance(a12, .arrived, disposition: ""), .advance(a14, .arrived, disposition: "")),
    Meaning(
        "A 3A12 3A14 @22:03", .advance(a12, .arrived, disposition: "", at: City.now - .seconds(620)),
        .advance(a14, .arrived, disposition: "", at: City.now - .seconds(620))),
    Meaning("A 3A12 @22:03:30", .advance(a12, .arrived, disposition: "", at: City.now - .seconds(590))),
    Meaning("EN 3A07 @-5m", .advance(City.a07, .enRoute, disposition: "", at: City.now - .minutes(5))),
    Meaning("A.3A12.@10:14", .advance(a12, .arrived, disposition: "", at: City.now - .seconds(43_160))),
    Meaning("EN 3A07 @22:13", .advance(City.a07, .enRoute, disposition: "", at: City.now)),
    Meaning("en . @22:13:10", .advance(a12, .enRoute, disposition: "", at: City.now - .seconds(10))),
    Meaning(
        "FB 3A07 @22:12 two in custody", .advance(City.a07, .feedback, disposition: "", at: City.now - .seconds(80)),
        .note(fight, text: "two in custody")),
    Meaning(
        "CU 3A07 @-2m REPORT", .advance(City.a07, .cleared, disposition: "report", at: City.now - .minutes(2))),
    Meaning("AK 3A07", .advance(City.a07, .acknowledged, disposition: "")),
    Meaning("T 3A07", .advance(City.a07, .transporting, disposition: "")),
    Meaning("TD 3A07", .advance(City.a07, .atDestination, disposition: "")),
    Meaning("FB 3A07", .advance(City.a07, .feedback, disposition: "")),
    Meaning(
        "FB 3A07 two in custody", .advance(City.a07, .feedback, disposition: ""), .note(fight, text: "two in custody")),
    Meaning("CU 3A07", .advance(City.a07, .cleared, disposition: "")),
    Meaning("CU 3A07 REPORT", .advance(City.a07, .cleared, disposition: "report")),
    Meaning("CU.3A07.误报", .advance(City.a07, .cleared, disposition: "false-alarm")),
    Meaning("CU 3A07 \"no one there\"", .advance(City.a07, .cleared, disposition: "no one there")),
    Meaning("CU 3A07 \"3A1\"", .advance(City.a07, .cleared, disposition: "3A1")),
    Meaning(
        "CU 3A12 3A14 gone on arrival", .advance(a12, .cleared, disposition: ""),
        .advance(a14, .cleared, disposition: "gone-on-arrival")),
    Meaning("W 3A07", .withdraw(City.a07, reason: "")),
    Meaning("W 3A07 wrong unit", .withdraw(City.a07, reason: "wrong unit")),
    Meaning("SY 3A12", .answerStanding(a12, .accepted)),
    Meaning("SN 3A12", .answerStanding(a12, .declined)),
    Meaning("OOS 3A12 refuel", .setStatus(a12, .outOfService, reason: "refuel")),
    Meaning("AV 3A29", .setStatus(City.out, .available, reason: "")),
    Meaning("ST 3A12 out of service radio", .setStatus(a12, .outOfService, reason: "radio")),
    Meaning("ST 3A12 oos", .setStatus(a12, .outOfService, reason: "")),
    Meaning("ST 3A07 on-scene", .setStatus(City.a07, .onScene, reason: "")),
    Meaning("ST 3A07 到场", .setStatus(City.a07, .onScene, reason: "")),
    Meaning("ST 3A07 tran", .setStatus(City.a07, .transporting, reason: "")),
    Meaning("ST 3A12 emergency", .emergency(a12)),
    Meaning("E 3A12", .emergency(a12)),
]

private let handling: [Meaning] = [
    Meaning("CE 4805 UNFOUNDED", .close(fight, disposition: "unfounded")),
    Meaning("CE . 查无此事", .close(robbery, disposition: "unfounded")),
    Meaning("H 4821 15m", .hold(robbery, until: City.now + .minutes(15), reason: "")),
    Meaning("H 4821 15", .hold(robbery, until: City.now + .minutes(15), reason: "")),
    Meaning("H 4821 1h30m no unit free", .hold(robbery, until: City.now + .minutes(90), reason: "no unit free")),
    Meaning("H 4821 15分钟", .hold(robbery, until: City.now + .minutes(15), reason: "")),
    Meaning("H 4821 until 22:30 shift", .hold(robbery, until: City.now + .seconds(1000), reason: "shift")),
    Meaning("H 4821 至22:30", .hold(robbery, until: City.now + .seconds(1000), reason: "")),
    Meaning("H 4821 until 14:05", .hold(robbery, until: City.now + .seconds(57_100), reason: "")),
    Meaning("H 4821 open", .hold(robbery, until: nil, reason: "")),
    Meaning("hold 15m", .hold(robbery, until: City.now + .minutes(15), reason: "")),
    Meaning("HR 4821", .releaseHold(robbery)),
    Meaning("P 4821 2", .triage(robbery, TriageChange(priority: .p2))),
    Meaning("P . p3", .triage(robbery, TriageChange(priority: .p3))),
    Meaning("P 4805 +", .triage(fight, TriageChange(priority: .p1))),
    Meaning("P 4805 三级", .triage(fight, TriageChange(priority: .p3))),
    Meaning("TY 4805 robbery", .triage(fight, TriageChange(type: "robbery"))),
    Meaning("TY 4805 fire alarm", .triage(fight, TriageChange(type: "52B"))),
    Meaning("TY 4805 抢劫", .triage(fight, TriageChange(type: "robbery"))),
    Meaning("TY 4805 \"street fair\"", .triage(fight, TriageChange(type: "street fair"))),
    Meaning("PL 4805 mission st / 16TH", .triage(fight, TriageChange(place: City.mission))),
    Meaning("PL 4805 \"mission st\"", .triage(fight, TriageChange(place: Place(text: "mission st")))),
    Meaning("BT 4805 b07", .triage(fight, TriageChange(beat: "B07"))),
    Meaning("BT 4805 ferry", .triage(fight, TriageChange(beat: "B02"))),
    Meaning("TR 4821", .triage(robbery, TriageChange())),
    Meaning("N 4821 two men, one armed", .note(robbery, text: "two men, one armed")),
    Meaning("N . text with. dots", .note(robbery, text: "text with. dots")),
    Meaning("N 4821 @door waits a caller", .note(robbery, text: "@door waits a caller")),
    Meaning("n 4821 “携刀”", .note(robbery, text: "携刀")),
    Meaning("note two men", .note(robbery, text: "two men")),
    Meaning("R 4821 second caller", .addReport(robbery, caller: Caller(), text: "second caller")),
    Meaning(
        "R 4821 cb:555-0102 caller:“Ms Li” second caller",
        .addReport(robbery, caller: Caller(name: "Ms Li", callback: "555-0102"), text: "second caller")),
    Meaning("R 4821 he shouts cb:1", .addReport(robbery, caller: Caller(), text: "he shouts cb:1")),
    Meaning("CB 4821 cb:555-0101", .correctCaller(robbery, report: 5, Caller(callback: "555-0101"))),
    Meaning("CB 4821 1 via:walk-in flat:1203", .correctCaller(robbery, report: 4, Caller(flat: "1203", way: .walkIn))),
    Meaning(
        "CB . 报警人：李 方式：短信 回拨：5551", .correctCaller(robbery, report: 5, Caller(name: "李", callback: "5551", way: .text))),
    Meaning("caller flat:\"3 B\"", .correctCaller(robbery, report: 5, Caller(flat: "3 B"))),
    Meaning("M 4805 4821", .merge(fight, into: robbery)),
    Meaning("merge 4805", .merge(robbery, into: fight)),
    Meaning("X 4821 4805", .link(robbery, fight)),
    Meaning("SP 4821 2", .split(robbery, reports: [6])), Meaning("SP . 2 3 2", .split(robbery, reports: [6, 5])),
    Meaning("RO 4822 not the same", .reopen(City.duplicate, reason: "not the same")),
    Meaning("RO 4700 caller again", .reopen(City.old, reason: "caller again")),
    Meaning("ACK 4821", .acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .high)),
    Meaning("ACK !2", .acknowledge(AlertID(rawValue: 2), occurrence: 1, severity: .medium)),
    Meaning(
        "ACK *", .acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .high),
        .acknowledge(AlertID(rawValue: 2), occurrence: 1, severity: .medium),
        .acknowledge(AlertID(rawValue: 3), occurrence: 1, severity: .medium),
        .acknowledge(AlertID(rawValue: 4), occurrence: 1, severity: .medium)),
    Meaning("U", .undo), Meaning("undo", .undo),
]

private let personnel: [Meaning] = [
    Meaning("PAR 3A12", .setCheck([a12], interval: .minutes(20))),
    Meaning("par 3a12 3a14 10m", .setCheck([a12, a14], interval: .minutes(10))),
    Meaning("PAR . ok", .answerCheck([a12])), Meaning("PAR 3A12 平安", .answerCheck([a12])),
    Meaning("PAR 3A12 off", .setCheck([a12], interval: nil)),
    Meaning("PAR 4821 15", .setIncidentCheck(robbery, interval: .minutes(15))),
    Meaning("PAR #4805 结束", .setIncidentCheck(fight, interval: nil)),
    Meaning(
        "TM 10m #4821 look in",
        .setTimer(NewTimer(incident: robbery, text: "look in", due: City.now + .minutes(10)))),
    Meaning(
        "t 10m #4821 \"look in\"",
        .setTimer(
            NewTimer(incident: robbery, text: "look in", due: City.now + .minutes(10)))),
    Meaning("TM 1h30m 3A12 fuel", .setTimer(NewTimer(unit: a12, text: "fuel", due: City.now + .minutes(90)))),
    Meaning("TM 5 call the hospital", .setTimer(NewTimer(text: "call the hospital", due: City.now + .minutes(5)))),
    Meaning("TM 5m 2 men at gate", .setTimer(NewTimer(text: "2 men at gate", due: City.now + .minutes(5)))),
    Meaning("TM until 22:30 .", .setTimer(NewTimer(incident: robbery, due: City.now + .seconds(1000)))),
    Meaning("TM 22:30 换岗", .setTimer(NewTimer(text: "换岗", due: City.now + .seconds(1000)))),
    Meaning("timer 15分钟", .setTimer(NewTimer(due: City.now + .minutes(15)))),
]

private let disputes: [Meaning] = [
    Meaning("GR 4805 red", .gradeDispute(fight, .red)), Meaning("GR 4805 红色", .gradeDispute(fight, .red)),
    Meaning("gr.4805.橙", .gradeDispute(fight, .orange)), Meaning("GR 4805 y", .gradeDispute(fight, .yellow)),
    Meaning("grade blue", .gradeDispute(robbery, .blue)), Meaning("grade 4805 blue", .gradeDispute(fight, .blue)),
    Meaning("WN 4805", .advanceDispute(fight, .warned)), Meaning("RT .", .advanceDispute(robbery, .routed)),
    Meaning("SE 4805", .advanceDispute(fight, .settled)), Meaning("settled 4805", .advanceDispute(fight, .settled)),
    Meaning(
        "MD 4805 people Hexie St committee 3d",
        .mediate(fight, .people, body: "Hexie St committee", due: City.now + .hours(72))),
    Meaning("MD 4805 人民 和谐街道调委会 7天", .mediate(fight, .people, body: "和谐街道调委会", due: City.now + .hours(168))),
    Meaning("mediate judicial 30", .mediate(robbery, .judicial, body: "", due: City.now + .hours(720))),
    Meaning(
        "MD 4805 administrative \"Labour office 7d\" 12h",
        .mediate(fight, .administrative, body: "Labour office 7d", due: City.now + .hours(12))),
]

private func new(
    _ type: String, _ priority: Priority, _ place: Place, beat: String = "", text: String = "",
    caller: Caller = Caller(), _ units: [UnitID] = []
) -> Command {
    .create(
        NewIncident(type: type, priority: priority, place: place, beat: beat, text: text, caller: caller, units: units))
}

private let pier = Place(text: "pier 39")

private let creating: [Meaning] = [
    Meaning("n robbery @pier 39 p1 > 3A12 3A14", new("robbery", .p1, pier, [a12, a14])),
    Meaning(
        "N robbery @pier 39 p2 b:B02 > 3A12 3A14 \"two men\"",
        new("robbery", .p2, pier, beat: "B02", text: "two men", [a12, a14])),
    Meaning("n robbery @pier 39", new("robbery", .p1, pier)),
    Meaning("n 063 @pier 39", new("063", .p3, pier)),
    Meaning("n fire alarm @pier 39", new("52B", .p3, pier)),
    Meaning("n p2 b:b02 robbery @pier 39", new("robbery", .p2, pier, beat: "B02")),
    Meaning("n 抢劫 ＠Mission St / 16th 二级 ＞3A12", new("robbery", .p2, City.mission, beat: "B07", [a12])),
    Meaning("n robb @mission st / 16th", new("robbery", .p1, City.mission, beat: "B07")),
    Meaning("n robbery @\"Mission St\" p1", new("robbery", .p1, Place(text: "Mission St"))),
    Meaning("n \"street fair\" @pier 39", new("street fair", .p3, pier)),
    Meaning("n robbery @pier 39 b:\"B02\" >grid 7", new("robbery", .p1, pier, beat: "B02", [City.grid])),
    Meaning("n robbery @Mission St / 16th > *", new("robbery", .p1, City.mission, beat: "B07", [a12, a14, City.q2])),
    Meaning("n robbery @pier 39 > 3A12 \"unfinished quote", new("robbery", .p1, pier, text: "unfinished quote", [a12])),
    Meaning("n robbery @人民路（北段）", new("robbery", .p1, Place(text: "人民路（北段）"))),
    Meaning(
        "n robbery @pier 39 cb:555-0100 caller:\"Ms Li\" flat:1203 via:walk-in \"two men\" > 3A12",
        new(
            "robbery", .p1, pier, text: "two men",
            caller: Caller(name: "Ms Li", callback: "555-0100", flat: "1203", way: .walkIn), [a12])),
    Meaning(
        "n cb:5550100 robbery @pier 39 via:a",
        new("robbery", .p1, pier, caller: Caller(callback: "5550100", way: .alarm))),
    Meaning("n robbery @pier 39 caller:\"\"", new("robbery", .p1, pier)),
    Meaning("create robbery @pier 39", new("robbery", .p1, pier)),
]

@Suite struct VerbTests {
    @Test(arguments: sending + progress + personnel + handling + disputes + creating)
    func meaning(_ row: Meaning) {
        for language in Language.allCases {
            let result = LineGrammar.parse(row.line, in: City.context(language))
            guard case .commands(let commands, let preview) = result else {
                Issue.record("\(row.line): \(result)")
                continue
            }
            #expect(commands == row.commands)
            #expect(!preview.text.isEmpty)
        }
    }

    @Test func everyVerbHasARow() {
        let first = (sending + progress + personnel + handling + disputes + creating).map {
            $0.line.split(whereSeparator: { $0 == " " || $0 == "." }).first.map(String.init)?.uppercased() ?? ""
        }
        for verb in Verb.allCases { #expect(first.contains(verb.rawValue), "\(verb)") }
    }

    @Test func everyVerbIsDocumentedAndItsExampleReads() {
        for help in GrammarHelp.all {
            #expect(help.form.hasPrefix(help.verb.rawValue))
            #expect(!help.english.isEmpty)
            #expect(help.form(in: .english) == help.form)
            let chinese = help.form(in: .chinese)
            #expect(chinese.hasPrefix(help.verb.rawValue) && !chinese.contains("UNIT") && !chinese.contains("INCIDENT"))
            #expect(help.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(Verb(code: help.example.split(separator: " ").first.map(String.init) ?? "") == help.verb)
        }
        for verb in Verb.allCases { #expect(!GrammarHelp.forms(of: verb).isEmpty, "\(verb)") }
        #expect(GrammarHelp.rules(in: .chinese).count == GrammarHelp.rules(in: .english).count)
    }

    @Test func previews() {
        let rows: [(String, String, String)] = [
            (
                "D 3A12 4821",
                "assign 3A12 (available, beat B07) → #4821 P1 Robbery, Mission St / 16th; 6:22 away",
                "派警 3A12（待命、巡区 B07） → #4821 一级 抢劫，Mission St / 16th；行程 6:22"
            ),
            (
                "H 4821 15m", "hold #4821 P1 Robbery, Mission St / 16th until 22:28:20",
                "搁置 #4821 一级 抢劫，Mission St / 16th 至 22:28:20"
            ),
            (
                "CE 4805 report", "close #4805 P2 Fight, two groups, Zoo Rd as “report”; free again: 3A07",
                "以“已出报告”办结 #4805 二级 斗殴，Zoo Rd；转为待命：3A07"
            ),
            ("CU 3A07 report", "clear 3A07; closes #4805 as “report”", "3A07 处置完毕；以“已出报告”办结 #4805"),
            ("ST 3A12 clear x", "3A12: available → clear: x", "3A12：待命 → 处置完毕：x"),
            (
                "n fight @pier 39",
                "new P2 Fight, two groups at pier 39 (priority as usual); place without a point, no travel times",
                "新建二级警情：斗殴，pier 39（默认等级）；地点无坐标，无法估算行程"
            ),
            (
                "n 52C @pier 39",
                "new P1 Fire in building at pier 39 (priority as usual); place without a point, no travel times",
                "新建一级警情：建筑火灾，pier 39（默认等级）；地点无坐标，无法估算行程"
            ),
        ]
        for (line, english, chinese) in rows {
            #expect(preview(line, .english)?.text == english)
            #expect(preview(line, .chinese)?.text == chinese)
        }
    }

    @Test func previewsTellWhatTheRulesWouldRefuse() {
        #expect(preview("D 3A12 4821", .english)?.rejection == nil)
        #expect(
            preview("D 3A07 4821", .english)?.rejection == .unitBusy(City.a07, status: .dispatched, incident: fight))
        #expect(preview("HR 4821", .english)?.rejection == .notHeld(robbery))
        #expect(preview("RO 4821", .english)?.rejection == .incidentOpen(robbery))
        #expect(preview("U", .english)?.rejection == nil)
        #expect(preview("D 3A12 3A14 4821", .english)?.units == [a12, a14])
        #expect(preview("D 3A12 3A14 4821", .english)?.incidents == [robbery])
    }

    private func preview(_ line: String, _ language: Language) -> Preview? {
        guard case .commands(_, let preview) = LineGrammar.parse(line, in: City.context(language)) else { return nil }
        return preview
    }

    @Test func theConsolesOwnCommands() {
        let rows: [(String, LineResult)] = [
            ("quit", .console(name: "quit", argument: "")), ("q", .console(name: "q", argument: "")),
            ("h", .console(name: "h", argument: "")), ("theme  dark ", .console(name: "theme", argument: "dark")),
            ("note", .console(name: "note", argument: "")), ("assign", .console(name: "assign", argument: "")),
            ("FILTER p1 beat:B02", .console(name: "filter", argument: "p1 beat:B02")), ("", .empty), ("  ", .empty),
        ]
        for (line, result) in rows { #expect(LineGrammar.parse(line, in: City.context()) == result) }
    }
}

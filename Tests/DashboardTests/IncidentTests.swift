import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("What a dispatcher does with incidents and units")
struct IncidentTests {
    @Test("A new incident by the form", arguments: Language.allCases)
    func create(language: Language) throws {
        let desk = try Desk(language: language)
        desk.type("c")
        desk.type("robbery\tZoo Rd 12\t2\tB02\tman with a knife\n")
        let made = try #require(desk.board.incidents.elements.last)
        #expect(made.type == "robbery" && made.place.text == "Zoo Rd 12" && made.priority == .p2, "\(desk.text)")
        #expect(made.beat == "B02" && made.reports.first?.text == "man with a knife")
        #expect(desk.selected == made.id)
        try desk.checkFold()
    }

    @Test("A form with something missing points at the field and keeps what was typed")
    func incompleteForm() throws {
        let desk = try Desk()
        desk.type("c")
        desk.type("robbery\n")
        guard let form = desk.console.layers.popup(FormView.self) else { throw Missing.overlay }
        #expect(form.focused == 1)
        #expect(!form.fields[1].error.isEmpty)
        desk.type("Pier 7\n")
        #expect(desk.board.incidents.elements.last?.place.text == "Pier 7")
    }

    @Test("Triage leaves alone what was not touched")
    func triage() throws {
        let desk = try Desk()
        desk.goTo(District.alarm)
        desk.type("t\t\t\u{7F}2\n")
        let incident = try #require(desk.incident(District.alarm))
        #expect(incident.priority == .p2 && incident.type == "52B" && incident.place.text == "Ferry Plaza")
        #expect(incident.place.point != nil && incident.beat == "B02")
    }

    @Test("A triage that comes too late shows the difference; Enter once more means it")
    func lateTriage() throws {
        let desk = try Desk()
        desk.goTo(District.alarm)
        desk.type("t\t\t\u{7F}2")
        #expect(desk.other(.triage(District.alarm, TriageChange(priority: .p1))))
        desk.type("\n")
        #expect(desk.incident(District.alarm)?.priority == .p1)
        guard desk.console.layers.popup is FormView else { throw Missing.overlay }
        desk.type("\n")
        #expect(desk.incident(District.alarm)?.priority == .p2, "\(desk.text)")
    }

    @Test("Hold for a time by typing it, release by the same key")
    func hold() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("H\n")
        #expect(desk.incident(District.noise)?.held == true, "\(desk.text)")
        desk.type("H")
        #expect(desk.incident(District.noise)?.held == false)
    }

    @Test(
        "A length typed into the choice of a hold is that length, never a line's number or a key of the panes",
        arguments: [("15m", 15 as Int64), ("5", 5), ("1", 1), ("2h", 120)])
    func holdDigits(text: String, minutes: Int64) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        let (before, focus) = (desk.hand.now, desk.console.view.focus)
        desk.type("H" + text)
        #expect(desk.incident(District.noise)?.held != true, "nothing is ordered before Enter")
        #expect(desk.console.prompt?.line.field.text == text, "\(desk.text)")
        desk.type("\n")
        let until = try #require(desk.incident(District.noise)?.heldUntil, "\(desk.text)")
        let held = (until - before).milliseconds
        #expect(held >= minutes * 60_000 && held < minutes * 60_000 + 5000)
        #expect(desk.console.view.focus == focus && desk.console.layers.isEmpty, "\(desk.text)")
    }

    @Test(
        "The minutes of a hold, typed",
        arguments: [
            ("45", 45 as Int64?), ("15m", 15), ("2h", 120), ("0", nil), ("abc", nil), ("99999999999999999999", nil),
        ])
    func holdTyped(text: String, minutes: Int64?) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("HG\n")
        let before = desk.hand.now
        desk.typeAtOnce(text)
        desk.type("\n")
        guard let minutes else {
            #expect(desk.console.prompt?.line.error.isEmpty == false, "\(desk.text)")
            return
        }
        let until = try #require(desk.incident(District.noise)?.heldUntil, "\(desk.text)")
        let held = (until - before).milliseconds
        #expect(held >= minutes * 60_000 && held < minutes * 60_000 + 5000)
    }

    @Test("A note")
    func note() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("n")
        desk.typeAtOnce("second caller says 打斗")
        desk.type("\n")
        #expect(
            try desk.records().contains {
                $0.body == .noteAdded(NoteAdded(incident: District.noise, text: "second caller says 打斗"))
            })
    }

    @Test("A note refused is not lost: it stays in the line")
    func refusedNote() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("n")
        desk.typeAtOnce("a long story")
        #expect(desk.other(.triage(District.noise, TriageChange(priority: .p1))))
        desk.type("\n")
        #expect(desk.console.prompt?.line.field.text == "a long story")
        #expect(desk.console.prompt?.line.error.isEmpty == false)
        desk.type("\n")
        #expect(desk.console.prompt == nil, "\(desk.text)")
    }

    @Test("Priority up and down, as often as the key is pressed")
    func priority() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("+")
        #expect(desk.incident(District.noise)?.priority == .p3)
        desk.typeAtOnce("++")
        #expect(desk.incident(District.noise)?.priority == .p1, "\(desk.text)")
        desk.type("+")
        #expect(desk.incident(District.noise)?.priority == .p1)
        desk.type("-")
        #expect(desk.incident(District.noise)?.priority == .p2)
    }

    @Test(
        "A priority command with a number is about that incident, not the selected one",
        arguments: [
            ("raise-priority 4810", Priority.p2), ("lower-priority #4810", .p4),
        ])
    func priorityByName(line: String, priority: Priority) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.line(line)
        #expect(desk.incident(District.noise)?.priority == .p4)
        #expect(desk.incident(District.alarm)?.priority == priority, "\(desk.text)")
    }

    @Test("The plan by name goes to the incident named")
    func planByName() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.line("send-plan 4821")
        #expect(desk.units(on: District.noise).isEmpty)
        #expect(!desk.units(on: District.robbery).isEmpty, "\(desk.text)")
    }

    @Test("Merge, split, cross-reference, close, reopen")
    func joining() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("m4810\n")
        #expect(desk.incident(District.noise)?.mergedInto == District.alarm, "\(desk.text)")
        #expect(desk.incident(District.alarm)?.reports.count == 2)
        desk.goTo(District.alarm)
        desk.type("es\n")
        #expect(desk.incident(District.alarm)?.reports.count == 1, "\(desk.text)")
        desk.goTo(District.alarm)
        desk.type("X4805\n")
        #expect(desk.incident(District.alarm)?.linked.contains(District.fight) == true, "\(desk.text)")
        desk.goTo(District.alarm)
        desk.type("x1")
        #expect(desk.incident(District.alarm)?.disposition == "report", "\(desk.text)")
        desk.line("RO 4810")
        if desk.console.prompt != nil { desk.type("caller rang again\n") }
        #expect(desk.incident(District.alarm)?.isOpen == true, "\(desk.text)")
        try desk.checkFold()
    }

    @Test("Closing with a disposition of one's own; the units come free")
    func close() throws {
        let desk = try Desk()
        desk.goTo(District.fight)
        desk.type("x")
        guard let menu = desk.console.layers.popup(MenuView.self) else { throw Missing.overlay }
        for _ in 1..<menu.rows.count { desk.type("j") }
        desk.type("\nsettled by neighbours\n")
        #expect(desk.incident(District.fight)?.disposition == "settled by neighbours", "\(desk.text)")
        #expect(desk.unit(District.a07)?.status == .available)
    }

    @Test(
        "Unit statuses by the v chord",
        arguments: [
            ("vk", UnitStatus.dispatched), ("ve", .enRoute), ("vo", .onScene), ("veo", .enRoute),
        ])
    func statuses(keys: String, status: UnitStatus) throws {
        let desk = try Desk()
        desk.type("o3A07\n")
        desk.type(keys.hasSuffix("eo") ? "ve" : keys)
        #expect(desk.unit(District.a07)?.status == status, "\(desk.text)")
    }

    @Test("What the rules do not allow asks for a reason, which is recorded, for every marked unit")
    func override() throws {
        let desk = try Desk()
        desk.type("o3A29\n")
        desk.type("vc")
        #expect(desk.console.prompt != nil, "\(desk.text)")
        desk.type("\n")
        #expect(desk.unit(District.away)?.status == .outOfService, "without a reason nothing happens")
        desk.typeAtOnce("radio order")
        desk.type("\n")
        #expect(desk.unit(District.away)?.status == .clear, "\(desk.text)")
        let reasons = try desk.records().compactMap { record -> String? in
            if case .unitStatusChanged(let event) = record.body { event.reason } else { nil }
        }
        #expect(reasons.last == "radio order")
        desk.type("o3A12\n o3A14\n vc")
        desk.typeAtOnce("both")
        desk.type("\n")
        #expect(desk.unit(District.a12)?.status == .clear)
        #expect(desk.unit(District.a14)?.status == .clear, "\(desk.text)")
    }

    @Test("Undo says what it undid, and when it cannot")
    func undo() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("a1")
        desk.type("u")
        #expect(desk.units(on: District.robbery).isEmpty)
        desk.shows("assign")
        desk.type("u")
        #expect(desk.bottom.contains("!!"), "\(desk.text)")
        desk.type("n")
        desk.typeAtOnce("x")
        desk.type("\nu")
        #expect(desk.incident(District.robbery)?.isOpen == true)
    }

    @Test("Several lines' failures are told even when the last succeeds")
    func partialFailure() throws {
        let desk = try Desk()
        desk.line("D 3A12 4821")
        desk.line("AK 3A14 3A12")
        desk.shows("3A14")
        #expect(desk.console.teller.notice?.kind == .error, "\(desk.text)")
    }
}

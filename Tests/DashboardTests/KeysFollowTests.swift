import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

private let small = Size(columns: 80, rows: 24)

@Suite("Keys and hints follow what is shown")
struct KeysFollowTests {
    private static let alert = EventBody.alertRaised(
        AlertRaised(
            alert: AlertID(rawValue: 1), kind: .notHeard, severity: .high, unit: District.a12, at: District.now,
            limit: 60))

    private func hints(_ desk: Desk) -> [String] { desk.console.keyHints.hints().map(\.label) }

    @Test(
        "Enter in a pane in which nothing is selected says so, and shows nothing else", arguments: ["5", "6", "7"],
        Language.allCases)
    func nothingToOpen(pane: String, language: Language) throws {
        let desk = try Desk(size: small, language: language)
        desk.goTo(District.robbery)
        desk.type(pane)
        let open = try #require(Catalogue.entry(.open).hint?.label[language])
        #expect(!hints(desk).contains(open), "\(hints(desk))")
        desk.type("\n")
        #expect(!desk.console.layers.showsDetail, "\(desk.text)")
        desk.shows(Words(language).nothingToOpen(desk.console.view.focus))
    }

    @Test("The detail of a feed over the whole screen hints no key of an incident, and none does anything")
    func feed() throws {
        let feed = FeedStatus(name: "cad")
        let desk = try Desk(size: small, feeds: { [feed] })
        desk.goTo(District.robbery)
        desk.type("6\n")
        #expect(desk.console.layers.showsDetail, "\(desk.text)")
        let before = desk.core.head.position
        for key in ["a", "r", "t", "n", "+", "x"] {
            desk.type(key)
            #expect(desk.console.layers.asksNothing, "\(key)\n\(desk.text)")
        }
        #expect(desk.core.head.position == before)
        for label in ["assign", "triage", "note", "close out"] {
            #expect(!hints(desk).contains(label), "\(hints(desk))")
        }
    }

    @Test(
        "The detail of a unit has the keys of units, over the whole screen and beside the lists",
        arguments: [small, Size(columns: 160, rows: 48)])
    func unit(size: Size) throws {
        let desk = try Desk(size: size)
        desk.type(size == small ? "2\n" : "2d")
        #expect(desk.console.view.paneWithKeys == .detail, "\(desk.text)")
        #expect(desk.console.mode == .units)
        for label in ["triage", "note", "hold", "close out"] { #expect(!hints(desk).contains(label)) }
        #expect(hints(desk).contains("assign"), "\(hints(desk))")
        let before = desk.core.head.position
        desk.type("t+n")
        #expect(desk.core.head.position == before && desk.console.layers.asksNothing, "\(desk.text)")
        desk.type("a")
        #expect(desk.console.layers.popup(PickIncidentView.self) != nil, "\(desk.text)")
    }

    @Test("The detail of an alert has the keys of alerts: the first answers it")
    func alert() throws {
        let desk = try Desk(size: small, events: District.events + [Self.alert])
        desk.type("4d")
        #expect(desk.console.mode == .alerts, "\(desk.text)")
        #expect(hints(desk).first == "acknowledge", "\(hints(desk))")
        desk.type("a")
        let answered = try desk.records().contains { if case .alertAcknowledged = $0.body { true } else { false } }
        #expect(answered, "\(desk.text)")
    }

    @Test("Space marks nothing in a detail or beside a pane without things")
    func marks() throws {
        let desk = try Desk(size: small)
        for keys in ["1\n", "2\n", "5", "7"] {
            desk.type("\u{1B}\u{1B}" + keys + " ")
            #expect(desk.console.view.incidentList.marked.isEmpty && desk.console.view.markedUnits.isEmpty, "\(keys)")
            desk.shows(desk.console.words.nothingToMark)
        }
    }

    @Test("Keys of a list do nothing unseen beneath the detail", arguments: ["/", "s", "S"])
    func beneath(key: String) throws {
        let desk = try Desk(size: small)
        desk.goTo(District.robbery)
        let order = desk.console.view.incidents.sort
        desk.type("\n" + key)
        #expect(desk.console.prompt == nil && desk.console.layers.asksNothing, "\(desk.text)")
        #expect(desk.console.view.incidents.sort == order && desk.console.teller.notice != nil)
    }

    @Test("Enter in the whole detail goes on to what the thing belongs to, and says when there is nothing")
    func linked() throws {
        let desk = try Desk(size: small)
        desk.goTo(District.fight)
        desk.type("\n\n")
        #expect(desk.console.view.subject == .unit(District.a07), "\(desk.text)")
        #expect(desk.console.layers.showsDetail)
        desk.type("\n")
        #expect(desk.console.view.subject == .incident(District.fight), "\(desk.text)")
        desk.goTo(District.noise)
        desk.type("\n\n")
        desk.shows(desk.console.words.nothingBehind)
    }
}

@Suite("What is open waits beneath what is asked over it")
struct BeneathTests {
    @Test(
        "A popup over the whole detail leaves it there, left or answered",
        arguments: ["x\u{1B}", "a\u{1B}", "a1", "H1\n"])
    func detail(keys: String) throws {
        let desk = try Desk(size: small)
        desk.goTo(District.robbery)
        desk.type("\n" + keys)
        #expect(desk.console.layers.showsDetail && desk.console.layers.asksNothing, "\(desk.text)")
        #expect(desk.console.view.subject == .incident(District.robbery))
        desk.type("\u{1B}")
        #expect(desk.console.layers.isEmpty)
    }

    @Test("The detail of what is gone does not become that of its neighbour, and no key meant for it hits that")
    func gone() throws {
        let desk = try Desk(size: small)
        desk.goTo(District.robbery)
        desk.type("\n")
        #expect(desk.other(.close(District.robbery, disposition: "REPORT")))
        desk.settle()
        #expect(!desk.console.layers.showsDetail, "\(desk.text)")
        let before = desk.core.head.position
        desk.typeAtOnce("+")
        #expect(desk.core.head.position == before, "\(desk.text)")
    }

    @Test(
        "The keys of a place give way to it again",
        arguments: [
            Somewhere.assign, .pickIncident, .confirm, .menu, .letters, .duplicates, .detailOverlay, .form, .note,
            .line,
            .filter, .palette,
        ], Language.allCases)
    func help(place: Somewhere, language: Language) throws {
        let desk = try Desk(size: small, language: language, events: District.events + [District.proposal])
        place.enter(desk)
        desk.console.teller.hush()
        desk.console.draw()
        // Ages go on meanwhile.
        func still() -> String { String(desk.text.map { $0.isNumber ? "0" : $0 }) }
        let (mode, text) = (desk.console.mode, still())
        try desk.chord("f1")
        guard desk.console.mode == .help else {
            // A place in which no key shows them.
            #expect(place == .palette, "\(desk.text)")
            return
        }
        #expect(desk.console.layers.popup(HelpView.self) != nil)
        desk.type("j\u{1B}")
        #expect(desk.console.mode == mode)
        desk.console.teller.hush()
        desk.console.draw()
        #expect(still() == text)
    }
}

@Suite("Looking for something in the activity log")
struct ActivitySearchTests {
    private func desk(_ language: Language = .english) throws -> Desk {
        let desk = try Desk(size: small, language: language)
        for text in ["red car", "nothing", "Red door", "blue", "the red one"] {
            _ = desk.other(.note(District.noise, text: text))
        }
        desk.settle()
        desk.type("5")
        return desk
    }

    private func top(_ desk: Desk) -> String {
        let record = desk.console.view.activity[desk.console.view.activityOffset]
        return if case .noteAdded(let note) = record.body { note.text } else { "" }
    }

    @Test("The slash finds, n and N go on and round, the count is shown", arguments: Language.allCases)
    func finds(language: Language) throws {
        let desk = try desk(language)
        desk.type("/RED")
        desk.shows(Words(language).matches(3))
        desk.type("\n")
        #expect(top(desk) == "the red one", "\(desk.text)")
        desk.shows("/RED 1/3")
        desk.type("n")
        #expect(top(desk) == "Red door")
        desk.shows("/RED 2/3")
        desk.type("nn")
        #expect(top(desk) == "the red one")
        desk.shows(Words(language).searchGoesOn(newest: true))
        desk.type("N")
        #expect(top(desk) == "red car")
        desk.type("\u{1B}")
        desk.hides("/RED")
        #expect(desk.console.view.focus == .activity)
        desk.type("\u{1B}")
        #expect(desk.console.view.focus == .dispatch)
    }

    @Test("Rows that have it are marked in a shape, and in a look where they have it")
    func marked() throws {
        let desk = try desk()
        desk.type("/red\n")
        let marks = desk.rows.filter { $0.lowercased().contains("red") && !$0.contains("/red") }
        #expect(marks.count == 3, "\(desk.text)")
        let first = try #require(marks.first)
        #expect(first.contains("▸") && !marks.dropFirst().contains { $0.contains("▸") }, "\(desk.text)")
        #expect(marks.allSatisfy { $0.contains("▸") || $0.contains("·") }, "\(desk.text)")
        let line = RichText("a Red car").marking("red", .filterMatch)
        #expect(line.pieces.map(\.text) == ["a ", "Red", " car"] && line.pieces[1].role == .filterMatch)
        #expect(RichText("抢劫抢").marking("抢", .filterMatch).pieces.map(\.text) == ["抢", "劫", "抢"])
    }

    @Test("What comes in is found too; Esc while typing brings the search before back; nothing there is said")
    func goesOn() throws {
        let desk = try desk()
        desk.type("/red\n")
        _ = desk.other(.note(District.noise, text: "a red van"))
        desk.settle()
        desk.step()
        desk.shows("/4")
        desk.type("/blue\u{1B}")
        #expect(desk.console.view.activitySearch.text == "red")
        desk.type("/zebra\n")
        desk.shows(desk.console.words.message(.notFound("zebra")))
        desk.line("filter blue")
        #expect(top(desk) == "blue", "\(desk.text)")
    }

    @Test("n asks when nothing is looked for; elsewhere the command says where a search is")
    func elsewhere() throws {
        let desk = try desk()
        desk.type("n")
        #expect(desk.console.prompt?.purpose is FindEventLine, "\(desk.text)")
        desk.type("\u{1B}1")
        let selected = desk.selected
        desk.line("find-next")
        #expect(desk.selected == selected)
        desk.shows(desk.console.words.nothingToSearch(.dispatch, but: .activity))
    }
}

@Suite("Several faults of the settings")
struct SettingsFaultTests {
    @Test("How many there are is said with the first, and what lists them", arguments: Language.allCases)
    func count(language: Language) throws {
        let desk = try Desk(language: language) { settings in
            settings.notices = (1...3).map { Notice(.warning, "keys.toml:\($0): no") }
        }
        let words = Words(language).fault("keys.toml:1: no", of: 3)
        #expect(desk.console.teller.notice?.text == words)
        #expect(words.contains("3") && words.contains("watchfloor settings"))
        #expect(Words(language).fault("x", of: 1) == "x")
    }
}

@Suite("Nothing of the help is cut off")
struct WholeHelpTests {
    @Test("Every usage and every sentence stands on the page as a whole", arguments: Language.allCases)
    func whole(language: Language) throws {
        let desk = try Desk(size: small, language: language)
        desk.type("?")
        var seen: [String] = []
        for _ in 0..<20 {
            seen += desk.rows
            let before = desk.text
            desk.press(Key(.pageDown))
            if desk.text == before { break }
        }
        #expect(
            !seen.contains { $0.contains("…") && !$0.contains("1…5") && !$0.contains("P1…P5") && isCut($0) }, "\(seen)")
        let page = seen.joined(separator: "\n")
        for usage in GrammarHelp.all where usage.form(in: language).count < 36 {
            #expect(page.contains(usage.form(in: language)), "\(usage.form(in: language))")
        }
    }

    /// True for a row that ends in an ellipsis before the edge of the page.
    private func isCut(_ row: String) -> Bool {
        row.trimmingSuffix { $0 == " " || $0 == "│" }.hasSuffix("…")
    }

    @Test("What is wrong with a field or a line stands there as a whole")
    func errors() throws {
        let desk = try Desk(size: small)
        let error =
            "this is a long reason why what was typed cannot be taken, with a remedy that nobody may miss, at its end"
        desk.type("c")
        Layers.change(desk.console, FormView.self) { $0.fields[0].error = error }
        desk.console.draw()
        desk.shows("nobody may miss, at its end")
        desk.type("\u{1B}n")
        let refused = try #require(desk.console.prompt?.refused(error, on: desk.console))
        desk.console.layers.open(refused)
        desk.console.draw()
        desk.shows("nobody may miss, at its end")
    }

    @Test("A number behind Chinese is not broken in two")
    func houseNumber() {
        let lines = RichText("人民路中段1234号").broken(columns: 12, indent: 0).map { $0.pieces.map(\.text).joined() }
        #expect(lines == ["人民路中段", "1234号"])
        let quoted = RichText("at “Mission St”").broken(columns: 8, indent: 0).map { $0.pieces.map(\.text).joined() }
        #expect(quoted.first == "at ", "\(quoted)")
    }

    @Test("A search finds its line however long those above are, and back")
    func search() throws {
        let desk = try Desk(size: small)
        desk.type("?/undo your\n")
        #expect(desk.text.lowercased().contains("undo your"), "\(desk.text)")
        desk.type("N")
        #expect(desk.text.lowercased().contains("undo your"), "\(desk.text)")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isCut(last) { text.removeLast() }
        return String(text)
    }
}

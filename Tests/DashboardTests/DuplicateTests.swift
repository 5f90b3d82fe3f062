import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Several reports of one event at the console")
struct DuplicateDeskTests {
    static let callType = "robbery"

    /// A call about the pharmacy as a feed gives it.
    static func call(_ number: Int, _ text: String, after seconds: Int64, place: String = "Elm St 12") -> Observation {
        let at = District.now + .seconds(seconds)
        let key = SourceKey(source: "cad", id: "c\(number)")
        return Observation(
            source: key, at: at, actor: .feed("cad"),
            content: .incident(
                IncidentReported(
                    type: callType, priority: .p2, place: Place(text: place, point: District.point(-900, 700)),
                    beat: "B07",
                    received: at, report: Report(at: at, caller: "caller \(number)", text: text, source: key),
                    stage: .triaged, source: key)))
    }

    /// A desk at which two calls about one robbery have come in; the younger is selected.
    private func desk(
        _ language: Language = .english, size: Size = Size(columns: 160, rows: 48)
    ) throws -> (desk: Desk, older: IncidentID, younger: IncidentID) {
        let desk = try Desk(size: size, language: language)
        let first = DuplicateDeskTests.call(1, "man with a knife in the pharmacy", after: 1)
        desk.feed(first, DuplicateDeskTests.call(2, "somebody robs the pharmacy, he has a knife", after: 31))
        desk.settle()
        let older = try #require(desk.board.incident(source: SourceKey(source: "cad", id: "c1"))).id
        let younger = try #require(desk.board.incident(source: SourceKey(source: "cad", id: "c2"))).id
        desk.goTo(younger)
        return (desk, older, younger)
    }

    @Test("The row and the detail say so; ~ compares, m merges into the older, undo takes it back")
    func merge() throws {
        let (desk, older, younger) = try desk()
        desk.shows("≈#\(older.rawValue)")
        desk.shows("≈#\(younger.rawValue)")
        desk.shows("words: ")
        desk.type("~")
        desk.shows("#\(younger.rawValue) goes into #\(older.rawValue), the older: 2 reports")
        desk.type("m")
        #expect(desk.console.layers.hasNoPopup, "\(desk.text)")
        #expect(desk.incident(younger)?.mergedInto == older && desk.incident(older)?.reports.count == 2)
        // Every caller's report stays readable, with caller and time.
        desk.goTo(older)
        desk.shows("caller 1: man with a knife")
        desk.shows("caller 2: somebody robs")
        desk.hides("≈#")
        desk.type("u")
        #expect(desk.incident(younger)?.mergedInto == nil && desk.incident(older)?.reports.count == 1)
        desk.shows("≈#")
        try desk.checkFold()
    }

    @Test("Split again, the report is out exactly; undone, it is back")
    func split() throws {
        let (desk, older, _) = try desk()
        desk.type("~m")
        desk.goTo(older)
        let reports = try #require(desk.incident(older)).reports
        desk.type("es\n")
        let new = try #require(desk.board.incidents.elements.last)
        #expect(desk.incident(older)?.reports == [reports[0]] && new.reports == [reports[1]], "\(desk.text)")
        desk.type("u")
        #expect(desk.incident(older)?.reports == reports)
        try desk.checkFold()
    }

    @Test("n says that they are two, and nobody asks again; undo asks again")
    func notSame() throws {
        let (desk, older, younger) = try desk()
        desk.type("~n")
        #expect(desk.incident(younger)?.proposals.map(\.dismissed) == [true], "\(desk.text)")
        #expect(desk.incident(older)?.isOpen == true && desk.incident(younger)?.isOpen == true)
        desk.hides("≈#")
        desk.type("~")
        desk.shows("Nothing seems to be the same event as #\(younger.rawValue)")
        desk.type("u")
        desk.shows("≈#")
    }

    @Test("x cross-references; Esc and Enter change nothing")
    func crossReference() throws {
        let (desk, older, younger) = try desk()
        let before = desk.board.position
        desk.type("~\u{1B}~\n")
        #expect(desk.board.position == before && desk.selected == older)
        desk.type("~x")
        #expect(desk.incident(younger)?.linked == [older] && desk.incident(older)?.linked == [younger])
    }

    @Test("A merge is asked about when both have units, and Enter on the fresh question changes nothing")
    func unitsOnBoth() throws {
        let (desk, older, younger) = try desk()
        #expect(desk.other(.assign(older, [District.a12], divert: false)))
        #expect(desk.other(.assign(younger, [District.a14], divert: false)))
        desk.settle()
        desk.type("~m")
        desk.shows("#\(older.rawValue) has 3A12")
        desk.type("\n")
        #expect(desk.incident(younger)?.mergedInto == nil && desk.console.layers.hasNoPopup)
        desk.type("~my")
        #expect(desk.incident(younger)?.mergedInto == older, "\(desk.text)")
        #expect(Set(desk.units(on: older)) == [District.a12, District.a14])
    }

    @Test("What has changed since it was drawn is refused with the difference; given again it counts")
    func changed() throws {
        let (desk, older, younger) = try desk()
        desk.type("~")
        #expect(desk.other(.triage(older, TriageChange(priority: .p1))))
        desk.type("m")
        #expect(desk.incident(younger)?.mergedInto == nil)
        guard let shown = desk.console.layers.popup(DuplicatesView.self) else { throw Missing.overlay }
        #expect(shown.message?.kind == .error, "\(desk.text)")
        desk.type("m")
        #expect(desk.incident(younger)?.mergedInto == older, "\(desk.text)")
    }

    @Test("A closed one cannot be merged, and that is said")
    func closed() throws {
        let (desk, older, younger) = try desk()
        desk.type("~")
        #expect(desk.other(.close(older, disposition: "report")))
        desk.settle()
        desk.type("m")
        desk.shows("#\(older.rawValue) is closed: reopen it to merge")
        #expect(desk.incident(younger)?.isOpen == true)
    }

    @Test("m in the list offers the proposed one; a mark comes before it")
    func prefilled() throws {
        let (desk, older, younger) = try desk()
        desk.type("m")
        #expect(desk.console.prompt?.line.field.text == "\(older.rawValue)")
        desk.type("\n")
        #expect(desk.incident(younger)?.mergedInto == older)
    }

    @Test("By name: :duplicates and :not-same")
    func byName() throws {
        let (desk, older, younger) = try desk()
        desk.line("duplicates")
        guard let shown = desk.console.layers.popup(DuplicatesView.self) else { throw Missing.overlay }
        #expect(shown.incident == younger)
        desk.type("q")
        desk.line("not-same \(older.rawValue) \(younger.rawValue)")
        #expect(desk.incident(older)?.proposals.map(\.dismissed) == [true], "\(desk.text)")
    }

    @Test(
        "While a new incident is entered what is there is shown, and Ctrl-R joins the report to it",
        arguments: Language.allCases)
    func join(language: Language) throws {
        let (desk, older, younger) = try desk(language)
        desk.type("~")
        desk.type("m")
        let before = desk.board.incidents.count
        desk.type("c")
        desk.type("robbery\telm street 12")
        desk.shows("≈ #\(older.rawValue)")
        desk.type("\t\t\tshots at the pharmacy")
        try desk.chord("ctrl-r")
        #expect(desk.board.incidents.count == before, "\(desk.text)")
        #expect(desk.incident(older)?.reports.last?.text == "shots at the pharmacy · elm street 12")
        #expect(desk.console.layers.hasNoPopup && desk.selected == older)
        #expect(desk.incident(younger)?.mergedInto == older)
        try desk.checkFold()
    }

    @Test("What was typed of priority and beat is not dropped: a raise is ordered, the rest stands in the report")
    func joinsAll() throws {
        for (priority, beat) in [("1", ""), ("5", "B02"), ("1", "B02"), ("9", "")] {
            let (desk, older, _) = try desk()
            desk.type("~")
            desk.type("m")
            let known = try #require(desk.incident(older))
            desk.type("c")
            for text in ["robbery", "elm street 12", priority, beat, "shots"] {
                desk.typeAtOnce(text)
                desk.press(Key(.down))
            }
            try desk.chord("ctrl-r")
            let after = try #require(desk.incident(older))
            if priority == "9" {
                guard desk.console.layers.popup is FormView else { throw Missing.overlay }
                #expect(after.reports.count == known.reports.count, "\(desk.text)")
                continue
            }
            let report = try #require(after.reports.last?.text)
            #expect(after.priority == (priority == "1" ? .p1 : known.priority), "\(desk.text)")
            #expect(report.contains("P5") == (priority == "5"), "\(report)")
            if beat.isEmpty || known.beat == beat {
                #expect(after.beat == known.beat)
            } else {
                #expect(known.beat.isEmpty ? after.beat == beat : report.contains(beat), "\(report) \(after.beat)")
            }
            try desk.checkFold()
        }
    }

    @Test("With nothing alike Ctrl-R says so and the form stays")
    func nothingToJoin() throws {
        let (desk, _, _) = try desk()
        desk.type("c")
        desk.type("robbery\tNowhere Rd 99")
        try desk.chord("ctrl-r")
        guard desk.console.layers.popup is FormView else { throw Missing.overlay }
        desk.shows("no incident on the board seems to be the same event")
    }

    @Test("The line that makes an incident shows what is there before Enter")
    func line() throws {
        let (desk, older, _) = try desk()
        desk.type(":")
        desk.typeAtOnce("n robbery @Elm St 12 p2")
        desk.shows("≈ #\(older.rawValue)")
        desk.type("\u{1B}")
    }

    @Test("The form says what happened at the place before while it is filled in", arguments: Language.allCases)
    func earlierInTheForm(language: Language) throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), language: language)
        for index in 0..<5 {
            desk.feed(DuplicateDeskTests.call(index, "", after: Int64(index - 8) * 5000, place: "Elm St 12"))
        }
        desk.settle()
        let newest = try #require(desk.board.incident(source: SourceKey(source: "cad", id: "c4"))).id
        for index in 0..<5 {
            let id = try #require(desk.board.incident(source: SourceKey(source: "cad", id: "c\(index)"))).id
            #expect(desk.other(.close(id, disposition: "report")))
        }
        desk.settle()
        desk.type("crobbery\tElm St 1")
        let words = Words(language)
        desk.hides(words.label(.earlierHere))
        desk.type("2")
        desk.shows("\(words.label(.earlierHere))  \(words.number(newest))")
        let form = try #require(desk.console.layers.popup(FormView.self))
        #expect(form.earlier.contains(words.moreEarlier(3)), "\(form.earlier)")
        // What is named as open already is not named again.
        desk.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}Zoo Rd")
        #expect(desk.console.layers.popup(FormView.self)?.earlier.isEmpty == true)
    }

    @Test("The detail names earlier incidents at the place, newest first, and how many more")
    func earlier() throws {
        let desk = try Desk(size: Size(columns: 240, rows: 67))
        for index in 0..<8 {
            desk.feed(DuplicateDeskTests.call(index, "", after: Int64(index - 8) * 5000, place: "Elm St 12"))
        }
        desk.settle()
        let last = try #require(desk.board.incident(source: SourceKey(source: "cad", id: "c7")))
        desk.goTo(last.id)
        #expect(desk.console.view.earlier?.shown.count == 5 && desk.console.view.earlier?.more == 2)
        desk.shows("earlier here")
        desk.shows("and 2 more")
        // Another selection, another place.
        desk.goTo(District.alarm)
        #expect(desk.console.view.earlier?.shown.isEmpty == true)
        desk.hides("earlier here")
        #expect(desk.other(.triage(District.alarm, TriageChange(place: last.place))))
        desk.settle()
        #expect(desk.console.view.earlier?.shown.isEmpty == false, "its place has changed")
    }
}

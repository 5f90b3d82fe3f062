import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Columns and views")
struct ViewTests {
    private static let wide = Size(columns: 160, rows: 48)

    private func drawn(_ pane: PaneName, on desk: Desk) -> [ColumnName] {
        desk.console.painter.info.drawnColumns[pane] ?? []
    }

    private func listed(_ desk: Desk) -> [IncidentID] {
        (0..<desk.console.view.incidents.count).compactMap { desk.console.view.incidents.id(at: $0) }
    }

    /// An incident at each of these places, numbered from 100 on.
    private func noises(at names: [(english: String, chinese: String)]) -> [EventBody] {
        names.enumerated().map { index, name in
            var event = IncidentReported()
            event.incident = IncidentID(rawValue: UInt32(100 + index))
            event.type = "noise"
            event.place = Place(BilingualText(name.english, name.chinese), point: nil)
            event.received = District.now
            event.report = Report(number: Int64(100 + index), at: District.now)
            return .incidentReported(event)
        }
    }

    /// A console with a view that is everybody's, of dispatch by a filter.
    private func desk(everybody name: String) throws -> Desk {
        let machine = try ViewFile(text: "[view.\(name).dispatch]\nfilter = \"p1\"\n", file: "m")
        return try Desk(size: ViewTests.wide) { $0.views = SavedViews(machine: machine, own: nil) }
    }

    // MARK: Columns

    @Test("The columns of the list with the keys are chosen by name, in either language", arguments: Language.allCases)
    func choose(_ language: Language) throws {
        let desk = try Desk(size: ViewTests.wide, language: language)
        desk.line(language == .chinese ? "columns 编号 地点 时长" : "columns number place age")
        // How urgent a row is, is never left out.
        #expect(drawn(.dispatch, on: desk) == [.priority, .number, .place, .age])
        desk.type("2")
        desk.line("columns status unit")
        #expect(drawn(.patrol, on: desk) == [.status, .unit])
        #expect(drawn(.dispatch, on: desk) == [.priority, .number, .place, .age])
        desk.line(language == .chinese ? "columns 默认" : "columns usual")
        #expect(drawn(.patrol, on: desk).count > 2)
        desk.type("4")
        desk.line("columns age")
        #expect(drawn(.alerts, on: desk) == [.state, .alert, .age])
    }

    @Test("A word that is no column is refused with those there are, and the old columns stay")
    func unknown() throws {
        let desk = try Desk(size: ViewTests.wide)
        desk.line("columns number place")
        desk.line("columns number colour")
        desk.shows("no column “colour”")
        #expect(drawn(.dispatch, on: desk) == [.priority, .number, .place])
    }

    @Test("They change while they are typed; Tab completes; Esc brings those before back")
    func live() throws {
        let desk = try Desk(size: ViewTests.wide)
        let usual = drawn(.dispatch, on: desk)
        desk.line("columns")
        desk.shows("columns of Dispatch:")
        #expect(drawn(.dispatch, on: desk) == usual)
        try desk.chord("ctrl-u")
        desk.typeAtOnce("pla")
        desk.shows("PLACE")
        desk.type("\t")
        desk.typeAtOnce("num\t")
        #expect(drawn(.dispatch, on: desk) == [.priority, .place, .number], "\(desk.text)")
        desk.type("\u{1B}")
        #expect(drawn(.dispatch, on: desk) == usual)
        desk.line("columns")
        desk.type("\n")
        #expect(desk.console.view.columns[.dispatch] == nil)
    }

    @Test("Tab completes columns, orders and views on the line, in either language")
    func completion() throws {
        let desk = try Desk(size: ViewTests.wide)
        desk.type(":")
        desk.typeAtOnce("columns num")
        desk.type("\t")
        desk.shows("columns number")
        desk.type("\u{1B}")
        desk.type(":")
        desk.typeAtOnce("view sa")
        desk.type("\t")
        desk.shows("view save")
        let chinese = try Desk(size: ViewTests.wide, language: .chinese)
        chinese.type(":")
        chinese.typeAtOnce("sort 巡")
        chinese.type("\t")
        chinese.shows("sort 巡区")
    }

    @Test("Chosen columns that do not fit give way from the end, and that is said", arguments: Language.allCases)
    func room(_ language: Language) throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), language: language)
        desk.line("columns age number stage type place beat units received reports said")
        #expect(drawn(.dispatch, on: desk).prefix(4) == [.priority, .age, .number, .stage])
        #expect(!drawn(.dispatch, on: desk).contains(.said))
        desk.shows(language == .chinese ? "放不下" : "no room")
        desk.line("columns age number")
        desk.hides(language == .chinese ? "放不下" : "no room")
    }

    @Test("A pane without columns says so")
    func none() throws {
        let desk = try Desk(size: ViewTests.wide)
        desk.type("6")
        desk.line("columns age")
        desk.shows("no columns to choose here")
    }

    // MARK: Views

    @Test("How the lists are seen is kept under a name and called again", arguments: Language.allCases)
    func keep(_ language: Language) throws {
        let desk = try Desk(size: ViewTests.wide, language: language)
        let usual = drawn(.dispatch, on: desk)
        let all = listed(desk)
        desk.line("filter p1,p2")
        desk.line("sort age")
        desk.line("columns number place age")
        desk.type("2")
        desk.line("sort status")
        desk.line("filter status:available")
        let some = listed(desk)
        #expect(some.count < all.count)
        desk.line("view save night")
        desk.shows(language == .chinese ? "视图 night" : "view night")
        desk.line(language == .chinese ? "view 默认" : "view default")
        #expect(listed(desk) == all && drawn(.dispatch, on: desk) == usual)
        #expect(desk.console.view.patrol.sort == .callsign && desk.console.view.filters.isEmpty)
        desk.hides(language == .chinese ? "视图 night" : "view night")
        desk.line("view NIGHT")
        #expect(listed(desk) == some && drawn(.dispatch, on: desk) == [.priority, .number, .place, .age])
        #expect(desk.console.view.patrol.sort == .status)
        #expect(
            (0..<desk.console.view.patrol.count).compactMap { desk.console.view.patrol.id(at: $0) }
                .allSatisfy { desk.unit($0)?.status == .available })
        // A filter in force stands in the title, with how many it leaves out.
        desk.shows("/p1,p2")
        desk.shows(language == .chinese ? "视图 night" : "view night")
    }

    @Test("A filter in force is said on the smallest screen too, however long it is", arguments: Language.allCases)
    func inForce(_ language: Language) throws {
        for columns in [60, 80, 120] {
            let desk = try Desk(size: Size(columns: columns, rows: 24), language: language)
            desk.line("filter p1,p2 -held age<10h age>1m mission")
            desk.line("view save night")
            desk.shows("/p1,p2")
            desk.line("filter p1,p2")
            desk.shows("/p1,p2")
        }
    }

    @Test("What is offered stands in a box, and how many more there are is said", arguments: Language.allCases)
    func offered(_ language: Language) throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), language: language)
        desk.line("columns")
        try desk.chord("ctrl-u")
        desk.shows(language == .chinese ? "下方还有4项" : "4 more")
        #expect(desk.rows.contains { $0.contains("┌") } && desk.rows.contains { $0.contains("└") })
    }

    @Test("Tab completes a place by its characters or their initials, on the line and in the form")
    func places() throws {
        let names = [("River Rd", "滨河路"), ("Guest Rd", "宾馆路")]
        for typed in ["bhl", "滨"] {
            let desk = try Desk(size: ViewTests.wide, language: .chinese, events: District.events + noises(at: names))
            desk.type(":")
            desk.typeAtOnce("N noise @\(typed)")
            desk.type("\t")
            #expect(desk.bottom.contains("@滨河路"), "\(desk.text)")
            desk.type("\u{1B}c")
            desk.type("\t")
            desk.typeAtOnce(typed)
            desk.type("\t")
            #expect(desk.rows.contains { $0.contains("滨河路") && $0.contains("地点") }, "\(desk.text)")
        }
    }

    @Test("Units in the order of their status, and of one status alone", arguments: Language.allCases)
    func byStatus(_ language: Language) throws {
        let desk = try Desk(size: ViewTests.wide, language: language)
        desk.type("2")
        desk.line(language == .chinese ? "sort 状态" : "sort status")
        func statuses() -> [UnitStatus] {
            (0..<desk.console.view.patrol.count).compactMap { desk.console.view.patrol.id(at: $0) }
                .compactMap { desk.unit($0)?.status }
        }
        let ranks: [UnitStatus] = [
            .emergency, .dispatched, .enRoute, .onScene, .transporting, .clear, .available, .outOfService,
        ]
        let places = statuses().compactMap { ranks.firstIndex(of: $0) }
        #expect(Set(places).count > 1 && places == places.sorted())
        desk.line(language == .chinese ? "filter 状态:待命" : "filter status:available")
        #expect(!statuses().isEmpty && statuses().allSatisfy { $0 == .available })
    }

    @Test("One key lists them; the usual one stands first and is always there", arguments: Language.allCases)
    func popup(_ language: Language) throws {
        let desk = try Desk(size: ViewTests.wide, language: language)
        desk.line("filter p1")
        desk.line("view save urgent")
        desk.type("w")
        desk.shows(language == .chinese ? "视图" : "Views")
        desk.shows(language == .chinese ? "默认" : "default")
        #expect(desk.console.layers.popup(MenuView.self)?.cursor == 1)
        desk.type("1")
        #expect(desk.console.view.filters.isEmpty)
        desk.type("wurgent\n")
        #expect(desk.console.view.filterTexts[.dispatch] == "p1")
    }

    @Test("What cannot be kept, taken or removed is said")
    func refusals() throws {
        let desk = try Desk(size: ViewTests.wide)
        desk.line("view save night")
        desk.shows("default view")
        desk.line("filter p1")
        for name in ["default", "save", "a.b", String(repeating: "x", count: 25)] {
            desk.line("view save \(name)")
            desk.shows("cannot name a view")
        }
        desk.line("view nosuch")
        desk.shows("no view “nosuch”")
        desk.line("view remove nosuch")
        desk.shows("no view “nosuch”")
        desk.line("view save")
        desk.shows("one name")
        desk.line("view save night")
        desk.line("view remove night")
        #expect(desk.console.settings.views.all.map(\.name) == ["default"])
    }

    @Test("Everything that views say can be read as a page")
    func list() throws {
        let desk = try Desk(size: ViewTests.wide)
        desk.line("filter p1,p2")
        desk.line("columns number place")
        desk.line("view save night")
        desk.line("view list")
        desk.shows("/p1,p2; columns number, place")
        desk.shows("the most urgent first")
    }

    @Test("A console opens with the view that its file names")
    func opening() throws {
        let file = try ViewFile(
            text: "start = \"night\"\n[view.night.dispatch]\nfilter = \"p1\"\nsort = \"age\"\n", file: "views.toml")
        let desk = try Desk(size: ViewTests.wide) { $0.views = SavedViews(machine: nil, own: file) }
        desk.shows("/p1")
        #expect(desk.console.view.incidents.sort == .age)
        desk.line("view default")
        desk.hides("/p1")
    }

    @Test("The machine's views are everybody's; one's own of the same name stand before them")
    func machine() throws {
        let desk = try desk(everybody: "day")
        desk.line("view remove day")
        desk.shows("everybody's")
        desk.line("filter p2")
        desk.line("view save day")
        desk.line("view default")
        desk.line("view day")
        #expect(desk.console.view.filterTexts[.dispatch] == "p2")
        desk.line("view remove day")
        desk.line("view day")
        #expect(desk.console.view.filterTexts[.dispatch] == "p1")
    }

    @Test("A view is one whatever the case it is typed in: kept, found and removed")
    func anyCase() throws {
        let desk = try desk(everybody: "Day")
        desk.line("filter p2")
        desk.line("view save night")
        desk.line("filter p3")
        desk.line("view save Night")
        #expect(desk.console.settings.views.own.map(\.name) == ["night"])
        #expect(desk.console.settings.views["NIGHT"]?.lists[.dispatch]?.filter == "p3")
        desk.line("view save day")
        #expect(desk.console.settings.views.all.map(\.name) == ["default", "night", "day"])
        desk.line("view remove NIGHT")
        desk.line("view remove DAY")
        #expect(desk.console.settings.views.all.map(\.name) == ["default", "Day"])
        desk.line("view remove day")
        desk.shows("everybody's")
    }

    @Test("Settings that cannot be read leave the views as they were")
    func reload() throws {
        let desk = try Desk(size: ViewTests.wide)
        desk.line("filter p1")
        desk.line("view save day")
        var new = ConsoleSettings()
        new.viewsAreFaulty = true
        desk.reloads(new)
        desk.line("reload")
        #expect(desk.console.settings.views["day"] != nil)
        desk.reloads(ConsoleSettings())
        desk.line("reload")
        #expect(desk.console.settings.views["day"] == nil)
    }

    // MARK: The language of the screen

    @Test("Incidents are in the order of the place names that are shown")
    func byPlace() throws {
        let names = [("Alder Rd", "中山路"), ("Birch Rd", "北京路"), ("Cedar Rd", "人民路")]
        let desk = try Desk(size: ViewTests.wide, events: [District.events[0]] + noises(at: names))
        desk.line("sort place")
        #expect(listed(desk).map(\.rawValue) == [100, 101, 102])
        desk.line("locale zh-Hans")
        // Beijing, Renmin, Zhongshan.
        #expect(listed(desk).map(\.rawValue) == [101, 102, 100], "\(desk.text)")
    }

    @Test("Incidents sorted by place stand by street, then by the number of the house")
    func byStreet() throws {
        let places = [
            "1200 Block of Market St", "16th St", "90 Elm St", "9 Market St", "14B Elm St", "3 16th St", "Elm St", "5",
        ]
        let desk = try Desk(size: ViewTests.wide, events: [District.events[0]] + noises(at: places.map { ($0, $0) }))
        desk.line("sort place")
        let shown = listed(desk).map { places[Int($0.rawValue) - 100] }
        #expect(
            shown == [
                "5", "16th St", "3 16th St", "Elm St", "14B Elm St", "90 Elm St", "9 Market St",
                "1200 Block of Market St",
            ])
    }
}

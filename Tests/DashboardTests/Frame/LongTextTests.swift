import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Long text can be read")
struct LongTextTests {
    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 160, rows: 48), Size(columns: 240, rows: 67)]
    static let robbery = IncidentID(rawValue: 4821)
    static let english = (1...90).map { "word\($0)" }.joined(separator: " ")
    static let chinese = (1...60).map { "第\($0)句" }.joined()

    /// The detail scrolled from its top to its end: every line that was in sight, in order.
    private func read(_ fixture: Fixture, _ size: Size, _ language: Language) -> [String] {
        var fixture = fixture
        fixture.view.focus = .detail
        fixture.view.detailSubject = .incident(LongTextTests.robbery)
        if size.columns < 100 { fixture.view.layers.open(DetailLayer()) }
        var lines: [String] = []
        for offset in 0..<400 {
            fixture.view.detailOffset = offset
            var grid = Grid(size: size)
            fixture.view.settle(size: size)
            let info = drawConsole(
                board: fixture.board, view: fixture.view, strip: fixture.strip, words: Words(language),
                theme: Fixture.theme("dark"), glyphs: .unicode, now: fixture.now, blinkOn: false, into: &grid)
            for row in 0..<size.rows { lines.append(grid.text(row: row)) }
            if info.detailBelow == 0 { break }
        }
        return lines
    }

    @Test(
        "Every word of a note and of every call is there, at every size", arguments: sizes.tiered(), Language.allCases)
    func whole(size: Size, language: Language) {
        var fixture = Fixture.evening()
        for text in [LongTextTests.english, LongTextTests.chinese] {
            fixture.apply(
                .noteAdded(NoteAdded(incident: LongTextTests.robbery, text: "note " + text)), by: .dispatcher("wl"))
            let report = Report(number: Int64(text.utf8.count), at: fixture.now, caller: "caller", text: "call " + text)
            fixture.apply(.reportAdded(ReportAdded(incident: LongTextTests.robbery, report: report)))
        }
        fixture.refresh()
        let shown = read(fixture, size, language).joined(separator: "\n")
        for number in 1...90 { #expect(shown.contains("word\(number) ") || shown.contains("word\(number)\n")) }
        let glyphs = Set(shown)
        #expect(LongTextTests.chinese.allSatisfy { glyphs.contains($0) })
        #expect(!shown.contains("word9…") && !shown.contains("word…"))
    }

    @Test("What was said is whole to its end, in a box and in the bottom line", arguments: Language.allCases)
    func messages(language: Language) {
        let words = language == .english ? LongTextTests.english.prefix(150) : LongTextTests.chinese.prefix(60)
        let notice = Notice(.error, "\(words) END")
        for overlay in [false, true] {
            var fixture = Fixture.evening()
            fixture.view.bottom = .message(notice)
            if overlay {
                var assign = fixture.assignView()
                assign.message = notice
                fixture.view.layers.open(assign)
            }
            let text = fixture.draw(80, 24, language).text()
            #expect(text.contains("END"), "\(text)")
        }
    }

    @Test("What a line could go on with has an edge against the pane behind it", arguments: [Glyphs.unicode, .ascii])
    func completions(glyphs: Glyphs) {
        var fixture = Fixture.evening()
        var line = InputLine(prompt: ":", field: TextField("D 3A"))
        line.completions = [CompletionRow("3A12", note: "available"), CompletionRow("3A1234", note: "x")]
        fixture.view.bottom = .input(line)
        let rows = fixture.draw(80, 24, glyphs: glyphs).text().split(separator: "\n").map(String.init)
        for name in ["3A12 ", "3A1234"] {
            let edged = rows.suffix(5).contains { $0.contains("\(glyphs.vertical) \(name)") }
            #expect(edged, "\(rows.suffix(5))")
        }
    }

    @Test("The newest caller's words stand first", arguments: sizes, Language.allCases)
    func newestFirst(size: Size, language: Language) {
        var fixture = Fixture.evening()
        let report = Report(number: 99, at: fixture.now, text: "he is back with a gun")
        fixture.apply(.reportAdded(ReportAdded(incident: LongTextTests.robbery, report: report)))
        fixture.refresh()
        fixture.view.focus = .detail
        fixture.view.detailSubject = .incident(LongTextTests.robbery)
        if size.columns < 100 { fixture.view.layers.open(DetailLayer()) }
        let text = fixture.draw(size.columns, size.rows, language).text()
        let rows = text.split(separator: "\n")
        let newest = rows.firstIndex { $0.contains("he is back with a gun") }
        let older = rows.firstIndex { $0.contains("两名男子持刀") }
        #expect(newest != nil, "\(text)")
        if let newest, let older { #expect(newest < older, "\(text)") }
    }

    @Test("A further call marks its row for a while, and until its words were looked at", arguments: Language.allCases)
    func callback(language: Language) {
        for size in LongTextTests.sizes {
            var fixture = Fixture.evening()
            let mark = Words(language).call(3)
            #expect(!fixture.draw(size.columns, size.rows, language).text().contains(mark))
            let report = Report(number: 99, at: fixture.now - .seconds(100), text: "he is back")
            fixture.apply(.reportAdded(ReportAdded(incident: LongTextTests.robbery, report: report)), ago: 100)
            fixture.refresh()
            fixture.view.incidentList.select(IncidentID(rawValue: 4822), in: fixture.view.incidents)
            func isMarked() -> Bool { fixture.draw(size.columns, size.rows, language).text().contains(mark) }
            #expect(isMarked(), "\(size)")
            fixture.now = fixture.now + .seconds(60)
            #expect(!isMarked())
            fixture.view.unheard = [LongTextTests.robbery]
            #expect(isMarked())
        }
    }
}

@Suite("What is never cut")
struct WholeTests {
    static let callsigns = ["北区巡逻一车组", "Nordwache Zwei", "QRU-Nord-12", "3A1234567"]
    static let feeds = ["avl-gps-northern-district", "摄像头-北区"]

    private static func fixture() -> Fixture {
        var fixture = Fixture.evening()
        for (index, callsign) in callsigns.enumerated() {
            let unit = UnitID(rawValue: UInt32(60 + index))
            let registered = UnitRegistered(
                unit: unit, callsign: callsign, kind: index == 2 ? .quickResponse : .vehiclePatrol,
                pane: index == 2 ? .quickResponse : .patrol, homeBeat: "B0\(index)",
                dutyPoint: Place(text: "某处值守点"), circleMinutes: index == 2 ? 3 : 0)
            fixture.apply(.unitRegistered(registered), ago: 200_000)
            fixture.send(60 + UInt32(index), to: UInt32(4821 + index / 2), ago: 20, arrived: nil)
        }
        for number in [1_234_567, 89_999] as [UInt32] {
            let place = Place(text: "大学路九百九十九号院内东侧小卖部门口")
            let reported = IncidentReported(
                incident: IncidentID(rawValue: number), type: "robbery", priority: .p1, place: place, beat: "格-7",
                received: fixture.now - .seconds(300_000), report: Report(number: Int64(number)))
            fixture.apply(.incidentReported(reported), ago: 300_000, by: .feed(feeds[0]))
            fixture.apply(.noteAdded(NoteAdded(incident: reported.incident, text: "x")), ago: 1, by: .feed(feeds[1]))
        }
        let statuses = feeds.map { feed in
            var status = FeedStatus(name: feed)
            status.faults = 1_234_567
            return status
        }
        _ = fixture.view.feeds.refresh(statuses, now: fixture.now)
        fixture.refresh()
        return fixture
    }

    /// Names and numbers of which only a beginning is to be seen.
    private func cut(_ grid: Grid, _ names: [String]) -> [String] {
        var found: [String] = []
        for row in 0..<grid.size.rows {
            let line = grid.text(row: row)
            for end in line.indices where line[end] == "…" {
                let before = line[..<end]
                for name in names {
                    for length in 1..<name.count where before.hasSuffix(name.prefix(length)) {
                        let start = before.index(before.endIndex, offsetBy: -length)
                        let isWord =
                            start == before.startIndex
                            || !(before[before.index(before: start)].isLetter
                                || before[before.index(before: start)].isNumber)
                        if isWord, length > 1 || name.first?.isASCII == false { found.append("\(name): \(line)") }
                    }
                }
            }
        }
        return found
    }

    static let widths = Array(stride(from: 20, through: 240, by: 11)) + [80, 160, 240]

    @Test("Numbers, callsigns and feeds are whole or not there, at every width", arguments: Language.allCases)
    func whole(language: Language) {
        var fixture = WholeTests.fixture()
        let numbers = ["#1234567", "#89999"]
        for columns in Array(WholeTests.widths).tiered() {
            for focus in [PaneName.dispatch, .patrol, .quickResponse, .alerts, .activity, .feeds] {
                fixture.view.focus = focus
                let grid = fixture.draw(columns, columns > 150 ? 48 : 24, language)
                let cut = cut(grid, WholeTests.callsigns + WholeTests.feeds + numbers)
                #expect(cut.isEmpty, "\(columns), \(focus): \(cut)")
            }
        }
    }

    @Test("Where there is room for them they are there", arguments: Language.allCases)
    func there(language: Language) {
        var fixture = WholeTests.fixture()
        for (focus, names) in [
            (PaneName.patrol, ["北区巡逻一车组", "Nordwache Zwei", "3A1234567"]), (.quickResponse, ["QRU-Nord-12"]),
            (.dispatch, ["#1234567", "#89999"]),
        ] {
            fixture.view.focus = focus
            fixture.view.zoomed = focus
            let text = fixture.draw(160, 67, language).text()
            for name in names { #expect(text.contains(name), "\(focus): \(text)") }
        }
    }
}

import DispatchModel
import DispatchPolicy
import Testing
import Wording

/// What is said of callers, and to whom.
@Suite("Callers in words")
struct CallerWordTests {
    private static let known = Caller(name: "Ms Li", callback: "555-0100", flat: "1203", way: .walkIn)

    private static var board: Board {
        var board = City.board
        let event = CallerCorrected(incident: City.robbery, report: 4, after: known)
        for body in [EventBody.callerCorrected(event)] {
            board.apply(EventRecord(position: board.position + 1, at: City.now, actor: .system, body: body))
        }
        return board
    }

    private func found(_ text: String) -> [UInt32]? {
        guard case .success(let filter) = Filter.parse(text) else { return nil }
        let board = CallerWordTests.board
        return board.incidents.elements.filter { filter.matches($0, on: board, now: City.now) }.map(\.id.rawValue)
    }

    @Test(
        "Incidents are found by a caller's number, however it is written",
        arguments: [
            "cb:0100", "cb:555", "cb:5550100", "cb:\"555 01\"", "callback:555-0100", "回拨:0100",
            "-cb:999 p1 place:\"st / 16\"",
        ])
    func byNumber(_ text: String) {
        #expect(found(text) == [4821], "\(text)")
    }

    @Test(
        "Nothing else that is known of a caller finds an incident",
        arguments: [
            "Li", "\"Ms Li\"", "1203", "555-0100", "0100", "walk-in", "type:Li", "place:1203", "unit:Li", "no:0100",
            "cb:9999",
        ])
    func notByPerson(_ text: String) {
        #expect(found(text) == [], "\(text)")
    }

    @Test(
        "A number is asked for in three digits or more, and nothing but one",
        arguments: ["cb:01", "cb:Li", "cb:", "cb:5x5x5"])
    func badNumbers(_ text: String) {
        #expect(found(text) == nil)
    }

    @Test("Who called is told in the incident, not in the log of the room", arguments: Language.allCases)
    func timeline(language: Language) {
        let (words, board) = (Words(language), CallerWordTests.board)
        let body = EventBody.callerCorrected(
            CallerCorrected(
                incident: City.robbery, report: 4, before: CallerWordTests.known,
                after: Caller(name: "Ms Lee", callback: "555-0199", flat: "1203", way: .walkIn)))
        let here = words.happening(body, on: board, from: .incident(City.robbery))
        let expected =
            language == .english
            ? "caller put right: name Ms Li → Ms Lee, number 555-0100 → 555-0199"
            : "更正报警人：姓名 Ms Li → Ms Lee、号码 555-0100 → 555-0199"
        #expect(here == expected)
        let record = EventRecord(position: 1, at: City.now, actor: .dispatcher("wl"), body: body)
        for text in [words.happening(body, on: board), LinearWords(words).sentence(record, on: board)] {
            #expect(text.contains("#4821"))
            for secret in ["Li", "Lee", "555", "1203"] { #expect(!text.contains(secret), "\(text)") }
        }
    }

    @Test("What is read aloud and logged of a report says nothing of its caller", arguments: Language.allCases)
    func linear(language: Language) {
        let words = Words(language)
        var report = Report(number: 9, text: "he runs")
        report.by = CallerWordTests.known
        let bodies: [EventBody] = [
            .incidentReported(IncidentReported(incident: City.robbery, type: "robbery", priority: .p1, report: report)),
            .reportAdded(ReportAdded(incident: City.robbery, report: report)),
        ]
        for body in bodies {
            let record = EventRecord(position: 1, at: City.now, actor: .dispatcher("wl"), body: body)
            let text = LinearWords(words).sentence(record, on: CallerWordTests.board)
            for secret in ["Li", "555", "1203"] { #expect(!text.contains(secret), "\(text)") }
        }
    }

    @Test func inWords() {
        #expect(Words(.english).caller(CallerWordTests.known) == "Ms Li, 555-0100, flat 1203, walk-in")
        #expect(Words(.chinese).caller(CallerWordTests.known) == "Ms Li、555-0100、1203室、当面")
        #expect(Words(.english).caller(Caller(flat: "attic")) == "attic")
        #expect(Words(.english).caller(Caller()) == "–")
    }

    @Test("What cannot be read of a caller says what would do")
    func failures() {
        for (line, column) in [
            ("CB 4821 via:pigeon", 12), ("CB 4821 9 cb:1", 8), ("CB 4821 cb:1 cb:2", 13), ("CB 4821 cb:1 x", 13),
        ] {
            guard case .failure(let failure) = LineGrammar.parse(line, in: City.context()) else {
                Issue.record("\(line)")
                continue
            }
            #expect(failure.columns.lowerBound == column && !failure.remedy.isEmpty, "\(line): \(failure)")
        }
        guard case .incomplete = LineGrammar.parse("CB 4821", in: City.context()) else {
            Issue.record("nothing is said of the caller")
            return
        }
    }

    @Test("Completion offers the marks that were not used, and the ways")
    func completion() {
        func offers(_ line: String) -> [String] {
            LineGrammar.completions(line, cursor: line.count, in: City.context()).map(\.text)
        }
        #expect(offers("n robbery @pier 39 cb:1 ").contains("flat:"))
        #expect(!offers("n robbery @pier 39 cb:1 ").contains("cb:"))
        #expect(offers("CB 4821 ") == ["cb:", "caller:", "flat:", "via:"])
        #expect(offers("CB 4821 cb:1 via:") == ["via:phone", "via:text", "via:alarm", "via:walk-in", "via:other-desk"])
        #expect(offers("CB 4821 via:w") == ["via:walk-in"])
    }
}

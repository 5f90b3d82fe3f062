import DispatchModel
import Testing

@testable import Wording

@Suite("Names in both languages are found in both")
struct BothNamesTests {
    private static let board: Board = {
        var board = Board()
        let bodies: [EventBody] = [
            .typeDefined(TypeDefined(code: "robbery", english: "Robbery", chinese: "抢劫")),
            .typeDefined(TypeDefined(code: "theft", english: "Theft", chinese: "盗窃")),
            .beatDefined(BeatDefined(beat: "B01", names: BilingualText("Old Town", "老城"))),
            .beatDefined(BeatDefined(beat: "B05", names: BilingualText("Riverside", "江滨"))),
            .unitRegistered(
                UnitRegistered(
                    unit: UnitID(rawValue: 1), callsign: "3A12", homeBeat: "B01",
                    dutyPoint: Place(BilingualText("Grid office", "网格站")))),
            .incidentReported(
                IncidentReported(
                    incident: IncidentID(rawValue: 1), type: "robbery",
                    place: Place(BilingualText("Riverside Rd", "滨河路")), beat: "B05")),
            .incidentReported(
                IncidentReported(
                    incident: IncidentID(rawValue: 2), type: "theft", place: Place(text: "重庆路"), beat: "B01")),
        ]
        for (index, body) in bodies.enumerated() {
            board.apply(EventRecord(position: Int64(index + 1), at: .epoch, actor: .system, body: body))
        }
        return board
    }()

    private func found(_ text: String, _ language: Language) throws -> [UInt32] {
        let filter = try Filter.parse(text, words: Words(language)).get()
        return Self.board.incidents.elements.filter { filter.matches($0, on: Self.board, now: .epoch) }
            .map(\.id.rawValue)
    }

    private func units(_ text: String, _ language: Language) throws -> Int {
        let filter = try Filter.parse(text, words: Words(language)).get()
        return Self.board.units.elements.count { filter.matches($0, on: Self.board, now: .epoch) }
    }

    @Test("A filter finds either name in either language", arguments: Language.allCases)
    func filters(language: Language) throws {
        for text in ["riverside", "滨河", "place:riverside", "place:滨河", "beat:江滨", "beat:Riverside", "beat:b05", "抢劫"] {
            #expect(try found(text, language) == [1], "\(text)")
        }
        for text in ["grid", "网格", "place:网格站", "beat:\"old town\"", "beat:老城"] {
            #expect(try units(text, language) == 1, "\(text)")
        }
    }

    @Test("Initials find what is shown: hidden Chinese says nothing to who reads English")
    func initials() throws {
        for text in ["bhl", "place:bh", "qj", "type:qj"] {
            #expect(try found(text, .chinese) == [1], "\(text)")
            #expect(try found(text, .english) == [], "\(text)")
        }
        for language in Language.allCases {
            #expect(try found("cql", language) == [2] && found("zq", language) == [2])
            #expect(try found("-cql", language) == [1])
        }
        #expect(try units("wgz", .chinese) == 1 && units("wgz", .english) == 0)
    }

    private func context(_ language: Language) -> LineContext {
        LineContext(
            board: Self.board, now: .epoch, selectedIncident: nil, selectedUnit: nil, catalogue: ["assign"],
            words: Words(language))
    }

    private func offers(_ line: String, _ language: Language) -> [String] {
        LineGrammar.completions(line, cursor: line.count, in: context(language)).map(\.text)
    }

    @Test("The command line completes places, types and beats by initials, and by either name")
    func completions() {
        #expect(offers("n robbery @bh", .chinese) == ["@滨河路"])
        #expect(offers("n robbery @滨", .english) == ["@\"Riverside Rd\""])
        #expect(offers("n robbery @river", .chinese).first == "@滨河路")
        #expect(offers("n dq", .chinese) == ["theft"])
        #expect(offers("n robbery @滨河路 b:lc", .chinese) == ["b:B01"])
        #expect(offers("n robbery @滨河路 b:江", .english) == ["b:B05"])
    }

    @Test("A place typed in one language is the place, with its other name", arguments: ["riverside rd", "滨河路"])
    func places(text: String) throws {
        guard
            case .commands(let commands, _) = LineGrammar.parse("n robbery @\(text) p2", in: context(.chinese)),
            case .create(let new)? = commands.first
        else { return #expect(Bool(false)) }
        #expect(new.place.words == BilingualText("Riverside Rd", "滨河路"))
    }

    @Test("A row, a sentence and a report show the name in the language")
    func shown() {
        let incident = Self.board.incidents.elements[0]
        #expect(Words(.chinese).incident(incident, on: Self.board).hasSuffix("抢劫，滨河路"))
        #expect(Words(.english).incident(incident, on: Self.board).hasSuffix("Robbery, Riverside Rd"))
        #expect(Words(.chinese).beat("B01", on: Self.board) == "B01 老城")
        #expect(Words(.english).beat("B01", on: Self.board) == "B01 Old Town")
    }
}

import DispatchModel
import Testing

@testable import Wording

@Suite("Chinese names by the initials of their pinyin")
struct PinyinTests {
    @Test(
        "Words are found by the letters that people type for them",
        arguments: [
            ("滨河路", ["bhl", "bh", "hl"], ["bhq", "lhb", "bhlu"]), ("重庆", ["cq", "zq"], ["cc"]),
            ("长安街", ["caj", "zaj", "aj"], ["sa"]), ("银行", ["yx", "yh"], ["yq"]), ("厦门", ["xm", "sm"], ["hm"]),
            ("乐清路", ["lql", "yql"], ["kql"]), ("单县街", ["sxj", "dxj", "cxj"], ["bxj"]),
            ("解放路12号", ["jfl", "jfl12", "12h", "jfl12h"], ["jfl2"]), ("北门, South gate", ["bm"], ["ms", "so", "sg"]),
            ("集市街", ["jsj"], []), ("曾家岩", ["zjy", "cjy"], []), ("藏经阁", ["cjg", "zjg"], []),
            ("南京西路（近石门一路）", ["njxl", "jsmyl"], ["xlj"]), ("Mission St", [], ["mi", "ms", "st"]),
            ("𠀀丽", [], ["al", "ll"]), ("かな", [], ["kn", "ka"]),
        ])
    func words(word: String, found: [String], missed: [String]) {
        for letters in found { #expect(Pinyin.letters(letters, areIn: word), "\(letters) in \(word)") }
        for letters in missed { #expect(!Pinyin.letters(letters, areIn: word), "\(letters) in \(word)") }
        for letters in found { #expect(Pinyin.letters(letters.uppercased(), areIn: word), "\(letters) in \(word)") }
    }

    @Test("One letter, signs and Chinese itself are no initials", arguments: ["b", "", "b路", "b-h", "12", "bh ", "é"])
    func noInitials(text: String) {
        #expect(Initials(text.utf8.map(Needle.fold)) == nil)
    }

    @Test("Every character of GB 2312 has a letter, and nothing else has")
    func table() {
        let known = (0...0x2FFFF).compactMap(Unicode.Scalar.init).filter { Pinyin.letters(of: $0) != 0 }
        #expect(known.count == 6763)
        #expect(known.first == "一" && known.last == "龠")
        // No reading begins so.
        for letter in ["i", "u", "v"] {
            let bit = Pinyin.bit(letter.utf8.first ?? 0)
            #expect(known.allSatisfy { Pinyin.letters(of: $0) & bit == 0 })
        }
        let polyphones = known.count { Pinyin.letters(of: $0).nonzeroBitCount > 1 }
        #expect((300...450).contains(polyphones), "\(polyphones)")
    }

    @Test("Damaged or cut characters are no match and no fault")
    func bytes() {
        let initials = Initials(Array("bhl".utf8))
        for length in 1..<"滨河路".utf8.count {
            let cut = String(decoding: Array("滨河路".utf8.prefix(length)), as: UTF8.self)
            #expect(initials?.areIn(cut) == false)
        }
    }
}

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

import DispatchModel
import DispatchPolicy
import Testing
import Wording

/// Lines that are asked about, with the columns in question and the first words of the lines to choose from.
private let ambiguous: [(line: String, columns: Range<Int>, choices: [String])] = [
    ("D 3A1 4821", 2..<5, ["D 3A12 4821", "D 3A14 4821"]),
    ("D.3A1.4821", 2..<5, ["D.3A12.4821", "D.3A14.4821"]),
    ("EN Q", 3..<4, ["EN Q2"]),
    ("AV grid", 3..<7, ["AV \"grid 7\""]),
    ("D 3A12 5", 7..<8, ["D 3A12 4805"]),
    ("D 3A12 1", 7..<8, ["D 3A12 4821", "D 3A12 21"]),
    ("D 3A12 48", 7..<9, ["D 3A12 4821", "D 3A12 4805"]),
    ("D 3A12 4822", 7..<11, ["D 3A12 4821"]),
    ("TY 4805 fire", 8..<12, ["TY 4805 52B", "TY 4805 52C"]),
    ("TY 4805 robery", 8..<14, ["TY 4805 robbery"]),
    ("TY 4805 火灾", 8..<10, ["TY 4805 52B", "TY 4805 52C"]),
    (
        "PL 4805 mission st", 8..<18,
        ["PL 4805 \"Mission St / 16th\"", "PL 4805 \"Mission St 100 block\"", "PL 4805 \"mission st\""]
    ),
    (
        "n robbery @mission st p1", 11..<21,
        [
            "n robbery @\"Mission St / 16th\" p1", "n robbery @\"Mission St 100 block\" p1",
            "n robbery @\"mission st\" p1",
        ]
    ),
    ("n fire @pier 39", 2..<6, ["n 52B @pier 39", "n 52C @pier 39"]),
    ("n robbery @pier 39 > 3A12 3A1", 26..<29, ["n robbery @pier 39 > 3A12 3A12", "n robbery @pier 39 > 3A12 3A14"]),
    ("BT 4805 b", 8..<9, ["BT 4805 B02", "BT 4805 B07"]),
    ("CU 3A07 3A1", 8..<11, ["CU 3A07 \"3A1\"", "CU 3A07 3A12", "CU 3A07 3A14"]),
    ("CE 4805 re", 8..<10, ["CE 4805 \"re\"", "CE 4805 report", "CE 4805 referred"]),
    ("ST 3A07 e", 8..<9, ["ST 3A07 en-route", "ST 3A07 emergency"]),
    ("ACK 3A14", 4..<8, ["ACK !2", "ACK !4"]),
]

@Suite struct AskingTests {
    @Test func whatCouldMeanSeveralThingsIsAsked() {
        for row in ambiguous {
            for language in Language.allCases {
                let context = City.context(language)
                guard case .ambiguous(let asked) = LineGrammar.parse(row.line, in: context) else {
                    Issue.record("\(row.line): \(LineGrammar.parse(row.line, in: context))")
                    continue
                }
                #expect(asked.columns == row.columns, "\(row.line)")
                let lines = asked.choices.map(\.line)
                #expect(lines.prefix(row.choices.count) == row.choices[...], "\(row.line)")
                #expect(!asked.question.isEmpty && asked.choices.allSatisfy { !$0.label.isEmpty })
                #expect(asked.choices.count <= Ambiguity.limit)
            }
        }
    }

    /// Taking a choice settles its question: the line is then read, or stops at another place.
    @Test func everyChoiceSettlesItsQuestion() {
        for row in ambiguous {
            guard case .ambiguous(let asked) = LineGrammar.parse(row.line, in: City.context()) else { continue }
            for choice in asked.choices {
                let again = LineGrammar.parse(choice.line, in: City.context())
                if case .ambiguous(let second) = again {
                    #expect(second.columns.lowerBound != asked.columns.lowerBound, "\(choice.line)")
                }
                if case .failure(let failure) = again { Issue.record("\(choice.line): \(failure)") }
            }
        }
    }

    @Test func whatIsRightSoFarSaysWhatComesNext() {
        let lines = [
            "D", "D 3A12", "DV 3A12", "EN", "CU", "ST 3A12", "H 4821", "H 4821 until", "P 4821", "TY 4821",
            "PL 4821",
            "BT 4821", "TR", "N", "N 4821", "R 4821", "M 4821", "X 4821", "SP 4821", "CE 4821", "RO", "W", "OOS", "E",
            "AV", "ACK", "hold 4821", "n robbery", "n robbery @", "n robbery @pier 39 >", "n @pier 39",
            "n robbery @pier 39 b:",
        ]
        for line in lines {
            for language in Language.allCases {
                let result = LineGrammar.parse(line, in: City.context(language))
                guard case .incomplete(let expected) = result else {
                    Issue.record("\(line): \(result)")
                    continue
                }
                #expect(!expected.isEmpty)
            }
        }
    }

    private static let failures: [(line: String, columns: Range<Int>, message: String)] = [
        ("zzz 4821", 0..<3, "no command is called “zzz”"),
        ("D 3X99 4821", 2..<6, "no unit is called “3X99”"),
        ("D 3X99", 2..<6, "no unit is called “3X99”"),
        ("D 3A12 robbery", 7..<14, "“robbery” is not an incident's number"),
        ("D 3A12 9999", 7..<11, "there is no incident #9999"),
        ("D 3A12 4299", 7..<11, "#4299 was closed long ago and has left the board"),
        ("D 3A12 99999999999", 7..<18, "“99999999999” is not an incident's number"),
        ("A 3A12 @25:99", 7..<13, "“25:99” is not a time"),
        ("A 3A12 @22:14", 7..<13, "“22:14” is still to come"),
        ("A 3A12 @start", 7..<13, "“start” is not a time"),
        ("A 3A12 @+5m", 7..<11, "“+5m” is not a time"),
        ("A 3A12 @2099-01-01", 7..<18, "“2099-01-01” is not a time"),
        ("A 3A12 @22:03 3A14", 14..<18, "nothing is expected here"),
        ("EN 3A12 now", 8..<11, "no unit is called “now”"),
        ("H 4821 soon", 7..<11, "“soon” is not a length of time"),
        ("H 4821 0m", 7..<9, "a hold lasts from 1 second to 30 days"),
        ("H 4821 31d", 7..<10, "a hold lasts from 1 second to 30 days"),
        ("H 4821 until 25:00", 13..<18, "“25:00” is not a time of day"),
        ("P 4821 6", 7..<8, "“6” is not a priority"),
        ("P 4821 1 now", 9..<12, "nothing is expected here"),
        ("TY 4821 zebra", 8..<13, "no incident type is called “zebra”"),
        ("BT 4821 Z9", 8..<10, "no beat is called “Z9”"),
        ("SP 4821 4", 8..<9, "#4821 has no report 4"),
        ("TR 4821 x", 8..<9, "nothing is expected here"),
        ("U 3", 2..<3, "nothing is expected here"),
        ("ST 3A12 dancing", 8..<15, "“dancing” is not a status"),
        ("ACK 4805", 4..<8, "no unanswered alert there"),
        ("n robbery @pier p1 p2", 19..<21, "“p2” comes a second time"),
        ("n robbery @pier p1 people", 19..<25, "“people” belongs to nothing here"),
        ("n robbery @pier 39 > 3X9", 21..<24, "no unit is called “3X9”"),
        ("n robbery @pier 39 b:Z9", 19..<23, "no beat is called “Z9”"),
        ("n zebra @pier 39", 2..<7, "no incident type is called “zebra”"),
    ]

    @Test func failuresSayWhereAndWhatToDo() {
        for row in Self.failures {
            let result = LineGrammar.parse(row.line, in: City.context())
            guard case .failure(let failure) = result else {
                Issue.record("\(row.line): \(result)")
                continue
            }
            #expect(failure.columns == row.columns, "\(row.line)")
            #expect(failure.message == row.message)
            #expect(!failure.remedy.isEmpty)
            guard case .failure(let chinese) = LineGrammar.parse(row.line, in: City.context(.chinese)) else {
                Issue.record("\(row.line) in Chinese")
                continue
            }
            #expect(chinese.columns == row.columns)
            let hasHan = { (text: String) in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
            #expect(hasHan(chinese.message) && hasHan(chinese.remedy), "\(chinese)")
        }
    }

    @Test func nothingSelectedIsSaid() {
        let context = City.context(incident: nil, unit: nil)
        for line in ["D . 4821", "D 3A12 .", "EN .", "N . text", "H . 15m"] {
            guard case .failure(let failure) = LineGrammar.parse(line, in: context) else {
                Issue.record("\(line)")
                continue
            }
            #expect(failure.message.hasSuffix("is selected"))
        }
    }

    @Test func aBoardWithoutTypesOrBeatsTakesAnyWord() {
        let context = LineContext(board: Board(), now: City.now)
        guard case .commands(let commands, _) = LineGrammar.parse("n robbery @pier 39 b:B1", in: context) else {
            Issue.record("not read")
            return
        }
        let new = NewIncident(type: "robbery", priority: .p3, place: Place(text: "pier 39"), beat: "B1")
        #expect(commands == [.create(new)])
    }

    @Test func misspeltConsoleCommandsAreSuggested() {
        guard case .failure(let failure) = LineGrammar.parse("fliter p1", in: City.context()) else {
            Issue.record("not a failure")
            return
        }
        #expect(failure.remedy == "F1 lists the verbs; Tab completes" || failure.remedy.contains("“filter”"))
        guard case .failure(let near) = LineGrammar.parse("filtr p1", in: City.context()) else {
            Issue.record("not a failure")
            return
        }
        #expect(near.remedy.contains("“filter”"))
    }
}

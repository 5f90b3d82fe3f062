import DispatchModel
import Foundation
import Testing
import Wording

@testable import Reports

@Suite struct DrillFilesTests {
    @Test func keysAreReadLineByLineAndBadLinesNamed() {
        let text = """
            {"at": 1000, "position": 3, "key": "a", "command": null}
            {"at": 1500, "position": 3, "key": "1", "command": "assign"}
            not json
            {"at": "x"}

            {"at": 2000, "position": 9, "key": "<b>"}
            """
        let found = DrillFiles.keys(Data(text.utf8))
        #expect(found.elements.map(\.key) == ["a", "1", "<b>"])
        #expect(found.elements.map(\.command) == [nil, "assign", nil])
        #expect(found.elements.map(\.position) == [3, 3, 9])
        #expect(found.badLines == [3, 4] && found.badCount == 2)
    }

    @Test func otherInputsAreNamedAndSizesPassedOver() {
        let text = """
            {"n": 1, "at": 1000, "position": 0, "size": [160, 48]}
            {"n": 2, "at": 2000, "position": 5, "paste": "secret"}
            {"n": 3, "at": 3000, "position": 5, "mouse": [0, 4, 7], "to": 9}
            {"n": 4, "at": 9000, "position": 9, "end": "time"}
            """
        #expect(DrillFiles.keys(Data(text.utf8)).elements.map(\.key) == ["paste", "click"])
        #expect(DrillFiles.end(Data(text.utf8)) == Timestamp(milliseconds: 9000))
        #expect(DrillFiles.end(Data()) == nil)
    }

    @Test func aTrainersOrderIsToldAsItStands() {
        let text = #"{"n": 3, "at": 5000, "position": 7, "do": "out", "callsign": "3A12", "text": "flat tyre"}"#
        let found = DrillFiles.interventions(Data(text.utf8))
        let wanted = Intervention(at: Timestamp(milliseconds: 5000), verb: "out", details: "3A12 flat tyre")
        #expect(found.elements == [wanted])
        #expect(DrillFiles.interventions(Data(#"{"at": 1, "callsign": "x"}"#.utf8)).badLines == [1])
    }

    @Test func aCardWithoutASeedIsNone() {
        #expect(DrillFiles.card(Data(#"{"scenario": "storm"}"#.utf8)) == nil)
        let card = DrillFiles.card(Data(#"{"scenario": "storm", "seed": 18446744073709551615, "more": 1}"#.utf8))
        #expect(card == DrillFiles.Card(scenario: "storm", seed: .max, trainee: "", hours: nil))
    }

    @Test func aFileCutOffAnywhereLosesOneLineAtMost() {
        let whole = Data(
            (0..<20).map { "{\"at\": \($0), \"position\": 1, \"key\": \"k\"}\n" }.joined().utf8)
        for length in stride(from: 0, through: whole.count, by: 7) {
            let found = DrillFiles.keys(whole.prefix(length))
            #expect(found.badCount <= 1)
            #expect(found.elements.count == whole.prefix(length).split(separator: 0x0A).count - found.badCount)
        }
    }

    @Test func aTrainersJumpIsToldByTheClock() throws {
        let text = """
            {"n": 1, "at": 0, "position": 7, "do": "jump", "to": 1778839199000}
            {"n": 2, "at": 0, "position": 7, "do": "jump", "by": 600000}
            {"n": 3, "at": 0, "position": 7, "do": "speed", "speed": 0}
            {"n": 4, "at": 0, "position": 7, "do": "snapshot", "name": "nine"}
            """
        let orders = DrillFiles.interventions(Data(text.utf8)).elements
        for words in [Words(.english), Words(.chinese)] {
            let told = orders.map(ReviewWords(words).particulars)
            #expect(told.first?.contains(words.clock(Timestamp(milliseconds: 1_778_839_199_000))) == true, "\(told)")
            #expect(told.dropFirst().first?.contains(words.duration(.minutes(10))) == true, "\(told)")
            #expect(told.last == "nine" && !told.joined().contains("000"), "\(told)")
        }
        #expect(orders.map(\.recorded) == ["1778839199000", "600000", "0", "nine"])
    }
}

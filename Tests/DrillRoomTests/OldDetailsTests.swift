import Foundation
import Testing

@testable import DrillRoom

@Suite("Particulars of older drills")
struct OldDetailsTests {
    @Test("a field that is no longer known is passed over")
    func wallField() throws {
        let details = DrillDetails(
            scenario: "s", title: "t", titleChinese: "题", seed: 1, trainee: "", operatorName: "wl", language: "en",
            started: 0, program: "watchfloor", columns: 160, rows: 48)
        let text = String(decoding: try JSONEncoder().encode(details), as: UTF8.self)
        let old = "{\"wall\":true," + text.dropFirst()
        #expect(try JSONDecoder().decode(DrillDetails.self, from: Data(old.utf8)) == details)
    }
}

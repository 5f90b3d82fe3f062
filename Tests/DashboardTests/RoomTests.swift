import DispatchModel
import Testing
import Wording

@testable import Dashboard

@Suite("Panes")
struct RoomTests {
    @Test("Each has a name of its own, titles in both languages, and the digit of its command's key")
    func names() {
        #expect(Set(Rooms.all.map(\.name)).count == Rooms.all.count)
        #expect(Rooms.all.last?.name == .detail)
        for room in Rooms.all {
            #expect(room.name.room.name == room.name)
            for language in Language.allCases { #expect(!room.name.title[language].isEmpty, "\(room.name.rawValue)") }
            #expect(room.name.title.english != room.name.title.chinese)
            guard let command = room.command else {
                #expect(room.name.digit == nil)
                continue
            }
            #expect(Rooms.goneTo(by: command) == room.name)
            let keys = Catalogue.entry(command).defaultKeys.flatMap(\.notations)
            #expect(keys.contains("\(room.name.digit ?? 0)"), "\(room.name.rawValue)")
        }
    }

    @Test("Tab goes through all of them but the detail, and back to the first")
    func tab() throws {
        let desk = try Desk()
        var seen = [desk.console.view.focus]
        for _ in 1..<PaneName.tabs.count {
            try desk.chord("tab")
            seen.append(desk.console.view.focus)
        }
        #expect(seen == PaneName.tabs)
        try desk.chord("tab")
        #expect(desk.console.view.focus == seen[0])
    }
}

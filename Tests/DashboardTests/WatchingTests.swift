import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("A console that only watches")
struct WatchingTests {
    /// What another console appends.
    private final class Writer {
        var records: [EventRecord] = []
    }

    @Test(
        "Every order is refused with the reason, by key and by line",
        arguments: [
            "a", "r", "n", "+", "c", "x", "H", "u", "ve", "vx", "ec", ":D 3A12 4821\n", ":N 4821 hello\n",
            ":emergency 3A12\n",
            ":undo\n", ":U\n", ":CE 4821 report\n",
        ], Language.allCases)
    func refused(keys: String, language: Language) throws {
        let desk = try Desk(language: language) { $0.watching = true }
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.type(keys)
        #expect(desk.core.head.position == before)
        let reason = Words(language).watchingOnly
        let error = desk.console.prompt?.line.error ?? ""
        #expect(desk.text.contains(reason) || error.contains(reason), "\(keys)\n\(desk.text)")
    }

    @Test("Where nothing can be ordered no line is shown as if it would be done", arguments: Language.allCases)
    func preview(language: Language) throws {
        let desk = try Desk(language: language) { $0.watching = true }
        desk.type(":")
        desk.typeAtOnce("OOS 3A12 test")
        #expect(desk.console.prompt?.line.preview == Words(language).watchingOnly)
        #expect(desk.console.prompt?.line.previewKind == .error)
    }

    @Test("An empty queue names no key that is refused there", arguments: Language.allCases)
    func emptyQueue(language: Language) throws {
        let watch = try Desk(language: language, events: []) { $0.watching = true }
        watch.hides(Words(language).noIncident)
        watch.shows(Words(language).noneOpen)
        try Desk(language: language, events: []).shows(Words(language).noIncident)
    }

    @Test("It shows what the writer appends, within a second, and does not spin", .full)
    func follows() throws {
        let writer = Writer()
        let desk = try Desk(
            settings: { $0.watching = true },
            appended: { position in
                writer.records.filter { $0.position > position }
            })
        desk.run(for: .minutes(15))
        #expect(try #require(desk.console.timeout()) > 0, "deadlines are the writer's to record")
        writer.records = [
            EventRecord(
                position: desk.board.position + 1, at: desk.hand.now, actor: .dispatcher("other"),
                body: .noteAdded(NoteAdded(incident: District.robbery, text: "seen from afar")))
        ]
        desk.goTo(District.robbery)
        desk.run(for: .seconds(1))
        #expect(desk.board.position == writer.records[0].position)
        #expect(try #require(desk.console.timeout()) <= 250)
    }
}

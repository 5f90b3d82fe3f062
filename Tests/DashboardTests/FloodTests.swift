import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Keys never hold anything up")
struct FloodTests {
    static let openers = [":", "/", "c", ":n ", "\u{10}"]

    private func flood(_ count: Int) -> [TerminalInput] {
        (0..<count).map { _ in .key(Key(.character("x"))) }
    }

    @Test("Data is taken in between two pieces of a flood, and frames are drawn", .full, arguments: openers)
    func inPieces(opener: String) throws {
        let desk = try Desk()
        desk.type(opener)
        let before = desk.core.head.position
        desk.screen.feed([flood(3000)])
        desk.feed(District.call(1))
        desk.step()
        #expect(!desk.console.keyboard.inputs.isEmpty)
        #expect(desk.core.head.position > before, "the alert waits behind keys")
        let frames = desk.screen.frameCount
        desk.step()
        #expect(desk.screen.frameCount == frames + 1)
        desk.settle()
        #expect(desk.console.keyboard.inputs.isEmpty)
    }

    @Test("What a line would do is looked at once a frame, however many keys come", arguments: [":", "c", "\u{10}"])
    func onceAFrame(opener: String) throws {
        let desk = try Desk()
        desk.type(opener)
        desk.screen.feed([flood(400)])
        desk.console.step()
        desk.console.step()
        #expect(desk.console.keyboard.isTextStale)
        desk.settle()
        #expect(!desk.console.keyboard.isTextStale)
    }

    @Test("A line has an end, which is told", arguments: openers)
    func bounded(opener: String) throws {
        let desk = try Desk()
        desk.type(opener)
        desk.screen.feed([flood(5000)])
        desk.settle()
        #expect(desk.text.contains(Words(.english).fieldFull), "\(desk.text)")
        let layers = desk.console.layers
        let form = layers.popup(FormView.self).map { $0.fields[$0.focused].field.text }
        let typed = form ?? layers.popup(PaletteView.self)?.field.text ?? layers.prompt?.line.field.text
        let length = typed?.utf8.count ?? 0
        #expect((100...4096).contains(length))
        desk.type("\u{1B}")
        try desk.checkFold()
    }

    @Test("Enter, Tab and a click mean the text as it stands, also when no frame was drawn in between")
    func settledBeforeACommand() throws {
        let desk = try Desk()
        desk.typeAtOnce(":D 3A14 4\t\n")
        let slow = try Desk()
        slow.type(":D 3A14 4\t\n")
        #expect(desk.text == slow.text)
        #expect(desk.core.head.position == slow.core.head.position)
    }
}

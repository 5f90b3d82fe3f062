import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Dead letters on the console")
struct LetterTests {
    @Test("E and :dead list them, the newest first; Enter shows one, Esc goes back step by step")
    func reading() throws {
        let box = LetterBox()
        let desk = try Desk(letters: box.desk)
        for keys in ["E", ":dead\n", ":dead-letters\n"] {
            desk.type(keys)
            desk.shows("Dead letters")
            desk.shows("no: found 3; expected a name")
            desk.type("\u{1B}")
            desk.hides("Dead letters")
        }
        desk.type("Ej\n")
        desk.shows("dead letter 2")
        desk.shows("{\"kind\": \"alert\", \"no\": 2}")
        desk.type("\u{1B}")
        desk.shows("no: found 3; expected a name")
        desk.type("q")
        desk.hides("Dead letters")
    }

    @Test(
        "r sends the one under the cursor again, from the list and from its text",
        arguments: ["Ejr", "Ej\nr"])
    func resending(keys: String) throws {
        let box = LetterBox()
        let desk = try Desk(letters: box.desk)
        desk.type(keys)
        #expect(box.resent == [2])
        desk.shows("dead letter 2 waits for cameras")
        desk.hides("no: found 2")
        desk.shows("no: found 1")
    }

    @Test("A letter can be sent by its number; one that is not there is told")
    func byNumber() throws {
        let box = LetterBox()
        let desk = try Desk(letters: box.desk)
        desk.line("resend-letter 1")
        #expect(box.resent == [1])
        desk.line("resend-letter 9")
        desk.shows("there is no dead letter 9")
        desk.line("resend-letter")
        #expect(desk.console.teller.notice?.kind == .warning)
        desk.line("resend-letter all")
        #expect(box.resent == [1])
    }

    @Test(
        "What comes in while they are open is listed within a second, and the cursor stays on its letter"
    )
    func newOnes() throws {
        let box = LetterBox()
        let desk = try Desk(letters: box.desk)
        desk.type("Ej")
        box.add(4, "x")
        box.removed = 7
        let before = box.looks
        desk.run(for: .seconds(2))
        #expect(box.looks - before <= 3, "\(box.looks - before) looks in two seconds")
        desk.shows("found 4")
        desk.shows("7 gave way to newer ones")
        desk.type("r")
        #expect(box.resent == [2])
        desk.type("\u{1B}")
        let closed = box.looks
        desk.run(for: .seconds(3))
        #expect(box.looks == closed, "closed, they are not looked at")
    }

    @Test("A hostile letter is shown harmless, a long one only so far")
    func hostile() throws {
        let box = LetterBox(count: 0)
        box.add(1, "\u{1B}[31mred \u{202E}gnorw \u{9B}2J\n\(String(repeating: "z", count: 40_000))")
        let desk = try Desk(letters: box.desk)
        desk.type("E\n")
        desk.shows("red")
        #expect(!desk.text.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{9B}"].contains($0) })
        desk.type("G")
        desk.shows("bytes more: watchfloor feeds dead-letters show 1")
        desk.type("g")
        desk.shows("red")
    }

    @Test("A console that only watches shows them and sends none")
    func watching() throws {
        let box = LetterBox()
        let desk = try Desk(settings: { $0.watching = true }, letters: box.desk)
        desk.type("Er")
        #expect(box.resent.isEmpty)
        desk.shows("no: found 3")
    }

    @Test("Without a folder of them the console says so", arguments: Language.allCases)
    func none(language: Language) throws {
        let desk = try Desk(language: language, letters: nil)
        desk.type("E")
        desk.shows(Words(language).deadLettersElsewhere)
    }

    @Test("The list keeps its letter under the cursor whatever comes and goes")
    func cursor() {
        func list(_ numbers: [Int64]) -> DeadLetterList {
            DeadLetterList(
                letters: numbers.map {
                    DeadLetterSummary(number: $0, at: .epoch, feed: "", reason: .init("", ""))
                }, kept: numbers.count)
        }
        var view = LettersView(list([5, 4, 3]))
        #expect(view.selected?.number == 5)
        view.refresh(list([6, 5, 4, 3]))
        #expect(view.selected?.number == 6, "on the newest it stays on the newest")
        view.move(by: 2)
        view.refresh(list([8, 7, 6, 5, 4, 3]))
        #expect(view.selected?.number == 4)
        view.refresh(list([8, 7, 6, 5, 3]))
        #expect(view.selected?.number == 3, "gone: the next older one")
        view.refresh(list([8]))
        #expect(view.selected?.number == 8)
        view.refresh(list([]))
        #expect(view.selected == nil)
        view.move(by: 1)
        #expect(view.selected == nil)
    }
}

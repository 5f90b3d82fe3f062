import Dashboard
import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import DrillRoom

/// The trainer's orders by their table and by `keys.toml`.
@Suite struct TrainerKeyTests {
    /// A console with the made-up drill of `InstructorTests`, and what it asked.
    private final class Desk {
        let screen = MemoryScreen(size: Size(columns: 110, rows: 28), endsAfterScript: false, frameLimit: 1)
        private(set) var requests: [ControlRequest] = []
        private var now = Timestamp(seconds: 1)
        private(set) var console: InstructorConsole!

        init(keys: String = "", notices: [Notice] = []) {
            let (keymap, problems) = Keymap.builtIn.merging(text: keys, file: "keys.toml")
            #expect(problems.filter(\.isSkipped).isEmpty)
            console = InstructorConsole(
                screen: screen, language: .english, theme: "dark", keymap: keymap, notices: notices,
                wall: { [unowned self] in
                    now = now + Span(milliseconds: 500)
                    return now
                },
                ask: { [unowned self] request throws(DrillProblem) in
                    if request.verb != .status { requests.append(request) }
                    return ControlReply(done: nil, status: InstructorTests.status())
                })
            console.step()
        }

        func press(_ keys: [Key]) {
            screen.feed([keys.map(TerminalInput.key)])
            console.step()
        }

        func type(_ text: String) { press(text.unicodeScalars.map { Key(.character($0)) }) }

        var text: String { screen.frame?.text() ?? "" }

        /// All that a person could notice.
        var picture: Picture {
            Picture(
                grid: screen.frame, requests: requests.count, invalidations: screen.invalidations,
                isDone: console.isDone)
        }
    }

    private struct Picture: Equatable {
        var grid: Grid?
        var requests: Int
        var invalidations: Int
        var isDone: Bool
    }

    @Test("Every order of the table is taken by the console, by each of its keys")
    func everyOrderIsTaken() throws {
        for way in TrainerOrder.all.flatMap(\.ways) {
            #expect(!way.keys.isEmpty, "\(way.command.rawValue) has no key")
            for notation in way.keys {
                let desk = Desk()
                // From the middle of the list there is a way up and a way down.
                desk.press([Key](repeating: Key(.character("j")), count: 5))
                let before = desk.picture
                desk.press(try KeyNotation.parse(notation))
                let isNoticed = desk.picture != before
                #expect(isNoticed, "\(notation) does nothing")
                switch way.question {
                case .line?: desk.press([Key(.character("4")), Key(.enter)])
                case .yesOrNo?: desk.type("y")
                case nil: break
                }
                #expect(desk.console.untaken == nil, "nobody takes \(way.command.rawValue)")
                if way.question != nil {
                    #expect(desk.requests.count == 1, "\(way.command.rawValue) asks the drill nothing")
                }
            }
        }
    }

    @Test("Every order that asks for a line has its reader, and nothing else has one")
    func everyLineIsRead() {
        let asking = TrainerOrder.all.flatMap(\.ways).filter { if case .line? = $0.question { true } else { false } }
        #expect(Set(asking.map(\.command)) == Set(ControlLanguage.lines.keys))
    }

    @Test("The table has every command once, with names that keys.toml can write, in both languages")
    func tableIsComplete() {
        let commands = TrainerOrder.all.flatMap(\.ways).map(\.command)
        #expect(Set(commands).count == commands.count)
        for command in commands {
            #expect(TrainerOrder.command(named: command.rawValue.uppercased()) == command)
            #expect(
                Catalogue.command(named: command.rawValue) == nil, "\(command.rawValue) is an operator's command too")
            #expect(Catalogue.help(of: command).english.contains { $0.isLetter })
        }
        for order in TrainerOrder.all {
            for text in [order.help, order.hint?.label].compactMap(\.self) {
                #expect(!text.english.isEmpty && text.chinese.unicodeScalars.contains { $0.value > 0x3000 })
            }
        }
    }

    @Test("keys.toml has a section for the trainer: order, bar, help and sentences follow it")
    func keysFollowTheFile() {
        let desk = Desk(
            keys:
                "[trainer]\n\"h\" = \"hold-drill\"\np = \"\"\nx = \"leave-drill\"\nq = \"\"\n\"z z\" = \"step-drill\"\nn = \"\""
        )
        #expect(desk.text.contains("h pause") && desk.text.contains("x leave") && desk.text.contains("z z next"))
        desk.type("pq")
        #expect(desk.requests.isEmpty && !desk.console.isDone)
        desk.type("h")
        #expect(desk.requests.map(\.verb) == [.pause])
        desk.type("z")
        #expect(desk.text.contains("z to the next thing that happens"), "a chord shows what may follow\n\(desk.text)")
        desk.type("z")
        #expect(desk.requests.map(\.verb) == [.pause, .step])
        desk.type("?")
        #expect(desk.text.contains("h, Space ") && desk.text.contains("x            leave; the drill goes on"))
        desk.type("x")
        #expect(desk.console.isDone)
    }

    @Test("What is wrong with the keys stands at the right of the bar, and gives way to what is said")
    func problemsStandInTheBar() {
        let desk = Desk(notices: [Notice(.warning, "keys.toml:2:1: mend it")])
        #expect(desk.text.contains("? keys") && desk.text.contains("keys.toml:2:1: mend it"))
        desk.type("Jx")
        desk.press([Key(.enter)])
        #expect(desk.text.contains("!! that cannot be read") && !desk.text.contains("mend it"))
    }

    @Test("A drill is ended by a yes alone, in capitals too")
    func yesEnds() {
        let desk = Desk()
        for answer in ["n", "q", "x"] { desk.type("e" + answer) }
        desk.press([Key(.character("e")), Key(.enter)])
        #expect(desk.requests.isEmpty)
        desk.type("ey")
        desk.type("eY")
        #expect(desk.requests.map(\.verb) == [.end, .end])
    }

    @Test("Under another keyboard layout the same keys are meant; text is text")
    func otherLayouts() {
        let desk = Desk()
        desk.type("з")
        #expect(desk.requests.map(\.verb) == [.pause])
        desk.type("ьпривет")
        desk.press([Key(.enter)])
        #expect(desk.requests.last?.text == "привет")
    }

    @Test("A key in the trainer's section that cannot stand is reported as any other")
    func problemsAreReported() {
        func kinds(_ lines: String) -> [KeymapProblem.Kind] {
            Keymap.builtIn.merging(text: "[trainer]\n" + lines, file: "keys.toml").problems.map(\.kind)
        }
        #expect(kinds("x = \"undo\"") == [.unknownCommand], "an operator's command")
        #expect(kinds("\"ctrl-e\" = \"step-drill\"") == [.clashesWithAlways])
        #expect(kinds("\"p p\" = \"step-drill\"") == [.unreachableChord])
        #expect(kinds("n = \"\"") == [.keyless])
        let keyless = Keymap.builtIn.merging(text: "[trainer]\nn = \"\"", file: "keys.toml").problems.first
        #expect(keyless?.message(in: .english).contains(":step-drill") == false, "there is no line to type it on")
        let near = Keymap.builtIn.merging(text: "[trainer]\nx = \"step-dril\"", file: "keys.toml").problems.first
        #expect(near?.message(in: .english).contains("\"step-drill\"") == true)
        let operators = Keymap.builtIn.merging(text: "[normal]\nx = \"step-drill\"", file: "keys.toml").problems
        #expect(operators.map(\.kind) == [.unknownCommand])
    }
}

import DrillRoom
import Shell
import TestSupport
import Testing

@testable import watchfloor

/// What a trainer types is understood whole or not at all.
@Suite(.tags(.process), .full) struct TypedOrderTests {
    private func read(_ line: String) throws -> TypedOrder {
        try TypedOrder(line.split(separator: " ").map(String.init)) { ["dispute", "lin"].contains($0.text) }
    }

    @Test(
        "a command takes no word that it does not understand",
        arguments: [
            "end dispute", "pause lin-typo", "end now", "resume x", "step 5", "status extra words", "speed 4 lin",
            "speed 1 0", "lin end now", "inject knife now", "jump 10 m now",
        ])
    func tooMuch(_ line: String) throws {
        let failure = #expect(throws: Failure.self) { try read(line) }
        #expect(failure?.code == .usage && failure?.message.contains("not understood") == true, "\(line)")
    }

    @Test("a drill's name behind the command is put before it in the remedy")
    func nameBehind() throws {
        let failure = #expect(throws: Failure.self) { try read("end dispute") }
        #expect(failure?.remedy.contains("drill control dispute end") == true)
    }

    @Test(
        "a mistyped command is answered with those there are",
        arguments: ["frobnicate", "frobnicate now", "lin fly", "../x"])
    func mistyped(_ line: String) throws {
        let failure = #expect(throws: Failure.self) { try read(line) }
        #expect(failure?.code == .usage && failure?.remedy.contains("pause, resume") == true, "\(line)")
    }

    @Test("names, commands and their words are told apart")
    func understood() throws {
        let named = try read("dispute snapshot the third call")
        #expect(named.drill?.text == "dispute" && named.verb == .snapshot && named.rest == ["the", "third", "call"])
        let console = try read("lin")
        #expect(console.drill?.text == "lin" && console.verb == nil)
        // A drill that is not there is told by its name, not as a command.
        #expect(try read("other end").drill?.text == "other")
        #expect(try read("jump 1h 30m").rest == ["1h", "30m"])
        #expect(try read("").drill == nil && read("").verb == nil)
    }
}

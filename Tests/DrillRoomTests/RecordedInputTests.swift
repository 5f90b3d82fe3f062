import Dashboard
import Foundation
import TerminalKit
import Testing

@testable import DrillRoom

/// What is taken down can be read again, whatever was typed.
@Suite struct RecordedInputTests {
    static func key(_ text: String) -> Key? { (try? KeyNotation.parse(text))?.first }

    private static let inputs: [TerminalInput] = [
        .key(Key(.character("a"))), .key(Key(.character("A"))), .key(Key(.character(" "))), .key(Key(.character("-"))),
        .key(Key(.character("p"), .control)), .key(Key(.character("x"), .alt)), .key(Key(.tab, .shift)),
        .key(Key(.function(12))), .key(Key(.character("派"))), .key(Key(.character("\u{301}"))),
        .key(Key(.character("\u{E000}"), .alt)), .key(Key(.character("\u{202E}"))), .paste("a\u{1B}[31m\n\"b\""),
        .resized(Size(columns: 80, rows: 24)), .mouse(MouseEvent(action: .wheelDown, column: 3, row: 4)),
    ]

    @Test func everyInputComesBack() throws {
        for input in RecordedInputTests.inputs {
            var line = RecordedInput(number: 1, at: 2, position: 3)
            let isTaken = line.takeInput(input)
            #expect(isTaken)
            let bytes = try JSONEncoder().encode(line)
            #expect(!bytes.contains(0x0A))
            let read = try JSONDecoder().decode(RecordedInput.self, from: bytes)
            #expect(read == line)
            #expect(read.input == input, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func whatIsNoInputIsNotTakenDown() {
        var line = RecordedInput(number: 1, at: 2, position: 3)
        for input in [TerminalInput.ended(signal: 15), .resumed] {
            let isTaken = line.takeInput(input)
            #expect(!isTaken)
        }
    }

    @Test func anUnfinishedLastLineIsLeftOutAndAWrongOneNamed() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/keys.jsonl"
        let good = #"{"n":1,"at":5,"position":0,"key":"a"}"#
        try (good + "\n" + #"{"n":2,"at":"#).write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try LineFile.read(path, as: RecordedInput.self).map(\.number) == [1])
        try (good + "\nnonsense\n" + good + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let problem = #expect(throws: DrillProblem.self) { _ = try LineFile.read(path, as: RecordedInput.self) }
        #expect(problem?.english.contains("keys.jsonl:2:") == true)
    }
}

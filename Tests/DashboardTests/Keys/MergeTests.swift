import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

private let dispatch: [Mode] = [.dispatch, .normal, .always]

/// Merges a file over the defaults.
private func merge(_ text: String) -> (keymap: Keymap, problems: [KeymapProblem]) {
    Keymap.builtIn.merging(text: text, file: "keys.toml")
}

/// The kinds and lines of problems: `unknownMode@3`.
private func places(_ problems: [KeymapProblem]) -> [String] {
    problems.map { "\($0.kind.rawValue)@\($0.line):\($0.column)" }
}

struct MergeTests {
    @Test func theFileStandsOverTheDefaults() {
        let text = """
            # My keys
            [dispatch]
            "ctrl-t" = "triage"   # as on the old desk
            "t" = ""
            x = "note"
            'e q' = 'close-incident'

            [always]
            "ctrl-x" = "emergency"
            """
        let (keymap, problems) = merge(text)
        #expect(problems.isEmpty, "\(problems)")
        #expect(keymap.outcome(dispatch, "ctrl-t") == .command(.triage))
        #expect(keymap.outcome(dispatch, "t") == .none)
        #expect(keymap.outcome(dispatch, "e t") == .command(.triage))
        #expect(keymap.outcome(dispatch, "x") == .command(.note))
        #expect(keymap.outcome(dispatch, "e q") == .command(.closeIncident))
        #expect(keymap.outcome([.input], "ctrl-x") == .command(.emergency))
        #expect(keymap.outcome(dispatch, "a") == .command(.assign))
        #expect(keymap.keys(for: .triage, chain: dispatch).first == chord("ctrl-t"), "the user's key is shown first")
        let origins = keymap.bindings(of: .triage).map(\.origin)
        #expect(origins.first == .file("keys.toml", line: 3, column: 1))
    }

    @Test func quotesAndEscapesAreRead() {
        let text =
            "[ normal ]\n'\\' = 'undo' # literal\n\"\\u0023\" = \"filter\"#\n\"\\\"\"=\"top\"\n\t\"=\"\t=\t\"sort\""
        let (keymap, problems) = merge(text)
        #expect(problems.isEmpty, "\(problems)")
        #expect(keymap.outcome([.normal], "\\") == .command(.undo))
        #expect(keymap.outcome([.normal], "#") == .command(.filter))
        #expect(keymap.outcome([.normal], "\"") == .command(.top))
        #expect(keymap.outcome([.normal], "=") == .command(.sort))
    }

    @Test func anEmptyFileChangesNothing() {
        for text in ["", "\n\n# nothing\n", "[normal]\n", "\u{FEFF}[normal]\r\n"] {
            let (keymap, problems) = merge(text)
            #expect(problems.isEmpty)
            #expect(keymap.bindings == Keymap.builtIn.bindings)
        }
    }

    @Test func oneFileGoesOverAnother() {
        let site = Keymap.builtIn.merging(text: "[normal]\n\"ctrl-g\" = \"undo\"", file: "/etc/watchfloor/keys.toml")
        let own = site.keymap.merging(
            text: "[normal]\n\"ctrl-g\" = \"filter\"\n\"ctrl-g x\" = \"quit\"", file: "keys.toml")
        #expect(own.keymap.outcome([.normal], "ctrl-g") == .command(.filter))
        #expect(places(own.problems) == ["unreachableChord@3:1"])
    }

    /// Each kind of problem at its line and column; the other lines of the file stand.
    @Test(arguments: [
        ("[dispatch]\n\"t\" \"triage\"", ["syntax@2:5"]),
        ("[dispatch\nt = \"triage\"", ["syntax@1:10"]),
        ("[dispatch]\nt = 5", ["syntax@2:5"]),
        ("[dispatch]\n? = \"help\"", ["syntax@2:1"]),
        ("[[dispatch]]\nt = \"triage\"", ["syntax@1:2"]), ("[=]", ["syntax@1:2"]), ("[", ["syntax@1:2"]),
        ("[normal]\nu = \"undo\" x", ["syntax@2:12"]), ("[normal]\nu = \"undo", ["syntax@2:10"]),
        ("[normal]\n\"\\q\" = \"undo\"", ["syntax@2:4"]), ("[normal]\n\"\\uD800\" = \"undo\"", ["syntax@2:8"]),
        ("\"t\" = \"triage\"", ["unknownMode@1:1"]),
        ("[dispach]\nt = \"triage\"\nn = \"note\"", ["unknownMode@1:1"]),
        ("[dispatch.more]\nt = \"triage\"", ["unknownMode@1:1"]),
        ("[dispatch]\nt = \"\"\n  \"ctrl-t\" = \"triaeg\"", ["unknownCommand@3:14"]),
        ("[dispatch]\n\"contrl-t\" = \"triage\"", ["unreadableKey@2:1"]),
        ("[dispatch]\n\"\" = \"triage\"", ["unreadableKey@2:1"]),
        ("[dispatch]\n\"a\\u0000b\" = \"triage\"", ["unreadableKey@2:1"]),
        ("[normal]\n\"ctrl-i\" = \"undo\"", ["neverArrives@2:1"]),
        ("[normal]\n\"ctrl-m\" = \"undo\"\n\"ctrl-[\" = \"undo\"", ["neverArrives@2:1", "neverArrives@3:1"]),
        ("[normal]\n\"alt-]\" = \"undo\"\n\"alt-P\" = \"undo\"", ["neverArrives@2:1", "neverArrives@3:1"]),
        ("[always]\n\"x\" = \"emergency\"", ["takesTyping@2:1"]),
        ("[always]\n\"enter\" = \"emergency\"", ["takesTyping@2:1"]),
        ("[input]\n\"j j\" = \"cancel\"", ["takesTyping@2:1"]),
        ("[normal]\n\"ctrl-t\" = \"undo\"\n\"Ctrl-T\" = \"filter\"", ["duplicate@3:1"]),
        ("[always]\n\"ctrl-b ctrl-t\" = \"undo\"\n\"ctrl-t\" = \"filter\"", ["clashesWithAlways@2:1"]),
        ("[normal]\n\"ctrl-t\" = \"undo\"\n[normal]\n\"ctrl-t\" = \"filter\"", ["duplicate@4:1"]),
        ("[normal]\ne = \"undo\"", ["hidesChord@2:1"]),
        ("[dispatch]\nv = \"undo\"", ["hidesChord@2:1"]),
        ("[normal]\n\"ctrl-x a\" = \"undo\"\n\"ctrl-x\" = \"undo\"", ["hidesChord@3:1"]),
        ("[normal]\n\"u u\" = \"undo\"", ["unreachableChord@2:1"]),
        ("[normal]\n\"ctrl-x\" = \"undo\"\n\"ctrl-x a\" = \"undo\"", ["unreachableChord@3:1"]),
        ("[normal]\n\"ctrl-e\" = \"undo\"", ["clashesWithAlways@2:1"]),
        ("[normal]\n\"e ctrl-e\" = \"undo\"", ["clashesWithAlways@2:1"]),
        ("[input]\n\"ctrl-e\" = \"cursor-end\"", ["clashesWithAlways@2:1"]),
        ("[always]\n\"ctrl-x\" = \"redraw\"\n[normal]\n\"ctrl-x\" = \"undo\"", ["clashesWithAlways@4:1"]),
        ("[always]\n\"ctrl-x e\" = \"redraw\"\n[normal]\n\"ctrl-x\" = \"undo\"", ["clashesWithAlways@4:1"]),
        ("[normal]\n\"ctrl-t\" = \"\"", ["nothingToUnbind@2:1"]),
        ("[normal]\n\"ctrl-p\" = \"undo\"", ["keyless@2:1"]),
        ("[normal]\nu = \"\"", ["keyless@2:1"]),
        ("[always]\n\"ctrl-p\" = \"redraw\"", ["keyless@2:1"]),
        ("[always]\n\"ctrl-e\" = \"undo\"", ["emergencyMoved@2:1"]), ("[always]\nf12 = \"\"", ["emergencyMoved@2:1"]),
        ("[always]\n\"ctrl-e\" = \"\"\n\"f12\" = \"\"", ["emergencyKeyless@2:1", "emergencyKeyless@3:1"]),
        ("[always]\n\"ctrl-e\" = \"redraw\"\n\"f12\" = \"redraw\"", ["emergencyKeyless@2:1", "emergencyKeyless@3:1"]),
    ])
    func findsTheProblem(_ text: String, _ expected: [String]) {
        let (keymap, problems) = merge(text + "\n[detail]\n\"ctrl-y\" = \"note\"\n")
        #expect(places(problems) == expected)
        #expect(keymap.outcome([.detail], "ctrl-y") == .command(.note), "the good lines stand")
        for problem in problems {
            #expect(problem.isSkipped == ![.keyless, .emergencyMoved].contains(problem.kind))
            #expect(!problem.what.english.isEmpty && !problem.what.chinese.isEmpty)
            #expect(!problem.remedy.english.isEmpty && !problem.remedy.chinese.isEmpty)
            #expect(problem.message(in: .english).hasPrefix("keys.toml:\(problem.line):\(problem.column): "))
        }
        for mode in Mode.allCases {
            #expect(!keymap.keys(for: .emergency, chain: mode.chain).isEmpty)
        }
    }

    /// Whatever was skipped, the key still does what it did.
    @Test(arguments: [
        ("[normal]\ne = \"undo\"", "e c", CommandName.create), ("[normal]\n\"u u\" = \"top\"", "u", .undo),
        ("[normal]\n\"ctrl-e\" = \"undo\"", "ctrl-e", .emergency), ("[normal]\nu = \"undoo\"", "u", .undo),
        ("[always]\n\"ctrl-e\" = \"\"\n\"f12\" = \"undo\"", "f12", .emergency),
        ("[normal]\n\"ctrl-t\" = \"top\"\n\"ctrl-t\" = \"undo\"", "ctrl-t", .top),
    ])
    func aSkippedLineChangesNothing(_ text: String, _ typed: String, _ command: CommandName) {
        #expect(merge(text).keymap.outcome(dispatch, typed) == .command(command))
    }

    @Test func namesBothPlacesAndARemedy() {
        let always = merge("[normal]\n\"ctrl-e\" = \"undo\"").problems.first
        #expect(
            always?.message(in: .english)
                == "keys.toml:2:1: ctrl-e clashes with a key that is live everywhere: "
                + "ctrl-e (emergency in [always], built-in default). Choose another key.")
        #expect(always?.message(in: .chinese).contains("内置默认") == true)
        let own = merge("[always]\n\"ctrl-x\" = \"redraw\"\n[normal]\n \"ctrl-x\" = \"undo\"").problems.first
        #expect(own?.what.english.contains("keys.toml:2:1") == true)
        #expect(own?.message(in: .english).hasPrefix("keys.toml:4:2: ") == true)
        let command = merge("[normal]\n\"ctrl-t\" = \"triaeg\"").problems.first
        #expect(command?.remedy.english == "You may mean \"triage\"")
        let mode = merge("[dispach]").problems.first
        #expect(mode?.remedy.english == "You may mean [dispatch]")
        let chords = merge("[normal]\ne = \"undo\"").problems.first
        #expect(chords?.what.english == "e would hide the chord e c (create in [normal], built-in default)")
    }

    @Test func chordsCanBeMovedInOneFile() {
        let chords = Binding.builtIn.filter { $0.mode == .normal && $0.keys.first == key("e") }
        let unbind = chords.map { "\"\(KeyNotation.text(of: $0.keys))\" = \"\"\n" }.joined()
        let (keymap, problems) = merge("[normal]\ne = \"undo\"\nf9 = \"split\"\nf10 = \"correct-caller\"\n" + unbind)
        #expect(problems.isEmpty, "\(problems)")
        #expect(keymap.outcome([.normal], "e") == .command(.undo))
    }

    @Test func aKeptChordComesBackBeforeAKeyHidesIt() {
        let chords = Binding.builtIn.filter { $0.mode == .normal && $0.keys.first == key("e") && $0.command != .create }
        let unbind = chords.map { "\"\(KeyNotation.text(of: $0.keys))\" = \"\"\n" }.joined()
        let (keymap, problems) = merge(
            "[normal]\nf9 = \"split\"\nf10 = \"correct-caller\"\n\"e\" = \"undo\"\n\"e c\" = \"top\"\n" + unbind)
        #expect(problems.map(\.kind) == [.hidesChord])
        #expect(keymap.outcome([.normal], "e c") == .command(.top))
    }

    @Test func theEmergencyMayMove() {
        let (keymap, problems) = merge(
            "[always]\n\"ctrl-e\" = \"\"\n\"f12\" = \"\"\n\"ctrl-x\" = \"emergency\"\n[input]\n\"ctrl-e\" = \"cursor-end\""
        )
        #expect(places(problems) == ["emergencyMoved@2:1", "emergencyMoved@3:1"], "it is told, and holds")
        #expect(keymap.outcome([.confirm], "ctrl-x") == .command(.emergency))
        #expect(keymap.outcome([.input], "ctrl-e") == .command(.cursorEnd))
    }

    @Test func hostileTextIsBoundedAndMadeVisible() {
        let flood = "[normal]\n" + String(repeating: "\"bad key name\" = \"x\"\n", count: 1_000)
        let problems = merge(flood).problems
        #expect(problems.count == KeymapMerge.problemLimit + 1)
        #expect(problems.last?.kind == .more)
        #expect(problems.last?.what.english == "800 further problems are not listed")
        #expect(merge(String(repeating: "#", count: 70_000)).problems.map(\.kind) == [.tooLarge])
        let nasty =
            "[normal]\n\"\\u001b[31m\" = \"x\"\n\"ctrl-t\" = \"\\u202E\\u001b]52;\"\n[\"\\u001b\"]\nx\u{1B} = 1\n\0 = 2"
        let found = merge(nasty).problems
        #expect(found.map(\.line) == [2, 3, 4, 5, 6])
        for problem in found {
            for language in Language.allCases {
                let shown = problem.message(in: language).unicodeScalars
                #expect(shown.allSatisfy { $0 == " " || $0.isPrintable }, "\(problem)")
            }
        }
    }

    @Test func textsThatNest() {
        let deep = [
            "[" + String(repeating: "a.", count: 20_000) + "a]", String(repeating: "a.", count: 20_000) + "a = \"x\"",
            "x = " + String(repeating: "[", count: 500), "x = " + String(repeating: "{a=", count: 160),
            "[" + String(repeating: "a.", count: 200) + "a]", String(repeating: "a.", count: 200) + "a = \"x\"",
        ]
        for line in deep {
            #expect(merge(line).problems.count == 1, "\(line.prefix(20))")
        }
    }

    /// Heaps of signs: no trap, and nothing that is not shown plainly.
    @Test(.full) func heapsOfSignsMergeCalmly() {
        let seed: UInt64 = 4_711
        var generator = Seeded(seed)
        let pieces = [
            "[", "]", "\"", "'", "=", ".", "\n", "#", "{", "}", "\\", "\\u0000", "\\U0001F693", " ", "\t", "\r", "\0",
            "normal",
            "[normal]\n", "\"u\" = \"undo\"\n", ",", "1979-05-27T07:32:00Z", "1e9999", "0x", "\"\"\"", "派", "\u{1B}",
            "\u{FEFF}",
        ]
        for round in 0..<600 {
            var text = ""
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
            }
            for problem in merge(text).problems {
                let shown = problem.message(in: .english).unicodeScalars
                #expect(shown.allSatisfy { $0 == " " || $0.isPrintable }, "seed \(seed), round \(round): \(problem)")
            }
        }
    }

    /// Random files: never a trap, the emergency always there, every command either bound or reported.
    @Test func randomFilesMergeCalmly() {
        let seed: UInt64 = 99
        var generator = Seeded(seed)
        let words = CommandName.allCases.map(\.rawValue) + ["", "", "", "", "nonsense"]
        for round in 0..<150 {
            var text = ""
            for _ in 0..<Int.random(in: 1...60, using: &generator) {
                let mode = Mode.allCases.randomElement(using: &generator) ?? .normal
                let old = Binding.builtIn.randomElement(using: &generator)?.keys ?? []
                let isOld = Bool.random(using: &generator)
                let typed = isOld ? old : [anyKey(using: &generator), anyKey(using: &generator)]
                let shown = KeyNotation.text(of: Array(typed.prefix(Int.random(in: 1...2, using: &generator))))
                let escaped = shown.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                text += "[\(mode.rawValue)]\n\"\(escaped)\" = \"\(words.randomElement(using: &generator) ?? "")\"\n"
            }
            let (keymap, problems) = merge(text)
            let context = Comment(rawValue: "seed \(seed), round \(round)\n\(text)")
            #expect(
                keymap.outcome([.input], "ctrl-e") != .none || !keymap.keys(for: .emergency, chain: [.input]).isEmpty)
            #expect(!keymap.keys(for: .emergency, chain: [.input]).isEmpty, context)
            let keyless = Set(Binding.builtIn.map(\.command)).subtracting(keymap.bindings.map(\.command))
            let reported = problems.filter { $0.kind == .keyless }.count
            #expect(reported == keyless.count, context)
            expectNoHiddenKeys(keymap, context)
        }
    }

    /// Within a mode every binding is reachable by its keys.
    private func expectNoHiddenKeys(_ keymap: Keymap, _ context: Comment) {
        for binding in keymap.bindings {
            let outcome = keymap.lookup(
                chain: [binding.mode], pending: Array(binding.keys.dropLast()),
                key: binding.keys[binding.keys.count - 1])
            #expect(outcome == .command(binding.command), context)
        }
    }
}

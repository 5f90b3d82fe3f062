import Foundation
import Testing

/// Every source file, taken apart.
private let files = SourceFile.all.map { (path: $0.path, text: $0.text) }

private func texts(of target: String) -> [(path: String, text: SwiftText)] {
    files.filter { $0.path.hasPrefix("Sources/\(target)/") }
}

/// Sentences that nothing in the sources uses, and why they stay.
private let unused: [String: String] = [:]

/// Literals of `Wording` that look like a key and are none, and why.
private let noKeys: [String: String] = [
    "y: it also ends when the alert does": "y is typed into the field as its text",
    "请按 #1234 的形式输入": "# stands before a position that is typed; 按 means in the form of",
]

/// True for a literal that names a key as fixed text.
private func namesKey(_ literal: String) -> Bool {
    // `Esc`, `Enter`, `Tab`, `F1` and keys held with others.
    literal.contains(/(?:^|[^A-Za-z])(?:Esc|Enter|Tab|F[1-9][0-2]?|Ctrl-.|Alt-.|Shift-.)(?:$|[^A-Za-z0-9])/)
        // `press x` and `按 x`.
        || literal.contains(/[Pp]ress (?:[^a§“]|a(?:$|[^g]))|按 ?[A-Za-z0-9!-\/:-@]/)
        // `… · F`, and `y: …`.
        || literal.contains(#/· [!-~](?:$| )|^[a-z?]: /#)
        // A line with the key that opens it: `:speed`, `after :`.
        || literal.contains(/(?:^|[\s(（]):[a-z]|[\s(（]:$/)
}

@Suite("The sentences of the console")
struct SentenceRulesTests {
    @Test("Every sentence is shown, or part of one that is")
    func nothingDead() {
        var uses: Set<CodeName> = []
        for (_, text) in files { uses.formUnion(text.uses) }
        let names = Set(uses.filter(\.label.isEmpty).map(\.name))
        let written = texts(of: "Wording")
        #expect(written.flatMap(\.text.sentences).count > 300)
        for (file, text) in written {
            for sentence in text.sentences where unused[sentence.name] == nil {
                #expect(
                    uses.contains(sentence) || names.contains(sentence.name),
                    "\(file): nobody shows \(sentence.name)(\(sentence.label))")
            }
        }
    }

    @Test("The consoles write no sentence themselves", arguments: ["Dashboard", "DrillRoom"])
    func oneTarget(folder: String) {
        let found = texts(of: folder)
        #expect(!found.isEmpty)
        for (file, text) in found {
            let said = text.code.contains(/pick\(\s*""/)
            #expect(!said, "\(file) writes a sentence in two languages; it belongs in Wording")
        }
    }

    @Test("No sentence names a key as fixed text")
    func keysAreArguments() {
        for (file, text) in texts(of: "Wording") {
            for literal in text.literals where noKeys[literal] == nil {
                #expect(!namesKey(literal), "\(file): “\(literal)” names a key; take Words.key or an argument")
            }
        }
    }

    @Test("What a rule looks for is found in what breaks it")
    func rulesCanFail() {
        let text = SwiftText(
            """
            // "Press c" in a comment is nobody's sentence.
            package func greeting(_ name: String) -> String { pick("Press c, \\(list([name, "x"])) \\(clock(now: at))", "按 c") }
            package func said(by name: String) -> String { greeting(name) }
            package var mark: String { "a" + mark(of: 3) }
            """)
        #expect(text.literals == ["x", "Press c, § §", "按 c", "a"])
        #expect(
            text.sentences == [
                CodeName(name: "greeting", label: "_"), CodeName(name: "said", label: "by"), CodeName(name: "mark"),
            ])
        #expect(text.uses.contains(CodeName(name: "greeting", label: "_")))
        #expect(text.uses.contains(CodeName(name: "clock", label: "now")))
        #expect(!text.uses.contains(CodeName(name: "said", label: "by")))
        #expect(!text.uses.contains(CodeName(name: "mark")))
        #expect(text.code.contains(/pick\(\s*""/) == false)
        #expect(SwiftText(#"words.pick("a", "b")"#).code.contains(/pick\(\s*""/))
    }

    @Test(
        "A key in a sentence is found",
        arguments: [
            "Press c to enter one.", "press F1", "Tab completes", "Enter：紧急求助", "§ does nothing · Esc leaves",
            "按 F1 查看全部",
            "按Esc返回", "not in the filter · F", "such as :speed 4", "Profiles (:profile NAME)", "after :",
            "y: it also ends",
            "Ctrl-C leaves", "press a",
        ])
    func keysAreFound(literal: String) {
        #expect(namesKey(literal))
    }

    @Test(
        "What only looks like a key is not",
        arguments: [
            "Press § to enter one.", "nothing done · press again", "按 § 查看全部", "按原样以“§”办结", "再按一次", "§: §", ": §", "、",
            "§ · §", "P1", "Entered in error", "§ min",
        ])
    func othersAreNot(literal: String) {
        #expect(!namesKey(literal))
    }
}

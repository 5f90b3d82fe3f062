import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Dashboard

/// An exercise says that it is one on every frame, at every size, whatever lies over the panes.
@Suite("The exercise mark")
struct ExerciseMarkTests {
    private static let sizes = [
        (8, 1), (9, 2), (20, 5), (30, 3), (59, 15), (60, 16), (80, 24), (112, 34), (160, 48), (240, 67), (300, 100),
    ]

    private func mark(_ language: Language) -> String { Words(language).mode(.exercise) }

    @Test("at every size", arguments: Language.allCases)
    func sizes(language: Language) {
        for (columns, rows) in ExerciseMarkTests.sizes {
            var fixture = Fixture.evening()
            fixture.strip.watching = true
            fixture.strip.journal = .full
            let text = fixture.draw(columns, rows, language).text()
            #expect(text.contains(mark(language)), "\(columns)x\(rows):\n\(text)")
        }
    }

    @Test("once more in every pop-up's own edge", arguments: Language.allCases)
    func popups(language: Language) {
        let overlays: [any Layer] = [
            HelpView(rows: [HelpRow(.text, text: "a")]),
            MenuView(title: "m", rows: [KeyHint("1", "one")]),
            PaletteView(rows: []), FormView(title: "f", fields: [.init(label: "l")]),
            ConfirmView(question: "q", buttons: [KeyHint("n", "no")]),
            LettersView(DeadLetterList()),
            WhichKeyView(keys: "v", rows: (0..<9).map { KeyHint("\($0)", "what it does") }),
        ]
        for overlay in overlays {
            for (columns, rows) in [(80, 24), (160, 48)] {
                var fixture = Fixture.evening()
                fixture.view.layers.open(overlay)
                let lines = fixture.draw(columns, rows, language).text().split(separator: "\n")
                #expect(lines.dropFirst().contains { $0.contains(mark(language)) }, "\(columns)x\(rows) \(overlay)")
            }
        }
    }

    @Test("a live board never carries it")
    func live() {
        var fixture = Fixture.evening()
        fixture.strip.mode = .live
        for (columns, rows) in ExerciseMarkTests.sizes {
            #expect(!fixture.draw(columns, rows, .english).text().contains("EXERCISE"), "\(columns)x\(rows)")
        }
    }

    @Test(
        "the trainer's message stands over the panes in both languages, hostile text and all",
        arguments: Language.allCases)
    func banner(language: Language) {
        for (columns, rows) in [(60, 16), (80, 24), (160, 48)] {
            var fixture = Fixture.evening()
            fixture.view.banner = BannerView(
                title: "trainer",
                lines: ["watch the \u{1B}[31mharbour\u{202E} " + String(repeating: "long ", count: 20)],
                hint: "Esc")
            let grid = fixture.draw(columns, rows, language)
            let text = grid.text()
            #expect(text.contains("watch the"), "\(columns)x\(rows)\n\(text)")
            #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
        }
    }
}

import Dashboard
import DispatchModel
import Foundation
import TerminalKit
import TestSupport
import Testing
import Wording

private let dispatch: [Mode] = [.dispatch, .normal, .always]

struct HelpTests {
    @Test func helpNamesEveryCommandInBothLanguages() {
        for language in Language.allCases {
            let help = HelpText(keymap: .builtIn, language: language)
            let names = help.sections.flatMap(\.rows).map(\.name)
            #expect(names.count == CommandName.allCases.count && Set(names) == Set(CommandName.allCases))
            let text = help.plainText
            let markdown = help.markdown()
            for name in CommandName.allCases {
                #expect(text.contains(":\(name.rawValue)") && markdown.contains("`:\(name.rawValue)"))
                #expect(text.contains(Catalogue.entry(name).help[language]))
            }
        }
    }

    @Test func helpOfAPlaceHasTheKeysOfThatPlace() {
        let help = HelpText(keymap: .builtIn, language: .english, chain: [.alerts, .normal, .always])
        let rows = help.sections.flatMap(\.rows)
        let keys = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.keys.map(\.keys)) })
        #expect(keys[.acknowledge] == ["a", "space"])
        #expect(keys[.openAlertSubject] == ["enter"])
        #expect(keys[.open] == nil && keys[.assign] == nil && keys[.pick1] == nil && keys[.quit] == nil)
        #expect(keys[.emergency] == ["ctrl-e", "f12"])
    }

    @Test func helpFollowsTheUsersKeys() {
        let keymap = Keymap.builtIn.merging(text: "[dispatch]\n\"ctrl-t\" = \"triage\"\nt = \"\"", file: "k").keymap
        let rows = HelpText(keymap: keymap, language: .english, chain: dispatch).sections.flatMap(\.rows)
        #expect(rows.first { $0.name == .triage }?.keys.map(\.keys) == ["ctrl-t", "e t"])
    }

    @Test func aReasonIsShown() {
        let help = HelpText(keymap: .builtIn, language: .english) { $0 == .undo ? "nothing to undo" : nil }
        let row = help.sections.flatMap(\.rows).first { $0.name == .undo }
        #expect(row?.disabledReason == "nothing to undo")
        #expect(help.plainText.contains("Undo your own last action [nothing to undo]"))
    }

    @Test func keysNameTheirModes() {
        let rows = HelpText(keymap: .builtIn, language: .english).sections.flatMap(\.rows)
        let texts = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.keysText(in: .english)) })
        #expect(texts[.sendPlan] == "r (dispatch, detail, map); p (assign)")
        #expect(texts[.emergency] == "ctrl-e, f12")
        #expect(texts[.up] == "up, k; ctrl-p (palette)")
        #expect(rows.first { $0.name == .goTo }?.commandText == ":go-to INCIDENT|UNIT")
    }

    @Test func columnsAlign() {
        for language in Language.allCases {
            let lines = HelpText(keymap: .builtIn, language: language).plainText.split(separator: "\n")
            let quit = lines.first { $0.contains(":quit") } ?? ""
            let suspend = lines.first { $0.contains(":suspend") } ?? ""
            let column = { (line: Substring) in line.prefix { $0 != ":" }.count }
            #expect(column(quit) == column(suspend) && column(quit) > 4)
        }
    }

    @Test func markdownCellsHold() {
        let keymap = Keymap.builtIn.merging(text: "[normal]\n\"|\" = \"undo\"\n\"\\\\\" = \"filter\"", file: "k").keymap
        let lines = HelpText(keymap: keymap, language: .english).markdown(headingLevel: 2).split(separator: "\n")
        #expect(lines.first == "## Moving about")
        #expect(lines.contains { $0.hasPrefix("| \\|, u |") })
        for line in lines where line.hasPrefix("|") {
            let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").filter { $0 == "|" }.count
            #expect(bars == 4, "\(line)")
        }
    }

    @Test func helpIsEncodable() throws {
        let help = HelpText(keymap: .builtIn, language: .chinese, chain: dispatch)
        let data = try JSONEncoder().encode(help)
        #expect(try JSONDecoder().decode(HelpText.self, from: data) == help)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("\"send-plan\"") && text.contains("\"zh-Hans\""))
    }

    @Test func hintsComeByImportance() {
        let hints = Keymap.builtIn.hints(chain: dispatch, language: .english)
        #expect(hints.prefix(4).map(\.command) == [.assign, .sendPlan, .help, .create])
        #expect(hints.first == CommandHint(command: .assign, keys: "a", label: "assign"))
        let alerts = Keymap.builtIn.hints(chain: [.alerts, .normal, .always], language: .english).map(\.command)
        #expect(alerts.first == .acknowledge && alerts.contains(.emergency) && !alerts.contains(.triage))
        #expect(hints.count >= 12)
        let chinese = Keymap.builtIn.hints(chain: dispatch, language: .chinese) { $0 != .assign }
        #expect(chinese.first?.label == "按预案派")
        for mode in [Mode.alerts, .units, .assign, .confirm, .input, .palette, .menu, .help] {
            #expect(!Keymap.builtIn.hints(chain: mode.chain, language: .english).isEmpty, "\(mode)")
        }
        let confirm = Keymap.builtIn.hints(chain: Mode.confirm.chain, language: .english)
        #expect(confirm.prefix(2).map(\.keys) == ["y", "n"])
    }

    @Test func everyHintRunsItsCommand() {
        for mode in Mode.allCases {
            for hint in Keymap.builtIn.hints(chain: mode.chain, language: .english) {
                #expect(Keymap.builtIn.outcome(mode.chain, hint.keys) == .command(hint.command))
                #expect(hint.label.split(separator: " ").count <= 2)
            }
        }
    }
}

struct PaletteTests {
    @Test(arguments: [
        ("triage", Language.english, CommandName.triage), ("tri", .english, .triage),
        ("nw", .english, .nextWaiting),
        ("sos", .english, .statusOnScene), ("ooser", .english, .statusOutOfService), ("unassign", .english, .withdraw),
        ("priority raise", .english, .raisePriority), ("duplicate", .english, .duplicates), ("q", .english, .quit),
        ("合并", .english, .merge), ("分流", .chinese, .triage), ("预案", .chinese, .sendPlan),
        ("duplicate", .chinese, .duplicates),
        ("ｔｒｉａｇｅ", .chinese, .triage), ("TRIAGE", .english, .triage), ("en route", .english, .statusEnRoute),
    ])
    func findsFirst(_ query: String, _ language: Language, _ command: CommandName) {
        let found = PaletteSearch.matches(query, language: language)
        #expect(found.first?.command == command, "\(found.prefix(3))")
    }

    @Test func anEmptyQueryShowsEverything() {
        let all = PaletteSearch.matches("  ", language: .english, limit: .max)
        #expect(all.map(\.command) == PaletteSearch.offered.map(\.name))
        #expect(PaletteSearch.matches("", language: .english, limit: 5).count == 5)
        #expect(PaletteSearch.matches("", language: .english, limit: -1).isEmpty)
    }

    @Test func everyWordMustFit() {
        #expect(PaletteSearch.matches("triage zzzz", language: .english).isEmpty)
        #expect(PaletteSearch.matches(String(repeating: "x", count: 10_000), language: .english).isEmpty)
    }

    @Test func everyOfferedCommandIsFoundByItsName() {
        for entry in PaletteSearch.offered {
            let found = PaletteSearch.matches(entry.name.rawValue, language: .chinese)
            #expect(found.first?.command == entry.name)
            #expect(found.first?.highlights == Array(entry.name.rawValue.indices.enumerated().map(\.offset)))
        }
    }

    @Test func highlightsAreTheLettersTyped() {
        let match = PaletteSearch.matches("nw", language: .english).first
        #expect(match?.highlights == [0, 5])
    }

    @Test func randomQueriesFindOnlyWhatIsThere() {
        let seed: UInt64 = 5
        var generator = Seeded(seed)
        let letters = Array("abcdeinorst -派警：ａ🚓\u{0}\u{202E}".unicodeScalars)
        for round in 0..<300 {
            var query = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                query.append(letters.randomElement(using: &generator) ?? "a")
            }
            for match in PaletteSearch.matches(String(query), language: .english) {
                let count = match.command.rawValue.unicodeScalars.count
                #expect(match.highlights.allSatisfy { (0..<count).contains($0) }, "seed \(seed), round \(round)")
            }
        }
    }
}

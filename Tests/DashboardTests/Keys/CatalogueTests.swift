import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Dashboard

struct CatalogueTests {
    @Test func everyCommandIsThereOnce() {
        let names = Catalogue.entries.map(\.name)
        #expect(Set(names) == Set(CommandName.allCases))
        #expect(names.count == CommandName.allCases.count)
    }

    @Test(arguments: Catalogue.entries)
    func isCompleteInBothLanguages(_ entry: CatalogueEntry) {
        let optional: [BilingualText?] = [entry.help, entry.hint?.label, entry.argument, entry.group.title]
        let texts = optional.compactMap(\.self)
        for text in texts {
            #expect(!text.english.isEmpty && !text.chinese.isEmpty)
            #expect(text.english.unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" }, "\(text.english)")
        }
        #expect(entry.help.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        #expect(entry.help.english.count <= 90 && !entry.help.english.contains("\n"))
        #expect(!entry.modes.isEmpty)
    }

    @Test(arguments: Catalogue.entries)
    func isReachableByName(_ entry: CatalogueEntry) {
        #expect(Catalogue.command(named: entry.name.rawValue) == entry.name)
        #expect(Catalogue.command(named: entry.name.rawValue.uppercased()) == entry.name)
        #expect(
            entry.name.rawValue.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || "-123456789".contains(Character($0))
            })
        for alias in entry.aliases {
            #expect(Catalogue.command(named: alias) == entry.name)
        }
    }

    @Test func namesAndAliasesAreUnique() {
        let words = Catalogue.entries.flatMap { [$0.name.rawValue] + $0.aliases }
        #expect(Set(words).count == words.count)
        // Single letters belong to the dispatcher's own grammar, such as `H 4821 15m`.
        #expect(words.filter { $0.count == 1 } == ["q"])
    }

    @Test func aliasesAndSuggestions() {
        #expect(Catalogue.command(named: "q") == .quit)
        #expect(Catalogue.command(named: "unassign") == .withdraw)
        #expect(Catalogue.suggestion(for: "triaeg") == "triage")
        #expect(Catalogue.suggestion(for: "raise-prority") == "raise-priority")
        #expect(Catalogue.suggestion(for: "xyzzyxyzzy") == nil)
    }

    @Test func everyDefaultNotationIsReadAndBound() throws {
        var count = 0
        for entry in Catalogue.entries {
            for defaults in entry.defaultKeys {
                for notation in defaults.notations {
                    let parsed = try KeyNotation.parse(notation)
                    #expect(KeyNotation.text(of: parsed) == notation)
                    count += 1
                }
            }
        }
        for notation in TrainerOrder.all.flatMap(\.ways).flatMap(\.keys) {
            #expect(KeyNotation.text(of: try KeyNotation.parse(notation)) == notation)
            count += 1
        }
        #expect(Binding.builtIn.count == count)
    }

    /// No two defaults in a mode are the same or one the beginning of the other, and none hides a key that is
    /// live everywhere or a chord further down its chain.
    @Test func defaultsDoNotClash() {
        let all = Binding.builtIn
        for binding in all {
            for other in all where other != binding {
                let isBeginning = other.keys.starts(with: binding.keys)
                if binding.mode == other.mode {
                    #expect(!isBeginning, "\(binding) and \(other)")
                } else if binding.mode.chain.contains(other.mode), other.keys.count > binding.keys.count {
                    #expect(!isBeginning, "\(binding) hides \(other)")
                }
                if other.mode == .always, binding.mode != .always {
                    #expect(!binding.keys.contains(other.keys[0]), "\(binding) clashes with \(other)")
                }
            }
        }
    }

    @Test(arguments: Mode.allCases)
    func everyDefaultRunsItsCommand(_ mode: Mode) {
        for binding in Binding.builtIn where binding.mode == mode {
            let outcome = Keymap.builtIn.lookup(
                chain: mode.chain, pending: Array(binding.keys.dropLast()), key: binding.keys[binding.keys.count - 1])
            #expect(outcome == .command(binding.command), "\(binding)")
        }
    }

    @Test func nothingIsOnAKeyThatIsTakenElsewhere() {
        let taken = "sqhimjab[".unicodeScalars.map { Key(.character($0), .control) }
        for binding in Binding.builtIn {
            #expect(binding.keys.allSatisfy { !taken.contains($0) }, "\(binding)")
        }
    }

    @Test(arguments: Catalogue.entries)
    func noneIsOnlyOnAltOrAFunctionKey(_ entry: CatalogueEntry) {
        let chords = entry.defaultKeys.flatMap(\.notations).map { chord($0) }
        let hasPlain = chords.contains { chord in
            chord.allSatisfy { key in
                if case .function = key.code { return false }
                return !key.modifiers.contains(.alt)
            }
        }
        #expect(chords.isEmpty || hasPlain)
    }

    @Test(arguments: Catalogue.entries)
    func keysAreBoundWhereTheCommandMakesSense(_ entry: CatalogueEntry) {
        for defaults in entry.defaultKeys {
            let makesSense = entry.modes.contains { $0 == defaults.mode || $0.chain.contains(defaults.mode) }
            #expect(makesSense, "\(entry.name) in \(defaults.mode)")
        }
    }
}

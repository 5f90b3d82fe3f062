import DispatchModel
import Formats

/// Every command there is: the one source of the default keys, the help, the palette and the `:` line.
package enum Catalogue {
    /// All entries, group by group in the order help shows them.
    package static let entries: [CatalogueEntry] =
        navigation + assignment + incident + unit + alert + feed + view + replay + past + text + program

    /// The entry of a command. Every command has one; a test says so.
    package static func entry(_ name: CommandName) -> CatalogueEntry {
        byName[name] ?? CatalogueEntry(name, .program, name.rawValue, name.rawValue, in: [])
    }

    /// The command that a word on the `:` line or in `keys.toml` names, by its name or an alias; nil when none does.
    package static func command(named word: String) -> CommandName? {
        byWord[word.lowercased()]
    }

    /// The commands whose name or alias begins with a prefix, in alphabetical order, for completion on the `:` line.
    package static func completions(of prefix: String) -> [String] {
        let wanted = prefix.lowercased()
        return allWords.filter { $0.hasPrefix(wanted) }
    }

    /// The name most like a mistyped one, if any is near enough to be meant.
    package static func suggestion(for word: String) -> String? {
        Spelling.nearest(to: word.lowercased(), among: allWords)
    }

    /// What a chord's first keys stand for, shown where the which-key box lists a further chord.
    static func chordTitle(_ keys: [String]) -> BilingualText? {
        switch keys {
        case ["D"]: BilingualText("dispute…", "纠纷…")
        case ["b"]: BilingualText("looking back…", "历史回看…")
        case ["e"]: BilingualText("incident…", "警情…")
        case ["v"]: BilingualText("unit status…", "单元状态…")
        default: nil
        }
    }

    private static let byName = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private static let byWord: [String: CommandName] = {
        var words: [String: CommandName] = [:]
        for entry in entries {
            for alias in entry.aliases { words[alias] = entry.name }
        }
        for entry in entries { words[entry.name.rawValue] = entry.name }
        return words
    }()

    private static let allWords = byWord.keys.sorted()
}

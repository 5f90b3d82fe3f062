import DispatchModel
import Formats

/// Every command there is, each with one entry: the one source of the default keys, the help, the palette, the hint bar,
/// `watchfloor keys`, the names on the `:` line, the verbs of its grammar and their help.
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

    /// What a chord's first keys stand for, shown where the which-key box lists a further chord.
    package static func chordTitle(_ keys: [String]) -> BilingualText? {
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

    /// Every name and alias, in alphabetical order.
    package static let words = byWord.keys.sorted()
}

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

extension Catalogue {
    /// What only the line can order: it names more than a key could.
    static let lineOnly: [VerbForm] = [
        VerbForm(.divert, [.units, .incident], words: ["divert"])
            .form("DV UNIT… INCIDENT", "DV 3A07 4821", "divert units that are busy elsewhere", "改派正在处置其他警情的单元"),
        VerbForm(.atDestination, [.units])
            .form("TD UNIT…", "TD 3A12", "unit at its destination", "单元送达"),
        VerbForm(.clearUnit, [.units, .disposition])
            .form(
                "CU UNIT… [DISPOSITION]", "CU 3A12 REPORT",
                "unit clear; with a disposition the last unit closes the incident", "单元处置完毕；附处置结果时，最后一个单元办结警情"),
        VerbForm(.status, [.unit, .status, .text])
            .form(
                "ST UNIT STATUS [REASON]", "ST 3A12 clear radio failed",
                "set a status; what the rules do not allow needs a reason", "设定状态；规则不允许时须注明原因"),
        VerbForm(.report, [.incident, .text])
            .form("R INCIDENT TEXT", "R 4821 second caller", "another caller's report", "添加一条报警"),
        VerbForm(.priority, [.incident, .priority])
            .form("P INCIDENT 1…5|+|-", "P 4821 1", "set, raise or lower the priority", "设定、上调或下调等级"),
        VerbForm(.type, [.incident, .type])
            .form("TY INCIDENT TYPE", "TY 4821 robbery", "set the type", "设定类型"),
        VerbForm(.place, [.incident, .place])
            .form("PL INCIDENT PLACE", "PL 4821 mission st", "set the place", "设定地点"),
        VerbForm(.beat, [.incident, .beat])
            .form("BT INCIDENT BEAT", "BT 4821 B07", "set the beat", "设定巡区"),
        VerbForm(.releaseHold, [.incident], words: ["release-hold"])
            .form("HR INCIDENT", "HR 4821", "release a hold", "解除搁置"),
    ]
}

import DispatchModel
import Formats

/// Every command there is, each with one entry: the one source of the default keys, the help, the palette, the hint bar,
/// `watchfloor keys`, the names on the `:` line, the verbs of its grammar and their help.
package enum Catalogue {
    /// All entries, group by group in the order help shows them.
    package static let entries: [CatalogueEntry] =
        navigation + assignment + incident + unit + personnel + alert + feed + view + map + replay + past + text
        + program

    /// The entry of a command. Every command has one; a test says so.
    package static func entry(_ name: CommandName) -> CatalogueEntry {
        byName[name] ?? CatalogueEntry(name, .program, name.rawValue, name.rawValue, in: [])
    }

    /// The command that a word on the `:` line or in `keys.toml` names, by its name or an alias; nil when none does.
    package static func command(named word: String) -> CommandName? {
        byWord[word.lowercased()]
    }

    /// The same for a line of `keys.toml` in a mode: the trainer's console has commands of its own.
    package static func command(named word: String, in mode: Mode) -> CommandName? {
        mode == .trainer ? TrainerOrder.command(named: word) : command(named: word)
    }

    /// What a command does, in a line: the operator's or the trainer's.
    package static func help(of name: CommandName) -> BilingualText {
        TrainerOrder.order(of: name).flatMap { $0.help ?? $0.hint?.label } ?? entry(name).help
    }

    /// What an order is called once it was given, by its name in the journal; nil for one that is not known.
    static func action(of order: String) -> BilingualText? { actions[order] }

    /// Orders that more than one command gives, or the line alone.
    private static let sharedActions: [String: BilingualText] = [
        "add-report": BilingualText("add report", "添加报警"),
        "release-hold": BilingualText("release hold", "解除搁置"),
        "advance": BilingualText("unit progress", "单元进展"),
        "set-status": BilingualText("set status", "设定状态"),
        "set-check": BilingualText("personnel check", "人员清点"),
        "set-incident-check": BilingualText("personnel check", "人员清点"),
        "advance-dispute": BilingualText("dispute step", "纠纷进展"),
    ]

    private static let actions = Dictionary(
        entries.compactMap(\.action).map { ($0.order, $0.text) }, uniquingKeysWith: { first, _ in first }
    ).merging(sharedActions) { first, _ in first }

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

    /// True when a command has its entry.
    static func isKnown(_ name: CommandName) -> Bool { byName[name] != nil }

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
        VerbForm("DV", [.units, .incident], words: ["divert"]) { line throws(Stop) in try line.send(divert: true) }
            .form("DV UNIT… INCIDENT", "DV 3A07 4821", "divert units that are busy elsewhere", "改派正在处置其他警情的单元"),
        VerbForm("TD", [.units]) { line throws(Stop) in try line.advance(.atDestination) }
            .form("TD UNIT… [@TIME]", "TD 3A12", "unit at its destination", "单元送达"),
        VerbForm("CU", [.units, .disposition]) { line throws(Stop) in try line.clearUnits() }
            .form(
                "CU UNIT… [@TIME] [DISPOSITION]", "CU 3A12 REPORT",
                "unit clear; with a disposition the last unit closes the incident", "单元处置完毕；附处置结果时，最后一个单元办结警情"),
        VerbForm("ST", [.unit, .status, .text]) { line throws(Stop) in try line.setStatus() }
            .form(
                "ST UNIT STATUS [REASON]", "ST 3A12 clear radio failed",
                "set a status; what the rules do not allow needs a reason", "设定状态；规则不允许时须注明原因"),
        VerbForm("R", [.incident, .caller]) { line throws(Stop) in try line.report() }
            .form("R INCIDENT TEXT", "R 4821 second caller", "another caller's report", "添加一条报警")
            .form(
                "R INCIDENT [cb:NUMBER] [caller:NAME] [flat:FLAT] [via:WAY] TEXT", "R 4821 cb:555-0102 he ran",
                "with what is known of the caller", "并记录报警人信息"),
        VerbForm("P", [.incident, .priority]) { line throws(Stop) in try line.change(.priority) }
            .form("P INCIDENT 1…5|+|-", "P 4821 1", "set, raise or lower the priority", "设定、上调或下调等级"),
        VerbForm("TY", [.incident, .type]) { line throws(Stop) in try line.change(.type) }
            .form("TY INCIDENT TYPE", "TY 4821 robbery", "set the type", "设定类型"),
        VerbForm("PL", [.incident, .place]) { line throws(Stop) in try line.change(.place) }
            .form("PL INCIDENT PLACE", "PL 4821 mission st", "set the place", "设定地点"),
        VerbForm("BT", [.incident, .beat]) { line throws(Stop) in try line.change(.beat) }
            .form("BT INCIDENT BEAT", "BT 4821 B07", "set the beat", "设定巡区"),
        VerbForm("HR", [.incident], words: ["release-hold"]) { line throws(Stop) in try line.hold(release: true) }
            .form("HR INCIDENT", "HR 4821", "release a hold", "解除搁置"),
    ]
}

import DispatchModel
import DispatchPolicy

/// A language to speak in, and the terms, times and numbers that sentences are made of.
///
/// Every type that holds sentences speaks it, so that a sentence names things the same way wherever it stands.
package protocol Vocabulary: Sendable {
    /// The language.
    var language: Language { get }
    /// The zone in which times are shown.
    var zone: Zone { get }
    /// The keys that are bound, as people write them, for the sentences that name one.
    var keys: [NamedKey: String] { get }
}

/// The two languages, lists and counts.
extension Vocabulary {
    /// The text in this language; only the one that is needed is put together.
    package func pick(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        switch language {
        case .english: english()
        case .chinese: chinese()
        }
    }

    /// Several things in one sentence: `a, b, c` or `a、b、c`.
    package func list(_ things: [String]) -> String {
        things.joined(separator: pick(", ", "、"))
    }

    /// Two clauses of one sentence: `held, 5 min left`.
    package func clauses(_ one: String, _ other: String) -> String { pick("\(one), \(other)", "\(one)，\(other)") }

    /// A count with its English noun in the right number; Chinese writes the measure word that `chinese` begins with.
    package func count(_ number: Int, _ one: String, _ many: String, _ chinese: String) -> String {
        pick("\(grouped(number)) \(number == 1 ? one : many)", "\(grouped(number))\(chinese)")
    }

    /// A number with thin groups of three from five digits on, such as `48 211`.
    package func grouped(_ number: Int) -> String {
        guard number > 9999 || number < -9999 else { return "\(number)" }
        var text = ""
        let digits = "\(number.magnitude)"
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset).isMultiple(of: 3) { text.append(" ") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }
}

/// Keys.
extension Vocabulary {
    /// The key of a command as it is written in `keys.toml`: the one that is bound, its usual one where nobody has said, or
    /// the line to type where none is bound.
    package func key(_ named: NamedKey) -> String { keys[named] ?? named.usual }

    /// The same as it stands on a keyboard: `Enter`, `Esc`, `F1`.
    package func keycap(_ named: NamedKey) -> String {
        let key = key(named)
        guard key.count > 1, key.allSatisfy({ $0.isLetter || $0.isNumber }) else { return key }
        return key.prefix(1).uppercased() + key.dropFirst()
    }
}

/// What fields and actions are called.
extension Vocabulary {
    /// A field that a command cannot do without.
    package func field(_ field: RequiredField) -> String {
        switch field {
        case .type: pick("type", "类型")
        case .place: pick("place", "地点")
        case .text: pick("text", "文字")
        case .reason: pick("reason", "原因")
        case .disposition: pick("disposition", "处置结果")
        case .units: pick("units", "警力单元")
        }
    }

    /// An operator's action with what it was about: `assign 3A12, #4821`.
    package func action(_ name: String, of things: [String]) -> String {
        things.isEmpty ? action(name) : "\(action(name)) \(list(things))"
    }

    /// What an action was about: its units, then its incidents; where it had neither, its alerts.
    package func subjects(of memo: ActionMemo, on board: Board) -> [String] {
        let units = memo.units.map { callsign($0.unit, on: board) }
        let things = units + memo.incidents.map { number($0.id) }
        return things.isEmpty ? memo.alerts.map { "“\(alertName($0, board))”" } : things
    }

    /// An operator's action by its command's name in the journal.
    package func action(_ name: String) -> String {
        switch name {
        case "create": pick("new incident", "新建警情")
        case "add-report": pick("add report", "添加报警")
        case "triage": pick("triage", "分流")
        case "note": pick("note", "备注")
        case "hold": pick("hold", "搁置")
        case "release-hold": pick("release hold", "解除搁置")
        case "merge": pick("merge", "合并")
        case "split": pick("split", "拆分")
        case "cross-reference": pick("cross-reference", "关联")
        case "dismiss-duplicate": pick("not the same", "并非同一警情")
        case "reopen": pick("reopen", "重新打开")
        case "close-incident": pick("close incident", "办结警情")
        case "assign": pick("assign", "派警")
        case "withdraw": pick("withdraw", "撤回")
        case "advance": pick("unit progress", "单元进展")
        case "set-status": pick("set status", "设定状态")
        case "emergency": pick("officer emergency", "紧急求助")
        case "acknowledge": pick("acknowledge alert", "确认告警")
        case "reset-alert": pick("reset alert", "复位告警")
        case "shelve-alert": pick("shelve alert", "搁置告警")
        case "take-alert-out-of-service": pick("take alert out of service", "停用告警")
        case "show-alert": pick("show alert again", "恢复显示告警")
        case "raise-incident": pick("incident from alert", "告警转警情")
        case "join-alert": pick("join alert to incident", "告警关联警情")
        case "grade-dispute": pick("grade dispute", "纠纷定级")
        case "advance-dispute": pick("dispute step", "纠纷进展")
        case "mediate": pick("hand over to mediation", "移交调解")
        case "undo": pick("undo", "撤销")
        default: name
        }
    }
}

/// What is written on the screen's own things.
extension Vocabulary {
    /// A pane's title.
    package func title(_ pane: PaneName) -> String { pane.title[language] }

    /// A column's header.
    package func header(_ column: ColumnName) -> String { column.header[language] }

    /// A fixed word on the screen.
    package func label(_ label: Label) -> String { label.text[language] }
}

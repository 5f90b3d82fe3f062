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
        case .caller: pick("caller's name", "报警人姓名")
        case .callback: pick("number to call back", "回拨号码")
        case .flat: pick("flat", "户号")
        case .reason: pick("reason", "原因")
        case .disposition: pick("disposition", "处置结果")
        case .units: pick("units", "警力单元")
        case .outgoing: pick("name of who hands over", "交班人姓名")
        case .incoming: pick("name of who takes over", "接班人姓名")
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

    /// An operator's action by its order's name in the journal.
    package func action(_ order: String) -> String { Catalogue.action(of: order)?[language] ?? order }
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

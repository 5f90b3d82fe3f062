import DispatchModel
import DispatchPolicy

/// One command as the catalogue describes it.
package struct CatalogueEntry: Sendable {
    /// How a command shows in the bar at the bottom.
    package struct Hint: Sendable, Hashable {
        /// A label of a word or two.
        package var label: BilingualText
        /// 1 is shown first; larger numbers give way first on a narrow screen.
        package var importance: Int
    }

    /// The keys a command has by default in one mode.
    package struct DefaultKeys: Sendable, Hashable {
        /// The mode.
        package var mode: Mode
        /// The keys or chords in key notation, the one to show first.
        package var notations: [String]
    }

    /// The command.
    package var name: CommandName
    /// What it is about.
    package var group: CommandGroup
    /// One line of help.
    package var help: BilingualText
    /// The modes in which it makes sense.
    package var modes: [Mode]
    /// Its default keys.
    package var defaultKeys: [DefaultKeys] = []
    /// What `:name` takes after it, if it takes anything; square brackets mean it may be left out.
    package var argument: BilingualText?
    /// Further names on the `:` line.
    package var aliases: [String] = []
    /// Its place in the hint bar, if it has one.
    package var hint: Hint?
    /// What it does beyond the screen.
    package private(set) var effect: Effect
    /// How it is ordered on the line of the dispatcher's grammar, if it is.
    var verb: VerbForm?
    /// What it orders about the selected thing, if nothing else has to be said for that.
    package var ordering: Ordering?
    /// What its order is called once it was given, as in `undo: withdraw 3A12`.
    var action: (order: String, text: BilingualText)?
}

/// What a command does beyond the screen; everybody who asks whether something is an order asks here.
package enum Effect: Sendable, Hashable {
    /// Nothing: it shows or asks something, or goes somewhere.
    case looks
    /// It orders something, whatever is selected.
    case orders
    /// It orders something about what is selected or named.
    case ordersAboutThing

    /// True for an order: refused where nothing may be ordered.
    package var isOrder: Bool { self != .looks }
}

extension CommandGroup {
    /// What most commands of the group do.
    fileprivate var usualEffect: Effect {
        switch self {
        case .assignment, .incident, .unit, .alert: .ordersAboutThing
        case .navigation, .feed, .view, .map, .replay, .past, .text, .program: .looks
        }
    }
}

/// What a command orders about the thing that it is given for.
package enum Ordering: Sendable {
    /// About an incident.
    case incident(@Sendable (IncidentID) -> Command)
    /// About a unit.
    case unit(@Sendable (UnitID) -> Command)
    /// About an alert as it was seen.
    case alert(@Sendable (Alert) -> Command)
}

extension CatalogueEntry {
    /// Whether the command makes sense where keys are looked up in a chain of modes.
    package func makesSense(in chain: [Mode]) -> Bool {
        modes.contains { $0 == .always || chain.contains($0) }
    }

    /// The grammar's line for the command with what was typed behind its name; nil when the grammar has no verb for it.
    package func line(_ argument: String) -> String? {
        verb.map { "\($0.verb.rawValue) \(argument)" }
    }

    /// A description without keys, argument or hint; those are chained on.
    init(_ name: CommandName, _ group: CommandGroup, _ english: String, _ chinese: String, in modes: [Mode]) {
        self.init(
            name: name, group: group, help: BilingualText(english, chinese), modes: modes, effect: group.usualEffect)
    }

    /// It shows or asks something and orders nothing, unlike others of its group.
    func looks() -> CatalogueEntry { effect(.looks) }

    /// It orders something, whatever is selected.
    func ordersByItself() -> CatalogueEntry { effect(.orders) }

    private func effect(_ effect: Effect) -> CatalogueEntry {
        var copy = self
        copy.effect = effect
        return copy
    }

    /// Adds default keys in each of some modes.
    func keys(_ modes: [Mode], _ notations: String...) -> CatalogueEntry {
        var copy = self
        copy.defaultKeys += modes.map { DefaultKeys(mode: $0, notations: notations) }
        return copy
    }

    /// Adds default keys in one mode.
    func keys(_ mode: Mode, _ notations: String...) -> CatalogueEntry {
        var copy = self
        copy.defaultKeys.append(DefaultKeys(mode: mode, notations: notations))
        return copy
    }

    /// Adds an argument.
    func argument(_ english: String, _ chinese: String) -> CatalogueEntry {
        var copy = self
        copy.argument = BilingualText(english, chinese)
        return copy
    }

    /// Adds names for the `:` line.
    func alias(_ names: String...) -> CatalogueEntry {
        var copy = self
        copy.aliases = names
        return copy
    }

    /// Puts the command in the hint bar.
    func hint(_ importance: Int, _ english: String, _ chinese: String) -> CatalogueEntry {
        var copy = self
        copy.hint = Hint(label: BilingualText(english, chinese), importance: importance)
        return copy
    }

    /// Gives it a verb of the line's grammar, what may stand after it, and how that is read; `words` when not its name and its aliases are
    /// read as the verb.
    func verb(
        _ code: String, _ slots: Slot..., words: [String]? = nil, reading: @escaping VerbForm.Reading
    ) -> CatalogueEntry {
        var copy = self
        copy.verb = VerbForm(code, slots, words: words ?? [name.rawValue] + aliases, reading: reading)
        return copy
    }

    /// Orders this about the selected incident.
    func orders(incident: @escaping @Sendable (IncidentID) -> Command) -> CatalogueEntry {
        ordering(.incident(incident))
    }

    /// Orders this about the selected unit.
    func orders(unit: @escaping @Sendable (UnitID) -> Command) -> CatalogueEntry { ordering(.unit(unit)) }

    /// Orders this about the selected alert.
    func orders(alert: @escaping @Sendable (Alert) -> Command) -> CatalogueEntry { ordering(.alert(alert)) }

    private func ordering(_ ordering: Ordering) -> CatalogueEntry {
        var copy = self
        copy.ordering = ordering
        return copy
    }

    /// Says what its order is called once it was given; `of` is the order's name in the journal where that is not its own.
    func action(_ english: String, _ chinese: String, of order: String? = nil) -> CatalogueEntry {
        var copy = self
        copy.action = (order ?? name.rawValue, BilingualText(english, chinese))
        return copy
    }

    /// Tells how the verb is written: a form, a line that works, and what it does.
    func form(_ form: String, _ example: String, _ english: String, _ chinese: String) -> CatalogueEntry {
        var copy = self
        copy.verb = verb?.form(form, example, english, chinese)
        return copy
    }
}

/// What a command is about; help is ordered by it.
package enum CommandGroup: String, CaseIterable, Sendable, Hashable, Codable {
    /// Moving about.
    case navigation
    /// Sending units.
    case assignment
    /// What happens to an incident.
    case incident
    /// What happens to a unit.
    case unit
    /// Answering alerts.
    case alert
    /// Where messages come from.
    case feed
    /// What is seen and how.
    case view
    /// Looking at the map.
    case map
    /// The replay's clock.
    case replay
    /// The board as it stood before.
    case past
    /// Dialogs and text fields.
    case text
    /// The program itself.
    case program

    /// The group's heading.
    package var title: BilingualText {
        switch self {
        case .navigation: BilingualText("Moving about", "移动")
        case .assignment: BilingualText("Assignment", "派警")
        case .incident: BilingualText("Incident", "警情")
        case .unit: BilingualText("Unit", "警力单元")
        case .alert: BilingualText("Alert", "告警")
        case .feed: BilingualText("Feeds", "数据源")
        case .view: BilingualText("View", "显示")
        case .map: BilingualText("Map", "地图")
        case .replay: BilingualText("Replay", "回放")
        case .past: BilingualText("Looking back", "历史回看")
        case .text: BilingualText("Dialogs and text", "对话与输入")
        case .program: BilingualText("Program", "程序")
        }
    }
}

/// How an order is typed on the command line: part of a command's entry, or the whole entry of what only the line can order.
struct VerbForm: Sendable {
    /// Reads what stands behind the verb.
    typealias Reading = @Sendable (inout Reader) throws(Stop) -> Order

    /// The verb.
    var verb: Verb
    /// What may stand after it, in order.
    var slots: [Slot]
    /// Whole words for it. With an argument they are read as the verb, with the selected thing as subject when none is
    /// named; alone they open the console's dialog.
    var words: [String]
    /// How it is written.
    var forms: [GrammarHelp] = []
    /// What a line with the verb orders.
    var reading: Reading

    init(_ code: String, _ slots: [Slot], words: [String] = [], reading: @escaping Reading) {
        (verb, self.slots, self.words, self.reading) = (Verb(code), slots, words, reading)
    }

    /// Adds a form, a line that works, and what it does.
    func form(_ form: String, _ example: String, _ english: String, _ chinese: String) -> VerbForm {
        var copy = self
        copy.forms.append(GrammarHelp(verb, form, example, english, chinese))
        return copy
    }
}

extension Catalogue {
    /// Every verb's form; a verb that two commands share has one for each.
    static let verbs: [VerbForm] = entries.compactMap(\.verb) + lineOnly

    /// The verbs that a whole word stands for.
    static let verbsByWord: [String: Verb] = Dictionary(
        verbs.flatMap { form in form.words.map { ($0, form.verb) } }, uniquingKeysWith: { first, _ in first })

    /// The form of a verb: what may stand after it and how that is read; nil when no entry has it.
    static func verb(of verb: Verb) -> VerbForm? { verbsByCode[verb] }

    private static let verbsByCode = Dictionary(verbs.map { ($0.verb, $0) }, uniquingKeysWith: { first, _ in first })
}

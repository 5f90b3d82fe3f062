import DispatchModel

/// One command as the catalogue describes it.
package struct CatalogueEntry: Sendable, Hashable {
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
    /// How it is ordered on the line of the dispatcher's grammar, if it is.
    var verb: VerbForm?
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
}

extension CatalogueEntry {
    /// A description without keys, argument or hint; those are chained on.
    init(_ name: CommandName, _ group: CommandGroup, _ english: String, _ chinese: String, in modes: [Mode]) {
        self.init(name: name, group: group, help: BilingualText(english, chinese), modes: modes)
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
    /// Gives it a verb of the line's grammar, and what may stand after it; `words` when not its name and its aliases are
    /// read as the verb.
    func verb(_ verb: Verb, _ slots: Slot..., words: [String]? = nil) -> CatalogueEntry {
        var copy = self
        copy.verb = VerbForm(verb, slots, words: words ?? [name.rawValue] + aliases)
        return copy
    }

    /// Tells how the verb is written: a form, a line that works, and what it does.
    func form(_ form: String, _ example: String, _ english: String, _ chinese: String) -> CatalogueEntry {
        var copy = self
        copy.verb = verb?.form(form, example, english, chinese)
        return copy
    }
}

/// How an order is typed on the command line: part of a command's entry, or the whole entry of what only the line can order.
struct VerbForm: Hashable, Sendable {
    /// The verb.
    var verb: Verb
    /// What may stand after it, in order.
    var slots: [Slot]
    /// Whole words for it. With an argument they are read as the verb, with the selected thing as subject when none is
    /// named; alone they open the console's dialog.
    var words: [String]
    /// How it is written.
    var forms: [GrammarHelp] = []

    init(_ verb: Verb, _ slots: [Slot], words: [String] = []) {
        (self.verb, self.slots, self.words) = (verb, slots, words)
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

    /// What may stand after each verb.
    static let slots: [Verb: [Slot]] = Dictionary(
        verbs.map { ($0.verb, $0.slots) }, uniquingKeysWith: { first, _ in first })
}

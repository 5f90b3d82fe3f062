import DispatchModel
import Formats

/// One way to go on at the cursor.
package struct Completion: Hashable, Sendable {
    /// What to put in.
    package var text: String
    /// The columns it replaces, in Characters from 0.
    package var columns: Range<Int>
    /// What it stands for.
    package var description: String
}

extension LineGrammar {
    /// The most completions that are offered at once.
    package static let completionLimit = 24

    /// The ways to go on at the cursor, the likeliest first. `cursor` counts Characters from 0.
    package static func completions(_ line: String, cursor: Int, in context: LineContext) -> [Completion] {
        guard line.utf8.count <= longestLine * 4 else { return [] }
        let head = String(line.prefix(max(0, cursor)))
        let parsed = Line(head)
        let end = parsed.characters.count
        var before = parsed.words
        var partial = Line.Word(text: "", raw: "", columns: end..<end)
        if let last = before.last, last.columns.upperBound == end, parsed.characters[end - 1] != "." || last.text == "."
        {
            partial = last
            before.removeLast()
        }
        let completer = Completer(line: parsed, before: before, partial: partial, context: context)
        return Array(completer.completions().prefix(completionLimit))
    }
}

extension [String] {
    /// What Tab makes of a text that any of these could be meant by: the only one, else what all of them have in common as
    /// long as the text is in it. Nil when there is nothing to add: then a choice has to be made, and nothing is guessed.
    package func completing(_ text: String) -> String? {
        guard let first else { return nil }
        var common = first
        for other in dropFirst() {
            common = String(zip(common, other).prefix { $0.0.lowercased() == $0.1.lowercased() }.map(\.0))
        }
        // Letters give way to characters once all of them are read in what the names have in common.
        let isRead = Initials(text.utf8.map(Needle.fold))?.begin(common) ?? false
        guard
            count == 1 || isRead
                || common.count > text.count && common.lowercased().contains(text.lowercased())
        else { return nil }
        return common == text ? nil : common
    }
}

/// Finds what may stand at the cursor.
struct Completer {
    let line: Line
    /// The words before the one at the cursor.
    let before: [Line.Word]
    /// The word at the cursor as far as it is typed.
    let partial: Line.Word
    let context: LineContext

    var board: Board { context.board }
    var words: Words { context.words }
    var needle: Needle { Needle(partial.text, shown: words.language) }

    func completions() -> [Completion] {
        guard let first = before.first else { return verbs() }
        let name = first.text.lowercased()
        if let verb = Verb(code: first.text) { return slots(of: verb, subjectOptional: false, called: name) }
        guard let verb = Verb.named(name) else { return arguments(name) }
        return slots(of: verb, subjectOptional: true, called: name)
    }

    func offer(_ text: String, _ description: String, _ columns: Range<Int>? = nil) -> Completion {
        Completion(text: text, columns: columns ?? partial.columns, description: description)
    }

    /// What may stand behind a command of the console and does not yet.
    private func arguments(_ name: String) -> [Completion] {
        let named = Set(before.dropFirst().map { $0.text.lowercased() })
        return (context.arguments[name] ?? []).filter { argument in
            guard argument.place.map({ $0 == before.count - 1 }) ?? true else { return false }
            let names = [argument.text] + argument.names
            return names.contains(where: needle.begins) && !names.contains { named.contains($0.lowercased()) }
        }.map { offer($0.text, $0.note) }
    }

    private func verbs() -> [Completion] {
        let verbs = GrammarHelp.all.filter { needle.begins($0.verb.rawValue) }.map {
            offer($0.verb.rawValue, "\($0.form(in: words.language)) · \($0.text(in: words.language))")
        }
        // A code that is complete goes before the longer ones.
        let exact = verbs.filter { needle.equals($0.text) }
        let longer = verbs.filter { !needle.equals($0.text) }
        guard !partial.text.isEmpty else { return verbs }
        let names = context.catalogue.filter { needle.begins($0) }.sorted().map {
            offer($0, words.pick("console command", "控制台命令"))
        }
        return exact + names + longer
    }

    /// What the places in a verb's line allow where the cursor is.
    private func slots(of verb: Verb, subjectOptional: Bool, called name: String) -> [Completion] {
        if verb.slots == [.newIncident] {
            let isNote = name == "note" || name == "n" && isNote()
            return isNote ? (before.count == 1 ? incidents() : []) : newIncident()
        }
        let slots = verb.slots
        let position = before.count - 1
        guard let first = slots.first else { return [] }
        if first == .units {
            let later = position > 0 || subjectOptional ? slots.dropFirst().flatMap(candidates) : []
            return candidates(first) + later
        }
        if position == 0, subjectOptional { return slots.prefix(2).flatMap(candidates) }
        if position < slots.count { return candidates(slots[position]) }
        return slots.last.map { $0 == .reports || $0 == .caller ? candidates($0) : [] } ?? []
    }

    /// True when the words so far have the shape of a note.
    private func isNote() -> Bool {
        guard before.count > 1 else { return partial.text == "." || Reader.number(partial) != nil }
        return before[1].text == "." || Reader.number(before[1]) != nil && !board.typeNames.contains(before[1].text)
    }

    private func candidates(_ slot: Slot) -> [Completion] {
        switch slot {
        case .unit: units()
        case .units: units() + plan()
        case .incident: incidents()
        case .closedIncident: incidents(closed: true)
        case .disposition: dispositions()
        case .status: statuses()
        case .priority: priorities()
        case .type: types(needle, partial.columns)
        case .place: places(partial.text, partial.columns, mark: "")
        case .beat: beats(needle, mark: "")
        case .duration: durations()
        case .reports: reports()
        case .alert: alerts()
        case .grade: grades()
        case .mediation: mediations()
        case .caller: callerMarks()
        case .text, .newIncident: []
        }
    }
}

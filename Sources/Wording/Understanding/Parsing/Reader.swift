import DispatchModel
import DispatchPolicy
import Formats

/// Reads a line's words one after another against the board.
struct Reader {
    let line: Line
    let context: LineContext
    /// The next word.
    var at: Int
    /// True when the selected thing is meant if none is named (after a long name such as `hold`).
    let subjectOptional: Bool
    /// True when an incident that was merged is meant itself, as when it is opened again.
    var takesMerged = false

    var board: Board { context.board }
    var words: Words { context.words }
    /// The next word; nil at the end.
    var word: Line.Word? { at < line.words.count ? line.words[at] : nil }
    /// True when every word has been read.
    var isAtEnd: Bool { at >= line.words.count }
    /// The columns from the next word to the end of the line.
    var rest: Range<Int> {
        let end = line.words.last?.columns.upperBound ?? 0
        return (word?.columns.lowerBound ?? end)..<end
    }

    /// True when one word in quotes is all that is left: it is then taken as typed.
    var isQuotedAlone: Bool { word?.quoted == true && at == line.words.count - 1 }

    func pick(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        words.pick(english(), chinese())
    }

    /// The next word, which has to be there.
    mutating func takeWord(expecting expected: String) throws(Stop) -> Line.Word {
        guard let word else { throw .incomplete(expected) }
        at += 1
        return word
    }

    /// The rest of the line as it was typed; quotes around all of it are taken off.
    mutating func text() -> String {
        guard let word else { return "" }
        defer { at = line.words.count }
        if isQuotedAlone { return String(word.text.trimmingBlanks) }
        return line.text(from: word.columns.lowerBound)
    }

    /// The rest of the line, which must not be empty.
    mutating func requiredText(expecting expected: String) throws(Stop) -> String {
        let text = text()
        guard !text.isEmpty else { throw .incomplete(expected) }
        return text
    }

    /// Nothing may follow.
    func finish() throws(Stop) {
        guard !isAtEnd else { return }
        throw fail(
            rest, pick("nothing is expected here", "此处不应再有内容"),
            pick("take it out, or check the order of the words", "请删去，或检查词序"))
    }

    func fail(_ columns: Range<Int>, _ message: String, _ remedy: String) -> Stop {
        .failure(LineFailure(columns: columns, message: message, remedy: remedy))
    }

    /// A question with one choice for each text that could stand in some columns.
    func ask(_ columns: Range<Int>, _ question: String, _ choices: [(text: String, label: String)]) -> Stop {
        .ambiguous(
            Ambiguity(
                columns: columns, question: question,
                choices: choices.prefix(Ambiguity.limit).map {
                    Ambiguity.Choice(label: $0.label, line: line.replacing(columns, with: $0.text))
                }))
    }

    /// The text as it has to be typed to be one word.
    static func typed(_ text: String) -> String {
        let plain = !text.isEmpty && !text.contains { $0.isWhitespace || Line.closingQuote(of: $0) != nil }
        return plain ? text : "\"\(text.filter { $0 != "\"" })\""
    }
}

/// The commands of a line, with what they are about.
struct Order {
    var commands: [Command]
    /// What will happen, in words.
    var text: String
    var incidents: [IncidentID] = []
    var units: [UnitID] = []

    init(_ command: Command, _ text: String, incidents: [IncidentID] = [], units: [UnitID] = []) {
        self.init([command], text, incidents: incidents, units: units)
    }

    init(_ commands: [Command], _ text: String, incidents: [IncidentID] = [], units: [UnitID] = []) {
        self.commands = commands
        self.text = text
        self.incidents = incidents
        self.units = units
    }

    /// What will happen, and what the rules would say to it as things stand.
    func preview(_ context: LineContext) -> Preview {
        Preview(text, incidents: incidents, units: units, rejection: rejection(context))
    }

    /// Why the first command that the rules would refuse is refused. Whether there is something to undo depends on who
    /// asks, so an undo is not tried.
    private func rejection(_ context: LineContext) -> Rejection? {
        let decider = CommandDecider(policy: context.policy)
        for command in commands where command != .undo {
            let request = CommandRequest(command, by: .dispatcher(""))
            if case .failure(let rejection) = decider.decide(request, board: context.board, now: context.now) {
                return rejection
            }
        }
        return nil
    }
}

extension Reader {
    /// `U`.
    mutating func undo() throws(Stop) -> Order {
        try finish()
        return Order(.undo, pick("undo your own last action", "撤销本人上一操作"))
    }
}

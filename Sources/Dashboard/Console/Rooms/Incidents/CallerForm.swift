import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// The fields about a caller, side by side in two lines: number and name, way and flat.
struct CallerFields {
    /// The place of the first of them in its form.
    let first: Int

    /// The fields with nothing in them, or with what is known of a caller.
    static func empty(_ words: Words, known: Caller = Caller()) -> [FormView.Field] {
        let way = known.way.map { words.way($0) } ?? ""
        let parts: [(FormField, String, Bool)] = [
            (.callback, known.callback, false), (.caller, known.name, true), (.way, way, false),
            (.flat, known.flat, true),
        ]
        return parts.map { field, text, isBeside in
            FormView.Field(
                label: words.callerLabel(field), field: TextField(text), hint: words.formHint(field), isBeside: isBeside
            )
        }
    }

    /// What the fields say; nil, with the cursor on the field, when the way is none.
    func caller(_ form: inout FormView, on console: Console) -> Caller? {
        let texts = form.fields[first..<first + 4].map(\.field.text)
        var caller = Caller(name: texts[1], callback: texts[0], flat: texts[3])
        switch console.typedLines.fieldReader.way(texts[2]) {
        case .value(let way): caller.way = way
        case .choices(let question, _): return point(question, &form, on: console)
        case .failure(let message, let remedy):
            return point(console.words.lineFailure(message, remedy), &form, on: console)
        }
        return caller
    }

    private func point(_ error: String, _ form: inout FormView, on console: Console) -> Caller? {
        form.point(at: first + 2, error, on: console)
        return nil
    }

    /// The ways that the text in the field with the cursor can be the beginning of.
    static func ways(_ form: FormView, on console: Console) -> [String] {
        console.typedLines.fieldReader.ways(beginning: form.fields[form.focused].field.text)
    }

    /// Offers those ways; what is whole already is not offered again.
    static func completeWay(in form: inout FormView, on console: Console) {
        let text = form.fields[form.focused].field.text
        let ways = ways(form, on: console)
        form.fields[form.focused].completions = ways.contains(text) ? [] : ways.map { CompletionRow($0) }
    }
}

/// The form that puts right who made a report.
struct CallerForm: FormPurpose {
    /// The incident, as it was drawn.
    let id: IncidentID
    /// The number of the report.
    let report: Int64
    private var drawn: [DrawnMeaning]

    var draft: DraftSubject { .caller(id, report) }

    /// Opens the form for the only report of an incident; of several asks which, the newest first.
    static func open(_ id: IncidentID, _ drawn: [DrawnMeaning], on console: Console) {
        let words = console.words
        guard let incident = console.board.incidents[id], let newest = incident.reports.last else { return }
        guard incident.reports.count > 1 else { return open(newest, of: id, drawn, on: console) }
        let reports = Array(incident.reports.enumerated().reversed())
        let rows = reports.map { index, report in
            "\(words.call(index + 1)) \(words.clock(report.at)) \(words.caller(report.by))"
        }
        let choice = ReportChoice(id: id, reports: reports.map(\.element.number), drawn: drawn)
        MenuView.open(words.callerTitle(words.number(id)), rows, choice, about: [id], on: console)
    }

    /// Opens the form for a report.
    static func open(_ report: Report, of id: IncidentID, _ drawn: [DrawnMeaning], on console: Console) {
        let words = console.words
        FormView(title: words.callerTitle(words.number(id)), fields: CallerFields.empty(words, known: report.by))
            .open(for: CallerForm(id: id, report: report.number, drawn: drawn), on: console)
    }

    func complete(_ form: inout FormView, on console: Console) {
        if form.focused == 2 { CallerFields.completeWay(in: &form, on: console) }
    }

    func candidates(_ form: FormView, on console: Console) -> [String] {
        form.focused == 2 ? CallerFields.ways(form, on: console) : []
    }

    mutating func accept(_ form: inout FormView, on console: Console) -> Bool {
        guard let caller = CallerFields(first: 0).caller(&form, on: console) else { return false }
        if console.perform(.correctCaller(id, report: report, caller), drawn: drawn) { return true }
        drawn = console.renewed(drawn)
        return false
    }
}

/// Which report's caller is to be put right.
struct ReportChoice: MenuChoice {
    let id: IncidentID
    let reports: [Int64]
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        let report = console.board.incidents[id]?.reports.first { $0.number == reports[line] }
        guard let report else {
            return console.say(.error, console.words.refusal(.unknownReport(id, reports[line]), on: console.board).line)
        }
        CallerForm.open(report, of: id, drawn, on: console)
    }
}

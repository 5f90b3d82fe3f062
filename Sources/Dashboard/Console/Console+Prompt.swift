import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// Opens a line to type in.
    func ask(_ purpose: Prompt.Purpose, drawn: [DrawnMeaning] = [], text: String = "") {
        let field = TextField(text, limit: Console.longestLine(for: purpose))
        var prompt = Prompt(
            purpose: purpose, line: InputLine(prompt: title(of: purpose), field: field), drawn: drawn,
            binding: binding())
        if case .filter(let pane) = purpose { prompt.filterBefore = view.filterTexts[pane] ?? "" }
        if case .filterRows = purpose {
            prompt.filterBefore = view.overlay.filter
            prompt.line.field = TextField(prompt.filterBefore)
        }
        if case .emergency = purpose { prompt.line.isProposal = !text.isEmpty }
        message = nil
        let isBack = takeUpDraft(&prompt)
        self.prompt = prompt
        previewPrompt()
        if isBack { self.prompt?.line.preview = words.draftBack(clear: keyText(.clearField, in: .input)) }
    }

    /// The most bytes of a line: words of a person's own may be long, what names or looks for something is short.
    private static func longestLine(for purpose: Prompt.Purpose) -> Int {
        switch purpose {
        case .commandLine, .note, .reopen, .disposition, .statusReason, .outOfService, .mediation: 4096
        case .filter, .filterRows, .hold, .merge, .crossReference, .split, .emergency, .goTo, .moment, .join, .find: 256
        }
    }

    func title(of purpose: Prompt.Purpose) -> String {
        switch purpose {
        case .commandLine: ":"
        case .filter, .filterRows: "/"
        case .note(let ids): words.prompt(.note, words.numbers(ids))
        case .disposition(let ids): words.prompt(.disposition, words.numbers(ids))
        case .hold(let ids): words.prompt(.hold, words.numbers(ids))
        case .merge(let id): words.prompt(.merge, words.number(id))
        case .crossReference(let id): words.prompt(.crossReference, words.number(id))
        case .split(let id, _): words.prompt(.split, words.number(id))
        case .reopen(let id): words.prompt(.reopen, words.number(id))
        case .mediation(let id, let kind): words.mediationPrompt(words.number(id), kind)
        case .statusReason(let units, let status):
            words.prompt(.statusReason, words.callsigns(units, on: board) + " → " + words.status(status))
        case .emergency: words.prompt(.emergency, "")
        case .goTo: words.prompt(.goTo, "")
        case .outOfService(let seen): words.outOfServicePrompt(words.alert(seen.alert, on: board, now: now))
        case .join(let seen): words.joinPrompt(words.alert(seen.alert, on: board, now: now))
        case .find: words.prompt(.find, "")
        case .moment: words.momentPrompt + ": "
        }
    }

    /// The text that is being typed is another one. What it would do is looked at once a frame and before a command is run,
    /// however many keys that is. Where the console is driven in steps, a filter is applied at once: what a later key hits must
    /// not depend on when a frame is drawn.
    func textChanged() {
        isDirty = true
        isTextStale = true
        if held != nil, case .filter? = prompt?.purpose { settleText() }
    }

    /// Looks at what the text that is being typed would do, if it has changed since.
    func settleText() {
        guard isTextStale else { return }
        isTextStale = false
        if prompt != nil { return previewPrompt() }
        switch view.overlay {
        case .palette: searchPalette()
        case .form: completeForm()
        default: break
        }
    }

    /// What the text would do is shown while it is typed.
    private func previewPrompt() {
        guard var prompt else { return }
        let text = prompt.line.field.text
        prompt.line.error = ""
        prompt.line.preview = ""
        prompt.line.completions = []
        prompt.line.chosen = nil
        switch prompt.purpose {
        case .commandLine: previewLine(&prompt.line, prompt.binding)
        case .filter(let pane):
            if case .failure(let problem) = Filter.parse(text, words: words) {
                prompt.line.error = words.lineFailure(problem.message, problem.remedy)
            } else {
                setFilter(text, for: pane)
            }
        case .filterRows:
            if case .failure(let problem) = Filter.parse(text, words: words) {
                prompt.line.error = words.lineFailure(problem.message, problem.remedy)
            } else {
                filterRows(text)
            }
        case .merge, .crossReference, .goTo, .join:
            if case .incident(let id)? = reference(text), let incident = board.incidents[id] {
                prompt.line.preview = words.incident(incident, on: board)
            } else if case .unit(let id)? = reference(text) {
                prompt.line.preview = words.callsign(id, on: board)
            }
        case .hold:
            if let minutes = minutes(text) { prompt.line.preview = words.length(.minutes(minutes)) }
        case .emergency:
            prompt.line.completions = callsigns(beginning: text)
            if prompt.line.isProposal { prompt.line.preview = words.emergencyPreview(text) }
        case .split(_, let reports): prompt.line.preview = words.splitPreview(reports)
        case .disposition:
            let how = words.disposition(Console.disposition(text))
            prompt.line.preview =
                text.isEmpty
                ? words.enterRecords
                : words.closesAs(how, isKnown: Disposition(naming: Console.disposition(text)) != nil)
        case .note, .reopen, .statusReason, .outOfService: prompt.line.preview = words.enterRecords
        case .mediation(let id, let kind): previewMediation(id, kind, &prompt)
        case .moment: previewMoment(text, &prompt.line)
        case .find: break
        }
        self.prompt = prompt
    }

    /// What the moment typed would show, or why it cannot be shown.
    func previewMoment(_ text: String, _ line: inout InputLine) {
        let (shown, isGood) = preview(moment: text)
        if isGood { line.preview = shown } else { line.error = shown }
    }

    /// The units whose callsigns begin with a text, whatever its case.
    func callsigns(beginning text: String) -> [CompletionRow] {
        let folded = text.uppercased()
        let fits = board.units.elements.filter { $0.callsign.uppercased().hasPrefix(folded) }
        return fits.prefix(8).map { CompletionRow($0.callsign, note: words.status($0.status)) }
    }
}

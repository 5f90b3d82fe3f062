import DispatchModel
import DispatchPolicy
import Grammar
import Panes
import TerminalKit
import Wording

extension Console {
    /// Opens a line to type in.
    func ask(_ purpose: Prompt.Purpose, drawn: [DrawnMeaning] = [], text: String = "") {
        var prompt = Prompt(
            purpose: purpose, line: InputLine(prompt: title(of: purpose), field: TextField(text)), drawn: drawn,
            binding: binding())
        if case .filter(let pane) = purpose { prompt.filterBefore = view.filterTexts[pane] ?? "" }
        if case .emergency = purpose { prompt.line.isProposal = !text.isEmpty }
        message = nil
        self.prompt = prompt
        promptChanged()
    }

    private func title(of purpose: Prompt.Purpose) -> String {
        switch purpose {
        case .commandLine: ":"
        case .filter: "/"
        case .note(let id): words.prompt(.note, words.number(id))
        case .disposition(let id): words.prompt(.disposition, words.number(id))
        case .hold(let id): words.prompt(.hold, words.number(id))
        case .merge(let id): words.prompt(.merge, words.number(id))
        case .crossReference(let id): words.prompt(.crossReference, words.number(id))
        case .split(let id, _): words.prompt(.split, words.number(id))
        case .reopen(let id): words.prompt(.reopen, words.number(id))
        case .mediation(let id, let kind): words.mediationPrompt(words.number(id), kind)
        case .statusReason(let units, let status):
            words.prompt(.statusReason, words.callsigns(units, on: board) + " → " + words.status(status))
        case .emergency: words.prompt(.emergency, "")
        case .goTo: words.prompt(.goTo, "")
        case .outOfService: words.outOfServicePrompt
        case .find: words.prompt(.find, "")
        case .moment: words.momentPrompt + ": "
        }
    }

    /// What the text would do is shown while it is typed.
    func promptChanged() {
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
        case .merge, .crossReference, .goTo:
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
        case .note, .disposition, .reopen, .statusReason, .outOfService: prompt.line.preview = words.enterRecords
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
    func callsigns(beginning text: String) -> [Panes.Completion] {
        let folded = text.uppercased()
        let fits = board.units.elements.filter { $0.callsign.uppercased().hasPrefix(folded) }
        return fits.prefix(8).map { Panes.Completion($0.callsign, note: words.status($0.status)) }
    }
}

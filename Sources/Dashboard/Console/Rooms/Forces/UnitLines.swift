import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// Why the status rules are overridden for these units.
struct StatusReasonLine: LinePurpose {
    let units: [UnitID]
    let status: UnitStatus
    var limit: Int { 4096 }
    var draft: DraftSubject? { .statusReason(units, status) }

    func title(on console: Console) -> String {
        let words = console.words
        return words.prompt(
            .statusReason, words.callsigns(units, on: console.board) + " → " + words.status(status))
    }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.preview = console.words.enterRecords
    }

    /// The reason goes for every unit; the line comes back for those that were refused.
    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        let verdict = console.give(
            units.map { unit in
                let seen = prompt.drawn.filter { if case .unit(let was) = $0 { was.unit == unit } else { false } }
                return CommandRequest(.setStatus(unit, status, reason: text), by: console.actor, drawn: seen)
            })
        guard !verdict.isDone else { return nil }
        var again = prompt.back(verdict.notice.text, on: console)
        let left = verdict.refused.compactMap { request -> UnitID? in
            if case .setStatus(let unit, _, _) = request.command { unit } else { nil }
        }
        again.purpose = StatusReasonLine(units: left, status: status)
        return again
    }
}

/// Whose emergency it is. It is asked over everything else, and what was open is there again afterwards.
struct EmergencyLine: LinePurpose {
    var isAskedApart: Bool { true }

    func title(on console: Console) -> String { console.words.prompt(.emergency, "") }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.completions = console.emergencyCalls.callsigns(beginning: text)
        if prompt.line.isProposal { prompt.line.preview = console.words.emergencyPreview(text) }
    }

    /// A callsign, or the beginning of one that only one unit has.
    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        let fits = console.emergencyCalls.callsigns(beginning: text)
        var found = console.targets.reference(text)
        if found == nil, !text.isEmpty, fits.count == 1 { found = console.targets.reference(fits[0].text) }
        guard case .unit(let id)? = found else { return askWhich(text, prompt, on: console) }
        return prompt.give(.emergency(id), on: console)
    }

    /// What is no callsign is read as the command line reads it: it asks which of those it could be is meant.
    private func askWhich(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt {
        guard
            case .ambiguous(let asked) = LineGrammar.parse("E \(text)", in: console.typedLines.context(prompt.binding))
        else { return prompt.refused(console.words.notOnBoard(text), on: console) }
        var prompt = prompt
        prompt.line.completions = asked.choices.map { CompletionRow(String($0.line.dropFirst(2)), note: $0.label) }
        return prompt.refused(asked.question, on: console)
    }
}

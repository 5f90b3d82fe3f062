import DispatchModel
import DispatchPolicy
import Wording

extension Console {
    /// Commands about a dispute, by key.
    func runDispute(_ name: CommandName, _ id: IncidentID, _ drawn: [DrawnMeaning]) {
        switch name {
        case .gradeDispute:
            let rows = DisputeGrade.allCases.map { words.gradeChoice($0, core.policy.deadlines.disputes) }
            openMenu(words.gradeTitle(words.number(id)), rows, .grade(id, DisputeGrade.allCases, drawn), about: [id])
        case .disputeWarned: perform(.advanceDispute(id, .warned), drawn: drawn)
        case .disputeRouted: perform(.advanceDispute(id, .routed), drawn: drawn)
        case .disputeSettled: perform(.advanceDispute(id, .settled), drawn: drawn)
        case .mediate:
            guard board.incidents[id]?.dispute != nil else {
                return say(.error, words.refusal(.notDispute(id), on: board).line)
            }
            let rows = MediationKind.allCases.map { words.mediation($0) }
            openMenu(
                words.mediationTitle(words.number(id)), rows, .mediation(id, MediationKind.allCases, drawn), about: [id]
            )
        default: return
        }
    }

    /// What handing over to the mediator typed would do.
    func previewMediation(_ id: IncidentID, _ kind: MediationKind, _ prompt: inout Prompt) {
        switch parsed(id, kind, prompt) {
        case .commands(_, let preview):
            prompt.line.preview = preview.rejection.map { words.refusal($0, on: board).line } ?? preview.text
            prompt.line.previewKind = preview.rejection == nil ? .good : .error
        case .failure(let failure): prompt.line.error = words.lineFailure(failure.message, failure.remedy)
        default: prompt.line.preview = words.mediationWanted
        }
    }

    /// Hands a dispute over to the mediator typed.
    func acceptMediation(_ id: IncidentID, _ kind: MediationKind, _ prompt: Prompt) {
        guard case .commands(let commands, _) = parsed(id, kind, prompt), let command = commands.first else {
            return refuse(prompt, words.mediationWanted)
        }
        give(command, prompt)
    }

    /// Mediator and due date as the command line reads them.
    private func parsed(_ id: IncidentID, _ kind: MediationKind, _ prompt: Prompt) -> LineResult {
        let text = prompt.line.field.text
        return LineGrammar.parse("MD \(id.rawValue) \(kind) \(text)", in: lineContext(prompt.binding))
    }
}

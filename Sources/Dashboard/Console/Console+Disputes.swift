import DispatchModel
import DispatchPolicy
import Wording

extension Console {
    /// Commands about a dispute, by key.
    func runDispute(_ name: CommandName, _ id: IncidentID, _ drawn: [DrawnMeaning]) {
        switch name {
        case .gradeDispute:
            let rows = DisputeGrade.allCases.map { words.gradeChoice($0, core.policy.deadlines.disputes) }
            MenuView.open(
                words.gradeTitle(words.number(id)), rows, GradeChoice(id: id, drawn: drawn), about: [id], on: self)
        case .disputeWarned: perform(.advanceDispute(id, .warned), drawn: drawn)
        case .disputeRouted: perform(.advanceDispute(id, .routed), drawn: drawn)
        case .disputeSettled: perform(.advanceDispute(id, .settled), drawn: drawn)
        case .mediate:
            guard board.incidents[id]?.dispute != nil else {
                return say(.error, words.refusal(.notDispute(id), on: board).line)
            }
            let rows = MediationKind.allCases.map { words.mediation($0) }
            MenuView.open(
                words.mediationTitle(words.number(id)), rows, MediationChoice(id: id, drawn: drawn), about: [id],
                on: self)
        default: return untaken(name)
        }
    }
}

/// Grades a dispute as the chosen grade.
struct GradeChoice: MenuChoice {
    let id: IncidentID
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        console.perform(.gradeDispute(id, DisputeGrade.allCases[line]), drawn: drawn)
    }
}

/// Asks who mediates, in the chosen kind of mediation.
struct MediationChoice: MenuChoice {
    let id: IncidentID
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        console.ask(MediationLine(id: id, kind: MediationKind.allCases[line]), drawn: drawn)
    }
}

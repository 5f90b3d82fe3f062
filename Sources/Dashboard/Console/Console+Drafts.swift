import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// What a form or line was about whose words were left with Esc.
enum DraftSubject: Hashable {
    case create
    case triage(IncidentID)
    case raise(AlertID)
    case shelve(AlertID)
    case note([IncidentID])
    case disposition([IncidentID])
    case reopen(IncidentID)
    case statusReason([UnitID], UnitStatus)
    case outOfService(AlertID)
    case mediation(IncidentID, MediationKind)

    /// What opens it again.
    var command: CommandName {
        switch self {
        case .create: .create
        case .triage: .triage
        case .raise: .raiseIncident
        case .shelve: .shelveAlert
        case .note: .note
        case .disposition: .closeIncident
        case .reopen: .reopen
        case .statusReason(_, let status): status == .outOfService ? .statusOutOfService : .statusAvailable
        case .outOfService: .alertOutOfService
        case .mediation: .mediate
        }
    }
}

/// Words left with Esc: none of them is ever given by itself.
struct Draft {
    var subject: DraftSubject
    /// What stands in each field; nil where nobody changed it.
    var texts: [String?]
}

/// Esc loses nothing that was typed: the same form or line brings it back, and says so.
extension Console {
    /// The most drafts that are kept, the newest of them.
    private static let draftLimit = 32

    /// Keeps what was typed into a form that is being left.
    func keepDraft(of form: FormView) {
        let subject: DraftSubject
        switch formAction {
        case .create?: subject = .create
        case .triage(let id, _)?: subject = .triage(id)
        case .raise(let seen)?: subject = .raise(seen.id)
        case .shelve(let seen)?: subject = .shelve(seen.id)
        case nil: return
        }
        keep(Draft(subject: subject, texts: form.fields.map { $0.isChanged ? $0.field.text : nil }))
    }

    /// Keeps what was typed into a line that is being left.
    func keepDraft(of prompt: Prompt) {
        if case .commandLine = prompt.purpose { return history.add(prompt.line.field.text) }
        guard let subject = Console.draftSubject(prompt.purpose) else { return }
        let text = prompt.line.field.text
        keep(Draft(subject: subject, texts: [text.allSatisfy(\.isWhitespace) ? nil : text]))
    }

    private func keep(_ draft: Draft) {
        drafts.removeAll { $0.subject == draft.subject }
        guard draft.texts.contains(where: { $0 != nil }) else { return }
        drafts = drafts.suffix(Console.draftLimit - 1) + [draft]
        keptDraft = draft.subject
    }

    /// Says that what was left is kept, and which key brings it back.
    func tellDraft() {
        guard let kept = keptDraft else { return }
        keptDraft = nil
        say(.info, words.draftKept(keyText(kept.command, in: mode)))
    }

    /// The words of free text that a line asks for; nil for lines that name or look for something.
    private static func draftSubject(_ purpose: Prompt.Purpose) -> DraftSubject? {
        switch purpose {
        case .note(let ids): .note(ids)
        case .disposition(let ids): .disposition(ids)
        case .reopen(let id): .reopen(id)
        case .statusReason(let units, let status): .statusReason(units, status)
        case .outOfService(let seen): .outOfService(seen.id)
        case .mediation(let id, let kind): .mediation(id, kind)
        case .commandLine, .filter, .filterRows, .hold, .merge, .crossReference, .split, .emergency, .goTo, .moment,
            .join, .find:
            nil
        }
    }

    private func takeDraft(_ subject: DraftSubject) -> Draft? {
        drafts.firstIndex { $0.subject == subject }.map { drafts.remove(at: $0) }
    }

    /// A form that is being opened, with what was typed into it before.
    func withDraft(_ form: FormView, _ subject: DraftSubject) -> FormView {
        guard let draft = takeDraft(subject), draft.texts.count == form.fields.count else { return form }
        var form = form
        for (index, text) in draft.texts.enumerated() {
            if let text { form.fields[index].field.text = text }
        }
        say(.info, words.draftBack(clear: keyText(.clearForm, in: .input)))
        return form
    }

    /// A line that is being opened, with what was typed into it before.
    func takeUpDraft(_ prompt: inout Prompt) -> Bool {
        guard let subject = Console.draftSubject(prompt.purpose), prompt.line.field.isEmpty,
            case let text?? = takeDraft(subject)?.texts.first
        else { return false }
        prompt.line.field.text = text
        return true
    }

    /// Puts every field back to what stood in it when the form was opened.
    func clearForm() {
        guard prompt == nil, case .form(var form) = view.overlay else {
            editField { field in
                field.clear()
                return true
            }
            return
        }
        for index in form.fields.indices {
            form.fields[index].field.text = form.fields[index].given
            form.fields[index].error = ""
        }
        form.focused = 0
        view.overlay = .form(form)
        completeForm()
    }
}

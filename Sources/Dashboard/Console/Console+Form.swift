import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// The fields of an incident's form, in their order.
    enum Field: Int, CaseIterable {
        case type, place, priority, beat, text
    }

    func openCreate() {
        formAction = .create
        view.overlay = .form(withDraft(form(words.newIncidentTitle, for: nil), .create))
        completeForm()
    }

    func openTriage(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        guard let incident = board.incidents[id], incident.isOpen else {
            return say(.error, words.refusal(.incidentClosed(id), on: board).line)
        }
        formAction = .triage(id, drawn)
        view.overlay = .form(withDraft(form(words.triageTitle(words.number(id)), for: incident), .triage(id)))
        completeForm()
    }

    /// The form of a new incident with some of it filled in.
    func incidentForm(
        _ title: String, type: String, place: String, priority: Priority, beat: String, text: String
    ) -> FormView {
        var form = form(title, for: nil)
        for (field, text) in [
            (Field.type, type), (.place, place), (.priority, "\(priority.rawValue)"), (.beat, beat), (.text, text),
        ] { form.fields[field.rawValue] = FormView.Field(form.fields[field.rawValue], given: text) }
        return form
    }

    private func form(_ title: String, for incident: Incident?) -> FormView {
        var fields = [
            FormView.Field(
                label: words.header(.type), field: TextField(incident.map { words.type($0.type, on: board) } ?? ""),
                hint: words.formHint(.type)),
            FormView.Field(
                label: words.header(.place), field: TextField(incident?.place.text ?? ""), hint: words.formHint(.place)),
            FormView.Field(
                label: words.header(.priority), field: TextField(incident.map { "\($0.priority.rawValue)" } ?? ""),
                hint: words.formHint(.priority)),
            FormView.Field(
                label: words.header(.beat), field: TextField(incident?.beat ?? ""), hint: words.formHint(.beat)),
        ]
        if incident == nil {
            fields.append(FormView.Field(label: words.reportLabel, hint: words.formHint(.text)))
        }
        return FormView(title: title, fields: fields)
    }

    /// What the field with the cursor could go on with.
    func completeForm() {
        guard case .form(var form) = view.overlay, let field = Field(rawValue: form.focused) else { return }
        if case .shelve? = formAction {
            completeShelf(&form)
            view.overlay = .form(form)
            return
        }
        let text = form.fields[form.focused].field.text.lowercased()
        switch field {
        case .type:
            form.fields[form.focused].completions = types(beginning: text)
        case .beat:
            let beats = board.beats.elements.filter { $0.beat.lowercased().hasPrefix(text) }
            form.fields[form.focused].completions = beats.prefix(6).map { CompletionRow($0.beat, note: $0.name) }
        default: form.fields[form.focused].completions = []
        }
        showAlike(&form)
        view.overlay = .form(form)
    }

    /// The types that a text could mean: its own name first, then names that begin with it, then those that hold it.
    private func types(beginning text: String) -> [CompletionRow] {
        guard !text.isEmpty else { return [] }
        var ranked: [[TypeDefined]] = [[], [], []]
        for type in board.typeNames.elements {
            let names = [type.code.lowercased(), type.english.lowercased(), type.chinese]
            if names.contains(text) {
                ranked[0].append(type)
            } else if names.contains(where: { $0.hasPrefix(text) }) {
                ranked[1].append(type)
            } else if names.contains(where: { $0.contains(text) }) {
                ranked[2].append(type)
            }
        }
        return ranked.joined().prefix(6).map { CompletionRow(words.type($0.code, on: board), note: $0.code) }
    }

    /// Records what the form says, or points at the field that will not do.
    func acceptForm() {
        guard case .form(var form) = view.overlay, let action = formAction else { return }
        switch action {
        case .create: if let entered = entered(&form) { create(entered) }
        case .raise(let seen): if let entered = entered(&form) { raise(entered, from: seen) }
        case .triage(let id, let drawn): triage(id, &form, drawn)
        case .shelve(let seen): acceptShelf(&form, seen)
        }
    }

    private func create(_ new: NewIncident) {
        guard perform(.create(new)) else { return }
        closeOverlay()
    }

    /// Only what was changed in the form changes; what somebody else has changed meanwhile is not taken back unseen.
    private func triage(_ id: IncidentID, _ form: inout FormView, _ drawn: [DrawnMeaning]) {
        guard let known = board.incidents[id] else { return say(.error, words.notOnBoard(words.number(id))) }
        guard let change = changed(&form, of: known) else { return }
        if perform(.triage(id, change), drawn: drawn) {
            closeOverlay()
        } else {
            formAction = .triage(id, renewed(drawn))
        }
    }

    func pointAt(_ field: Field, _ error: String, _ form: inout FormView) {
        pointAt(field.rawValue, error, &form)
    }

    /// Puts the cursor into a field and says what is wrong with it.
    func pointAt(_ field: Int, _ error: String, _ form: inout FormView) {
        form.focused = field
        form.fields[field].error = error
        view.overlay = .form(form)
        screen.bell()
    }
}

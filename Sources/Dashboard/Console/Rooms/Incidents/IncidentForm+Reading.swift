import DispatchModel
import DispatchPolicy
import Wording

/// What an incident's form says, read as the command line reads it: the same words mean the same in both.
extension IncidentForm {
    /// The new incident that the form describes; nil, with the cursor on the field, when one will not do. What stood in a field
    /// when the form was opened is taken as it is: it was not typed.
    func entered(_ form: inout FormView, on console: Console) -> NewIncident? {
        guard let type = type(&form, on: console), let beat = beat(&form, on: console),
            let place = place(&form, beat, on: console), let priority = priority(&form, type, on: console),
            let caller = CallerFields(first: Field.callback.rawValue).caller(&form, on: console)
        else { return nil }
        return NewIncident(
            type: type, priority: priority, place: place.place, beat: beat.isEmpty ? place.beat : beat,
            text: form.fields[Field.text.rawValue].field.text, caller: caller)
    }

    /// What the form changes of an incident: only fields in which something else stands now. Nil when one will not do.
    func changed(_ form: inout FormView, of known: Incident, on console: Console) -> TriageChange? {
        var change = TriageChange()
        if isChanged(.type, form) {
            guard let type = type(&form, on: console) else { return nil }
            change.type = type == known.type ? nil : type
        }
        if isChanged(.priority, form) {
            guard let priority = priority(&form, change.type ?? known.type, on: console) else { return nil }
            change.priority = priority == known.priority ? nil : priority
        }
        if isChanged(.place, form) {
            guard let place = place(&form, known.beat, on: console)?.place else { return nil }
            change.place = place == known.place ? nil : place
        }
        if isChanged(.beat, form) {
            guard let beat = beat(&form, on: console) else { return nil }
            change.beat = beat == known.beat ? nil : beat
        }
        return change
    }

    /// What the text in the field with the cursor could be meant for, as it would be read: one text when it means one thing.
    func candidates(_ form: FormView, on console: Console) -> [String] {
        switch Field(rawValue: form.focused) {
        case .type?:
            let text = text(.type, form)
            switch console.typedLines.fieldReader.type(text) {
            case .value(let code):
                let name = console.words.type(code, on: console.board)
                // A name that is read as something else is no better than what was typed.
                if case .value(code) = console.typedLines.fieldReader.type(name) { return [name] }
                return [text]
            case .choices(_, let names): return names
            case .failure: return []
            }
        case .beat?:
            switch console.typedLines.fieldReader.beat(text(.beat, form)) {
            case .value(let code): return [code]
            case .choices(_, let codes): return codes
            case .failure: return []
            }
        case .place?:
            let text = text(.place, form)
            let places = console.typedLines.fieldReader.places(beginning: text)
            return places.contains { $0.lowercased() == text.lowercased() } ? [text] : places
        case .way?: return CallerFields.ways(form, on: console)
        default: return []
        }
    }

    /// What a form describes as far as it can be read while it is still being filled in.
    func enteredSoFar(_ form: FormView, on console: Console) -> NewIncident {
        let reader = console.typedLines.fieldReader
        var new = NewIncident(type: "", priority: .p3, place: Place(text: text(.place, form)))
        if case .value(let type) = reader.type(text(.type, form)) { new.type = type }
        new.beat = text(.beat, form)
        if !new.place.text.isEmpty, case .value(let known) = reader.place(new.place.text, beat: new.beat) {
            new.place = known.place
            if new.beat.isEmpty { new.beat = known.beat }
        }
        if form.fields.indices.contains(Field.callback.rawValue) {
            new.caller.callback = form.fields[Field.callback.rawValue].field.text
        }
        new.text = form.fields.indices.contains(Field.text.rawValue) ? form.fields[Field.text.rawValue].field.text : ""
        return new
    }

    private func text(_ field: Field, _ form: FormView) -> String {
        form.fields[field.rawValue].field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func isChanged(_ field: Field, _ form: FormView) -> Bool { form.fields[field.rawValue].isChanged }

    private func type(_ form: inout FormView, on console: Console) -> String? {
        guard isFilled(.type, .type, &form, on: console) else { return nil }
        let isGiven = !isChanged(.type, form)
        return value(
            .type, &form, console.typedLines.fieldReader.type(text(.type, form), isGiven: isGiven), on: console)
    }

    private func place(
        _ form: inout FormView, _ beat: String, on console: Console
    ) -> (place: Place, beat: String)? {
        guard isFilled(.place, .place, &form, on: console) else { return nil }
        let isGiven = !isChanged(.place, form)
        let text = isGiven ? form.fields[Field.place.rawValue].given : text(.place, form)
        return value(
            .place, &form, console.typedLines.fieldReader.place(text, beat: beat, isGiven: isGiven), on: console)
    }

    /// Empty means what an incident of the type usually has, as on the command line.
    func priority(_ form: inout FormView, _ type: String, on console: Console) -> Priority? {
        let said = text(.priority, form)
        guard !said.isEmpty else { return console.typedLines.fieldReader.usualPriority(of: type) }
        if let priority = console.typedLines.fieldReader.priority(said) { return priority }
        form.point(at: Field.priority.rawValue, console.words.formHint(.priority), on: console)
        return nil
    }

    func beat(_ form: inout FormView, on console: Console) -> String? {
        let said = text(.beat, form)
        return said.isEmpty ? "" : value(.beat, &form, console.typedLines.fieldReader.beat(said), on: console)
    }

    private func isFilled(
        _ field: Field, _ required: RequiredField, _ form: inout FormView, on console: Console
    ) -> Bool {
        if !text(field, form).isEmpty { return true }
        form.point(at: field.rawValue, console.words.refusal(.missing(required), on: console.board).line, on: console)
        return false
    }

    /// What a field was read as. What could mean several things is asked, with what to type instead.
    private func value<Value>(
        _ field: Field, _ form: inout FormView, _ reading: FieldReader.Reading<Value>, on console: Console
    ) -> Value? {
        switch reading {
        case .value(let value): return value
        case .choices(let question, let texts):
            form.fields[field.rawValue].completions = texts.map { CompletionRow($0) }
            form.point(at: field.rawValue, question, on: console)
        case .failure(let message, let remedy):
            form.point(at: field.rawValue, console.words.lineFailure(message, remedy), on: console)
        }
        return nil
    }
}

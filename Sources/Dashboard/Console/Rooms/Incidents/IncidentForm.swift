import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Wording

/// The form of an incident: a new one, one made from an alert, or what is changed of one.
struct IncidentForm: FormPurpose {
    /// What it is used for.
    enum Use: Sendable {
        /// A new incident.
        case create
        /// A triage of an incident, as it was drawn.
        case triage(IncidentID, [DrawnMeaning])
        /// A new incident from an alert, as that was drawn.
        case raise(Alert)
    }

    /// The fields, in their order.
    enum Field: Int, CaseIterable {
        case type, place, priority, beat, text, callback, caller, way, flat
    }

    var use: Use
    /// What the report would be joined to, as it was shown.
    private var joinable: (incident: IncidentID, drawn: DrawnMeaning)?

    init(_ use: Use) { self.use = use }

    var draft: DraftSubject {
        switch use {
        case .create: .create
        case .triage(let id, _): .triage(id)
        case .raise(let seen): .raise(seen.id)
        }
    }

    // MARK: Opening

    static func openCreate(on console: Console) {
        form(console.words.newIncidentTitle, for: nil, on: console).open(for: IncidentForm(.create), on: console)
    }

    static func openTriage(_ id: IncidentID, _ drawn: [DrawnMeaning], on console: Console) {
        let words = console.words
        guard let incident = console.board.incidents[id], incident.isOpen else {
            return console.say(.error, words.refusal(.incidentClosed(id), on: console.board).line)
        }
        form(words.triageTitle(words.number(id)), for: incident, on: console)
            .open(for: IncidentForm(.triage(id, drawn)), on: console)
    }

    /// The form with what the alert says. Of an alert that has an incident there is nothing to enter.
    static func openRaise(_ alert: Alert, on console: Console) {
        let (board, words) = (console.board, console.words)
        if let known = (board.alerts[alert.id] ?? alert).incidentInTheWay(on: board) {
            console.screen.bell()
            return console.say(.error, words.refusal(.alertHasIncident(alert.id, known), on: board).line)
        }
        let text = words.alert(alert, on: board, now: console.now)
        let known = alert.reported?.place ?? alert.unit.flatMap { board.units[$0]?.dutyPoint }
        let place = known?[words.language] ?? ""
        let priority: Priority =
            switch alert.severity {
            case .high: .p1
            case .medium: .p2
            case .low: .p3
            }
        let beat = alert.unit.flatMap { board.units[$0]?.homeBeat } ?? ""
        var form = form(words.raiseTitle(text), for: nil, on: console)
        for (field, text) in [
            (Field.type, ""), (.place, place), (.priority, "\(priority.rawValue)"), (.beat, beat), (.text, text),
        ] { form.fields[field.rawValue] = FormView.Field(form.fields[field.rawValue], given: text) }
        form.open(for: IncidentForm(.raise(alert)), on: console)
    }

    private static func form(_ title: String, for incident: Incident?, on console: Console) -> FormView {
        let words = console.words
        var fields = [
            FormView.Field(
                label: words.header(.type),
                field: TextField(incident.map { words.type($0.type, on: console.board) } ?? ""),
                hint: words.formHint(.type)),
            FormView.Field(
                label: words.header(.place), field: TextField(incident?.place[words.language] ?? ""),
                hint: words.formHint(.place)),
            FormView.Field(
                label: words.header(.priority), field: TextField(incident.map { "\($0.priority.rawValue)" } ?? ""),
                hint: words.formHint(.priority)),
            FormView.Field(
                label: words.header(.beat), field: TextField(incident?.beat ?? ""), hint: words.formHint(.beat),
                isBeside: true),
        ]
        if incident == nil {
            fields.append(FormView.Field(label: words.reportLabel, hint: words.formHint(.text)))
            fields += CallerFields.empty(words)
        }
        return FormView(title: title, fields: fields)
    }

    // MARK: While it is filled in

    mutating func complete(_ form: inout FormView, on console: Console) {
        guard let field = Field(rawValue: form.focused) else { return }
        let text = form.fields[form.focused].field.text.lowercased()
        switch field {
        case .type: form.fields[form.focused].completions = types(beginning: text, on: console)
        case .beat:
            let beats = console.board.beats.elements.filter { $0.beat.lowercased().hasPrefix(text) }
            form.fields[form.focused].completions = beats.prefix(6).map {
                CompletionRow($0.beat, note: $0.names[console.words.language])
            }
        case .place:
            let places = console.typedLines.fieldReader.places(beginning: form.fields[form.focused].field.text)
            // What is whole already is not offered again.
            form.fields[form.focused].completions =
                places.contains { $0.lowercased() == text } ? [] : places.prefix(6).map { CompletionRow($0) }
        case .way: CallerFields.completeWay(in: &form, on: console)
        case .priority, .text, .callback, .caller, .flat: form.fields[form.focused].completions = []
        }
        showAlike(&form, on: console)
    }

    /// The types that a text could mean: its own name first, then names that begin with it, then those that hold it,
    /// at last those whose characters have the letters as initials.
    private func types(beginning text: String, on console: Console) -> [CompletionRow] {
        guard !text.isEmpty else { return [] }
        var ranked: [[TypeDefined]] = [[], [], [], []]
        for type in console.board.typeNames.elements {
            let names = [type.code.lowercased(), type.english.lowercased(), type.chinese]
            if names.contains(text) {
                ranked[0].append(type)
            } else if names.contains(where: { $0.hasPrefix(text) }) {
                ranked[1].append(type)
            } else if names.contains(where: { $0.contains(text) }) {
                ranked[2].append(type)
            } else if Pinyin.letters(text, areIn: type.names[console.words.language]) {
                ranked[3].append(type)
            }
        }
        return ranked.joined().prefix(6).map {
            CompletionRow(console.words.type($0.code, on: console.board), note: $0.code)
        }
    }

    /// What is on the board already is shown while an incident is being entered.
    private mutating func showAlike(_ form: inout FormView, on console: Console) {
        let own: IncidentID? = if case .triage(let id, _) = use { id } else { nil }
        let entered = enteredSoFar(form, on: console)
        form.hazards = console.hazardsHere.lines(entered.place, beat: entered.beat, limit: 2)
        let known = console.duplicates.alike(entered, but: own)
        form.alike = known.map(\.text)
        form.earlier = console.duplicates.closedEarlier(
            at: entered.place, but: known.map(\.id) + [own].compactMap { $0 })
        guard case .create = use else { return }
        joinable = known.first.flatMap { known in
            Orders.meaning(.incident(known.id), on: console.board).map { (known.id, $0) }
        }
        let key = console.keyText(.joinReport, in: .input)
        form.joinHint = joinable.map { console.words.joinHint(key, $0.incident) } ?? ""
    }

    // MARK: Giving orders

    /// Records what the form says, or points at the field that will not do.
    mutating func accept(_ form: inout FormView, on console: Console) -> Bool {
        switch use {
        case .create: entered(&form, on: console).map { console.perform(.create($0)) } ?? false
        case .raise(let seen): entered(&form, on: console).map { raise($0, from: seen, on: console) } ?? false
        case .triage(let id, let drawn): triage(id, drawn, &form, on: console)
        }
    }

    /// Only what was changed in the form changes; what somebody else has changed meanwhile is not taken back unseen.
    private mutating func triage(
        _ id: IncidentID, _ drawn: [DrawnMeaning], _ form: inout FormView, on console: Console
    ) -> Bool {
        guard let known = console.board.incidents[id] else {
            console.say(.error, console.words.notOnBoard(console.words.number(id)))
            return false
        }
        guard let change = changed(&form, of: known, on: console) else { return false }
        if console.perform(.triage(id, change), drawn: drawn) { return true }
        use = .triage(id, console.renewed(drawn))
        return false
    }

    /// The alert's own point belongs to the incident as long as its place was not changed. Where the alert gave a point
    /// without words, what was typed names that point unless the board knows the place.
    private func raise(_ new: NewIncident, from seen: Alert, on console: Console) -> Bool {
        var new = new
        if let place = seen.reported?.place {
            if [place.text, place.chinese].contains(new.place.text) {
                new.place = Place(place.words, point: place.point ?? new.place.point)
            }
            if place.text.allSatisfy(\.isWhitespace) { new.place.point = new.place.point ?? place.point }
        }
        return console.perform(
            .raiseIncident(seen.id, occurrence: seen.occurrence, severity: seen.severity, new))
    }

    /// What is being entered becomes another report of the incident shown in the form. A higher priority than the incident has,
    /// and a beat where it has none, are orders of their own; what this caller says otherwise is part of the report.
    mutating func join(_ form: inout FormView, on console: Console) -> Bool {
        let words = console.words
        guard case .create = use, let joinable, let known = console.board.incidents[joinable.incident] else {
            console.say(.info, words.nothingToJoin)
            return false
        }
        guard let beat = beat(&form, on: console), let priority = priority(&form, known.type, on: console),
            let caller = CallerFields(first: Field.callback.rawValue).caller(&form, on: console)
        else { return false }
        let isGiven = !form.fields[Field.priority.rawValue].field.text.allSatisfy(\.isWhitespace)
        let change = TriageChange(
            priority: isGiven && priority < known.priority ? priority : nil,
            beat: known.beat.isEmpty && !beat.isEmpty ? beat : nil)
        var said = [reportText(form, known, on: console)]
        if isGiven, priority > known.priority { said.append(words.priority(priority)) }
        if change.beat == nil, !beat.isEmpty, beat != known.beat { said.append(words.beat(beat, on: console.board)) }
        let text = said.filter { !$0.isEmpty }.joined(separator: " · ")
        guard console.perform(.addReport(known.id, caller: caller, text: text), drawn: [joinable.drawn]) else {
            showAlike(&form, on: console)
            return false
        }
        if change != TriageChange() {
            console.perform(.triage(known.id, change), drawn: console.renewed([joinable.drawn]))
        }
        console.navigation.select(.incident(known.id))
        return true
    }

    /// What a caller said, with the type and place where they are other than the incident's.
    private func reportText(_ form: FormView, _ known: Incident, on console: Console) -> String {
        let texts = form.fields.map(\.field.text)
        let said = texts[Field.text.rawValue]
        let (type, place) = (texts[Field.type.rawValue], texts[Field.place.rawValue])
        let read = console.typedLines.fieldReader.type(type)
        let isSameType = if case .value(let code) = read { code == known.type } else { false }
        let isSamePlace = [known.place.text, known.place[console.words.language]].contains(place)
        let isSilent = said.allSatisfy(\.isWhitespace)
        let parts = [said, isSameType && !isSilent ? "" : type, isSamePlace && !isSilent ? "" : place]
        return parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " · ")
    }
}

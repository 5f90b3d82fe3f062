import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// The form that shelves an alert, and the one that makes an incident of it.
extension Console {
    /// The fields of the form that shelves, in their order.
    private enum ShelfField: Int {
        case until, once, reason
    }

    /// For an alert that comes and goes too often everything is filled in: Enter shelves it.
    func openShelf(_ alert: Alert, until: String = "30m") {
        let reason = alert.conduct == .steady ? "" : words.flappingReason(alert.conduct)
        var form = FormView(
            title: words.shelfTitle(words.alert(alert, on: board, now: now)),
            fields: [
                FormView.Field(label: words.shelfUntilLabel, field: TextField(until), hint: words.shelfUntilHint),
                FormView.Field(label: words.shelfOnceLabel, field: TextField(""), hint: words.shelfOnceHint),
                FormView.Field(label: words.shelfReasonLabel, field: TextField(reason), hint: words.shelfReasonHint),
            ])
        form.focused = ShelfField.reason.rawValue
        formAction = .shelve(SeenAlert(alert: alert))
        view.overlay = .form(withDraft(form, .shelve(alert.id)))
    }

    /// `30m works in the street` shelves at once; without a reason the form asks for it.
    func shelve(_ alert: Alert, _ argument: String) {
        let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
        guard let until = shelfEnd(parts[0]) else { return say(.warning, words.shelfUntilHint) }
        guard parts.count > 1 else { return openShelf(alert, until: parts[0]) }
        perform(
            .shelve(
                alert.id, occurrence: alert.occurrence, severity: alert.severity, until: until, once: false,
                reason: parts[1]))
    }

    /// What the field for how long could go on with.
    func completeShelf(_ form: inout FormView) {
        guard form.focused == ShelfField.until.rawValue else { return }
        let text = form.fields[form.focused].field.text.lowercased()
        let offered = ["15m", "30m", "1h"] + words.shiftEndWords.prefix(1)
        form.fields[form.focused].completions =
            text.isEmpty ? [] : offered.filter { $0.hasPrefix(text) && $0 != text }.map { CompletionRow($0) }
    }

    func acceptShelf(_ form: inout FormView, _ seen: SeenAlert) {
        let texts = form.fields.map(\.field.text)
        guard let until = shelfEnd(texts[ShelfField.until.rawValue]) else {
            return pointAt(ShelfField.until.rawValue, words.shelfUntilHint, &form)
        }
        let reason = texts[ShelfField.reason.rawValue]
        guard !reason.allSatisfy(\.isWhitespace) else {
            return pointAt(ShelfField.reason.rawValue, words.shelfReasonHint, &form)
        }
        guard let once = answer(texts[ShelfField.once.rawValue]) else {
            return pointAt(ShelfField.once.rawValue, words.shelfOnceHint, &form)
        }
        let command = Command.shelve(
            seen.id, occurrence: seen.alert.occurrence, severity: seen.alert.severity, until: until, once: once,
            reason: reason)
        if perform(command) { closeOverlay() }
    }

    /// Yes or no in a field, which is no when it is empty; nil for anything else.
    private func answer(_ text: String) -> Bool? {
        switch text.filter({ !$0.isWhitespace }).lowercased() {
        case "y", "yes", "是": true
        case "", "n", "no", "否": false
        default: nil
        }
    }

    /// `45`, `45m`, `2h`, the end of the shift, or a time of the day; nil for anything else.
    private func shelfEnd(_ text: String) -> Timestamp? {
        let bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        if Language.allCases.contains(where: { Words($0).shiftEndWords.contains(bare) }) {
            return core.policy.shifts.end(at: now)
        }
        if let minutes = minutes(bare) { return now + .minutes(minutes) }
        let parts = bare.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return words.zone.next(hour: hour, minute: minute, after: now)
    }

    /// The incident's form with what the alert says. Of an alert that has an incident there is nothing to enter.
    func openRaise(_ alert: Alert) {
        if let known = (board.alerts[alert.id] ?? alert).incidentInTheWay(on: board) {
            screen.bell()
            return say(.error, words.refusal(.alertHasIncident(alert.id, known), on: board).line)
        }
        formAction = .raise(SeenAlert(alert: alert))
        let text = words.alert(alert, on: board, now: now)
        let place = alert.reported?.place.text ?? alert.unit.flatMap { board.units[$0]?.dutyPoint.text } ?? ""
        let priority: Priority =
            switch alert.severity {
            case .high: .p1
            case .medium: .p2
            case .low: .p3
            }
        let beat = alert.unit.flatMap { board.units[$0]?.homeBeat } ?? ""
        let form = incidentForm(
            words.raiseTitle(text), type: "", place: place, priority: priority, beat: beat, text: text)
        view.overlay = .form(withDraft(form, .raise(alert.id)))
        completeForm()
    }

    /// The alert's own point belongs to the incident as long as its place was not changed. Where the alert gave a point
    /// without words, what was typed names that point unless the board knows the place.
    func raise(_ new: NewIncident, from seen: SeenAlert) {
        var new = new
        if let place = seen.alert.reported?.place {
            if place.text == new.place.text { new.place.point = place.point ?? new.place.point }
            if place.text.allSatisfy(\.isWhitespace) { new.place.point = new.place.point ?? place.point }
        }
        let command = Command.raiseIncident(
            seen.id, occurrence: seen.alert.occurrence, severity: seen.alert.severity, new)
        guard perform(command) else { return }
        closeOverlay()
    }
}

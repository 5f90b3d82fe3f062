import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// The form that shelves an alert.
struct ShelfForm: FormPurpose {
    /// Its fields, in their order.
    private enum Field: Int {
        case until, once, reason
    }

    /// The alert as it was drawn.
    let seen: Alert
    var draft: DraftSubject { .shelve(seen.id) }

    /// For an alert that comes and goes too often everything is filled in: Enter shelves it.
    static func open(_ alert: Alert, until: String = "30m", on console: Console) {
        let words = console.words
        let reason = alert.conduct == .steady ? "" : words.flappingReason(alert.conduct)
        var form = FormView(
            title: words.shelfTitle(words.alert(alert, on: console.board, now: console.now)),
            fields: [
                FormView.Field(label: words.shelfUntilLabel, field: TextField(until), hint: words.shelfUntilHint),
                FormView.Field(label: words.shelfOnceLabel, field: TextField(""), hint: words.shelfOnceHint),
                FormView.Field(label: words.shelfReasonLabel, field: TextField(reason), hint: words.shelfReasonHint),
            ])
        form.focused = Field.reason.rawValue
        form.open(for: ShelfForm(seen: alert), on: console)
    }

    /// `30m works in the street` shelves at once; without a reason the form asks for it.
    static func shelve(_ alert: Alert, _ argument: String, on console: Console) {
        let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
        guard let until = end(parts[0], on: console) else { return console.say(.warning, console.words.shelfUntilHint) }
        guard parts.count > 1 else { return open(alert, until: parts[0], on: console) }
        console.perform(
            .shelve(
                alert.id, occurrence: alert.occurrence, severity: alert.severity, until: until, once: false,
                reason: parts[1]))
    }

    /// What the field for how long could go on with.
    func complete(_ form: inout FormView, on console: Console) {
        guard form.focused == Field.until.rawValue else { return }
        let text = form.fields[form.focused].field.text.lowercased()
        let offered = ["15m", "30m", "1h"] + console.words.shiftEndWords.prefix(1)
        form.fields[form.focused].completions =
            text.isEmpty ? [] : offered.filter { $0.hasPrefix(text) && $0 != text }.map { CompletionRow($0) }
    }

    func candidates(_ form: FormView, on console: Console) -> [String] {
        form.fields[form.focused].completions.map(\.text)
    }

    func accept(_ form: inout FormView, on console: Console) -> Bool {
        let (words, texts) = (console.words, form.fields.map(\.field.text))
        guard let until = ShelfForm.end(texts[Field.until.rawValue], on: console) else {
            return ShelfForm.point(at: .until, words.shelfUntilHint, &form, on: console)
        }
        let reason = texts[Field.reason.rawValue]
        guard !reason.allSatisfy(\.isWhitespace) else {
            return ShelfForm.point(at: .reason, words.shelfReasonHint, &form, on: console)
        }
        guard let once = ShelfForm.answer(texts[Field.once.rawValue]) else {
            return ShelfForm.point(at: .once, words.shelfOnceHint, &form, on: console)
        }
        return console.perform(
            .shelve(
                seen.id, occurrence: seen.occurrence, severity: seen.severity, until: until, once: once,
                reason: reason))
    }

    /// Points at a field; false, as the form stays open.
    private static func point(at field: Field, _ error: String, _ form: inout FormView, on console: Console) -> Bool {
        form.point(at: field.rawValue, error, on: console)
        return false
    }

    /// Yes or no in a field, which is no when it is empty; nil for anything else.
    private static func answer(_ text: String) -> Bool? {
        switch text.filter({ !$0.isWhitespace }).lowercased() {
        case "y", "yes", "是": true
        case "", "n", "no", "否": false
        default: nil
        }
    }

    /// `45`, `45m`, `2h`, the end of the shift, or a time of the day; nil for anything else.
    private static func end(_ text: String, on console: Console) -> Timestamp? {
        let now = console.now
        let bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        if Language.allCases.contains(where: { Words($0).shiftEndWords.contains(bare) }) {
            return console.core.policy.shifts.end(at: now)
        }
        if let length = holdLength(bare) { return now + length }
        let parts = bare.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return console.words.zone.next(hour: hour, minute: minute, after: now)
    }
}

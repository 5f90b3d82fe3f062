import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// Enter: does what the line says and closes it, or leaves it open and says what is wrong.
    func acceptPrompt() {
        guard let prompt else { return }
        let text = prompt.line.field.text
        self.prompt = nil
        message = nil
        switch prompt.purpose {
        case .commandLine:
            history.add(text)
            runLine(text, binding: prompt.binding, reopening: prompt)
        case .filter(let pane): if !setFilter(text, for: pane) { comeBack(prompt) }
        case .note(let ids): giveAll(ids, prompt, Prompt.Purpose.note) { .note($0, text: text) }
        case .disposition(let ids):
            giveAll(ids, prompt, Prompt.Purpose.disposition) { .close($0, disposition: Console.disposition(text)) }
        case .hold(let ids): acceptHold(ids, text, prompt)
        case .merge(let id), .crossReference(let id): acceptRelation(id, text, prompt)
        case .split(let id, let reports): acceptSplit(id, reports, text, prompt)
        case .reopen(let id): give(.reopen(id, reason: text), prompt)
        case .mediation(let id, let kind): acceptMediation(id, kind, prompt)
        case .statusReason(let units, let status): acceptReason(units, status, text, prompt)
        case .emergency: acceptEmergency(text, prompt)
        case .goTo: acceptGoTo(text, prompt)
        case .outOfService(let seen):
            let alert = seen.alert
            give(
                .takeOutOfService(alert.id, occurrence: alert.occurrence, severity: alert.severity, reason: text),
                prompt)
        case .join(let seen): acceptJoin(seen, text, prompt)
        case .filterRows: filterRows(text)
        case .find: acceptFind(text)
        case .moment: acceptMoment(text, prompt)
        }
    }

    /// How an incident ended, in words of one's own; the words of a known disposition are that one.
    static func disposition(_ text: String) -> String {
        let bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Disposition(naming: bare)?.rawValue ?? text
    }

    /// Gives the command that a line stands for. Refused, the line comes back with what was typed and why.
    @discardableResult
    func give(_ command: Command, _ prompt: Prompt) -> Bool {
        let done = perform(command, drawn: prompt.drawn)
        if !done { comeBack(prompt) }
        return done
    }

    /// Gives the same command for several incidents; the line comes back for those that were refused.
    private func giveAll(
        _ ids: [IncidentID], _ prompt: Prompt, _ purpose: ([IncidentID]) -> Prompt.Purpose,
        _ command: (IncidentID) -> Command
    ) {
        let orders = requests(ids, prompt.drawn, command)
        let refused = performOnMarked(orders)
        guard !refused.isEmpty else { return }
        let left = zip(ids, orders).filter { refused.contains($0.1) }.map(\.0)
        var again = prompt
        again.purpose = purpose(left)
        if left.count < ids.count { again.line.prompt = title(of: again.purpose) }
        comeBack(again)
    }

    private func acceptJoin(_ seen: SeenAlert, _ text: String, _ prompt: Prompt) {
        guard case .incident(let id)? = reference(text) else { return refuse(prompt, words.notOnBoard(text)) }
        give(.joinAlert(seen.id, id), prompt)
    }

    /// Opens a line again after a refusal. Whoever has read the difference may mean it: Enter gives the command anew.
    private func comeBack(_ prompt: Prompt) {
        var prompt = prompt
        prompt.drawn = renewed(prompt.drawn)
        prompt.line.error = message?.text.text ?? ""
        message = nil
        self.prompt = prompt
    }

    /// Keeps the line open with what was typed and says what is wrong with it.
    func refuse(_ prompt: Prompt, _ error: String) {
        var prompt = prompt
        prompt.line.error = error
        self.prompt = prompt
        screen.bell()
    }

    private func acceptMoment(_ text: String, _ prompt: Prompt) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        let (reason, isGood) = preview(moment: text)
        guard isGood else { return refuse(prompt, reason) }
        run(.asof, argument: text)
    }

    private func acceptHold(_ ids: [IncidentID], _ text: String, _ prompt: Prompt) {
        guard let minutes = minutes(text) else { return refuse(prompt, words.minutesWanted) }
        let until = now + .minutes(minutes)
        giveAll(ids, prompt, Prompt.Purpose.hold) { .hold($0, until: until, reason: "") }
    }

    /// `45`, `45m` or `2h` as minutes, up to a week; nil for anything else.
    func minutes(_ text: String) -> Int64? {
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        let digits = bare.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), number > 0, number <= 7 * 24 * 60 else { return nil }
        switch bare.dropFirst(digits.count) {
        case "", "m", "min", "分", "分钟": return number
        case "h", "小时", "时": return number <= 7 * 24 ? number * 60 : nil
        default: return nil
        }
    }

    private func acceptRelation(_ id: IncidentID, _ text: String, _ prompt: Prompt) {
        guard case .incident(let other)? = reference(text) else { return refuse(prompt, words.notOnBoard(text)) }
        let isMerge = if case .merge = prompt.purpose { true } else { false }
        let command = isMerge ? Command.merge(id, into: other) : .link(id, other)
        if give(command, prompt) { clearMarks(after: command) }
    }

    /// Reports are named by their order in the incident, from 1.
    private func acceptSplit(_ id: IncidentID, _ reports: [Int64], _ text: String, _ prompt: Prompt) {
        let places = text.split { !$0.isNumber }.map { Int($0) ?? 0 }
        guard !places.isEmpty, places.allSatisfy({ reports.indices.contains($0 - 1) }) else {
            return refuse(prompt, words.splitPreview(reports))
        }
        give(.split(id, reports: Set(places).sorted().map { reports[$0 - 1] }), prompt)
    }

    /// The reason goes for every unit; the line comes back for those that were refused.
    private func acceptReason(_ units: [UnitID], _ status: UnitStatus, _ text: String, _ prompt: Prompt) {
        let refused = perform(
            units.map { unit in
                let seen = prompt.drawn.filter { if case .unit(let was) = $0 { was.unit == unit } else { false } }
                return CommandRequest(.setStatus(unit, status, reason: text), by: actor, drawn: seen)
            })
        guard !refused.isEmpty else { return }
        var again = prompt
        again.purpose = .statusReason(
            refused.compactMap { if case .setStatus(let unit, _, _) = $0.command { unit } else { nil } }, status)
        comeBack(again)
    }

    /// A callsign, or the beginning of one that only one unit has. What was open before comes back.
    private func acceptEmergency(_ text: String, _ prompt: Prompt) {
        let fits = callsigns(beginning: text)
        var found = reference(text)
        if found == nil, !text.isEmpty, fits.count == 1 { found = reference(fits[0].text) }
        guard case .unit(let id)? = found else { return askWhich(text, prompt) }
        if give(.emergency(id), prompt) { takeUpAgain() }
    }

    /// What is no callsign is read as the command line reads it: it asks which of those it could be is meant.
    private func askWhich(_ text: String, _ prompt: Prompt) {
        guard case .ambiguous(let asked) = LineGrammar.parse("E \(text)", in: lineContext(prompt.binding)) else {
            return refuse(prompt, words.notOnBoard(text))
        }
        var prompt = prompt
        prompt.line.completions = asked.choices.map { CompletionRow(String($0.line.dropFirst(2)), note: $0.label) }
        refuse(prompt, asked.question)
    }

    private func acceptGoTo(_ text: String, _ prompt: Prompt) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        guard let subject = reference(text), select(subject) else { return refuse(prompt, words.notOnBoard(text)) }
    }

    private func acceptFind(_ text: String) {
        guard case .help(var help) = view.overlay else { return }
        help.search = text
        view.overlay = .help(help)
        if !text.isEmpty { findInHelp(help, forward: true) }
    }
}

import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// Opens an incident beside those that seem to be the same event.
    func openDuplicates(_ id: IncidentID, saying: Notice? = nil) {
        guard let incident = board.incidents[id] else { return say(.warning, words.notOnBoard(words.number(id))) }
        let open = board.openProposals(of: incident)
        guard !open.isEmpty else {
            return say(.info, core.policy.duplicates == nil ? words.duplicatesOff : words.nothingAlike(id))
        }
        comparedDrawn = [:]
        for other in [id] + open.map(\.other) {
            comparedDrawn[other] = saying == nil ? meaning(.incident(other)).first : nil
            comparedDrawn[other] = comparedDrawn[other] ?? renewedMeaning(other)
        }
        var duplicates = DuplicatesView(incident: id, choices: open)
        duplicates.message = saying
        view.overlay = .duplicates(duplicates)
    }

    private func renewedMeaning(_ id: IncidentID) -> DrawnMeaning? { Console.meaning(.incident(id), on: core.head) }

    /// A key in the popup decides about the two incidents that were drawn there.
    func decide(_ name: CommandName, _ duplicates: DuplicatesView) {
        guard let other = duplicates.chosen?.other else { return }
        switch name {
        case .merge: mergeCompared(duplicates.incident, other, duplicates)
        case .crossReference: give(.link(duplicates.incident, other), duplicates)
        case .notSame: give(.dismissDuplicate(duplicates.incident, with: other), duplicates)
        default: return
        }
    }

    /// The keys of the popup, what decides first.
    func compareHints() -> [KeyHint] {
        let named: [(CommandName, String)] = [
            (.merge, words.action("merge")), (.crossReference, words.action("cross-reference")),
            (.notSame, words.action("dismiss-duplicate")), (.accept, words.showOther),
        ]
        let own = named.map { KeyHint(keyText($0, in: .duplicates), $1) }
        return own + hints().filter { hint in !own.contains { $0.key == hint.key } }
    }

    /// Enter shows the other incident, which changes nothing.
    func showCompared() {
        guard case .duplicates(let duplicates) = view.overlay, let other = duplicates.chosen?.other else { return }
        closeOverlay()
        select(.incident(other))
    }

    /// The younger goes into the older. Only when both have units is it asked: those come together then.
    private func mergeCompared(_ id: IncidentID, _ other: IncidentID, _ duplicates: DuplicatesView) {
        guard let one = board.incidents[id], let another = board.incidents[other] else { return }
        let (from, into) = DuplicatesView.direction(one, another)
        if let closed = [from, into].first(where: { !$0.isOpen }) {
            return tell(.warning, words.mergeNeedsOpen(closed.id), duplicates)
        }
        let command = Command.merge(from.id, into: into.id)
        guard !from.openAssignments.isEmpty, !into.openAssignments.isEmpty else { return give(command, duplicates) }
        confirmAction = .perform(CommandRequest(command, by: actor, drawn: seen(duplicates)))
        let (yes, no) = (keyText(.yes, in: .confirm), keyText(.no, in: .confirm))
        view.overlay = .confirm(
            ConfirmView(
                question: words.question(.merge(from.id, into: into.id), on: board),
                details: [from, into].map { words.mergeUnits($0, on: board) },
                buttons: [
                    KeyHint(no, words.cancelButton), KeyHint(yes, words.action(command.name)),
                ]))
    }

    /// Refused, the popup stays with what has changed; given again it counts.
    private func give(_ command: Command, _ duplicates: DuplicatesView) {
        let drawn = seen(duplicates)
        closeOverlay()
        guard !perform(command, drawn: drawn) else { return }
        let reason = message?.text
        openDuplicates(duplicates.incident, saying: reason)
    }

    /// What the two incidents meant when the popup was drawn.
    private func seen(_ duplicates: DuplicatesView) -> [DrawnMeaning] {
        [duplicates.incident, duplicates.chosen?.other].compactMap { $0.flatMap { comparedDrawn[$0] } }
    }

    private func tell(_ kind: NoticeKind, _ text: String, _ duplicates: DuplicatesView) {
        var duplicates = duplicates
        duplicates.message = Notice(kind, text)
        view.overlay = .duplicates(duplicates)
    }

    /// `:not-same A B`.
    func dismiss(_ argument: String) {
        let named = argument.split(whereSeparator: \.isWhitespace).map { reference(String($0)) }
        guard named.count == 2, case .incident(let one)? = named[0], case .incident(let other)? = named[1] else {
            return say(.warning, words.notOnBoard(argument))
        }
        perform(.dismissDuplicate(one, with: other))
    }

    /// The likeliest open incident that an incident is proposed to be, as the text a prompt starts with.
    func proposedBesides(_ id: IncidentID) -> String {
        let open = board.incidents[id].map { board.openProposals(of: $0) } ?? []
        let first = open.first { board.incidents[$0.other]?.isOpen == true }
        return first.map { "\($0.other.rawValue)" } ?? ""
    }

    // MARK: At intake

    /// What is on the board already is shown while a new incident is being entered.
    func showAlike(_ form: inout FormView) {
        var own: IncidentID?
        switch formAction {
        case .create?, .raise?: break
        case .triage(let id, _)?: own = id
        case .shelve?, nil: return
        }
        let known = alike(enteredSoFar(form), but: own)
        form.alike = known.map(\.text)
        guard case .create? = formAction else { return }
        joinable = known.first.flatMap { known in
            Console.meaning(.incident(known.id), on: board).map { (known.id, $0) }
        }
        form.joinHint = joinable.map { words.joinHint(keyText(.joinReport, in: .input), $0.incident) } ?? ""
    }

    /// What is being entered becomes another report of the incident shown in the form. A higher priority than the incident has,
    /// and a beat where it has none, are orders of their own; what this caller says otherwise is part of the report.
    func joinReport() {
        guard case .form(var form) = view.overlay, case .create? = formAction, prompt == nil, let joinable,
            let known = board.incidents[joinable.incident]
        else { return say(.info, words.nothingToJoin) }
        guard let beat = beat(&form), let priority = priority(&form, known.type) else { return }
        let isGiven = !form.fields[Field.priority.rawValue].field.text.allSatisfy(\.isWhitespace)
        let change = TriageChange(
            priority: isGiven && priority < known.priority ? priority : nil,
            beat: known.beat.isEmpty && !beat.isEmpty ? beat : nil)
        var said = [reportText(form, known)]
        if isGiven, priority > known.priority { said.append(words.priority(priority)) }
        if change.beat == nil, !beat.isEmpty, beat != known.beat { said.append(words.beat(beat, on: board)) }
        let text = said.filter { !$0.isEmpty }.joined(separator: " · ")
        guard perform(.addReport(known.id, caller: "", text: text), drawn: [joinable.drawn]) else {
            showAlike(&form)
            view.overlay = .form(form)
            return
        }
        if change != TriageChange() { perform(.triage(known.id, change), drawn: renewed([joinable.drawn])) }
        closeOverlay()
        select(.incident(known.id))
    }

    /// What a caller said, with the type and place where they are other than the incident's.
    private func reportText(_ form: FormView, _ known: Incident) -> String {
        let texts = form.fields.map(\.field.text)
        let said = texts[Field.text.rawValue]
        let (type, place) = (texts[Field.type.rawValue], texts[Field.place.rawValue])
        let isSameType = if case .value(let code) = fieldReader.type(type) { code == known.type } else { false }
        let isSamePlace = place == known.place.text
        let isSilent = said.allSatisfy(\.isWhitespace)
        let parts = [said, isSameType && !isSilent ? "" : type, isSamePlace && !isSilent ? "" : place]
        return parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " · ")
    }

    /// What is on the board already is shown while a line that makes an incident, or moves one, is being typed.
    func alike(toLine commands: [Command]) -> String? {
        let known: [(id: IncidentID, text: String)]
        switch commands.first {
        case .create(let new)?: known = alike(new, but: nil)
        case .triage(let id, let change)?:
            guard let place = change.place else { return nil }
            known = openCalls(at: place, but: id)
        default: return nil
        }
        return known.first.map { "\(alikeSign) \($0.text)" }
    }

    /// What an order that made an incident passed by: an open call at its place, as words behind those that confirm it.
    func openBeside(_ command: Command, on before: Board) -> String {
        guard let new = command.made, let first = openCalls(at: new.place, but: nil, on: before).first else {
            return ""
        }
        return " \(screen.glyphs.dot) \(alikeSign) \(first.text)"
    }

    private var alikeSign: String { screen.glyphs == .ascii ? "~" : "≈" }

    /// What a new incident is probably the same event as, the likeliest first, then every other open call at its place.
    private func alike(_ new: NewIncident, but own: IncidentID?) -> [(id: IncidentID, text: String)] {
        let likely = core.likelyDuplicates(of: new, now: now).filter { $0.other != own }
        var known = likely.compactMap { proposal in
            board.incidents[proposal.other].map { ($0.id, words.alike(proposal, $0, on: board, now: now)) }
        }
        for call in openCalls(at: new.place, but: own) where !known.contains(where: { $0.0 == call.id }) {
            known.append(call)
        }
        return known
    }

    /// The open calls at a place, by its words or its point, the newest first.
    private func openCalls(
        at place: Place, but own: IncidentID?, on board: Board? = nil
    ) -> [(id: IncidentID, text: String)] {
        let board = board ?? self.board
        return OpenCalls.at(place, on: board).filter { $0.id != own }.map {
            ($0.id, words.openHere($0, on: board, now: now))
        }
    }
}

extension Command {
    /// The incident that it makes.
    fileprivate var made: NewIncident? {
        switch self {
        case .create(let new), .raiseIncident(_, _, _, let new): new
        default: nil
        }
    }
}

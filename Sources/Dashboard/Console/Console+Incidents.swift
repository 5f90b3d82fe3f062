import DispatchModel
import DispatchPolicy
import Keymap
import Panes
import Wording

extension Console {
    /// Commands about an incident: the selected one, or the one named in the argument.
    func runIncident(_ name: CommandName, _ argument: String) {
        if name == .joinReport { return joinReport() }
        if case .duplicates(let duplicates) = view.overlay { return decide(name, duplicates) }
        if name == .notSame { return dismiss(argument) }
        if !argument.isEmpty, let line = Console.line(for: name, argument) { return runLine(line) }
        if name == .create { return openCreate() }
        guard let (id, drawn) = target(argument) else { return }
        switch name {
        case .triage: openTriage(id, drawn)
        case .note: ask(.note(id), drawn: drawn)
        case .raisePriority: changePriority(id, drawn) { $0.raised }
        case .lowerPriority: changePriority(id, drawn) { $0.lowered }
        case .hold: hold(id, drawn)
        case .closeIncident: openDispositions(id, drawn)
        case .reopen: ask(.reopen(id), drawn: drawn)
        case .duplicates: openDuplicates(id)
        case .merge: ask(.merge(id), drawn: drawn, text: markedBesides(id) ?? proposedBesides(id))
        case .crossReference: ask(.crossReference(id), drawn: drawn, text: markedBesides(id) ?? "")
        case .split: split(id, drawn)
        case .gradeDispute, .disputeWarned, .disputeRouted, .disputeSettled, .mediate: runDispute(name, id, drawn)
        default: return
        }
    }

    /// The incident named in the argument, or the selected one.
    func target(_ argument: String) -> (id: IncidentID, drawn: [DrawnMeaning])? {
        if argument.isEmpty { return targetIncident() }
        guard case .incident(let id)? = reference(argument), board.incidents.contains(id) else {
            say(.warning, words.notOnBoard(argument))
            return nil
        }
        return (id, meaning(.incident(id)))
    }

    /// The grammar's line for a command typed by name with an argument.
    private static func line(for name: CommandName, _ argument: String) -> String? {
        switch name {
        case .create: "n \(argument)"
        case .triage: "TR \(argument)"
        case .note: "N \(argument)"
        case .hold: "H \(argument)"
        case .closeIncident: "CE \(argument)"
        case .reopen: "RO \(argument)"
        case .merge: "M \(argument)"
        case .crossReference: "X \(argument)"
        case .split: "SP \(argument)"
        case .gradeDispute: "GR \(argument)"
        case .disputeWarned: "WN \(argument)"
        case .disputeRouted: "RT \(argument)"
        case .disputeSettled: "SE \(argument)"
        case .mediate: "MD \(argument)"
        default: nil
        }
    }

    private func changePriority(_ id: IncidentID, _ drawn: [DrawnMeaning], _ change: (Priority) -> Priority?) {
        guard case .incident(let seen)? = drawn.last else { return say(.warning, words.message(.nothingSelected)) }
        guard let priority = change(seen.priority) else {
            return say(.warning, words.refusal(.samePriority(id, seen.priority), on: board).line)
        }
        perform(.triage(id, TriageChange(priority: priority)), drawn: drawn)
    }

    /// A marked incident other than this one, as the text a prompt starts with.
    private func markedBesides(_ id: IncidentID) -> String? {
        let others = view.incidentList.marked.filter { $0 != id }
        return others.count == 1 ? "\(others[0].rawValue)" : nil
    }

    /// The same key holds and releases.
    private func hold(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        if board.incidents[id]?.held == true {
            perform(.releaseHold(id), drawn: drawn)
            return
        }
        let minutes: [Int64] = [5, 15, 30, 60, 120, 0]
        var rows = minutes.map { $0 == 0 ? words.holdOpenEnded : words.length(.minutes($0)) }
        rows.append(words.otherChoice)
        openMenu(words.holdTitle(words.number(id)), rows, .hold(id, minutes, drawn))
    }

    private func openDispositions(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        guard board.incidents[id]?.isOpen == true else {
            return say(.error, words.refusal(.incidentClosed(id), on: board).line)
        }
        let known = Disposition.allCases.filter { $0.rawValue != core.policy.voidDisposition }
        let rows = known.map { $0.text(in: words.language) } + [words.otherChoice]
        openMenu(words.closeTitle(words.number(id)), rows, .disposition(id, known.map(\.rawValue), drawn))
    }

    /// With two reports there is nothing to ask: the later one goes. With more their numbers are asked for.
    private func split(_ id: IncidentID, _ drawn: [DrawnMeaning]) {
        guard let incident = board.incidents[id] else { return }
        guard incident.reports.count > 1 else {
            return say(.error, words.refusal(.splitNeedsReports(id), on: board).line)
        }
        ask(.split(id, incident.reports.map(\.number)), drawn: drawn, text: incident.reports.count == 2 ? "2" : "")
    }
}

import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// A note on incidents.
struct NoteLine: LinePurpose {
    let ids: [IncidentID]
    var limit: Int { 4096 }
    var draft: DraftSubject? { .note(ids) }

    func title(on console: Console) -> String { console.words.prompt(.note, console.words.numbers(ids)) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.preview = console.words.enterRecords
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        prompt.give(ids, for: NoteLine.init, on: console) { .note($0, text: text) }
    }
}

/// How incidents ended, in words of one's own.
struct DispositionLine: LinePurpose {
    let ids: [IncidentID]
    var limit: Int { 4096 }
    var draft: DraftSubject? { .disposition(ids) }

    func title(on console: Console) -> String { console.words.prompt(.disposition, console.words.numbers(ids)) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        let words = console.words
        guard let (known, detail) = DispositionLine.known(text, on: console) else {
            prompt.line.preview = text.isEmpty ? words.enterRecords : words.closesAs(text, isKnown: false)
            return
        }
        prompt.line.preview =
            known.isContent(with: detail)
            ? words.closesAs(words.disposition(known.recorded(with: detail)), isKnown: true)
            : words.refusal(.dispositionAsks(known), on: console.board).line
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        prompt.give(ids, for: DispositionLine.init, on: console) {
            .close($0, disposition: DispositionLine.disposition(text, on: console))
        }
    }

    /// How an incident ended, in words of one's own; the words of a known disposition are that one.
    private static func disposition(_ text: String, on console: Console) -> String {
        known(text, on: console).map { $0.disposition.recorded(with: $0.detail) } ?? text
    }

    private static func known(
        _ text: String, on console: Console
    ) -> (disposition: RoomDisposition, detail: String)? {
        let bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return console.core.policy.dispositions.named(in: bare)
    }
}

/// The minutes of a hold of incidents.
struct HoldLine: LinePurpose {
    let ids: [IncidentID]

    func title(on console: Console) -> String { console.words.prompt(.hold, console.words.numbers(ids)) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        if let length = holdLength(text) { prompt.line.preview = console.words.length(length) }
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard let length = holdLength(text) else { return prompt.refused(console.words.minutesWanted, on: console) }
        let until = console.now + length
        return prompt.give(ids, for: HoldLine.init, on: console) { .hold($0, until: until, reason: "") }
    }
}

/// `45`, `45m` or `2h`, up to a week; nil for anything else.
func holdLength(_ text: String) -> Span? {
    Span(written: text, bare: .minutes(1)).flatMap { $0 > .zero && $0 <= .hours(7 * 24) ? $0 : nil }
}

/// The incident to merge this one into, or to cross-reference it with.
struct RelationLine: LinePurpose {
    /// How the two come together.
    enum Relation { case merge, crossReference }

    let id: IncidentID
    let relation: Relation

    func title(on console: Console) -> String {
        let number = console.words.number(id)
        return switch relation {
        case .merge: console.words.prompt(.merge, number)
        case .crossReference: console.words.prompt(.crossReference, number)
        }
    }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.previewReference(text, on: console)
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard case .incident(let other)? = console.targets.reference(text) else {
            return prompt.refused(console.words.notOnBoard(text), on: console)
        }
        let command: Command =
            switch relation {
            case .merge: .merge(id, into: other)
            case .crossReference: .link(id, other)
            }
        let back = prompt.give(command, on: console)
        if back == nil { console.view.clearMarks(after: command) }
        return back
    }
}

extension Prompt {
    /// Shows which incident or unit the text names.
    mutating func previewReference(_ text: String, on console: Console) {
        switch console.targets.reference(text) {
        case .incident(let id)?:
            guard let incident = console.board.incidents[id] else { return }
            line.preview = console.words.incident(incident, on: console.board)
        case .unit(let id)?: line.preview = console.words.callsign(id, on: console.board)
        case .alert?, .feed?, nil: return
        }
    }
}

/// The reports that become an incident of their own, out of those the incident had when it was asked.
struct SplitLine: LinePurpose {
    let id: IncidentID
    let reports: [Int64]

    func title(on console: Console) -> String { console.words.prompt(.split, console.words.number(id)) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.preview = console.words.splitPreview(reports)
    }

    /// Reports are named by their order in the incident, from 1.
    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        let places = text.split { !$0.isNumber }.map { Int($0) ?? 0 }
        guard !places.isEmpty, places.allSatisfy({ reports.indices.contains($0 - 1) }) else {
            return prompt.refused(console.words.splitPreview(reports), on: console)
        }
        return prompt.give(.split(id, reports: Set(places).sorted().map { reports[$0 - 1] }), on: console)
    }
}

/// Why a closed incident is opened again.
struct ReopenLine: LinePurpose {
    let id: IncidentID
    var limit: Int { 4096 }
    var draft: DraftSubject? { .reopen(id) }

    func title(on console: Console) -> String { console.words.prompt(.reopen, console.words.number(id)) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.preview = console.words.enterRecords
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        prompt.give(.reopen(id, reason: text), on: console)
    }
}

/// Who mediates a dispute, by when.
struct MediationLine: LinePurpose {
    let id: IncidentID
    let kind: MediationKind
    var limit: Int { 4096 }
    var draft: DraftSubject? { .mediation(id, kind) }

    func title(on console: Console) -> String { console.words.mediationPrompt(console.words.number(id), kind) }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        let words = console.words
        switch parsed(prompt, on: console) {
        case .commands(_, let preview):
            prompt.line.preview =
                preview.rejection.map { words.refusal($0, on: console.board).line } ?? preview.text
            prompt.line.previewKind = preview.rejection == nil ? .good : .error
        case .failure(let failure): prompt.line.error = words.lineFailure(failure.message, failure.remedy)
        case .empty, .console, .ambiguous, .incomplete: prompt.line.preview = words.mediationWanted
        }
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard case .commands(let commands, _) = parsed(prompt, on: console), let command = commands.first else {
            return prompt.refused(console.words.mediationWanted, on: console)
        }
        return prompt.give(command, on: console)
    }

    /// Mediator and due date as the command line reads them.
    private func parsed(_ prompt: Prompt, on console: Console) -> LineResult {
        let text = prompt.line.field.text
        return LineGrammar.parse("MD \(id.rawValue) \(kind) \(text)", in: console.typedLines.context(prompt.binding))
    }
}

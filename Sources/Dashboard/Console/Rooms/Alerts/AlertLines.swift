import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// Why an alert is taken out of service.
struct OutOfServiceLine: LinePurpose {
    let seen: Alert
    var limit: Int { 4096 }
    var draft: DraftSubject? { .outOfService(seen.id) }

    func title(on console: Console) -> String {
        console.words.outOfServicePrompt(console.words.alert(seen, on: console.board, now: console.now))
    }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.preview = console.words.enterRecords
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        let alert = seen
        return prompt.give(
            .takeOutOfService(alert.id, occurrence: alert.occurrence, severity: alert.severity, reason: text),
            on: console)
    }
}

/// The incident that an alert belongs to.
struct JoinLine: LinePurpose {
    let seen: Alert

    func title(on console: Console) -> String {
        console.words.joinPrompt(console.words.alert(seen, on: console.board, now: console.now))
    }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.previewReference(text, on: console)
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard case .incident(let id)? = console.targets.reference(text) else {
            return prompt.refused(console.words.notOnBoard(text), on: console)
        }
        return prompt.give(.joinAlert(seen.id, id), on: console)
    }
}

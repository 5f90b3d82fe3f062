import DispatchModel
import DispatchPolicy

/// Orders that could not be recorded: told until they are put right, and an officer's call for help entered again.
extension Console {
    /// What the operator ordered and the journal does not have, as far as nobody has taken notice of it; to be said once
    /// more when the console has ended.
    package var unrecordedOrders: [String] {
        orders.lost.map(\.text)
            + orders.lostCalls.map { words.order(.emergency($0), on: board) }
    }

    /// A command that turned out not to be recorded is told and stays in sight until Esc; never silently lost.
    func tellLostCommands() {
        let lost = core.takeLostCommands()
        guard !lost.isEmpty, let failure = core.failure else { return }
        let named = lost.map { words.order($0.command, on: board) }
        let notice = Notice(.error, words.notRecorded(named, because: text(failure.message)))
        orders.lose(lost, saying: notice)
        screen.bell()
        say(.error, notice.text)
    }

    /// Keeps a call for help that cannot be recorded in sight.
    func keepCall(of request: CommandRequest) {
        if orders.keepCall(of: request) { isDirty = true }
    }

    /// Enters the calls for help again that could not be recorded, once recording is possible.
    func enterCallsAgain() {
        guard core.failure == nil, !orders.lostCalls.isEmpty else { return }
        isDirty = true
        for unit in orders.takeLostCalls() where core.head.units[unit]?.status != .emergency {
            let request = CommandRequest(.emergency(unit), by: actor)
            if case .failure(let rejection) = core.perform(request, now: presentNow) {
                say(.error, words.refusal(rejection, on: core.head).line)
            }
        }
        core.startWriting()
    }

    /// The lines of the calls for help that are not recorded.
    var unrecordedCallLines: [CallLine] {
        orders.lostCalls.map { CallLine(unrecorded: $0, on: core.shown, words: words) }
    }
}

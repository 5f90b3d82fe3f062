import DispatchModel
import DispatchPolicy

/// Orders that could not be recorded: told until they are put right, and an officer's call for help entered again.
extension Console {
    /// What the operator ordered and the journal does not have, as far as nobody has taken notice of it; to be said once
    /// more when the console has ended.
    package var unrecordedOrders: [String] {
        lostNotices.map(\.text)
            + unrecordedCalls.map { words.order(.emergency($0), on: board) }
    }

    /// A command that turned out not to be recorded is told and stays in sight until Esc; never silently lost.
    func tellLostCommands() {
        let lost = core.takeLostCommands()
        guard !lost.isEmpty, let failure = core.failure else { return }
        unrecorded = []
        expected = [:]
        made = nil
        callToShow = nil
        for request in lost { keepCall(of: request) }
        let orders = lost.map { words.order($0.command, on: board) }
        let notice = Notice(.error, words.notRecorded(orders, because: text(failure.message)))
        lostNotices = Array(([notice] + lostNotices).prefix(Console.lostNoticeLimit))
        screen.bell()
        say(.error, notice.text)
    }

    /// The most notices of unrecorded commands that are kept.
    private static let lostNoticeLimit = 8

    /// An officer's call for help that is not on disk stands over everything all the same, and no key takes it away.
    func keepCall(of request: CommandRequest) {
        guard case .emergency(let unit) = request.command, !unrecordedCalls.contains(unit) else { return }
        unrecordedCalls.append(unit)
        isDirty = true
    }

    /// Enters the calls for help again that could not be recorded, once recording is possible.
    func enterCallsAgain() {
        guard core.failure == nil, !unrecordedCalls.isEmpty else { return }
        let calls = unrecordedCalls
        unrecordedCalls = []
        isDirty = true
        for unit in calls where core.head.units[unit]?.status != .emergency {
            let request = CommandRequest(.emergency(unit), by: actor)
            if case .failure(let rejection) = core.perform(request, now: presentNow) {
                say(.error, words.refusal(rejection, on: core.head).line)
            }
        }
        core.startWriting()
    }

    /// The lines of the calls for help that are not recorded.
    var unrecordedCallLines: [CallLine] {
        unrecordedCalls.map { CallLine(unrecorded: $0, on: core.shown, words: words) }
    }
}

import DispatchModel
import DispatchPolicy
import Wording

extension Console {
    /// Gives several commands to the core and says every refusal.
    func order(_ requests: [CommandRequest]) -> Verdict {
        let verdict = give(requests)
        if !verdict.isDone { say(verdict.notice.kind, verdict.notice.text) }
        return verdict
    }

    /// Gives several commands to the core; one refused does not stop the others. Whoever gave them says what was refused.
    func give(_ requests: [CommandRequest]) -> Verdict {
        var verdict = Verdict()
        var actions: [JournalPosition] = []
        for request in requests {
            guard let reason = refusal(of: request) else {
                if request.command != .undo { actions += core.head.lastAction(of: actor).map { [$0.position] } ?? [] }
                continue
            }
            verdict.refuse(request, because: reason)
        }
        orders.given(actions)
        core.startWriting()
        if !verdict.isDone { screen.bell() }
        return verdict
    }

    /// True for a call for help whose callsign was typed in sight, though the screen is too small for the panes.
    private func isCallInSight(_ request: CommandRequest) -> Bool {
        guard case .emergency = request.command else { return false }
        return !painter.isUnseen && Layout.hasPromptInSight(screen.size)
    }

    /// Takes back the last action; one that was given for several things at once as a whole. A call for help is taken back on
    /// purpose alone: one key too many must not call the help off.
    func undo(takesBackCall: Bool = false) {
        let board = core.head
        let last = board.lastAction(of: actor)
        if let relieved = orders.relieved, relieved.isLastDone(on: board, before: last) {
            return undoHandover(relieved)
        }
        if !takesBackCall, let last, let unit = last.calledForHelp { return askToTakeBack(last.position, unit) }
        let count = orders.countToUndo(last, by: actor, on: board)
        _ = perform(Array(repeating: CommandRequest(.undo, by: actor), count: count))
    }

    /// Whoever took over has done nothing yet: the hand-over is taken back, and who handed over is the operator again.
    private func undoHandover(_ relieved: Relieved) {
        guard order([CommandRequest(.undo, by: .dispatcher(relieved.operatorName))]).isDone else { return }
        settings.operatorName = relieved.operatorName
        orders.relieved = nil
    }

    /// The shift was handed over: orders are the relief's from now on, and so is what an undo looks for.
    func takeOver(_ name: String) {
        guard let handover = core.head.lastAction(of: actor) else { return }
        orders.relieved = Relieved(operatorName: settings.operatorName, handover: handover.position)
        settings.operatorName = name
        isDirty = true
    }

    private func askToTakeBack(_ call: JournalPosition, _ unit: UnitID) {
        layers.open(
            ConfirmView(
                question: words.takeBackCallQuestion(unit, on: board), details: [words.takeBackCallDetail],
                buttons: [
                    KeyHint(keyText(.no, in: .confirm), words.cancelButton),
                    KeyHint(keyText(.yes, in: .confirm), words.takeBackButton),
                ], action: TakeBackCall(position: call)))
    }

    /// Tries a command; nil when it was decided, else why not.
    private func refusal(of request: CommandRequest) -> String? {
        if let reason = ordersNothingReason { return reason }
        if isInThePast { return words.notInThePast(now) }
        if isBlind, !isCallInSight(request) { return words.tooSmallToOrder }
        if let failure = core.failure {
            emergencyCalls.keep(request)
            return words.notRecorded([words.order(request.command, on: board)], because: text(failure.message))
        }
        let before = core.head
        switch core.perform(request, now: now) {
        case .failure(let rejection): return words.refusal(rejection, on: core.head).line
        case .success(let records):
            orders.expect(records, before: before, after: core.head, shown: board)
            orderOutcomes.noteMade(by: request.command, records, before: before)
            if let call = records.callForHelp { orders.callToShow = call.incident }
            let done = words.done(request.command, records: records, before: before, after: core.head)
            let text = words.done(
                done + duplicates.openBeside(request.command, on: before),
                short: orderOutcomes.shortPlans(after: records))
            if let last = records.last {
                orders.done(text, at: last.position)
            } else {
                say(.info, text)
            }
            return nil
        }
    }

    /// What the operator ordered and the journal does not have, as far as nobody has taken notice of it; to be said once
    /// more when the console has ended.
    package var unrecordedOrders: [String] {
        orders.lost.map(\.text)
            + orders.lostCalls.map { words.order(.emergency($0), on: board) }
    }

    /// The same things with the meaning they have now, for somebody who has just been shown the difference.
    func renewed(_ drawn: [DrawnMeaning]) -> [DrawnMeaning] {
        drawn.compactMap { meaning in
            switch meaning {
            case .incident(let was): Orders.meaning(.incident(was.incident), on: core.head)
            case .unit(let was): Orders.meaning(.unit(was.unit), on: core.head)
            }
        }
    }
}

/// Who handed the shift over at this console, and by which action.
struct Relieved {
    /// The name that stands in the events of whoever handed over.
    var operatorName: String
    /// The action that was the hand-over.
    var handover: JournalPosition

    /// True when nothing was done since by whoever handed over, nor by the relief, whose last action is given.
    func isLastDone(on board: Board, before last: ActionMemo?) -> Bool {
        (last.map { $0.position < handover } ?? true)
            && board.lastAction(of: .dispatcher(operatorName))?.position == handover
    }
}

/// What became of orders given together.
struct Verdict {
    /// Those that were refused.
    private(set) var refused: [CommandRequest] = []
    /// Why, each reason once.
    private var reasons: [String] = []
    /// True when every one of them was decided.
    var isDone: Bool { refused.isEmpty }
    /// Why those that were refused were.
    var notice: Notice { Notice(.error, reasons.joined(separator: " · ")) }

    mutating func refuse(_ request: CommandRequest, because reason: String) {
        refused.append(request)
        if !reasons.contains(reason) { reasons.append(reason) }
    }
}

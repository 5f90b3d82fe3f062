import DispatchModel
import DispatchPolicy
import Wording

extension Console {
    /// Gives a command to the core. What it did is said once it is on disk; a refusal is said at once.
    @discardableResult
    func perform(_ command: Command, drawn: [DrawnMeaning] = []) -> Bool {
        perform(CommandRequest(command, by: actor, drawn: drawn))
    }

    /// Gives a command to the core. What it did is said once it is on disk; a refusal is said at once.
    @discardableResult
    func perform(_ request: CommandRequest) -> Bool {
        perform([request]).isEmpty
    }

    /// Gives several commands to the core. Returns those that were refused, and says every refusal.
    func perform(_ requests: [CommandRequest]) -> [CommandRequest] { order(requests).refused }

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
        if actions.count > 1 { givenTogether = givenTogether.suffix(Console.togetherLimit - 1) + [actions] }
        core.startWriting()
        if !verdict.isDone { screen.bell() }
        return verdict
    }

    /// True for a call for help whose callsign was typed in sight, though the screen is too small for the panes.
    private func isCallInSight(_ request: CommandRequest) -> Bool {
        guard case .emergency = request.command else { return false }
        return !isUnseen && Layout.hasPromptInSight(screen.size)
    }

    /// The most orders about several things that one undo takes back as a whole.
    private static let togetherLimit = 64

    /// Takes back the last action; one that was given for several things at once as a whole. A call for help is taken back on
    /// purpose alone: one key too many must not call the help off.
    func undo(takesBackCall: Bool = false) {
        let board = core.head
        let last = board.lastAction(of: actor)
        if !takesBackCall, let last, let unit = last.calledForHelp { return askToTakeBack(last.position, unit) }
        let group = givenTogether.last { group in last.map { group.contains($0.position) } ?? false } ?? []
        let open = board.actions.filter { group.contains($0.position) && $0.actor == actor && !$0.undone }
        _ = perform(Array(repeating: CommandRequest(.undo, by: actor), count: max(1, open.count)))
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
            keepCall(of: request)
            return words.notRecorded([words.order(request.command, on: board)], because: text(failure.message))
        }
        let before = core.head
        switch core.perform(request, now: now) {
        case .failure(let rejection): return words.refusal(rejection, on: core.head).line
        case .success(let records):
            expect(records, before: before)
            noteMade(by: request.command, records, before: before)
            if let call = records.callForHelp { callToShow = call.incident }
            let done = words.done(request.command, records: records, before: before, after: core.head)
            let text = words.done(
                done + openBeside(request.command, on: before), short: shortPlans(after: records))
            if let last = records.last {
                unrecorded.append(Confirmation(position: last.position, text: text))
            } else {
                say(.info, text)
            }
            return nil
        }
    }

    /// The incidents of which these records changed the units or the plan and that lack something of their plan now.
    private func shortPlans(after records: [EventRecord]) -> [(incident: IncidentID, shortfall: PlanShortfall)] {
        var incidents: [IncidentID] = []
        for record in records {
            switch record.body {
            case .unitAssigned, .assignmentAdvanced, .assignmentWithdrawn, .incidentTriaged, .incidentRestored:
                guard let id = record.body.incidents.first, !incidents.contains(id) else { continue }
                incidents.append(id)
            default: continue
            }
        }
        let board = core.head
        return incidents.compactMap { id in
            board.incidents[id].flatMap {
                core.policy.responsePlans.shortfall(of: $0, on: board, present: view.kindsPresent)
            }.map { (id, $0) }
        }
    }

    /// Says what commands did, now that it is on disk. A refusal said since then stays.
    func tellRecorded(upTo position: JournalPosition) {
        let done = unrecorded.filter { $0.position <= position }.map(\.text)
        guard !done.isEmpty else { return }
        unrecorded.removeAll { $0.position <= position }
        if let kind = message?.text.kind, kind == .error || kind == .warning { return }
        let rest = done.count > 3 ? " · +\(done.count - 3)" : ""
        say(.good, done.prefix(3).joined(separator: " · ") + rest)
    }

    // MARK: What things mean to the operator

    /// An own order changes what its things mean to the operator, though the screen still shows them as they were. Without
    /// this a second order given at once would be refused because of the first.
    private func expect(_ records: [EventRecord], before: Board) {
        var changed = Touched()
        for record in records { changed.note(record) }
        let subjects = changed.incidents.map(Subject.incident) + changed.units.map(Subject.unit)
        for subject in subjects {
            guard let was = Console.meaning(subject, on: before), let now = Console.meaning(subject, on: core.head),
                was != now, let shown = Console.meaning(subject, on: board)
            else { continue }
            let known = expected[subject]
            // What somebody else changed at the same time must still be seen first.
            guard was == (known?.decided ?? shown) else { continue }
            expected[subject] = Expectation(shown: known?.shown ?? shown, decided: now)
        }
    }

    /// What a thing means to the operator: as it was last drawn, and as their own orders since have made it.
    func meaning(_ subject: Subject) -> [DrawnMeaning] {
        guard let seen = bound?.drawn[subject] ?? drawn[subject] ?? Console.meaning(subject, on: board) else {
            return []
        }
        if core.isWriting, let own = expected[subject], own.shown == seen { return [own.decided] }
        return [seen]
    }

    static func meaning(_ subject: Subject, on board: Board) -> DrawnMeaning? {
        switch subject {
        case .incident(let id): board.incidents.read(id) { .incident(IncidentMeaning($0)) }
        case .unit(let id): board.units.read(id) { .unit(UnitMeaning($0)) }
        case .alert, .feed: nil
        }
    }

    /// The same things with the meaning they have now, for somebody who has just been shown the difference.
    func renewed(_ drawn: [DrawnMeaning]) -> [DrawnMeaning] {
        drawn.compactMap { meaning in
            switch meaning {
            case .incident(let was): Console.meaning(.incident(was.incident), on: core.head)
            case .unit(let was): Console.meaning(.unit(was.unit), on: core.head)
            }
        }
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

/// What a command did, to be said once the journal has it.
struct Confirmation {
    /// The command's last event.
    var position: JournalPosition
    /// What it did.
    var text: String
}

/// What a thing means after own orders that are not on disk yet.
struct Expectation {
    /// As the screen still shows it.
    var shown: DrawnMeaning
    /// As decided.
    var decided: DrawnMeaning
}

extension ActionMemo {
    /// The unit whose call for help the action was; nil for any other action.
    fileprivate var calledForHelp: UnitID? { name == "emergency" ? units.first?.unit : nil }
}

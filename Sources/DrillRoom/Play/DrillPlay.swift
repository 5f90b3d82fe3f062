import Core
import Dashboard
import DispatchModel
import DispatchPolicy
import Drills
import TerminalKit
import Wording

/// A drill as an exact machine: the same scenario, seed, keys and interventions, each at its board time, give the same
/// journal, whatever the speed, the disk and the machine.
///
/// Board time only moves by `advance`, from one due time to the next in order; at each of them the clocks speak, then the
/// world until it has nothing more to say, then the automatic dispatcher if there is one. What is decided is told to the director and the console at once, before anything else happens. A key is
/// dealt with when everything due by its time has happened.
package final class DrillPlay {
    /// The drill as it is written.
    package let scenario: Scenario
    /// The player's console.
    package let console: Console
    /// The one way for data; it shows what is decided.
    package let core: EventCore
    /// The live city and the script.
    package private(set) var director: DrillDirector
    /// Board time.
    package private(set) var now: Timestamp
    /// The last orders of people, the newest first, for the trainer; at most `actionLimit`.
    package private(set) var actions: [EventRecord] = []
    /// The most orders kept for the trainer.
    package static let actionLimit = 30

    /// Plays in the player's place; nil for a person.
    private var dispatcher: AutomaticDispatcher?
    /// What is recorded.
    let journal: ExerciseJournal
    private var lastMessage: DrillMessage?
    /// The messages that stand over the panes.
    private var unread: [String] = []

    /// A drill at its beginning, on an empty journal.
    ///
    /// Throws the journal's error when it cannot be read, and `.positionMoved` when it is not empty: what was played before
    /// is never played on top of.
    package init(
        _ scenario: Scenario, seed: UInt64, journal: ExerciseJournal, screen: any Screen, settings: ConsoleSettings,
        surroundings: ConsoleSurroundings, wake: WakePipe?, clock: BoardClock, isAutomatic: Bool = false
    ) throws(JournalError) {
        let position = try journal.lastPosition()
        guard position == 0 else { throw JournalError(.positionMoved(actual: position)) }
        self.scenario = scenario
        self.journal = journal
        if isAutomatic { dispatcher = AutomaticDispatcher(start: scenario.start, policy: scenario.policy) }
        director = DrillDirector(scenario: scenario, seed: seed)
        now = scenario.start
        let writer = JournalWriter(journal: journal) { wake?.wake() }
        core = EventCore(board: Board(), policy: scenario.policy, writer: writer, showing: .decided)
        console = Console(
            screen: screen, core: core, clock: clock, inbox: Inbox {}, wake: wake, settings: settings,
            surroundings: surroundings)
        console.begin(at: now)
    }

    /// Board time at which something next happens; nil once the drill has ended.
    package var nextDue: Timestamp? {
        guard let world = director.nextDue else { return nil }
        return [core.nextDue, dispatcher?.nextLook].compactMap { $0 }.reduce(world) { min($0, $1) }
    }

    /// Moves board time ahead, through at most so many due times; true when it got there. It stops at the drill's end.
    @discardableResult
    package func advance(to target: Timestamp, budget: Int = .max, each: () -> Void = {}) -> Bool {
        var left = budget
        while let due = nextDue, due <= target, director.ending == nil {
            guard left > 0, core.failure == nil else { return false }
            left -= 1
            happen(at: max(due, now))
            each()
        }
        guard director.ending == nil else { return true }
        now = max(now, target)
        console.hold(at: now)
        return true
    }

    /// Everything due at one time.
    private func happen(at instant: Timestamp) {
        now = instant
        console.hold(at: instant)
        tick()
        while true {
            let heard = director.due(at: instant, board: core.head)
            for observation in heard {
                console.observe(observation)
                tell()
            }
            if heard.isEmpty { break }
        }
        tick()
        keepUp()
        guard director.ending == nil, var desk = dispatcher else { return }
        let orders = desk.orders(board: core.head, now: instant)
        dispatcher = desk
        for order in orders {
            _ = core.perform(order, now: instant)
            tell()
        }
    }

    /// Raises and clears what the clocks say at the present time.
    private func tick() {
        while let due = core.nextDue, due <= now {
            let raised = core.tick(now: now)
            tell()
            if raised.isEmpty { break }
        }
    }

    /// Tells the director and the console what was decided.
    private func tell() {
        let records = core.takeDecided()
        guard !records.isEmpty else { return }
        for record in records {
            director.observe(record, board: core.head)
            note(record)
        }
        console.meet(records)
        tellPlayer()
    }

    private func note(_ record: EventRecord) {
        if record.actor.kind == .dispatcher, !record.body.isRoutine {
            actions.insert(record, at: 0)
            if actions.count > DrillPlay.actionLimit { actions.removeLast() }
        }
    }

    /// What the player is told stands over the panes until Esc, with what was not taken away before it.
    private func tellPlayer() {
        guard let message = director.messages.last, message != lastMessage else { return }
        lastMessage = message
        let words = console.wording
        let line = "\(words.clock(message.at))  " + words.pick(message.text.english, message.text.chinese)
        unread = console.hasBanner ? Array((unread + [line]).suffix(DrillPlay.unreadLimit)) : [line]
        console.show(
            banner: BannerView(
                title: words.exercise.control, lines: unread,
                hint: words.exercise.controlHint))
    }

    /// The most messages that stand over the panes at a time.
    private static let unreadLimit = 4

    /// Lets the journal catch up when far too much waits for it.
    private func keepUp() {
        guard core.isFull, core.failure == nil else { return core.startWriting() }
        _ = try? core.flush()
    }

    /// Deals with one thing the player's terminal said, at the present board time. Returns the command that it ran.
    package func respond(to input: TerminalInput, settling: Bool) -> String? {
        console.hold(at: now)
        let command = console.respond(to: input, settling: settling)
        tell()
        advance(to: now)
        console.meet([])
        return command
    }

    /// Does what the trainer wants to happen in the world, at the present board time. What only concerns the clock is not
    /// done here. Throws why it cannot be done.
    package func intervene(_ request: ControlRequest) throws(DrillProblem) {
        switch request.verb {
        case .inject:
            let id = request.id ?? ""
            guard let progress = director.injects.first(where: { $0.id == id }) else { throw unknownInject(id) }
            guard progress.fired == nil else {
                throw DrillProblem("control.fired", "inject \(id) has happened already", "注入 \(id) 已发生")
            }
            director.fire(id, now: now)
        case .out:
            let callsign = request.callsign ?? ""
            guard let unit = core.head.unit(callsign: callsign) else {
                throw DrillProblem("control.unit", "there is no unit \(callsign)", "没有单元 \(callsign)")
            }
            guard unit.status != .outOfService else {
                throw DrillProblem(
                    "control.unit", "unit \(callsign) is out of service already", "单元 \(callsign) 已停用")
            }
            director.takeOut(callsign: callsign, reason: request.text ?? "", now: now)
        case .message: director.message(request.text ?? "", now: now)
        case .end: director.end(now: now)
        default: return
        }
        advance(to: now)
    }

    private func unknownInject(_ id: String) -> DrillProblem {
        let known = director.injects.prefix(40).map(\.id).joined(separator: ", ")
        return DrillProblem(
            "control.inject", "there is no inject \(id); there are: \(known)", "没有注入 \(id)；现有：\(known)")
    }
}

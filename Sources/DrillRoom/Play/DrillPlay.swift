import Core
import Dashboard
import DispatchModel
import DispatchPolicy
import Drills
import Formats
import TerminalKit
import Wording

/// A drill as an exact machine: the same scenario, seed, keys and interventions, each at its board time, give the same
/// journal, whatever the speed, the disk and the machine.
///
/// Board time only moves by `advance`, in the steps of its `Run`: what is decided is told to the director and the console at
/// once, before anything else happens. A key is dealt with when everything due by its time has happened.
package final class DrillPlay {
    /// The drill as it is written.
    package let scenario: Scenario
    /// The player's console.
    package let console: SteppedConsole
    /// The live city and the script.
    private let world: DrillWorld
    /// What moves board time.
    private let run: Run
    /// The last orders of people, the newest first, for the trainer; at most `actionLimit`.
    package private(set) var actions: [EventRecord] = []
    /// The most orders kept for the trainer.
    package static let actionLimit = 30

    /// What is recorded.
    let journal: ExerciseJournal
    private var lastMessage: DrillMessage?

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
        world = DrillWorld(DrillDirector(scenario: scenario, seed: seed))
        let writer = JournalWriter(journal: journal) { wake?.wake() }
        run = Run(
            EventCore(board: Board(), policy: scenario.policy, writer: writer, showing: .decided),
            pace: .stepped(from: scenario.start), clock: clock,
            time: MachineTime(wall: surroundings.wall, steady: surroundings.steady), sources: [world],
            dispatcher: isAutomatic ? AutomaticDispatcher(start: scenario.start, policy: scenario.policy) : nil)
        console = SteppedConsole(
            Console(screen: screen, run: run, settings: settings, surroundings: surroundings))
        console.begin()
    }

    /// The one way for data; it shows what is decided.
    package var core: EventCore { run.core }
    /// The live city and the script.
    package var director: DrillDirector { world.director }
    /// Board time.
    package var now: Timestamp { run.now }
    /// Board time at which something next happens; nil once the drill has ended.
    package var nextDue: Timestamp? { run.nextDue }

    /// Moves board time ahead, through at most so many due times; true when it got there. It stops at the drill's end.
    @discardableResult
    package func advance(to target: Timestamp, budget: Int = .max, each: () -> Void = {}) -> Bool {
        run.advance(to: target, budget: budget, telling: self, each: each)
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
        console.show(
            banner: BannerView(
                title: words.exercise.control,
                lines: Array((console.bannerLines + [line]).suffix(DrillPlay.unreadLimit)), fresh: 1,
                hint: words.exercise.controlHint))
    }

    /// The most messages that stand over the panes at a time.
    private static let unreadLimit = 4

    /// Deals with one thing the player's terminal said, at the present board time. Returns the command that it ran.
    package func respond(to input: TerminalInput, settling: Bool, beforeMessage: Bool = false) -> String? {
        let command = console.respond(to: input, settling: settling, beforeMessage: beforeMessage)
        run.tellDecided(self)
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
            world.director.fire(id, now: now)
        case .out:
            let callsign = request.callsign ?? ""
            guard let unit = core.head.unit(callsign: callsign) else {
                throw DrillProblem("control.unit", "there is no unit \(callsign)", "没有单元 \(callsign)")
            }
            guard unit.status != .outOfService else {
                throw DrillProblem(
                    "control.unit", "unit \(callsign) is out of service already", "单元 \(callsign) 已停用")
            }
            world.director.takeOut(callsign: callsign, reason: request.text ?? "", now: now)
        case .message: world.director.message(request.text ?? "", now: now)
        case .end: world.director.end(now: now)
        default: return
        }
        advance(to: now)
    }

    private func unknownInject(_ id: String) -> DrillProblem {
        let known = NameList(director.injects.prefix(40).map(\.id))
        return DrillProblem(
            "control.inject", "there is no inject \(id); there are: \(known.english)", "没有注入 \(id)；现有：\(known.chinese)")
    }
}

extension DrillPlay: RunListener {
    /// The trainer and the player are told what was decided.
    package func met(_ news: RunNews) {
        for record in news.records { note(record) }
        console.meet(news.records)
        tellPlayer()
    }

    /// The console notes where a unit was heard.
    package func heard(_ observation: Observation) { console.heard(observation) }
}

/// The world of a drill as a run hears it.
private final class DrillWorld: ObservationSource {
    var director: DrillDirector

    init(_ director: DrillDirector) {
        self.director = director
    }

    let kind = SourceKind.exercise
    var nextDue: Timestamp? { director.nextDue }

    func due(at now: Timestamp, board: Board) -> [Observation] { director.due(at: now, board: board) }

    func observe(_ record: EventRecord, board: Board) { director.observe(record, board: board) }
}

extension AutomaticDispatcher: OrderSource {}

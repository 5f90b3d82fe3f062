import Core
import Dashboard
import DispatchModel
import Drills
import TerminalKit
import Wording

/// A drill on the player's screen: the exact machine, driven by a clock, a keyboard and a trainer.
///
/// It only decides when things happen, and takes down what was done and when; what happens is `DrillPlay`'s.
package final class DrillSession {
    /// How a session ended.
    package enum Outcome: Sendable {
        /// The player has seen how the drill went and left.
        case left(DrillEnd)
        /// The terminal went away or a signal asked the program to end.
        case signal(Int32)
        /// The trainer goes back to a snapshot.
        case back(ControlStatus.Snapshot)
    }

    let play: DrillPlay
    let screen: any Screen
    let wall: () -> Timestamp
    let wake: WakePipe?
    let identity: Identity
    let server: ControlServer?
    /// Where what is done is taken down; nil for a drill that nobody plays again.
    let keys: LineFile?
    let interventions: LineFile?

    /// The last number given to an input.
    var number: Int64
    /// The position of the last frame, when one was drawn since the last input.
    var drawn: JournalPosition?
    var snapshots: [ControlStatus.Snapshot] = []
    /// What the trainer ordered about the clock.
    var orders: [ClockOrder] = []
    /// How the player held the clock, without what lasts.
    var held = HeldClock()
    /// Since when the player holds the clock, and how much of its speed is left, 0 to below 1.
    var holding: (since: Timestamp, speed: Double)?
    /// Milliseconds of holding that ended without an input of the player, to be taken down with the next one.
    var unwritten: Int64 = 0
    /// Board time that the trainer wants to be at.
    var jump: Timestamp?
    let score = ScoreKeeper()
    var end: DrillEnd?
    /// True once the player has had a frame of how the drill went.
    var isEndShown = false
    var outcome: Outcome?
    private var queue = InputQueue()
    /// True when board time stands still because the journal cannot be written.
    var isStuck = false

    /// What a drill is called.
    package struct Identity: Sendable {
        /// The drill's name; empty for one that is not kept.
        package var name: String
        /// Its seed.
        package var seed: UInt64
        /// Who is trained.
        package var trainee: String
        /// Seconds that local time is ahead of UTC at a board time.
        package var secondsEast: @Sendable (Timestamp) -> Int64
        /// The command that shows the report; empty for a drill that is not kept.
        package var reportCommand: String

        /// What a drill is called.
        package init(
            name: String, seed: UInt64, trainee: String, reportCommand: String,
            secondsEast: @escaping @Sendable (Timestamp) -> Int64
        ) {
            self.name = name
            self.seed = seed
            self.trainee = trainee
            self.reportCommand = reportCommand
            self.secondsEast = secondsEast
        }
    }

    /// A session of a drill that stands where `play` stands. `number` is that of the last input already taken down.
    package init(
        _ play: DrillPlay, screen: any Screen, wall: @escaping () -> Timestamp, wake: WakePipe?, identity: Identity,
        server: ControlServer?, keys: LineFile?, interventions: LineFile?, number: Int64 = 0
    ) {
        self.play = play
        self.screen = screen
        self.wall = wall
        self.wake = wake
        self.identity = identity
        self.server = server
        self.keys = keys
        self.interventions = interventions
        self.number = number
    }

    /// Due times gone through between two looks at the keyboard.
    static let instantsPerStep = 64

    /// Runs until the player has left, the terminal goes or the trainer goes back.
    package func run() -> Outcome {
        begin()
        while true {
            if let outcome { return finish(outcome) }
            step()
        }
    }

    /// The board is set up and shown.
    func begin() {
        play.advance(to: play.now)
        play.console.tell(.info, play.console.wording.exercise.whatIsOff)
        draw(now: true)
    }

    /// Waits for what comes next and deals with it.
    func step() {
        let inputs = queue.next(from: screen, timeout: timeout, wake: wake?.descriptor)
        wake?.drain()
        passTime()
        for input in DrillSession.ordered(inputs) where outcome == nil { takeInput(input) }
        answerTrainer()
        play.console.keepRecording()
        watchJournal()
        if play.director.ending != nil, end == nil { finishDrill() }
        draw(now: !inputs.isEmpty && queue.isEmpty)
    }

    /// The screen has its new size before the keys that came with it are looked at.
    static func ordered(_ inputs: [TerminalInput]) -> [TerminalInput] {
        func isSize(_ input: TerminalInput) -> Bool { if case .resized = input { true } else { false } }
        return inputs.filter(isSize).suffix(1) + inputs.filter { !isSize($0) }
    }

    /// Milliseconds until something is due.
    private var timeout: Int? {
        end == nil && isBehind ? 0 : play.console.wait()
    }

    /// True while board time is not yet where the clock or the trainer wants it.
    var isBehind: Bool {
        guard !isStuck else { return false }
        if let jump { return jump > play.now }
        let clock = play.console.boardClock
        guard !clock.isPaused else { return false }
        if clock.isUnlimited { return play.nextDue != nil }
        return play.nextDue.map { $0 <= clock.now(wall: wall()) } ?? false
    }

    /// Board time goes to where the clock stands, or as far as there is time for before the next look at the keyboard.
    private func passTime() {
        guard end == nil, !isStuck else { return }
        let clock = play.console.boardClock
        if let jump {
            guard play.advance(to: jump, budget: DrillSession.instantsPerStep) else { return }
            play.console.boardClock.advance(to: jump, wall: wall())
            self.jump = nil
        } else if clock.isUnlimited, !clock.isPaused {
            for _ in 0..<DrillSession.instantsPerStep {
                guard let due = play.nextDue, play.director.ending == nil else { break }
                play.advance(to: due)
            }
            play.console.boardClock.advance(to: play.now, wall: wall())
        } else {
            let target = max(play.now, clock.now(wall: wall()))
            play.advance(to: target, budget: DrillSession.instantsPerStep)
        }
    }

    private func draw(now: Bool) {
        guard play.console.drawIfNeeded(now: now) else { return }
        drawn = play.core.head.position
        isEndShown = end != nil
    }

    // MARK: The player

    func takeInput(_ input: TerminalInput) {
        if case .ended(let signal) = input {
            outcome = .signal(signal)
            return
        }
        if end != nil { return leave(after: input) }
        // While nothing can be recorded nothing is decided; only leaving is left.
        if isStuck { return takeWhileStuck(input) }
        var line = RecordedInput(number: number + 1, at: play.now.rawValue, position: play.core.head.position)
        guard line.takeInput(input) else {
            _ = play.respond(to: input, settling: false)
            return
        }
        number += 1
        line.seen = drawn
        drawn = nil
        let isEarly = play.console.isSelectionSettling
        let isUnread = play.console.isMessageNew
        line.early = isEarly ? true : nil
        line.unread = isUnread ? true : nil
        let clock = play.console.boardClock
        line.command = play.respond(to: input, settling: isEarly, beforeMessage: isUnread)
        line.held = takeDown(noteHolding(since: clock))
        let after = play.core.head.position
        line.to = after > line.position ? after : nil
        keys?.add(line)
        if play.console.ended != nil {
            play.console.stay()
            finishDrill(because: .left)
        }
    }

    private func takeWhileStuck(_ input: TerminalInput) {
        guard case .key(let key) = input else { return }
        if key.code == .character("q") || (key.code == .character("c") && key.modifiers == .control) {
            finishDrill(because: .left)
        } else {
            screen.bell()
        }
    }

    /// When the journal cannot be written board time stands still, and goes on by itself when it can.
    private func watchJournal() {
        let isFailing = play.core.failure != nil
        guard isFailing != isStuck, end == nil else { return }
        isStuck = isFailing
        play.console.boardClock.setPaused(isFailing, wall: wall())
    }

    private func finish(_ outcome: Outcome) -> Outcome {
        play.console.close()
        server?.close()
        return outcome
    }
}

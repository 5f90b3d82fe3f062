import Core
import Dashboard
import DispatchModel
import Drills
import Foundation
import TerminalKit

/// Everything that was done in a drill, in order: keys and interventions.
package struct DrillInputs: Sendable {
    /// What the player's terminal said.
    package var keys: [RecordedInput]
    /// What the trainer did.
    package var interventions: [RecordedIntervention]

    /// What was done, read from wherever it was kept.
    package init(keys: [RecordedInput] = [], interventions: [RecordedIntervention] = []) {
        self.keys = keys
        self.interventions = interventions
    }

    /// Reads `keys.jsonl`, and `control.jsonl` beside it when that is there. With `orNone`, a file that is not there is of
    /// a drill in which nothing was done.
    package init(keys path: String, control: String?, orNone: Bool = false) throws(DrillProblem) {
        func isThere(_ path: String) -> Bool { !orNone || FileManager.default.fileExists(atPath: path) }
        keys = isThere(path) ? try LineFile.read(path, as: RecordedInput.self) : []
        interventions = []
        if let control, isThere(control) { interventions = try LineFile.read(control, as: RecordedIntervention.self) }
    }

    /// What was done up to and with a number.
    package func upTo(_ number: Int64) -> DrillInputs {
        DrillInputs(
            keys: keys.filter { $0.number <= number && $0.end == nil },
            interventions: interventions.filter { $0.number <= number })
    }

    /// Whether the last line of the keys says how the drill ended.
    package var hasEnded: Bool { keys.contains { $0.end != nil } }

    /// The snapshots that the trainer kept, in order.
    package var snapshots: [ControlStatus.Snapshot] {
        interventions.filter { $0.request.verb == .snapshot }.map { line in
            ControlStatus.Snapshot(
                name: line.request.name ?? "", at: line.at, position: line.position, number: line.number)
        }
    }

    /// How the player held the clock.
    package var held: HeldClock {
        keys.compactMap(\.held).reduce(into: HeldClock()) { $0.add(Span(milliseconds: $1)) }
    }

    /// The highest number.
    package var last: Int64 { max(keys.map(\.number).max() ?? 0, interventions.map(\.number).max() ?? 0) }

    /// One thing that was done.
    enum Step {
        case key(RecordedInput)
        case intervention(RecordedIntervention)

        var number: Int64 {
            switch self {
            case .key(let input): input.number
            case .intervention(let intervention): intervention.number
            }
        }

        var at: Timestamp {
            switch self {
            case .key(let input): Timestamp(rawValue: input.at)
            case .intervention(let intervention): Timestamp(rawValue: intervention.at)
            }
        }
    }

    /// Everything in order.
    var steps: [Step] {
        (keys.map(Step.key) + interventions.map(Step.intervention)).sorted { $0.number < $1.number }
    }
}

/// Plays again what was done in a drill, as fast as it goes.
package struct DrillRerun {
    private let play: DrillPlay
    private let screen: MemoryScreen

    /// A rerun of a drill at its beginning, whose console shows itself on this screen.
    package init(_ play: DrillPlay, screen: MemoryScreen) {
        self.play = play
        self.screen = screen
    }

    /// Does everything again. Throws when an input cannot be read, or does not fit what happens now: then the scenario, the
    /// seed or the program is another one.
    package func run(_ inputs: DrillInputs, progress: (Int, Int) -> Void = { _, _ in }) throws(DrillProblem) {
        let steps = inputs.steps
        for (index, step) in steps.enumerated() {
            switch step {
            case .key(let input): try takeInput(input)
            case .intervention(let intervention):
                play.advance(to: step.at)
                try fits(intervention.position, intervention.number)
                try play.intervene(try intervention.request.checked())
            }
            progress(index + 1, steps.count)
        }
    }

    private func takeInput(_ input: RecordedInput) throws(DrillProblem) {
        var isSeen = input.seen == nil
        // The frame that the player saw is drawn when the board has come to it: orders are bound to what was drawn.
        func look() {
            guard !isSeen, let seen = input.seen, play.core.head.position >= seen else { return }
            isSeen = true
            play.console.drawNow()
        }
        look()
        play.advance(to: Timestamp(rawValue: input.at), each: look)
        look()
        guard input.end == nil else { return try ends(input) }
        try fits(input.position, input.number)
        guard let read = input.input else {
            throw DrillProblem(
                "drill.unreadable", "input \(input.number) of the keys cannot be read", "按键记录中第 \(input.number) 项无法识别")
        }
        screen.feed([[read]])
        for given in screen.inputs(timeout: 0, wake: nil) {
            _ = play.respond(to: given, settling: input.early ?? false, beforeMessage: input.unread ?? false)
        }
    }

    /// The drill must end where it ended: that is all which the keys of an automatic dispatcher say.
    private func ends(_ input: RecordedInput) throws(DrillProblem) {
        let found = play.core.head.position
        guard found == input.position else {
            throw DrillProblem(
                "drill.differs",
                "the drill ended at journal position \(input.position), now it ends at \(found): another scenario, seed or"
                    + " program, or other settings in drill.json",
                "演练原止于日志位置 \(input.position)，现止于 \(found)：想定、种子、程序版本或 drill.json 中的设置不同")
        }
    }

    private func fits(_ position: Int64, _ number: Int64) throws(DrillProblem) {
        let found = play.core.head.position
        guard found == position else {
            throw DrillProblem(
                "drill.differs",
                "input \(number) came at journal position \(position), now it is \(found): another scenario, seed or program",
                "第 \(number) 项输入原在日志位置 \(position)，现为 \(found)：想定、种子或程序版本不同")
        }
    }
}

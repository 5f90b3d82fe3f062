import TerminalKit
import Wording

/// Everything on the trainer's screen.
struct InstructorState {
    /// How the drill stands; nil before the first answer.
    var status: ControlStatus?
    /// Why no newer status is to be had; nil while the drill answers.
    var lost: DrillProblem?
    /// The inject that keys are about: its place in the list.
    var selected = 0
    /// A line being typed.
    var prompt: InstructorPrompt?
    /// What was said last, and whether it is a refusal.
    var message: (text: ControlStatus.Text, isError: Bool)?
    /// True while the keys are shown.
    var showsHelp = false
    var words: Words
    var window = ListWindow()

    init(words: Words) {
        self.words = words
    }

    /// The selected inject.
    var inject: ControlStatus.Inject? {
        guard let status, status.injects.indices.contains(selected) else { return nil }
        return status.injects[selected]
    }

    /// Takes a newer status.
    mutating func takeStatus(_ new: ControlStatus) {
        status = new
        lost = nil
        selected = max(0, min(selected, new.injects.count - 1))
    }

    /// Moves the selection.
    mutating func move(by distance: Int) {
        selected = max(0, min(selected + distance, (status?.injects.count ?? 0) - 1))
    }

    /// A text in the language of the screen.
    func text(_ text: ControlStatus.Text) -> String { words.pick(text.english, text.chinese) }
}

/// A line that the trainer is typing, and what for.
struct InstructorPrompt {
    /// What the line is for.
    enum Purpose: Hashable {
        case message, out, jump, snapshot, back, speed
        /// Yes or no.
        case end
    }

    var purpose: Purpose
    var field = TextField("", limit: ControlRequest.textLimit)

    /// What is asked, in the language of the screen.
    func question(_ words: Words) -> String {
        switch purpose {
        case .message: words.exercise.question(.message)
        case .out: words.exercise.question(.out)
        case .jump: words.exercise.question(.jump)
        case .snapshot: words.exercise.question(.snapshot)
        case .back: words.exercise.question(.back)
        case .speed: words.exercise.question(.speed)
        case .end: words.exercise.endQuestion(yes: "y", no: "n")
        }
    }
}

import Dashboard
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
    /// The keys of a chord so far, and those that may follow.
    var chord: (keys: [Key], next: [Keymap.Continuation]) = ([], [])
    /// What is said on the bottom line. It stands there until the next key: the trainer looks at other things meanwhile.
    var teller: Teller
    /// True while the keys are shown.
    var showsHelp = false
    var window = ListWindow()

    init(words: Words) {
        teller = Teller(words: words)
    }

    /// The words of the screen's language.
    var words: Words { teller.words }

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

extension InstructorState {
    /// The mode that keys are looked up in.
    var mode: Mode {
        switch prompt?.question {
        case .line?: .input
        case .yesOrNo?: .confirm
        case nil: .trainer
        }
    }
}

/// What is asked before an order is given, and the line that is being typed for it.
struct InstructorPrompt {
    /// The command that gives the order.
    var command: CommandName
    var question: TrainerOrder.Question
    var field = TextField("", limit: ControlRequest.textLimit)

    /// What is asked, in the language of the screen.
    func title(_ keys: InstructorKeys) -> String {
        switch question {
        case .line(let text): text[keys.words.language]
        case .yesOrNo(let text):
            keys.words.exercise.asked(
                text, yes: keys.text(of: .yes, in: .confirm), no: keys.text(of: .no, in: .confirm))
        }
    }
}

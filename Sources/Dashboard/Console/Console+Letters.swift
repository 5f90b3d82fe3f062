import DispatchModel
import Formats
import TerminalKit
import Wording

extension Console {
    /// Commands about feeds and what could not be understood of them.
    func runFeed(_ name: CommandName, _ argument: String) {
        switch name {
        case .deadLetters: LettersView.open(on: self)
        case .resendLetter:
            guard let desk = surroundings.letters else { return say(.info, words.deadLettersElsewhere) }
            guard let notice = LettersView.resend(argument, else: nil, through: desk, on: self) else { return }
            say(notice.kind, notice.text)
        default: return untaken(name)
        }
    }
}

import DispatchModel
import TerminalKit
import Wording

extension Console {
    /// The most letters listed.
    static let letterLimit = 200
    /// The most bytes of a letter that are shown.
    private static let letterBytes = 16 << 10

    /// Commands about feeds and what could not be understood of them.
    func runFeed(_ name: CommandName, _ argument: String) {
        switch name {
        case .deadLetters: openLetters()
        case .resendLetter: resendLetter(argument)
        default: return
        }
    }

    private func openLetters() {
        guard let desk = surroundings.letters else { return say(.info, words.deadLettersElsewhere) }
        closeOverlay()
        lettersLookedAt = surroundings.steady()
        view.overlay = .letters(LettersView(desk.list(Console.letterLimit)))
    }

    /// While the letters are open they are looked at every second, and at once while some have not been read.
    func lookAtLetters() {
        guard case .letters(var letters) = view.overlay, let desk = surroundings.letters else { return }
        let steady = surroundings.steady()
        guard steady - lettersLookedAt >= .seconds(1) || !letters.list.isComplete else { return }
        lettersLookedAt = steady
        let list = desk.list(Console.letterLimit)
        guard list != letters.list else { return }
        letters.refresh(list)
        view.overlay = .letters(letters)
        isDirty = true
    }

    /// Enter: the text of the letter under the cursor.
    func openLetter() {
        guard case .letters(var letters) = view.overlay, letters.text == nil,
            let letter = letters.selected
        else {
            return
        }
        guard let bytes = surroundings.letters?.text(letter.number) else {
            letters.message = Notice(.warning, words.noSuchLetter("\(letter.number)"))
            view.overlay = .letters(letters)
            return
        }
        var lines = bytes.prefix(Console.letterBytes).split(
            separator: 0x0A, omittingEmptySubsequences: false
        ).map {
            Sanitiser.visible(String(decoding: $0, as: UTF8.self))
        }
        if bytes.count > Console.letterBytes {
            lines.append(words.moreOfLetter(bytes.count - Console.letterBytes, number: letter.number))
        }
        letters.message = nil
        letters.text = LettersView.Text(letter: letter, lines: lines)
        view.overlay = .letters(letters)
    }

    /// Esc: from a letter's text back to the list; false when the list is shown.
    func closeLetter() -> Bool {
        guard case .letters(var letters) = view.overlay, letters.text != nil else { return false }
        letters.text = nil
        letters.message = nil
        view.overlay = .letters(letters)
        return true
    }

    /// Moves the cursor in the list, or scrolls the text.
    func moveInLetters(_ letters: LettersView, _ distance: Int) {
        var letters = letters
        letters.message = nil
        if let text = letters.text {
            letters.text?.offset = max(0, min(text.offset + distance, text.offset + info.helpBelow))
        } else {
            letters.move(by: distance)
        }
        view.overlay = .letters(letters)
    }

    /// Sends the letter under the cursor, or the one of a number, to its feed again.
    private func resendLetter(_ argument: String) {
        guard let desk = surroundings.letters else { return say(.info, words.deadLettersElsewhere) }
        var open: LettersView?
        if case .letters(let letters) = view.overlay { open = letters }
        let bare = argument.drop { $0 == "#" }
        guard let number = bare.isEmpty ? open?.selected?.number : Int64(bare) else {
            return say(
                .warning, bare.isEmpty ? words.message(.nothingSelected) : words.noSuchLetter(argument))
        }
        let known = desk.list(Console.letterLimit).letters.first { $0.number == number }
        let notice =
            desk.resend(number)
            ? Notice(.good, words.resent(number, feed: known?.feed ?? words.label(.feed)))
            : Notice(.warning, words.noSuchLetter("\(number)"))
        guard var open else { return say(notice.kind, notice.text) }
        open.text = nil
        open.refresh(desk.list(Console.letterLimit))
        open.message = notice
        view.overlay = .letters(open)
    }
}

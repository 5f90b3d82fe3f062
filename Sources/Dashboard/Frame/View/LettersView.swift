import Wording

/// The dead letters over the whole screen: a list, or one of them with its text.
package struct LettersView: Sendable {
    /// One letter's text.
    package struct Text: Sendable {
        /// The letter.
        package var letter: DeadLetterSummary
        /// Its lines.
        package var lines: [String]
        /// Lines scrolled past.
        package var offset = 0

        /// Creates a text.
        package init(letter: DeadLetterSummary, lines: [String]) {
            self.letter = letter
            self.lines = lines
        }
    }

    /// The letters, the newest first.
    package private(set) var list: DeadLetterList
    /// Which of them the cursor is on.
    package private(set) var cursor = 0
    /// The letter whose text is shown; nil for the list.
    package var text: Text?
    /// Something to say in the last line in place of the hints.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []

    /// The list with its cursor on the newest.
    package init(_ list: DeadLetterList) {
        self.list = list
    }

    /// The letter that the cursor is on, or whose text is shown.
    package var selected: DeadLetterSummary? {
        text?.letter ?? (list.letters.indices.contains(cursor) ? list.letters[cursor] : nil)
    }

    /// Moves the cursor by so many rows, not beyond the ends.
    package mutating func move(by distance: Int) { move(to: cursor + distance) }

    /// Puts the cursor on a row, or the nearest there is.
    package mutating func move(to row: Int) { cursor = max(0, min(row, list.letters.count - 1)) }

    /// Takes the letters as they are now. The cursor stays on its letter, or goes to the next older one; on the newest it
    /// stays on the newest.
    package mutating func refresh(_ new: DeadLetterList) {
        let was =
            cursor == 0 ? nil : list.letters.indices.contains(cursor) ? list.letters[cursor].number : nil
        list = new
        let row = was.map { was in new.letters.firstIndex { $0.number <= was } ?? new.letters.count - 1
        }
        move(to: row ?? 0)
    }
}

import DispatchModel
import DispatchPolicy
import Gazetteer

/// What a typed line means.
package enum LineResult: Hashable, Sendable {
    /// Nothing was typed.
    case empty
    /// Orders, in turn; usually one, several when several units or alerts were named.
    case commands([Command], preview: Preview)
    /// One of the console's own commands by its name, with what follows it.
    case console(name: String, argument: String)
    /// It could mean several things. Nothing is guessed: a choice has to be taken.
    case ambiguous(Ambiguity)
    /// It is right so far; what is expected next.
    case incomplete(expected: String)
    /// It cannot be understood.
    case failure(LineFailure)
}

/// What will happen when the line is entered.
package struct Preview: Hashable, Sendable {
    /// In words: `assign 3A12 (available, beat B07) → #4821 P1 robbery, Mission St / 16th; 1:40 away`.
    package var text: String
    /// The incidents concerned, as far as they exist.
    package var incidents: [IncidentID]
    /// The units concerned.
    package var units: [UnitID]
    /// Why the rules would refuse it as things stand; nil when they would not.
    package var rejection: Rejection?

    /// Creates a preview.
    package init(_ text: String, incidents: [IncidentID] = [], units: [UnitID] = [], rejection: Rejection? = nil) {
        self.text = text
        self.incidents = incidents
        self.units = units
        self.rejection = rejection
    }
}

/// A place in the line that could mean several things.
package struct Ambiguity: Hashable, Sendable {
    /// The columns it is about, in Characters from 0.
    package var columns: Range<Int>
    /// The question.
    package var question: String
    /// The answers, at most `Ambiguity.limit`.
    package var choices: [Choice]

    /// The most answers that are offered.
    package static let limit = 9

    /// One answer.
    package struct Choice: Hashable, Sendable {
        /// What it stands for.
        package var label: String
        /// The whole line with this answer put in.
        package var line: String
    }
}

/// What is wrong with a line.
package struct LineFailure: Error, Hashable, Sendable {
    /// The columns it is about, in Characters from 0; empty and at the end when something is missing.
    package var columns: Range<Int>
    /// What is wrong.
    package var message: String
    /// What to do instead.
    package var remedy: String

    /// Creates a failure.
    package init(columns: Range<Int>, message: String, remedy: String) {
        self.columns = columns
        self.message = message
        self.remedy = remedy
    }
}

/// Why reading a line stops before its end.
enum Stop: Error {
    case ambiguous(Ambiguity)
    case incomplete(String)
    case failure(LineFailure)

    var result: LineResult {
        switch self {
        case .ambiguous(let ambiguity): .ambiguous(ambiguity)
        case .incomplete(let expected): .incomplete(expected: expected)
        case .failure(let failure): .failure(failure)
        }
    }
}

/// A word that may stand behind a command of the console.
package struct LineArgument: Hashable, Sendable {
    /// What is put in.
    package var text: String
    /// What else it may be found by.
    package var names: [String]
    /// What it is, in a few words.
    package var note: String
    /// The place behind the command that it can stand at, from 0; nil for any.
    package var place: Int?

    /// Creates a word.
    package init(_ text: String, names: [String] = [], note: String = "", place: Int? = 0) {
        (self.text, self.names, self.note, self.place) = (text, names, note, place)
    }
}

/// What a typed line is understood against.
package struct LineContext: Sendable {
    /// The board as it is drawn.
    package var board: Board
    /// Board time.
    package var now: Timestamp
    /// The incident that `.` means.
    package var selectedIncident: IncidentID?
    /// The unit that `.` means.
    package var selectedUnit: UnitID?
    /// The names and aliases of the console's own commands.
    package var catalogue: [String]
    /// Those of them that take nothing after them.
    package var alone: Set<String>
    /// The places that the room knows by name; nil for none but those on the board.
    package var places: Gazetteer?
    /// What may stand behind commands of the console, by their names and aliases.
    package var arguments: [String: [LineArgument]] = [:]
    /// The language of messages and previews, and the zone of `until 14:05`.
    package var words: Words
    /// The rules: travel times and plans for previews, and what would be refused.
    package var policy: Policy

    /// Creates a context.
    package init(
        board: Board, now: Timestamp, selectedIncident: IncidentID? = nil, selectedUnit: UnitID? = nil,
        catalogue: [String] = [], alone: Set<String> = [], words: Words = Words(.english), policy: Policy = Policy()
    ) {
        self.board = board
        self.now = now
        self.selectedIncident = selectedIncident
        self.selectedUnit = selectedUnit
        self.catalogue = catalogue
        self.alone = alone
        self.words = words
        self.policy = policy
    }

    /// The text in the context's language.
    func pick(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        words.pick(english(), chinese())
    }
}

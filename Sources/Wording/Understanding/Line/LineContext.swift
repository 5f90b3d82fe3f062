import DispatchModel
import DispatchPolicy

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

import DispatchModel
import DispatchPolicy
import Wording

/// What a typed line is understood against.
public struct LineContext: Sendable {
    /// The board as it is drawn.
    public var board: Board
    /// Board time.
    public var now: Timestamp
    /// The incident that `.` means.
    public var selectedIncident: IncidentID?
    /// The unit that `.` means.
    public var selectedUnit: UnitID?
    /// The names and aliases of the console's own commands.
    public var catalogue: [String]
    /// Those of them that take nothing after them.
    public var alone: Set<String>
    /// The language of messages and previews, and the zone of `until 14:05`.
    public var words: Words
    /// The rules: travel times and plans for previews, and what would be refused.
    public var policy: Policy

    /// Creates a context.
    public init(
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

/// What a drill is, as `drill.json` in its folder says.
///
/// Together with the scenario beside it, `keys.jsonl` and `control.jsonl` it is all that is needed to have the same drill
/// again.
public struct DrillDetails: Codable, Hashable, Sendable {
    /// Always `watchfloor-drill`.
    public var format = DrillDetails.formatName
    /// The version of the form.
    public var version = 1
    /// Always true: nothing in this folder is of the world.
    public var exercise = true
    /// The scenario's name.
    public var scenario: String
    /// Its title in English.
    public var title: String
    /// Its title in Chinese.
    public var titleChinese: String
    /// The seed that the drill's chance comes from.
    public var seed: UInt64
    /// Who is trained; may be empty.
    public var trainee: String
    /// The name that stands beside the player's actions.
    public var operatorName: String
    /// The language of the screen when the drill began: `en` or `zh-Hans`.
    public var language: String
    /// Wall time at which it began, in milliseconds since 1970 (UTC).
    public var started: Int64
    /// The program that ran it.
    public var program: String
    /// Hours of board time after which it ends, in place of the scenario's own end; nil for that.
    public var hours: Double?
    /// Columns and rows of the screen when it began.
    public var columns: Int
    /// See `columns`.
    public var rows: Int
    /// True when it began on the wall layout.
    public var wall: Bool
    /// The texts of the key files in force, the machine's first: what a key means depends on them.
    public var keymaps: [String]
    /// The drill and snapshot that it went back to, when it goes on from another one.
    public var branch: Branch?

    /// Where a drill goes on from.
    public struct Branch: Codable, Hashable, Sendable {
        /// The name of the other drill.
        public var drill: String
        /// The name of its snapshot.
        public var snapshot: String
        /// Where the two part: the journal position of the last event they share.
        public var position: Int64

        /// Creates the mark.
        public init(drill: String, snapshot: String, position: Int64) {
            self.drill = drill
            self.snapshot = snapshot
            self.position = position
        }
    }

    /// The name of the form.
    public static let formatName = "watchfloor-drill"

    /// A drill's particulars.
    public init(
        scenario: String, title: String, titleChinese: String, seed: UInt64, trainee: String, operatorName: String,
        language: String, started: Int64, program: String, columns: Int, rows: Int
    ) {
        self.scenario = scenario
        self.title = title
        self.titleChinese = titleChinese
        self.seed = seed
        self.trainee = trainee
        self.operatorName = operatorName
        self.language = language
        self.started = started
        self.program = program
        self.columns = columns
        self.rows = rows
        wall = false
        keymaps = []
    }
}

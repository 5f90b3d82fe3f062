/// What a drill is, as `drill.json` in its folder says.
///
/// Together with the scenario beside it, `keys.jsonl` and `control.jsonl` it is all that is needed to have the same drill
/// again.
package struct DrillDetails: Codable, Hashable, Sendable {
    /// Always `watchfloor-drill`.
    package var format = DrillDetails.formatName
    /// The version of the form.
    package var version = 1
    /// Always true: nothing in this folder is of the world.
    package var exercise = true
    /// The scenario's name.
    package var scenario: String
    /// Its title in English.
    package var title: String
    /// Its title in Chinese.
    package var titleChinese: String
    /// The seed that the drill's chance comes from.
    package var seed: UInt64
    /// Who is trained; may be empty.
    package var trainee: String
    /// The name that stands beside the player's actions.
    package var operatorName: String
    /// The language of the screen when the drill began: `en` or `zh-Hans`.
    package var language: String
    /// Wall time at which it began, in milliseconds since 1970 (UTC).
    package var started: Int64
    /// The program that ran it.
    package var program: String
    /// Hours of board time after which it ends, in place of the scenario's own end; nil for that.
    package var hours: Double?
    /// Columns and rows of the screen when it began.
    package var columns: Int
    /// See `columns`.
    package var rows: Int
    /// The texts of the key files in force, the machine's first: what a key means depends on them.
    package var keymaps: [String]
    /// The folder of the files under its map; nil where its district names none.
    package var groundFolder: String?
    /// The texts of the files of views in force, the machine's and the person's; nil before there were any. What a key hits
    /// depends on the view.
    package var views: [String]?
    /// The drill and snapshot that it went back to, when it goes on from another one.
    package var branch: Branch?

    /// Where a drill goes on from.
    package struct Branch: Codable, Hashable, Sendable {
        /// The name of the other drill.
        package var drill: String
        /// The name of its snapshot.
        package var snapshot: String
        /// Where the two part: the journal position of the last event they share.
        package var position: Int64

        /// Creates the mark.
        package init(drill: String, snapshot: String, position: Int64) {
            self.drill = drill
            self.snapshot = snapshot
            self.position = position
        }
    }

    /// The name of the form.
    package static let formatName = "watchfloor-drill"

    /// A drill's particulars.
    package init(
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
        keymaps = []
    }
}

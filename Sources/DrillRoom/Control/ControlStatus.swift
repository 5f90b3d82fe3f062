/// How a drill stands, as the trainer is told. Texts are in both languages; what a person wrote is as they wrote it.
public struct ControlStatus: Codable, Hashable, Sendable {
    /// A text in both languages.
    public struct Text: Codable, Hashable, Sendable {
        /// In English.
        public var english: String
        /// In Chinese.
        public var chinese: String

        /// Creates a text.
        public init(_ english: String, _ chinese: String) {
            self.english = english
            self.chinese = chinese
        }
    }

    /// A scripted inject.
    public struct Inject: Codable, Hashable, Sendable {
        /// Its name in the scenario.
        public var id: String
        /// What it is called.
        public var title: Text
        /// When it is planned, in board milliseconds since 1970; nil for one that waits for a condition or the trainer.
        public var planned: Int64?
        /// What it waits for, when it has no time.
        public var condition: Text?
        /// When it happened; nil while it has not.
        public var fired: Int64?
        /// When the expected action was taken; nil while it was not.
        public var answered: Int64?
        /// What the player should do; nil when nothing is asked.
        public var expected: Text?
        /// What the evaluator should watch for.
        public var note: Text?

        /// An inject that has not happened.
        public init(id: String, title: Text) {
            self.id = id
            self.title = title
        }
    }

    /// An objective as it stands.
    public struct Objective: Codable, Hashable, Sendable {
        /// What it asks.
        public var title: Text
        /// True when it is met as things stand, false when missed, nil when nothing can be said yet.
        public var met: Bool?
        /// The figures it rests on.
        public var evidence: Text

        /// An objective as it stands.
        public init(title: Text, met: Bool?, evidence: Text) {
            self.title = title
            self.met = met
            self.evidence = evidence
        }
    }

    /// Something the player did.
    public struct Action: Codable, Hashable, Sendable {
        /// Board milliseconds since 1970.
        public var at: Int64
        /// What it was.
        public var text: Text

        /// An action.
        public init(at: Int64, text: Text) {
            self.at = at
            self.text = text
        }
    }

    /// A moment that can be gone back to.
    public struct Snapshot: Codable, Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Board milliseconds since 1970.
        public var at: Int64
        /// The journal's position.
        public var position: Int64
        /// Its place among keys and interventions.
        public var number: Int64

        /// A snapshot.
        public init(name: String, at: Int64, position: Int64, number: Int64) {
            self.name = name
            self.at = at
            self.position = position
            self.number = number
        }
    }

    /// Where a drill that runs ahead is going.
    public struct Ahead: Codable, Hashable, Sendable {
        /// Board milliseconds since 1970.
        public var at: Int64
        /// Seconds that the board's local time is ahead of UTC then.
        public var secondsEast: Int64

        /// A place ahead.
        public init(at: Int64, secondsEast: Int64) {
            self.at = at
            self.secondsEast = secondsEast
        }
    }

    /// Always true.
    public var exercise = true
    /// The drill's name.
    public var drill: String
    /// The scenario's name.
    public var scenario: String
    /// The scenario's title.
    public var title: Text
    /// The seed.
    public var seed: UInt64
    /// Who is trained.
    public var trainee: String
    /// Board time in milliseconds since 1970 (UTC).
    public var at: Int64
    /// Board time when the drill began.
    public var began: Int64
    /// Board time when it ends at the latest; nil when nothing ends it.
    public var ends: Int64?
    /// Seconds that the board's local time is ahead of UTC.
    public var secondsEast: Int64
    /// Board seconds a second; 0 for as fast as it goes.
    public var speed: Double
    /// True while board time stands still.
    public var paused: Bool
    /// Why board time stands still though nobody paused it, such as a full disk.
    public var trouble: Text?
    /// Where the drill is going by a jump, until it is there; orders are refused meanwhile.
    public var ahead: Ahead?
    /// The journal's position.
    public var position: Int64
    /// Incidents open, and those of them that wait for a unit.
    public var open = 0
    /// See `open`.
    public var waiting = 0
    /// Units that can be sent, of all.
    public var free = 0
    /// See `free`.
    public var units = 0
    /// Unanswered alerts.
    public var alerts = 0
    /// The injects in the order of the script.
    public var injects: [Inject] = []
    /// The objectives.
    public var objectives: [Objective] = []
    /// What the player did last, the newest first, at most 30.
    public var actions: [Action] = []
    /// Milliseconds of the wall's clock by which the player has held the board's; nil for none.
    public var held: Int64?
    /// The moments that can be gone back to, the oldest first.
    public var snapshots: [Snapshot] = []
    /// Why the drill has ended; nil while it runs.
    public var ended: Text?

    /// A drill at its beginning.
    public init(
        drill: String, scenario: String, title: Text, seed: UInt64, trainee: String, at: Int64, began: Int64,
        secondsEast: Int64, speed: Double, paused: Bool, position: Int64
    ) {
        self.drill = drill
        self.scenario = scenario
        self.title = title
        self.seed = seed
        self.trainee = trainee
        self.at = at
        self.began = began
        self.secondsEast = secondsEast
        self.speed = speed
        self.paused = paused
        self.position = position
    }
}

/// What a drill answers its trainer: one line of JSON.
public struct ControlReply: Codable, Hashable, Sendable {
    /// True when the wish was fulfilled.
    public var ok: Bool
    /// Always true.
    public var exercise = true
    /// Why not; nil when it was.
    public var problem: DrillProblem?
    /// What was done, in words.
    public var done: ControlStatus.Text?
    /// How the drill stands now.
    public var status: ControlStatus?

    /// A wish fulfilled.
    public init(done: ControlStatus.Text?, status: ControlStatus?) {
        ok = true
        self.done = done
        self.status = status
    }

    /// A wish refused.
    public init(_ problem: DrillProblem, status: ControlStatus? = nil) {
        ok = false
        self.problem = problem
        self.status = status
    }
}

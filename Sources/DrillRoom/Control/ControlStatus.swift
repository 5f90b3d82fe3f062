import DispatchModel

/// How a drill stands, as the trainer is told. Texts are in both languages; what a person wrote is as they wrote it.
package struct ControlStatus: Codable, Hashable, Sendable {
    /// A text in both languages.
    package typealias Text = BilingualText

    /// A scripted inject.
    package struct Inject: Codable, Hashable, Sendable {
        /// Its name in the scenario.
        package var id: String
        /// What it is called.
        package var title: Text
        /// When it is planned, in board milliseconds since 1970; nil for one that waits for a condition or the trainer.
        package var planned: Int64?
        /// What it waits for, when it has no time.
        package var condition: Text?
        /// When it happened; nil while it has not.
        package var fired: Int64?
        /// When the expected action was taken; nil while it was not.
        package var answered: Int64?
        /// What the player should do; nil when nothing is asked.
        package var expected: Text?
        /// What the evaluator should watch for.
        package var note: Text?

        /// An inject that has not happened.
        package init(id: String, title: Text) {
            self.id = id
            self.title = title
        }
    }

    /// An objective as it stands.
    package struct Objective: Codable, Hashable, Sendable {
        /// What it asks.
        package var title: Text
        /// True when it is met as things stand, false when missed, nil when nothing can be said yet.
        package var met: Bool?
        /// The figures it rests on.
        package var evidence: Text

        /// An objective as it stands.
        package init(title: Text, met: Bool?, evidence: Text) {
            self.title = title
            self.met = met
            self.evidence = evidence
        }
    }

    /// Something the player did.
    package struct Action: Codable, Hashable, Sendable {
        /// Board milliseconds since 1970.
        package var at: Int64
        /// What it was.
        package var text: Text

        /// An action.
        package init(at: Int64, text: Text) {
            self.at = at
            self.text = text
        }
    }

    /// A moment that can be gone back to.
    package struct Snapshot: Codable, Hashable, Sendable {
        /// Its name.
        package var name: String
        /// Board milliseconds since 1970.
        package var at: Int64
        /// The journal's position.
        package var position: Int64
        /// Its place among keys and interventions.
        package var number: Int64

        /// A snapshot.
        package init(name: String, at: Int64, position: Int64, number: Int64) {
            self.name = name
            self.at = at
            self.position = position
            self.number = number
        }
    }

    /// Where a drill that runs ahead is going.
    package struct Ahead: Codable, Hashable, Sendable {
        /// Board milliseconds since 1970.
        package var at: Int64
        /// Seconds that the board's local time is ahead of UTC then.
        package var secondsEast: Int64

        /// A place ahead.
        package init(at: Int64, secondsEast: Int64) {
            self.at = at
            self.secondsEast = secondsEast
        }
    }

    /// Always true.
    package var exercise = true
    /// The drill's name.
    package var drill: String
    /// The scenario's name.
    package var scenario: String
    /// The scenario's title.
    package var title: Text
    /// The seed.
    package var seed: UInt64
    /// Who is trained.
    package var trainee: String
    /// Board time in milliseconds since 1970 (UTC).
    package var at: Int64
    /// Board time when the drill began.
    package var began: Int64
    /// Board time when it ends at the latest; nil when nothing ends it.
    package var ends: Int64?
    /// Seconds that the board's local time is ahead of UTC.
    package var secondsEast: Int64
    /// Board seconds a second; 0 for as fast as it goes.
    package var speed: Double
    /// True while board time stands still.
    package var paused: Bool
    /// Why board time stands still though nobody paused it, such as a full disk.
    package var trouble: Text?
    /// Where the drill is going by a jump, until it is there; orders are refused meanwhile.
    package var ahead: Ahead?
    /// The journal's position.
    package var position: Int64
    /// Incidents open, and those of them that wait for a unit.
    package var open = 0
    /// See `open`.
    package var waiting = 0
    /// Units that can be sent, of all.
    package var free = 0
    /// See `free`.
    package var units = 0
    /// Unanswered alerts.
    package var alerts = 0
    /// The injects in the order of the script.
    package var injects: [Inject] = []
    /// The objectives.
    package var objectives: [Objective] = []
    /// What the player did last, the newest first, at most 30.
    package var actions: [Action] = []
    /// Milliseconds of the wall's clock by which the player has held the board's; nil for none.
    package var held: Int64?
    /// The moments that can be gone back to, the oldest first.
    package var snapshots: [Snapshot] = []
    /// Why the drill has ended; nil while it runs.
    package var ended: Text?

    /// A drill at its beginning.
    package init(
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
package struct ControlReply: Codable, Hashable, Sendable {
    /// True when the wish was fulfilled.
    package var ok: Bool
    /// Always true.
    package var exercise = true
    /// Why not; nil when it was.
    package var problem: DrillProblem?
    /// What was done, in words.
    package var done: ControlStatus.Text?
    /// How the drill stands now.
    package var status: ControlStatus?

    /// A wish fulfilled.
    package init(done: ControlStatus.Text?, status: ControlStatus?) {
        ok = true
        self.done = done
        self.status = status
    }

    /// A wish refused.
    package init(_ problem: DrillProblem, status: ControlStatus? = nil) {
        ok = false
        self.problem = problem
        self.status = status
    }
}

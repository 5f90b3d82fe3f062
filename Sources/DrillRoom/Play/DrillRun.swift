import Core
import Dashboard
import DispatchModel
import Drills
import TerminalKit
import Wording

/// A drill from its beginning to the moment the player leaves, with every return to a snapshot in between.
///
/// Each return makes a new drill in a folder of its own: what was done up to the snapshot is done again there, and the
/// player goes on from it. What was recorded after it stays in the drill it was recorded in.
package final class DrillRun {
    /// What a run needs from around it.
    package struct Surroundings {
        /// The folder of all drills.
        package var home: String
        /// Wall time.
        package var wall: () -> Timestamp
        /// Lets other threads wake the run loop.
        package var wake: WakePipe?
        /// Opens the journal of a new drill's folder.
        package var openJournal: (DrillFolder) throws -> ExerciseJournal
        /// Seconds that the scenario's local time is ahead of UTC.
        package var secondsEast: @Sendable (Timestamp) -> Int64
        /// The command that shows the report of a drill.
        package var reportCommand: (DrillName) -> String
        /// The shift's figures as text, for `:report`.
        package var figures: (ExerciseJournal, Board, Language) throws(JournalError) -> String

        /// Creates surroundings.
        package init(
            home: String, wall: @escaping () -> Timestamp, wake: WakePipe?,
            openJournal: @escaping (DrillFolder) throws -> ExerciseJournal,
            secondsEast: @escaping @Sendable (Timestamp) -> Int64,
            reportCommand: @escaping (DrillName) -> String,
            figures: @escaping (ExerciseJournal, Board, Language) throws(JournalError) -> String = { _, _, _ in "" }
        ) {
            self.home = home
            self.wall = wall
            self.wake = wake
            self.openJournal = openJournal
            self.secondsEast = secondsEast
            self.reportCommand = reportCommand
            self.figures = figures
        }
    }

    /// How a run ended.
    package enum Outcome: Sendable {
        /// The player has seen how the drill went and left.
        case left(DrillEnd)
        /// The terminal went away or a signal asked the program to end.
        case signal(Int32)
    }

    private let scenario: Scenario
    private let settings: ConsoleSettings
    private let surroundings: Surroundings
    private let speed: Double
    private let isAutomatic: Bool
    private let terminal: any Screen
    private var details: DrillDetails
    /// The drill that is played now.
    package private(set) var folder: DrillFolder
    private var inputs = DrillInputs()
    private var snapshots: [ControlStatus.Snapshot] = []
    /// The drill that this one takes up, until that is done.
    private var cutOff: CutOffDrill?

    /// A run of a scenario in a new folder. `details` says what the drill is.
    package init(
        _ scenario: Scenario, details: DrillDetails, folder: DrillFolder, settings: ConsoleSettings, speed: Double,
        isAutomatic: Bool, screen: any Screen, surroundings: Surroundings
    ) {
        self.scenario = scenario
        self.details = details
        self.folder = folder
        self.settings = settings
        self.speed = speed
        self.isAutomatic = isAutomatic
        terminal = screen
        self.surroundings = surroundings
    }

    /// A run that takes up a drill which was cut off: everything recorded is done again in a folder of its own, and the
    /// player goes on from there. Like a return to a snapshot it takes nothing away.
    package convenience init(
        takingUp cutOff: CutOffDrill, of scenario: Scenario, settings: ConsoleSettings, isAutomatic: Bool,
        screen: any Screen, surroundings: Surroundings
    ) {
        var details = cutOff.details
        details.branch = DrillDetails.Branch(
            drill: cutOff.folder.name.text, snapshot: "", position: cutOff.position)
        details.started = surroundings.wall().rawValue
        self.init(
            scenario, details: details,
            folder: DrillFolder.free(in: cutOff.folder.home, stem: cutOff.folder.name.stem), settings: settings,
            speed: 1, isAutomatic: isAutomatic, screen: screen, surroundings: surroundings)
        inputs = cutOff.inputs
        snapshots = cutOff.inputs.snapshots
        self.cutOff = cutOff
    }

    /// Plays until the player leaves. Throws why the folder or the journal cannot be used.
    package func run() throws -> Outcome {
        while true {
            switch try playOnce() {
            case .left(let end): return .left(end)
            case .signal(let number): return .signal(number)
            case .back(let snapshot): try branch(at: snapshot)
            }
        }
    }

    /// Plays one drill: what is to be done again first, then with the player.
    private func playOnce() throws -> DrillSession.Outcome {
        try folder.create(details, scenario: scenario.text)
        let journal = try surroundings.openJournal(folder)
        defer { journal.close() }
        let memory = MemoryScreen(
            size: Size(columns: details.columns, rows: details.rows), depth: terminal.depth,
            unicode: terminal.unicode, endsAfterScript: false, frameLimit: 1)
        let isAgain = inputs.last > 0 || cutOff != nil
        let screen = ExchangeableScreen(isAgain ? memory : terminal)
        let play = try makePlay(journal, screen)
        let lost = isAgain ? try doAgain(play, memory) : 0
        screen.current = terminal
        screen.invalidate()
        let session = try makeSession(play, screen)
        session.orders = inputs.interventions.compactMap(\.clockOrder)
        session.held = inputs.held
        if isAgain { session.goOn(from: details.branch, snapshots, lost: lost) }
        cutOff = nil
        let outcome = session.run()
        snapshots = session.snapshots
        return outcome
    }

    private func makePlay(_ journal: ExerciseJournal, _ screen: ExchangeableScreen) throws(JournalError) -> DrillPlay {
        let surroundings = surroundings
        var settings = settings
        settings.notices = details.branch == nil ? settings.notices : []
        let trouble = JournalTrouble()
        var console = ConsoleSurroundings(
            wall: surroundings.wall,
            records: { positions in
                trouble.take(.events) { () throws(JournalError) in try journal.records(at: positions) } ?? []
            },
            reload: { settings },
            report: { language in
                trouble.take(.figures) { () throws(JournalError) in
                    try surroundings.figures(journal, try journal.openBoard().board, language)
                } ?? ""
            })
        let words = Words(settings.language)
        console.warning = { trouble.takeWarning(words) }
        return try DrillPlay(
            scenario, seed: details.seed, journal: journal, screen: screen, settings: settings, surroundings: console,
            wake: surroundings.wake, clock: BoardClock(start: scenario.start, speed: speed, wall: surroundings.wall()),
            isAutomatic: isAutomatic)
    }

    private func makeSession(_ play: DrillPlay, _ screen: ExchangeableScreen) throws(DrillProblem) -> DrillSession {
        let wake = surroundings.wake
        let keys = try LineFile(path: folder.keys)
        let interventions = try LineFile(path: folder.control)
        for line in inputs.keys { keys.add(line) }
        for line in inputs.interventions { interventions.add(line) }
        let server = try ControlServer(folder: folder.path) { wake?.wake() }
        let identity = DrillSession.Identity(
            name: folder.name.text, seed: details.seed, trainee: details.trainee,
            reportCommand: surroundings.reportCommand(folder.name), secondsEast: surroundings.secondsEast)
        return DrillSession(
            play, screen: screen, wall: surroundings.wall, wake: wake, identity: identity, server: server, keys: keys,
            interventions: interventions, number: inputs.last)
    }

    /// Does again what was done before, and makes sure that the same came of it. Returns how many events of a drill that was
    /// cut off are not in this one: of orders whose key was lost with the program.
    private func doAgain(_ play: DrillPlay, _ memory: MemoryScreen) throws -> Int64 {
        try DrillRerun(play, screen: memory).run(inputs)
        if let cutOff {
            play.advance(to: max(cutOff.at, play.now))
            return try cutOff.missing(in: play)
        }
        guard let wanted = details.branch?.position, play.core.head.position == wanted else {
            throw DrillProblem(
                "drill.differs", "the drill up to the snapshot came out otherwise; what was recorded is untouched",
                "重做至快照的结果不一致；已有记录未受影响")
        }
        return 0
    }

    /// A new drill that shares everything up to a snapshot with this one.
    private func branch(at snapshot: ControlStatus.Snapshot) throws(DrillProblem) {
        let done = try DrillInputs(keys: folder.keys, control: folder.control)
        inputs = done.upTo(snapshot.number)
        snapshots.removeAll { $0.number > snapshot.number }
        details.branch = DrillDetails.Branch(
            drill: folder.name.text, snapshot: snapshot.name, position: snapshot.position)
        details.started = surroundings.wall().rawValue
        folder = DrillFolder.free(in: folder.home, stem: folder.name.stem)
    }
}

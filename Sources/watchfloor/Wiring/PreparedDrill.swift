import Core
import Dashboard
import DispatchModel
import DrillRoom
import Drills
import Formats
import Foundation
import Shell
import TerminalKit
import Wording

/// A drill that is ready to be played: scenario, seed, settings and the folder it will have.
struct PreparedDrill {
    private var scenario: Scenario
    private let ground: DrillGround
    private let options: DrillOptions
    private let screen: ScreenOptions
    private var seed: UInt64
    private let speed: Double

    init(_ name: String, options: DrillOptions, screen: ScreenOptions) throws {
        scenario = try openScenario(name)
        ground = try drillGround(scenario, named: name)
        self.options = options
        self.screen = screen
        seed = options.seed ?? scenario.seed
        speed = try speedFactor(options.speed)
        if let hours = options.hours { scenario.play(hours: hours) }
    }

    private var settings: ConsoleSettings {
        var settings = screen.settings(folders: Folders())
        settings.zone = zone(named: scenario.timeZone)
        settings.ground = ground.ground
        return settings
    }

    /// The folder that the drill will have. A name that was asked for must be free.
    private func folder() throws -> DrillFolder {
        let home = Folders().drills
        if let name = options.name.flatMap(DrillName.init) { return DrillFolder(home: home, name: name) }
        return DrillFolder.free(in: home, stem: DrillName(scenario.id) ?? DrillName("drill") ?? fallbackName)
    }

    private var fallbackName: DrillName { preconditionFailure("“drill” is a name") }

    private func details(_ settings: ConsoleSettings, _ size: Size) -> DrillDetails {
        var details = DrillDetails(
            scenario: scenario.id, title: scenario.title.english, titleChinese: scenario.title.chinese, seed: seed,
            trainee: Sanitiser.visible(options.trainee ?? ""),
            operatorName: options.auto ? AutomaticDispatcher.name : settings.operatorName,
            language: settings.language.rawValue, started: wallTime().rawValue,
            program: "watchfloor \(Version.text)", columns: size.columns, rows: size.rows)
        details.hours = options.hours
        details.groundFolder = ground.folder.map { URL(filePath: $0).path }
        details.views = ViewFiles(folders: Folders()).texts
        details.keymaps = ScreenOptions.keyFiles(folders: Folders()).compactMap(\.text)
        return details
    }

    // MARK: On the console

    /// Plays on the terminal and says how it went.
    func playOnConsole() throws {
        try requireTerminal(orElse: .headless)
        let folder = try folder()
        let settings = settings
        let terminal = try openScreen(mouse: screen.mouse)
        defer { terminal.close() }
        guard let wake = WakePipe() else {
            throw Failure(.failure, say("the system has no file descriptor left", "系统已无可用的文件描述符"))
        }
        let run = DrillRun(
            scenario, details: details(settings, terminal.size), folder: folder, settings: settings, speed: speed,
            isAutomatic: options.auto, screen: terminal, surroundings: .ofThisMachine(settings, wake))
        let outcome = try drillStep { try run.run() }
        terminal.close()
        switch outcome {
        case .left(let end): try tell(end, run.folder, settings)
        case .signal(let number): try drillCutOff(by: number, run.folder)
        }
    }

    // MARK: Without a screen

    /// The automatic dispatcher plays to the end.
    func playHeadless() throws {
        let folder = try folder()
        let signals = RunSignals.ofPlayer()
        let settings = settings
        let size = Size(columns: 80, rows: 24)
        let play: DrillPlay = try drillStep {
            try folder.create(details(settings, size), scenario: scenario.text)
            let journal = try openExercise(folder.path)
            return try makePlay(
                journal, settings, MemoryScreen(size: size, frameLimit: 1), isAutomatic: true, steady: steadyTime)
        }
        let progress = Progress(total: Int(scenario.end.after.seconds))
        let end = play.director.latestEnd
        while !signals.isStopping, play.core.failure == nil, !play.advance(to: end, budget: PreparedDrill.budget) {
            progress.show(Int((play.now - scenario.start).seconds))
        }
        progress.finish()
        if let signal = signals.stop, play.nextDue != nil {
            play.console.close()
            if let failure = play.core.failure { throw Failure(failure) }
            return try drillCutOff(by: signal, folder, hadTerminal: false)
        }
        let result = DrillEnd(of: play)
        let keys = try drillStep { try LineFile(path: folder.keys) }
        keys.add(result.line(number: 1, of: play))
        play.console.close()
        if let failure = play.core.failure { throw Failure(failure) }
        try tell(result, folder, settings)
    }

    /// Times at which something is due, between two looks at the signals.
    private static let budget = 64

    /// Does again what recorded keys did, and says where the journal ends.
    func playAgain(_ file: String) throws {
        let recorded = try drillStep { () throws(DrillProblem) in try RecordedDrill(keys: file) }
        guard recorded.inputs.hasEnded else {
            throw Failure(
                .failure, say("\(file) has no end: it was cut, or its drill was", "\(file) 没有结尾：文件被截断，或演练被中断"),
                remedy: say(
                    "give the whole file; a drill that was cut off is taken up by watchfloor drill resume",
                    "请给出完整文件；被中断的演练可用 watchfloor drill resume 接续"))
        }
        var again = self
        // What the options do not say is as it was in the drill that the keys are of.
        if options.seed == nil, let seed = recorded.seed { again.seed = seed }
        if options.hours == nil, let hours = recorded.hours { again.scenario.play(hours: hours) }
        var settings = settings
        recorded.apply(to: &settings)
        let screen = MemoryScreen(size: recorded.size, endsAfterScript: false, frameLimit: 1)
        let started = ContinuousClock.now
        let journal = try drillStep { try ExerciseJournal(MemoryJournal(kind: .exercise)) }
        let play = try drillStep {
            let play = try again.makePlay(journal, settings, screen, isAutomatic: recorded.isAutomatic)
            try DrillRerun(play, screen: screen).run(recorded.inputs)
            play.console.close()
            return play
        }
        let hash = try journalStep { () throws(JournalError) in try journal.lastHash() }
        try tellAgain(play, hash, started.duration(to: .now))
    }

    private func makePlay(
        _ journal: ExerciseJournal, _ settings: ConsoleSettings, _ screen: any Screen, isAutomatic: Bool,
        steady: (() -> Timestamp)? = nil
    ) throws(JournalError) -> DrillPlay {
        let still = wallTime()
        return try DrillPlay(
            scenario, seed: seed, journal: journal, screen: screen, settings: settings,
            surroundings: ConsoleSurroundings(
                wall: { still }, steady: steady, records: { (try? journal.records(at: $0)) ?? [] }),
            wake: nil, clock: BoardClock(start: scenario.start, speed: 1, wall: still), isAutomatic: isAutomatic)
    }

    // MARK: What is said

    private func tell(_ end: DrillEnd, _ folder: DrillFolder, _ settings: ConsoleSettings) throws {
        if options.json { return try print(DrillResultJSON(end, scenario, seed, folder).text) }
        let words = Words(settings.language, zone: settings.zone)
        let report = "watchfloor report --drill \(folder.name)"
        print(ResultPage(scenario: scenario, end: end, reportCommand: report, words: words).text)
    }

    private func tellAgain(_ play: DrillPlay, _ hash: ChainHash, _ took: Duration) throws {
        let position = play.core.head.position
        if options.json {
            return print(#"{"exercise":true,"position":\#(position),"hash":"\#(hash.hex)"}"#)
        }
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        print(
            say(
                "EXERCISE done again: journal position \(position), hash \(hash.hex)",
                "演练重做完毕：日志位置 \(position)，校验 \(hash.hex)"))
        printError(say("in \(String(format: "%.2f", seconds)) s", "用时 \(String(format: "%.2f", seconds)) 秒"))
    }
}

/// Runs a step of a drill; its error ends the program in words.
func drillStep<Result>(_ step: () throws -> Result) throws -> Result {
    do {
        return try step()
    } catch let problem as DrillProblem {
        throw Failure(
            ["drill.taken", "drill.absent"].contains(problem.code) ? .usage : .failure,
            Sanitiser.visible(say(problem.english, problem.chinese)))
    } catch let error as JournalError {
        throw Failure(error)
    }
}

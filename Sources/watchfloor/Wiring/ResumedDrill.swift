import Core
import Dashboard
import DispatchModel
import DrillRoom
import Drills
import Foundation
import Shell
import TerminalKit
import Wording

/// A drill that was cut off, with the scenario, the settings and the luck that it had.
struct ResumedDrill {
    private let cutOff: CutOffDrill
    private let scenario: Scenario
    private let screen: ScreenOptions
    private let recorded: RecordedDrill
    private let ground: DrillGround

    init(_ cutOff: CutOffDrill, screen: ScreenOptions) throws {
        self.cutOff = cutOff
        self.screen = screen
        var scenario = try openScenario(cutOff.folder.scenario)
        // The file in the folder has the drill's own name, not the scenario's.
        scenario.id = cutOff.details.scenario
        if let hours = cutOff.details.hours { scenario.play(hours: hours) }
        self.scenario = scenario
        ground = try drillGround(scenario, named: cutOff.folder.scenario, folder: cutOff.details.groundFolder)
        recorded = RecordedDrill(cutOff)
    }

    private var settings: ConsoleSettings {
        var settings = screen.settings(folders: Folders())
        settings.zone = zone(named: scenario.timeZone)
        settings.ground = ground.ground
        recorded.apply(to: &settings)
        return settings
    }

    func run(onlyChecking: Bool) throws {
        let settings = settings
        guard !onlyChecking else {
            let clock = Words(settings.language, zone: settings.zone).clock(cutOff.at)
            print(
                say(
                    "EXERCISE \(cutOff.folder.name): cut off at \(clock), \(cutOff.inputs.last) keys and interventions,"
                        + " journal position \(cutOff.position)",
                    "演练 \(cutOff.folder.name)：中断于 \(clock)，按键与导调 \(cutOff.inputs.last) 项，日志位置 \(cutOff.position)"))
            return
        }
        let terminal = try openScreen(mouse: screen.mouse)
        defer { terminal.close() }
        guard let wake = WakePipe() else {
            throw Failure(.failure, say("the system has no file descriptor left", "系统已无可用的文件描述符"))
        }
        let run = DrillRun(
            takingUp: cutOff, of: scenario, settings: settings, isAutomatic: recorded.isAutomatic, screen: terminal,
            surroundings: .ofThisMachine(settings, wake))
        let outcome = try drillStep { try run.run() }
        terminal.close()
        switch outcome {
        case .left(let end):
            let words = Words(settings.language, zone: settings.zone)
            let report = "watchfloor report --drill \(run.folder.name)"
            print(ResultPage(scenario: scenario, end: end, reportCommand: report, words: words).text)
        case .signal(let number): try drillCutOff(by: number, run.folder)
        }
    }
}

/// The end of a drill by a signal: said, unless its terminal has gone.
func drillCutOff(by signal: Int32, _ folder: DrillFolder, hadTerminal: Bool = true) throws {
    guard signal != SIGHUP || !hadTerminal else { return }
    throw Failure(
        endedBy: signal,
        remedy: say(
            "take it up with: watchfloor drill resume \(folder.name)", "可用 watchfloor drill resume \(folder.name) 继续"))
}

extension Scenario {
    /// Plays so many hours in place of the scenario's own end.
    mutating func play(hours: Double) {
        end = EndCondition(after: Span(milliseconds: Int64(hours * 3_600_000)))
    }
}

extension DrillRun.Surroundings {
    /// What a run needs, as this machine has it.
    static func ofThisMachine(_ settings: ConsoleSettings, _ wake: WakePipe?) -> DrillRun.Surroundings {
        let zone = settings.zone
        return DrillRun.Surroundings(
            home: Folders().drills, wall: steadyTime, wake: wake, openJournal: { try openExercise($0.path) },
            secondsEast: { Int64(zone.secondsEast($0)) }, reportCommand: { "watchfloor report --drill \($0)" },
            figures: { journal, board, language throws(JournalError) in
                try reportText(of: journal, on: board, by: nil, words: Words(language))
            })
    }
}

/// What was done in a drill, as its folder has it.
struct RecordedDrill {
    /// Keys and interventions.
    var inputs: DrillInputs
    private var details: DrillDetails?

    /// Reads a file of keys, what the trainer did from `control.jsonl` beside it, and how the console was set up from
    /// `drill.json`; without these two there was no trainer and the settings are those of now.
    init(keys file: String) throws(DrillProblem) {
        let beside = URL(filePath: file).deletingLastPathComponent()
        func path(_ name: String) -> String? {
            let path = beside.appending(path: name).path
            return FileManager.default.fileExists(atPath: path) ? path : nil
        }
        inputs = try DrillInputs(keys: file, control: path("control.jsonl"))
        if let found = path("drill.json") { details = try DrillDetails(file: found) }
    }

    /// What was done in a drill that was cut off.
    init(_ cutOff: CutOffDrill) {
        inputs = cutOff.inputs
        details = cutOff.details
    }

    /// The size of the screen at the beginning.
    var size: Size { details.map { Size(columns: $0.columns, rows: $0.rows) } ?? Size(columns: 80, rows: 24) }
    /// The seed, where it is known.
    var seed: UInt64? { details?.seed }
    /// The hours that took the place of the scenario's end.
    var hours: Double? { details?.hours }
    /// True when the automatic dispatcher played.
    var isAutomatic: Bool { details?.operatorName == AutomaticDispatcher.name }

    /// Sets a console up as it was: what keys mean depends on it.
    func apply(to settings: inout ConsoleSettings) {
        guard let details else { return }
        settings.operatorName = details.operatorName
        settings.language = Language(rawValue: details.language) ?? settings.language
        settings.views = ViewFiles(texts: details.views ?? []).views
        settings.keymap = details.keymaps.reduce(Keymap.builtIn) { keymap, text in
            keymap.merging(text: text, file: "keys.toml").0
        }
    }
}

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

    init(_ cutOff: CutOffDrill, screen: ScreenOptions) throws {
        self.cutOff = cutOff
        self.screen = screen
        var scenario = try openScenario(cutOff.folder.scenario)
        // The file in the folder has the drill's own name, not the scenario's.
        scenario.id = cutOff.details.scenario
        if let hours = cutOff.details.hours { scenario.play(hours: hours) }
        self.scenario = scenario
        recorded = RecordedDrill(cutOff)
    }

    private var settings: ConsoleSettings {
        var settings = screen.settings(folders: Folders())
        settings.zone = zone(named: scenario.timeZone)
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

/// The end of a drill by a signal: said, unless the terminal has gone.
func drillCutOff(by signal: Int32, _ folder: DrillFolder) throws {
    guard signal != SIGHUP else { return }
    throw Failure(
        .failure, say("ended by signal \(signal); everything is recorded", "因信号 \(signal) 结束，一切均已记录"),
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
            figures: { journal, board, language in
                (try? reportText(of: journal, on: board, by: nil, words: Words(language))) ?? ""
            })
    }
}

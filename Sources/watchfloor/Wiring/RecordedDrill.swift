import Dashboard
import DispatchModel
import DrillRoom
import Drills
import Foundation
import TerminalKit
import Wording

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
        settings.wall = details.wall
        settings.maySuspend = !details.wall
        settings.keymap = details.keymaps.reduce(Keymap.builtIn) { keymap, text in
            keymap.merging(text: text, file: "keys.toml").0
        }
    }
}

import ArgumentParser
import Core
import DispatchModel
import Districts
import Drills
import Foundation
import Shell

/// Makes a scenario of a recorded journal.
struct DrillFromJournal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "from-journal",
        abstract: say(
            "Write a recorded journal as a scenario: its calls come at their own times.", "将已有日志写成想定：警情按原时间到来。"))

    @Argument(help: ArgumentHelp(say("Folder of the journal.", "日志所在目录。"), valueName: "dir"))
    var folder: String

    @OptionGroup var output: OutputOption

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let target = try output.target(reading: [folder])
        let journal = try openJournal(folder, watching: true).journal
        defer { journal.close() }
        var shift = RecordedShift()
        var zone = ""
        var records: [EventRecord] = []
        try journalStep { () throws(JournalError) in
            try journal.forEach(after: 0) { record throws(JournalError) in
                if case .modeDeclared(let mode) = record.body { zone = mode.timeZone }
                shift.note(record)
                if case .unitPositionReported = record.body { return }
                records.append(record)
            }
        }
        let name = URL(filePath: folder).lastPathComponent
        let local = zone.isEmpty ? TimeZone.current.identifier : zone
        let crews = FittedCrews(records, zone: local)
        try writeScenario(of: shift, title: BilingualText(name, name), zone: local, crews: crews, to: target)
    }
}

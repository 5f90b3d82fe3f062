import Core
import DispatchPolicy
import Formats
import Foundation
import Reports
import Shell
import TerminalKit
import Wording

/// The deadline profiles that are there, and the chosen one.
struct RoomProfiles {
    /// Those that ship, then those of the machine and the user.
    var all: [DeadlineProfile] = []
    /// The name of the chosen one.
    var chosen = ProfileFile.usual
    /// What is wrong with the files; a file with a fault is not used.
    var problems: [SettingsProblem] = []

    /// What the machine's and the user's files say, the user's last.
    init(folders: Folders) {
        all = keep { () throws(SettingsError) in try ProfileFile.shipped() } ?? []
        for folder in ["/etc/watchfloor", folders.configuration] {
            if let text = RoomProfiles.text(folder + "/profiles.toml"),
                let own = keep({ () throws(SettingsError) in
                    try ProfileFile.read(text: text, file: folder + "/profiles.toml")
                })
            {
                all = ProfileFile.adding(own, to: all)
            }
            if let text = RoomProfiles.text(folder + "/config.toml"),
                let room = keep({ () throws(SettingsError) in
                    try RoomConfiguration.read(text: text, file: folder + "/config.toml")
                })
            {
                chosen = room.profile ?? chosen
            }
        }
    }

    private static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func keep<Value>(_ read: () throws(SettingsError) -> Value) -> Value? {
        do throws(SettingsError) {
            return try read()
        } catch {
            problems += error.problems
            return nil
        }
    }

    /// The profile of a name, or of the room's choice when none is given.
    func profile(named name: String?) throws -> DeadlineProfile {
        guard problems.isEmpty else {
            throw Failure(
                .usage, problems.map { "\($0.position): " + say($0.english, $0.chinese) }.joined(separator: "\n"))
        }
        let wanted = name ?? chosen
        guard let profile = all.first(where: { $0.name == wanted }) else {
            let names = all.map(\.name).joined(separator: ", ")
            throw Failure(
                .usage, say("there is no deadline profile “\(wanted)”", "没有名为“\(wanted)”的考核方案"),
                remedy: say("give one of \(names)", "可用：\(names)"))
        }
        return profile
    }
}

/// How a profile was kept by a journal.
func attainment(of journal: some EventJournal, _ profile: DeadlineProfile) throws(JournalError) -> AttainmentReport {
    var accumulator = FigureAccumulator()
    try journal.forEach(after: 0) { record throws(JournalError) in accumulator.apply(record) }
    return accumulator.attainment(of: profile)
}

/// A profile's attainment as lines for people.
func attainmentText(_ report: AttainmentReport, words: Words) -> String {
    var lines = ["\(words.title(of: report.profile)) (\(report.profile.name))", words.source(of: report.profile)]
    for target in report.targets {
        let scope = words.scope(of: target.target)
        lines += ["", words.measure(target.target.measure) + (scope.isEmpty ? "" : " · \(scope)")]
        for limit in target.limits {
            let share = target.target.measure.isRecorded ? words.share(limit) : ""
            let parts = [share, words.verdict(limit)].filter { !$0.isEmpty }
            lines.append("  ≤ \(fitted(words.limit(limit.limit.within), columns: 6)) \(parts.joined(separator: " · "))")
        }
        let leftOut = words.leftOut(target)
        if !leftOut.isEmpty { lines.append("  \(leftOut)") }
    }
    return lines.map(Sanitiser.visible).joined(separator: "\n")
}

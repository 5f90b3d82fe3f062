import Core
import DispatchModel
import Drills
import Formats
import Foundation
import JournalSQLite
import Reports
import Shell
import Wording

/// The after-action report of one drill, or the comparison of several.
struct DrillReport {
    private let drills: [PlayedDrill]
    private let words: Words

    /// The largest file that is read from a drill's folder beside its journal, in bytes.
    private static let fileLimit = 256 << 20

    /// Reads the drills of these names or folders.
    init(names: [String], language: Language) throws {
        drills = try names.map { try DrillReport.drill($0) }
        words = Words(language, zone: zone(named: drills[0].scenario.timeZone))
    }

    /// Writes it.
    func write(as format: ReportCommand.Format, to target: NamedOutput) throws {
        try writeReport(try text(as: format), to: target)
    }

    private func text(as format: ReportCommand.Format) throws -> String {
        let debriefings = debriefings()
        guard debriefings.count > 1 else {
            switch format {
            case .html: return debriefings[0].html(words: words)
            case .text, .csv: return debriefings[0].text(words: words)
            case .json: return try debriefings[0].json() + "\n"
            }
        }
        let comparison = try DrillReport.compared(debriefings, words)
        switch format {
        case .html: return comparison.html(words: words)
        case .text, .csv: return comparison.text(words: words)
        case .json: return try comparison.json() + "\n"
        }
    }

    /// Every drill worked out beside what the automatic dispatcher does with its scenario and seed, which is rehearsed once
    /// for drills that share both.
    private func debriefings() -> [Debriefing] {
        var rehearsed: [(scenario: String, after: Span, seed: UInt64, room: Rehearsal)] = []
        return drills.map { drill in
            let scenario = drill.scenario
            let known = rehearsed.first {
                $0.scenario == scenario.text && $0.after == scenario.end.after && $0.seed == drill.seed
            }
            let room = known?.room ?? Rehearsal.play(scenario, seed: drill.seed)
            if known == nil { rehearsed.append((scenario.text, scenario.end.after, drill.seed, room)) }
            let score = drill.score
            // What came after the trainee's end is no baseline for it.
            let last = min(room.director.ending?.at ?? score.end, score.end)
            let baseline = DrillScore(scenario: scenario, records: room.records.prefix { $0.at <= last }, end: last)
            return Debriefing(drill, score: score, baseline: baseline, words: words)
        }
    }

    private static func compared(_ debriefings: [Debriefing], _ words: Words) throws -> DrillComparison {
        do throws(DrillComparison.Problem) {
            return try DrillComparison(debriefings, words: words)
        } catch {
            guard case .differentScenarios(let names) = error else {
                throw Failure(.usage, say("a comparison needs two drills", "对比需要两个演练"))
            }
            let list = words.list(names)
            throw Failure(
                .usage, say("these drills play different scenarios: \(list)", "这些演练的情景不同：\(list)"),
                remedy: say("compare drills of one scenario", "请对比同一情景的演练"))
        }
    }
}

extension DrillReport {
    /// Reads a drill's folder. What stands beside the journal and the scenario may be missing; the report says so.
    private static func drill(_ name: String) throws -> PlayedDrill {
        let path = try folder(name)
        let scenario = try openScenario(path + "/scenario.toml")
        guard let data = contents(path + "/drill.json"), let card = DrillFiles.card(data) else {
            throw Failure(
                .failure, say("\(path)/drill.json cannot be read", "无法读取 \(path)/drill.json"),
                remedy: say("give the name or folder of a drill", "请给出演练的名称或目录"))
        }
        var played = PlayedDrill(
            trainee: card.trainee, scenario: scenario, seed: card.seed, records: try records(in: path))
        // The folder's copy of the scenario has lost its file's name, which is its id when it states none.
        if !card.scenario.isEmpty { played.scenario.id = card.scenario }
        if let hours = card.hours, hours > 0, hours <= 24 * 7 {
            played.scenario.end.after = Span(milliseconds: Int64(hours * 3_600_000))
        }
        if let data = contents(path + "/keys.jsonl") {
            let keys = DrillFiles.keys(data)
            played.keys = keys.elements
            played.ended = DrillFiles.end(data)
            played.held = DrillFiles.held(data)
            note(keys, "keys.jsonl", &played)
        } else {
            played.gaps.append(say("keys.jsonl is not there: no keystrokes are shown", "没有 keys.jsonl：不显示按键"))
        }
        if let data = contents(path + "/control.jsonl") {
            let orders = DrillFiles.interventions(data)
            played.interventions = orders.elements
            played.orders = DrillFiles.clockOrders(data)
            note(orders, "control.jsonl", &played)
        }
        return played
    }

    /// A path, or the name of one of the drills.
    static func folder(_ name: String) throws -> String {
        let named = Folders().drills + "/" + name
        let isPath = name.contains("/") || !FileManager.default.fileExists(atPath: named)
        let path = isPath ? name : named
        guard FileManager.default.fileExists(atPath: path + "/drill.json") else {
            throw Failure(
                .usage, say("there is no drill “\(name)”", "没有演练“\(name)”"),
                remedy: say("drills lie in \(Folders().drills)", "演练位于 \(Folders().drills)"))
        }
        return path
    }

    private static func records(in path: String) throws -> [EventRecord] {
        try journalStep { () throws(JournalError) in
            let journal = try SQLiteJournal(JournalFolder(path), .watch)
            defer { journal.close() }
            let exercise = try ExerciseJournal(journal)
            var records: [EventRecord] = []
            try exercise.forEach(after: 0) { records.append($0) }
            return records
        }
    }

    private static func contents(_ path: String) -> Data? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes?[.size] as? Int, size <= fileLimit else { return nil }
        return FileManager.default.contents(atPath: path)
    }

    private static func note<Element>(
        _ reading: DrillFiles.Reading<Element>, _ file: String, _ drill: inout PlayedDrill
    ) {
        guard reading.badCount > 0 else { return }
        let lines = NameList(reading.badLines.map { "\($0)" })
        drill.gaps.append(
            say(
                "\(file): \(reading.badCount) lines cannot be read and are left out (lines \(lines.english))",
                "\(file)：有 \(reading.badCount) 行无法读取，已略去（第 \(lines.chinese) 行）"))
    }
}

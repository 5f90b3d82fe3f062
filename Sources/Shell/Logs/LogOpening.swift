import Core
import DispatchModel
import Districts
import Formats
import Foundation

/// Which log is played, and what of it.
package struct LogChoice {
    /// The file; nil for the made-up sample.
    package var file: String?
    /// A mapping's file or the name of one that ships; nil for the one that fits the header.
    package var mapping: String?
    /// Calls received from this time on are played, in the log's own zone; all when nil.
    package var from: String?
    /// Calls received before this time are played.
    package var to: String?
    /// True when the log's own units and times drive the board.
    package var asRecorded: Bool
    /// The seed of the sample and of the crews.
    package var seed: UInt64

    /// Creates a choice.
    package init(
        file: String?, mapping: String? = nil, from: String? = nil, to: String? = nil, asRecorded: Bool,
        seed: UInt64 = SampleDistrict.standardSeed
    ) {
        self.file = file
        self.mapping = mapping
        self.from = from
        self.to = to
        self.asRecorded = asRecorded
        self.seed = seed
    }

    /// How the log is played. Where its own units drive the board there are no crews that a seed could be of.
    var way: String { asRecorded ? "as-recorded" : "dispatch \(seed)" }
}

/// A log that is read and ready to be played.
package struct OpenLog {
    /// Its rows, as observations.
    package var log: CallLog
    /// What it is called: the file's name without folder and ending.
    package var name: String
    /// The digest of its bytes.
    package var digest: String
    /// The digest of what its mapping says.
    package var mapping: String
    /// How it is played, as its journal begins with it.
    package var way: String

    /// What its journal begins with.
    package var mode: ModeDeclared {
        var mode = log.mode
        mode.mapping = mapping
        mode.log = digest
        mode.way = way
        return mode
    }
}

/// Reads the log that was chosen, or makes the sample, and reports what could not be taken.
package func openLog(_ choice: LogChoice) throws -> OpenLog {
    do {
        let chosen = try chooseMapping(choice)
        let digest = Digest.hex(of: Array(Mapping.content(of: chosen.text).utf8))
        let from = try choice.from.map { try time($0, "--from", chosen.mapping) }
        let to = try choice.to.map { try time($0, "--to", chosen.mapping) }
        if let from, let to, from >= to {
            throw Failure(
                .usage, say("--from must lie before --to", "--from 须早于 --to"),
                remedy: say("give the earlier time to --from", "请将较早的时刻写在 --from"))
        }
        let way: CallLog.Way = choice.asRecorded ? .asRecorded : .toDispatch
        guard let file = choice.file else {
            let bytes = Array(try SampleDistrict.csv(seed: choice.seed).utf8)
            let log = try CallLog(bytes: bytes, name: "sample", mapping: chosen.mapping, way: way, from: from, to: to)
            let name = choice.seed == SampleDistrict.standardSeed ? "sample" : "sample-\(choice.seed)"
            return OpenLog(log: log, name: name, digest: Digest.hex(of: bytes), mapping: digest, way: choice.way)
        }
        var running = RunningDigest()
        let log = try CallLog(path: file, mapping: chosen.mapping, way: way, from: from, to: to) {
            running.takeBytes($0)
        }
        try tell(log, of: file, mapping: chosen.mapping)
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        return OpenLog(log: log, name: name, digest: running.hex, mapping: digest, way: choice.way)
    } catch let error as MappingError {
        throw Failure(error)
    } catch let error as LogError {
        throw Failure(.usage, say(error.english, error.chinese))
    }
}

/// Reports what a log said that could not be taken as it stands; refuses one that says hardly anything else.
private func tell(_ log: CallLog, of file: String, mapping: Mapping) throws {
    for line in LogReport(log, file: file, mapping: mapping.name).lines { printError(line) }
    if log.problems.lost * 2 > log.rowCount {
        throw LogError.mostlySkipped(
            path: file, mapping: mapping.name, skipped: log.problems.lost, rows: log.rowCount)
    }
}

private func chooseMapping(_ choice: LogChoice) throws -> ChosenMapping {
    if let name = choice.mapping { return try chooseMapping(name) }
    guard let file = choice.file else { return try chooseMapping("sample-district") }
    let found = try CallLog.detectMapping(path: file, among: Mapping.builtins())
    return try ChosenMapping(shipped: found.name) ?? ChosenMapping(file: found.name)
}

/// A time of the log's own zone such as `2017-01-01T18:00`.
private func time(_ text: String, _ option: String, _ mapping: Mapping) throws -> Timestamp {
    // Years of more digits are read as something else, or hold more than a time can.
    guard text.prefix(while: \.isNumber).count <= 4 else {
        throw Failure(
            .usage,
            say("\(option) \(text): lies beyond the year 9999", "\(option) \(text)：超出 9999 年"),
            remedy: say("write it as 2017-01-01T18:00, in the log's own zone", "请写作 2017-01-01T18:00，按记录所在时区"))
    }
    for pattern in ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"] {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: mapping.timeZone)
        format.dateFormat = pattern
        if let date = format.date(from: text) {
            return Timestamp(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
        }
    }
    throw Failure(
        .usage, say("\(option) \(text): not a time", "\(option) \(text)：不是有效时间"),
        remedy: say("write it as 2017-01-01T18:00, in the log's own zone", "请写作 2017-01-01T18:00，按记录所在时区"))
}

/// What a log said that could not be taken as it stands, in a few lines: rows that are lost first.
package struct LogReport {
    private let log: CallLog
    private let file: String
    /// The mapping's name.
    private let mapping: String

    /// The most values that are told of one kind.
    private static let values = 8

    /// The report on a log; without a file and a mapping only its `summary` is of use.
    package init(_ log: CallLog, file: String = "", mapping: String = "") {
        self.log = log
        self.file = file
        self.mapping = mapping
    }

    /// A line each; none when there is nothing to tell.
    package var lines: [String] { (skipped + kept + unruled + columns + writing).map(Sanitiser.visible) }

    private var skipped: [String] {
        let (skipped, rows) = (log.problems.skipped, log.rowCount)
        guard skipped > 0 else { return [] }
        return ["\(file): " + say("\(skipped) of \(rows) rows skipped:", "\(rows) 行中跳过 \(skipped) 行：")]
            + groups { $0.isSkipped }
    }

    private var kept: [String] {
        guard log.problems.noted > 0 else { return [] }
        return ["\(file): " + say("kept all the same:", "仍予保留：")] + groups { !$0.isSkipped }
    }

    private func groups(_ wanted: (LogProblem.Reason) -> Bool) -> [String] {
        log.problems.groups.filter { wanted($0.example) }.map { "  " + say($0.english, $0.chinese) }
    }

    private var unruled: [String] {
        log.unruled.map { values in
            let most = values.most(Self.values)
            let list = most.map { "\"\($0.text)\" × \($0.count)" }.joined(separator: ", ")
            let rest = values.total - most.reduce(0) { $0 + $1.count }
            let more = rest > 0 ? say(", and \(rest) more", "，另有 \(rest) 项") : ""
            return "\(file): " + meaning(values.kind) + list + more
        }
    }

    private func meaning(_ kind: UnruledValues.Kind) -> String {
        let name = mapping
        switch kind {
        case .priority:
            return say(
                "\(name) has no rule for these priorities; the type's or the default one holds: ",
                "\(name) 没有以下优先级的规则，按类型或默认值处理：")
        case .type:
            return say(
                "\(name) has no rule for these types; they stay as they are: ", "\(name) 没有以下类型的规则，保留原文：")
        case .unitKind:
            return say(
                "\(name) has no rule for these kinds of units; they count as support: ",
                "\(name) 没有以下警力种类的规则，按支援单元处理：")
        }
    }

    private var columns: [String] {
        guard !log.lackingColumns.isEmpty else { return [] }
        let names = NameList(log.lackingColumns)
        return [
            "\(file):1: "
                + say("the header lacks \(names.english); read without", "表头缺少 \(names.chinese)，未读取这些内容")
        ]
    }

    private var writing: [String] {
        guard !log.writing.isUsual else { return [] }
        return [
            "\(file): "
                + say("read as separated by \(log.writing.english)", "按\(log.writing.chinese)分隔读取")
        ]
    }

    /// In one line, for the screen: how many rows are lost and how many values have no rule; nil when none.
    package var summary: String? {
        var parts: [String] = []
        if log.problems.skipped > 0 {
            parts.append(
                say(
                    "\(log.problems.skipped) of \(log.rowCount) rows of the log skipped",
                    "记录 \(log.rowCount) 行中跳过 \(log.problems.skipped) 行"))
        }
        let values = log.unruled.reduce(0) { $0 + $1.total }
        if values > 0 { parts.append(say("\(values) values without a rule", "\(values) 个值没有规则")) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

/// Refuses to read on by another mapping: what was recorded by the old one would stay as it is beside what the new one makes
/// of the same rows.
package func requireMapping(_ digest: String, of log: OpenLog, on board: Board, folder: String) throws {
    let held = board.mode.mapping
    guard board.position > 0, !held.isEmpty, held != digest else { return }
    throw Failure(
        .usage,
        say(
            "\(folder) was recorded by another mapping; the one of \(log.name) has changed since",
            "\(folder) 是按另一映射记录的；\(log.name) 的映射此后已更改"),
        remedy: say(
            "give a new folder with --data-dir to play the log anew, or name the mapping as it was with --mapping",
            "请用 --data-dir 指定新目录重新播放，或用 --mapping 指定原来的映射"))
}

/// Refuses to play something else on top of what was played: other calls, other crews or another seed would be mixed with
/// what is recorded, or dropped.
package func requireSamePlay(_ log: OpenLog, on board: Board, folder: String) throws {
    let held = board.mode
    guard board.position > 0 else { return }
    let remedy = say("give a new folder with --data-dir", "请用 --data-dir 指定新目录")
    if !held.log.isEmpty, held.log != log.digest {
        throw Failure(
            .usage,
            say(
                "\(folder) was recorded from another log than \(log.name)",
                "\(folder) 是由另一记录播放而成，并非 \(log.name)"),
            remedy: remedy)
    }
    if !held.way.isEmpty, held.way != log.way {
        throw Failure(
            .usage,
            say(
                "\(folder) was played as “\(held.way)”, and “\(log.way)” is asked for now",
                "\(folder) 原以“\(held.way)”方式播放，现要求“\(log.way)”"),
            remedy: say("\(remedy), or play it on with the choice of before", "\(remedy)，或沿用原来的选项"))
    }
}

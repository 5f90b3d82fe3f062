import Core
import DispatchModel
import Districts
import Foundation
import Shell

/// A log that is read and ready to be played.
struct OpenLog {
    var log: CallLog
    /// What it is called: the file's name without folder and ending.
    var name: String
    /// The digest of its bytes.
    var digest: String
    /// The digest of what its mapping says.
    var mapping: String
    /// How it is played, as its journal begins with it.
    var way: String

    /// What its journal begins with.
    var mode: ModeDeclared {
        var mode = log.mode
        mode.mapping = mapping
        mode.log = digest
        mode.way = way
        return mode
    }
}

/// Reads the log that the options name, or makes the sample, and reports what could not be taken.
func openLog(_ options: LogOptions) throws -> OpenLog {
    do {
        let chosen = try chooseMapping(options)
        let digest = Digest.hex(of: Array(Mapping.content(of: chosen.text).utf8))
        let from = try options.from.map { try time($0, "--from", chosen.mapping) }
        let to = try options.to.map { try time($0, "--to", chosen.mapping) }
        if let from, let to, from >= to {
            throw Failure(
                .usage, say("--from must lie before --to", "--from 须早于 --to"),
                remedy: say("give the earlier time to --from", "请将较早的时刻写在 --from"))
        }
        let way: CallLog.Way = options.asRecorded ? .asRecorded : .toDispatch
        guard let file = options.file else {
            let bytes = Array(try SampleDistrict.csv(seed: options.seed).utf8)
            let log = try CallLog(bytes: bytes, name: "sample", mapping: chosen.mapping, way: way, from: from, to: to)
            let name = options.seed == SampleDistrict.standardSeed ? "sample" : "sample-\(options.seed)"
            return OpenLog(log: log, name: name, digest: Digest.hex(of: bytes), mapping: digest, way: options.way)
        }
        var running = RunningDigest()
        let log = try CallLog(path: file, mapping: chosen.mapping, way: way, from: from, to: to) { running.take($0) }
        try tell(log, of: file, mapping: chosen.mapping)
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        return OpenLog(log: log, name: name, digest: running.hex, mapping: digest, way: options.way)
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

private func chooseMapping(_ options: LogOptions) throws -> ChosenMapping {
    if let name = options.mapping { return try chooseMapping(name) }
    guard let file = options.file else { return try chooseMapping("sample-district") }
    let found = try CallLog.detectMapping(path: file, among: Mapping.builtins())
    return try ChosenMapping(shipped: found.name) ?? ChosenMapping(file: found.name)
}

/// A time of the log's own zone such as `2017-01-01T18:00`.
private func time(_ text: String, _ option: String, _ mapping: Mapping) throws -> Timestamp {
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

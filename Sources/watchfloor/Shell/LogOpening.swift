import DispatchModel
import Foundation
import Ingest

/// A log that is read and ready to be played.
struct OpenLog {
    var log: CallLog
    /// The folder's name for it.
    var name: String
}

/// Reads the log that the options name, or makes the sample, and reports what could not be taken.
func openLog(_ options: LogOptions) throws -> OpenLog {
    do {
        let mapping = try chooseMapping(options)
        let from = try options.from.map { try time($0, "--from", mapping) }
        let to = try options.to.map { try time($0, "--to", mapping) }
        let way: CallLog.Way = options.asRecorded ? .asRecorded : .toDispatch
        guard let file = options.file else {
            let log = try CallLog(
                bytes: Array(SampleDistrict.csv(seed: options.seed).utf8), name: "sample", mapping: mapping, way: way,
                from: from,
                to: to)
            return OpenLog(
                log: log, name: options.seed == SampleDistrict.standardSeed ? "sample" : "sample-\(options.seed)")
        }
        let log = try CallLog(path: file, mapping: mapping, way: way, from: from, to: to)
        tell(log.problems, of: file)
        return OpenLog(log: log, name: URL(filePath: file).deletingPathExtension().lastPathComponent)
    } catch let error as MappingError {
        throw Failure(error)
    } catch let error as LogError {
        throw Failure(.usage, say(error.english, error.chinese))
    }
}

private func chooseMapping(_ options: LogOptions) throws -> Mapping {
    if let name = options.mapping {
        if let builtin = try Mapping.builtin(name) { return builtin }
        guard let data = FileManager.default.contents(atPath: name) else {
            let known = Mapping.builtinTexts.map(\.name).joined(separator: ", ")
            throw Failure(
                .usage, say("--mapping \(name): no such file or built-in mapping", "--mapping \(name)：没有该文件或内置映射"),
                remedy: say("built in are: \(known)", "内置映射有：\(known)"))
        }
        return try Mapping(text: String(decoding: data, as: UTF8.self), file: name)
    }
    guard let file = options.file else {
        guard let sample = try Mapping.builtin("sample-district") else {
            throw Failure(.failure, say("the sample's mapping is missing", "缺少样例映射"))
        }
        return sample
    }
    return try CallLog.detectMapping(path: file, among: Mapping.builtins())
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

/// The problems of a log on standard error, a line each, the first ones in full.
private func tell(_ problems: LogProblems, of file: String) {
    for problem in problems.first.prefix(20) { printError("\(file): " + say(problem.english, problem.chinese)) }
    let left = problems.skipped + problems.noted - min(20, problems.first.count)
    if left > 0 {
        printError(
            "\(file): "
                + say(
                    "and \(left) more; in all \(problems.skipped) rows skipped, \(problems.noted) kept and marked",
                    "另有 \(left) 项；共跳过 \(problems.skipped) 行，保留并标记 \(problems.noted) 行"))
    }
}

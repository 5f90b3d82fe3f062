import DispatchModel
import Formats
import Glibc

/// A row of a log that could not be taken as it stands.
package struct LogProblem: Hashable, Sendable {
    /// What is wrong with it.
    package enum Reason: Hashable, Sendable {
        /// Its quotes, size or number of fields.
        case malformed(CSVFault)
        /// The time of a call that does not follow the mapping's format.
        case badTime(column: String, text: String)
        /// Another time that does not; the row is kept without that time.
        case unreadTime(column: String, text: String)
        /// A field that the row must have is empty.
        case missing(column: String)
        /// A row with a call and no unit; the call is kept, its times are nobody's.
        case noUnit(column: String)
        /// The same row came before.
        case duplicate(id: String)
        /// A unit is sent to a call that it was sent to before; kept as a sending of its own.
        case sentAgain(id: String)
        /// A number that a workbook has cut; the row is kept apart from others that say the same.
        case cutNumber(column: String, text: String)
        /// Bytes that are no letters; the row is kept, each shown as U+FFFD.
        case repairedText
        /// Coordinates that are no point on the globe; the row is kept without a point.
        case badPoint(text: String)
        /// Times that run backwards; the row is kept and marked.
        case backwards
        /// A call that was received in another age than the rest of the log; the row is kept.
        case farTime(year: Int)
    }

    /// The line of the file on which the row begins, from 1.
    package var line: Int
    /// What is wrong.
    package var reason: Reason

    /// True when the row was left out, false when it was kept in spite of the problem.
    package var isSkipped: Bool { reason.isSkipped }
}

extension LogProblem.Reason {
    /// True when a row with this problem is left out.
    package var isSkipped: Bool {
        switch self {
        case .malformed, .badTime, .missing, .duplicate: true
        case .unreadTime, .noUnit, .sentAgain, .cutNumber, .repairedText, .badPoint, .backwards, .farTime: false
        }
    }

    /// True when what the row says is lost. A row that came before says nothing new.
    var isLoss: Bool {
        if case .duplicate = self { return false }
        return isSkipped
    }

    /// What problems of one kind have in common.
    fileprivate var likeness: Likeness {
        switch self {
        case .malformed(.fieldCount): Likeness(kind: 0)
        case .malformed(let fault): Likeness(kind: 1, fault: fault)
        case .badTime(let column, _): Likeness(kind: 2, column: column)
        case .unreadTime(let column, _): Likeness(kind: 3, column: column)
        case .missing(let column): Likeness(kind: 4, column: column)
        case .noUnit(let column): Likeness(kind: 5, column: column)
        case .duplicate: Likeness(kind: 6)
        case .sentAgain: Likeness(kind: 7)
        case .cutNumber(let column, _): Likeness(kind: 8, column: column)
        case .repairedText: Likeness(kind: 9)
        case .badPoint: Likeness(kind: 10)
        case .backwards: Likeness(kind: 11)
        case .farTime(let year): Likeness(kind: 12, column: String(year))
        }
    }

    fileprivate struct Likeness: Hashable {
        var kind: UInt8
        var column = ""
        var fault: CSVFault?
    }
}

/// The problems of one log: every one counted, the first ones kept.
package struct LogProblems: Sendable {
    /// Problems of one kind.
    package struct Group: Hashable, Sendable {
        /// The first of them.
        package var example: LogProblem.Reason
        /// How many there are.
        package var count = 0
        /// The lines of the first ones, at most `lineLimit`.
        package var lines: [Int] = []

        /// The most lines that are kept.
        package static let lineLimit = 3
    }

    /// The most problems that are kept with their line.
    package static let limit = 1000

    /// The first problems, at most `limit`, in the order of the file.
    package private(set) var first: [LogProblem] = []
    /// Rows that were left out.
    package private(set) var skipped = 0
    /// Rows that were left out although they say what no other row says.
    package private(set) var lost = 0
    /// Problems of rows that were kept.
    package private(set) var noted = 0
    /// All of them by kind, in the order in which the kinds came first.
    package private(set) var groups: [Group] = []
    private var places: [LogProblem.Reason.Likeness: Int] = [:]

    mutating func add(_ line: Int, _ reason: LogProblem.Reason) {
        if reason.isSkipped { skipped += 1 } else { noted += 1 }
        if reason.isLoss { lost += 1 }
        if first.count < Self.limit { first.append(LogProblem(line: line, reason: reason)) }
        let likeness = reason.likeness
        let place = places[likeness] ?? groups.count
        if place == groups.count {
            places[likeness] = place
            groups.append(Group(example: reason))
        }
        groups[place].count += 1
        if groups[place].lines.count < Group.lineLimit { groups[place].lines.append(line) }
    }
}

extension LogProblem {
    /// What is wrong and what became of the row, in English.
    package var english: String { "line \(line): \(reason.english); \(reason.outcome.english)" }

    /// What is wrong and what became of the row, in Chinese.
    package var chinese: String { "第 \(line) 行：\(reason.chinese)，\(reason.outcome.chinese)" }
}

extension LogProblems.Group {
    /// How many rows, what is wrong with them and where the first ones stand, in English.
    package var english: String {
        let places = lines.map(String.init).joined(separator: ", ") + (count > lines.count ? ", …" : "")
        return "\(count) × \(example.english); \(example.outcome.english) (line \(places))"
    }

    /// How many rows, what is wrong with them and where the first ones stand, in Chinese.
    package var chinese: String {
        let places = lines.map(String.init).joined(separator: "、") + (count > lines.count ? " 等" : "")
        return "\(count) × \(example.chinese)，\(example.outcome.chinese)（第 \(places) 行）"
    }
}

extension LogProblem.Reason {
    /// What is wrong, in English.
    var english: String {
        switch self {
        case .malformed(let fault): fault.english
        case .badTime(let column, let text), .unreadTime(let column, let text):
            "\(column): \"\(Self.short(text))\" is no time of the mapping's format"
        case .missing(let column), .noUnit(let column): "\(column) is empty"
        case .duplicate(let id): "row \(Self.short(id)) came before"
        case .sentAgain(let id): "\(Self.short(id)) was sent before"
        case .cutNumber(let column, let text): "\(column): \"\(Self.short(text))\" is a number that a workbook has cut"
        case .repairedText: "bytes that are no letters are shown as \u{FFFD}; name the file's encoding in the mapping"
        case .badPoint(let text): "\"\(Self.short(text))\" is no point"
        case .backwards: "times run backwards"
        case .farTime(let year): "received in the year \(year), more than ten years from the rest of the log"
        }
    }

    /// What is wrong, in Chinese.
    var chinese: String {
        switch self {
        case .malformed(let fault): fault.chinese
        case .badTime(let column, let text), .unreadTime(let column, let text):
            "\(column)：“\(Self.short(text))”不符合映射的时间格式"
        case .missing(let column), .noUnit(let column): "\(column) 为空"
        case .duplicate(let id): "记录 \(Self.short(id)) 已出现过"
        case .sentAgain(let id): "\(Self.short(id)) 此前已派"
        case .cutNumber(let column, let text): "\(column)：“\(Self.short(text))”是被表格软件截短的数字"
        case .repairedText: "无法识别的字节以 \u{FFFD} 显示，请在映射中写明文件编码"
        case .badPoint(let text): "“\(Self.short(text))”不是坐标"
        case .backwards: "时间倒退"
        case .farTime(let year): "接报年份为 \(year)，与记录其余部分相差十年以上"
        }
    }

    /// What became of the row.
    var outcome: (english: String, chinese: String) {
        switch self {
        case .malformed, .badTime, .missing, .duplicate: ("row skipped", "已跳过")
        case .unreadTime: ("kept without that time", "保留该行但无此时间")
        case .noUnit: ("kept as a call without a unit", "保留为无警力的警情")
        case .sentAgain: ("kept as another sending", "保留为再次派警")
        case .cutNumber: ("kept apart by time and place", "按时间与地点分别保留")
        case .repairedText: ("kept", "已保留")
        case .badPoint: ("kept without one", "保留该行但无位置")
        case .backwards: ("kept and marked", "保留并标记")
        case .farTime: ("kept, with all the figures that come of it", "已保留，相关统计亦受影响")
        }
    }

    private static func short(_ text: String) -> String {
        text.count <= 40 ? text : "\(text.prefix(39))…"
    }
}

extension CSVFault {
    /// What is wrong, in English.
    package var english: String {
        switch self {
        case .unclosedQuote: "a quote is never closed"
        case .textAfterQuote: "text follows a closing quote"
        case .fieldCount(let found, let expected): "\(found) fields where the header has \(expected)"
        case .fieldTooLong: "a field is too long or its quote is never closed"
        case .rowTooLong: "the row is too long"
        }
    }

    /// What is wrong, in Chinese.
    package var chinese: String {
        switch self {
        case .unclosedQuote: "引号未闭合"
        case .textAfterQuote: "引号闭合后还有文字"
        case .fieldCount(let found, let expected): "有 \(found) 个字段，表头为 \(expected) 个"
        case .fieldTooLong: "字段过长或引号未闭合"
        case .rowTooLong: "行过长"
        }
    }
}

/// Why a log could not be read at all.
package enum LogError: Error, Hashable, Sendable {
    /// The file cannot be opened or read; `code` is the system's error number.
    case unreadable(path: String, code: Int32)
    /// The file is no text of rows.
    case noText(path: String, kind: FileKind)
    /// The file has no header line.
    case empty(path: String)
    /// The C library does not know the encoding that the mapping names.
    case unknownEncoding(path: String, name: String)
    /// The header lacks columns that the mapping names; the first ones are those without which nothing can be read.
    case missingColumns(path: String, mapping: String, columns: [String], header: LogHeader)
    /// No known mapping fits the header.
    case noMapping(path: String, header: LogHeader)
    /// Most rows say nothing that could be taken: the mapping is not one for this log.
    case mostlySkipped(path: String, mapping: String, skipped: Int, rows: Int)

    /// The same error, told of the way in which the header makes the most columns.
    func of(_ layout: LogLayout?) -> LogError {
        guard let layout, case .missingColumns(let path, let mapping, let columns, _) = self else { return self }
        return .missingColumns(path: path, mapping: mapping, columns: columns, header: LogHeader(layout))
    }

    /// What is wrong and what to do, in English.
    package var english: String {
        switch self {
        case .unreadable(let path, let code) where code == EISDIR: "\(path): is a folder; name the CSV file in it"
        case .unreadable(let path, let code):
            "\(path): cannot be read (\(systemMessage(code))); check the path and permissions"
        case .noText(let path, let kind): "\(path): \(kind.english)"
        case .empty(let path): "\(path): no header line; the first line must name the columns"
        case .unknownEncoding(let path, let name):
            "\(path): this machine does not know the encoding \(name); convert the file to UTF-8"
        case .missingColumns(let path, let mapping, let columns, let header):
            "\(path):1: the header lacks \(columns.joined(separator: ", ")), which the mapping \(mapping) reads. "
                + "It has, separated by \(header.english): \(Self.some(header.names, ", ")). "
                + "Name another mapping with --mapping FILE, or correct the names in it"
        case .noMapping(let path, let header):
            "\(path):1: no mapping knows these columns, separated by \(header.english): "
                + "\(Self.some(header.names, ", ")); write one and name it with --mapping FILE"
        case .mostlySkipped(let path, let mapping, let skipped, let rows):
            "\(path): \(skipped) of \(rows) rows cannot be read by the mapping \(mapping); nothing was played. "
                + "Correct the mapping or the file, or name another mapping with --mapping FILE"
        }
    }

    /// What is wrong and what to do, in Chinese.
    package var chinese: String {
        switch self {
        case .unreadable(let path, let code) where code == EISDIR: "\(path)：是目录；请指定其中的 CSV 文件"
        case .unreadable(let path, let code): "\(path)：无法读取（\(SystemReason.chinese(systemMessage(code)))）；请检查路径和权限"
        case .noText(let path, let kind): "\(path)：\(kind.chinese)"
        case .empty(let path): "\(path)：没有表头；首行应为列名"
        case .unknownEncoding(let path, let name): "\(path)：本机不支持编码 \(name)；请将文件转换为 UTF-8"
        case .missingColumns(let path, let mapping, let columns, let header):
            "\(path):1：表头缺少 \(columns.joined(separator: "、"))（映射 \(mapping) 需要）。"
                + "现有列（以\(header.chinese)分隔）：\(Self.some(header.names, "、"))。请用 --mapping 文件 指定其他映射，或修正其中的列名"
        case .noMapping(let path, let header):
            "\(path):1：没有映射认识这些列（以\(header.chinese)分隔）：\(Self.some(header.names, "、"))；"
                + "请编写映射并用 --mapping 文件 指定"
        case .mostlySkipped(let path, let mapping, let skipped, let rows):
            "\(path)：\(rows) 行中有 \(skipped) 行无法按映射 \(mapping) 读取，未播放任何内容。请修正映射或文件，或用 --mapping 文件 指定其他映射"
        }
    }

    private static func some(_ names: [String], _ separator: String) -> String {
        let short = names.prefix(12).map { $0.count <= 40 ? $0 : "\($0.prefix(39))…" }
        return short.joined(separator: separator) + (names.count > 12 ? " …" : "")
    }
}

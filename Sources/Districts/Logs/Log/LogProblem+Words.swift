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

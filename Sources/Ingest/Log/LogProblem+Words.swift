extension LogProblem {
    /// What is wrong and what became of the row, in English.
    public var english: String {
        switch reason {
        case .malformed(let fault): "line \(line): \(fault.english); row skipped"
        case .badTime(let column, let text):
            "line \(line): \(column): \"\(Self.short(text))\" is no time of the mapping's format; row skipped"
        case .missing(let column): "line \(line): \(column) is empty; row skipped"
        case .duplicate(let id): "line \(line): row \(Self.short(id)) came before; this one skipped"
        case .repairedText: "line \(line): bytes that are no UTF-8 are shown as \u{FFFD}"
        case .badPoint(let text): "line \(line): \"\(Self.short(text))\" is no point; kept without one"
        case .backwards: "line \(line): times run backwards; kept and marked"
        }
    }

    /// What is wrong and what became of the row, in Chinese.
    public var chinese: String {
        switch reason {
        case .malformed(let fault): "第 \(line) 行：\(fault.chinese)，已跳过"
        case .badTime(let column, let text): "第 \(line) 行：\(column)：“\(Self.short(text))”不符合映射的时间格式，已跳过"
        case .missing(let column): "第 \(line) 行：\(column) 为空，已跳过"
        case .duplicate(let id): "第 \(line) 行：记录 \(Self.short(id)) 已出现过，本行跳过"
        case .repairedText: "第 \(line) 行：无效的 UTF-8 字节以 \u{FFFD} 显示"
        case .badPoint(let text): "第 \(line) 行：“\(Self.short(text))”不是坐标，保留该行但无位置"
        case .backwards: "第 \(line) 行：时间倒退，保留并标记"
        }
    }

    private static func short(_ text: String) -> String {
        text.count <= 40 ? text : "\(text.prefix(39))…"
    }
}

extension CSVFault {
    /// What is wrong, in English.
    public var english: String {
        switch self {
        case .unclosedQuote: "a quote is never closed"
        case .textAfterQuote: "text follows a closing quote"
        case .fieldCount(let found, let expected): "\(found) fields where the header has \(expected)"
        case .fieldTooLong: "a field is too long or its quote is never closed"
        case .rowTooLong: "the row is too long"
        }
    }

    /// What is wrong, in Chinese.
    public var chinese: String {
        switch self {
        case .unclosedQuote: "引号未闭合"
        case .textAfterQuote: "引号闭合后还有文字"
        case .fieldCount(let found, let expected): "有 \(found) 个字段，表头为 \(expected) 个"
        case .fieldTooLong: "字段过长或引号未闭合"
        case .rowTooLong: "行过长"
        }
    }
}

import DispatchModel
import Formats

extension FeedFile {
    /// The tables `[feed.words.FIELD]`. One that the feed's format never asks is refused: whoever wrote it counts on it.
    static func words(_ table: SettingsTable, of feed: FeedSettings) -> WordMapping {
        table.expect(WordMapping.fields)
        let format = feed.http.map(\.format) ?? feed.format
        let used = WordMapping.fields(of: format)
        var mapping = WordMapping()
        for field in WordMapping.fields {
            guard let inner = table.subtable(field) else { continue }
            guard used.contains(field) else {
                let name = format?.rawValue ?? ""
                table.fault(
                    field, "has no effect on \(name), which has words for: \(used.joined(separator: ", ")); remove it",
                    "对 \(name) 无效，其可用：\(used.joined(separator: "、"))；请删除")
                continue
            }
            for key in inner.keys {
                guard let word = inner.string(key) else { continue }
                check(word, of: field, inner, key)
                mapping.words[field, default: [:]][key] = word
            }
        }
        return mapping
    }

    /// A word of a vocabulary must be one of it.
    private static func check(_ word: String, of field: String, _ table: SettingsTable, _ key: String) {
        guard let known = WordMapping.vocabulary(of: field), !known.contains(word) else { return }
        let list = known.joined(separator: ", ")
        table.fault(key, "\"\(word)\" is none of: \(list)", "“\(word)”不在可选值中：\(list)")
    }
}

extension WordMapping {
    /// The fields whose words a format asks for; nil for a feed that may send any.
    static func fields(of format: FeedFormat?) -> [String] {
        format?.type.wordFields ?? fields
    }

    /// The words that the console has for a field; nil for a field of free words.
    static func vocabulary(of field: String) -> [String]? {
        switch field {
        case "status": MessageRules.statuses.map(\.word)
        case "severity": MessageRules.severities.map(\.word)
        case "grade": MessageRules.grades.map(\.word)
        default: nil
        }
    }
}

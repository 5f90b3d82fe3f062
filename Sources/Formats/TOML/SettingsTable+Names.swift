/// What things are called: in one text, or in each language.
package enum WrittenName: Hashable, Sendable {
    /// One text for both languages.
    case one(String)
    /// A text in each language.
    case both(english: String, chinese: String)
}

extension SettingsTable {
    /// What a thing is called: `"Old Town"`, or in each language `{ en = "Old Town", zh = "老城" }` or
    /// `["Old Town", "老城"]`. Nil when it is not written, or wrong, which is noted.
    package func name(_ key: String, required: Bool = false) -> WrittenName? {
        guard let value = table[key] else {
            if required { fault(key, "missing; write \(key) = \(Self.advice)", "缺少；请写 \(key) = \(Self.advice)") }
            return nil
        }
        if let name = Self.name(value), !required || name != .one("") { return name }
        fault(
            key,
            "must be a text in quotes, or one in each language: \(Self.advice), at most \(Self.textLimit) bytes each",
            "应为引号内的文本，或两种语言各一：\(Self.advice)，每个不超过 \(Self.textLimit) 字节")
        return nil
    }

    /// A list of names, each as ``name(_:required:)`` takes it; a single text is a list of one.
    package func names(_ key: String) -> [WrittenName] {
        guard let value = table[key] else { return [] }
        if value.string != nil { return [name(key)].compactMap { $0 } }
        let names = value.array?.map(Self.name) ?? [nil]
        let found = names.compactMap { $0 }
        if found.count == names.count { return found }
        fault(
            key, "must be a list of texts in quotes or of \(Self.advice), at most \(Self.textLimit) bytes each",
            "应为列表，每项为引号内的文本或 \(Self.advice)，每个不超过 \(Self.textLimit) 字节")
        return []
    }

    private static let advice = "{ en = \"Old Town\", zh = \"老城\" }"

    private static func name(_ value: TOMLValue) -> WrittenName? {
        if let text = value.string { return text.utf8.count <= textLimit ? .one(text) : nil }
        return pair(value).map { .both(english: $0.english, chinese: $0.chinese) }
    }

    /// A text in each language, in either way of writing; nil for anything else.
    static func pair(_ value: TOMLValue) -> (english: String, chinese: String)? {
        var texts = value.array?.compactMap(\.string) ?? []
        if let table = value.table, table.keys.sorted() == ["en", "zh"] {
            texts = ["en", "zh"].compactMap { table[$0]?.string }
        } else if texts.count != value.array?.count {
            return nil
        }
        guard texts.count == 2, texts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= textLimit }) else { return nil }
        return (texts[0], texts[1])
    }
}

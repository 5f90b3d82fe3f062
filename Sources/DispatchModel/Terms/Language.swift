/// The languages a person can read the console in.
package enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    /// English.
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh-Hans"

    /// The language that a locale name such as `en`, `zh`, `zh-Hans`, `zh_CN.UTF-8` or `C.UTF-8` asks for; nil when it
    /// names a language the console does not speak.
    package init?(localeName: String) {
        let tongue = localeName.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
        switch tongue {
        case "zh", "chinese", "中文": self = .chinese
        case "en", "english", "c", "posix": self = .english
        default: return nil
        }
    }

    /// The language of an environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides, as
    /// POSIX says; English when none is set or it names another language.
    package init(environment: [String: String]) {
        let decisive = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = decisive.flatMap(Language.init(localeName:)) ?? .english
    }

    /// What the language calls itself.
    package var ownName: String {
        switch self {
        case .english: "English"
        case .chinese: "简体中文"
        }
    }

    /// The other language, for a key that switches.
    package var next: Language { self == .english ? .chinese : .english }
}

/// One text in the two languages of the product.
package struct BilingualText: Codable, Hashable, Sendable {
    /// The English text.
    package var english: String
    /// The Simplified Chinese text (zh-Hans).
    package var chinese: String

    /// Creates a text from both languages.
    package init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The text in one language.
    package subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    /// Both languages in one: `Old Town / 老城`; one word where both are the same.
    package var both: String {
        if english == chinese || chinese.isEmpty { return english }
        return english.isEmpty ? chinese : "\(english) / \(chinese)"
    }
}

extension BilingualText {
    /// A text as a record holds it: the first field, which one language alone fills as well, and the Chinese words behind
    /// it, empty where there are no others.
    package init(recorded text: String, _ chinese: String) {
        self.init(text, chinese.isEmpty ? text : chinese)
    }

    /// A text as people write both languages in one, `English / 中文`; any other text stands for both.
    ///
    /// A crossing such as `Mission St / 16th St` is one text: only words without a Chinese character before the stroke
    /// and some with one behind it are two languages.
    package init(written text: String) {
        guard let stroke = text.firstRange(of: " / "), !Self.hasHan(text[..<stroke.lowerBound]),
            Self.hasHan(text[stroke.upperBound...]), stroke.lowerBound > text.startIndex
        else {
            self.init(text, text)
            return
        }
        self.init(String(text[..<stroke.lowerBound]), String(text[stroke.upperBound...]))
    }

    /// The two fields of a record: never the second without the first, and no second that says the same.
    package var recorded: (text: String, chinese: String) {
        if english.isEmpty { return (chinese, "") }
        return (english, chinese == english ? "" : chinese)
    }

    /// The text with something done to it in each language.
    package func map(_ change: (String) -> String) -> BilingualText {
        BilingualText(change(english), change(chinese))
    }

    /// True when neither language has a text.
    package var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

    private static func hasHan(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
    }
}

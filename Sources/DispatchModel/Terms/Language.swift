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

    /// Both languages in one, as the board shows names: `Old Town / 老城`; one word where both are the same.
    package var both: String {
        if english == chinese || chinese.isEmpty { return english }
        return english.isEmpty ? chinese : "\(english) / \(chinese)"
    }
}

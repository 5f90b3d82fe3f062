/// The languages a person can read the console in.
public enum KeymapLanguage: String, CaseIterable, Sendable, Codable {
    /// English.
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh-Hans"

    /// The language nearest to a locale name such as `zh_CN.UTF-8`, `zh-Hans` or `en`; anything but Chinese is English.
    public init(localeName: String) {
        self = localeName.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}

/// One text in both languages of the console.
public struct BilingualText: Hashable, Sendable {
    /// The English text.
    public var english: String
    /// The Simplified Chinese text.
    public var chinese: String

    /// Creates a text from both languages.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The text in one language.
    public subscript(language: KeymapLanguage) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}

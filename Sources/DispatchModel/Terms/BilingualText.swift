/// One text in the two languages of the product.
package struct BilingualText: Hashable, Sendable {
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
}

/// A name or sentence of a district in both languages.
package struct DistrictText: Hashable, Sendable {
    /// In English.
    package var english: String
    /// In Simplified Chinese.
    package var chinese: String

    /// Creates a text.
    package init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// Both languages in one, as the board shows names: `Old Town / 老城`; one word where both are the same.
    package var both: String {
        if english == chinese || chinese.isEmpty { return english }
        return english.isEmpty ? chinese : "\(english) / \(chinese)"
    }
}

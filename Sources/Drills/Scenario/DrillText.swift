/// A text that a person reads, in both languages.
public struct DrillText: Hashable, Sendable {
    /// In English.
    public var english: String
    /// In Simplified Chinese.
    public var chinese: String

    /// Creates a text.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// No text.
    public static let none = DrillText("", "")

    /// True when neither language has a text.
    public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

    /// Both languages in one line, for texts that go into the journal as a caller's words do: whoever reads them may have
    /// either language.
    public var both: String {
        if english.isEmpty || english == chinese { return chinese }
        return chinese.isEmpty ? english : "\(english) / \(chinese)"
    }
}

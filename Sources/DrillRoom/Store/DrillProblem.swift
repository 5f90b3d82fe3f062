/// Why a drill, or a wish of its trainer, cannot be had: a stable code for programs, and words with a remedy for people.
public struct DrillProblem: Error, Codable, Hashable, Sendable {
    /// A stable name of the kind of problem.
    public var code: String
    /// What is wrong, in English.
    public var english: String
    /// The same in Chinese.
    public var chinese: String

    /// Creates a problem. What comes from outside may be in the texts: sanitise before showing.
    public init(_ code: String, _ english: String, _ chinese: String) {
        self.code = code
        self.english = english
        self.chinese = chinese
    }
}

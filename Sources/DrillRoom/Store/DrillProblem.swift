/// Why a drill, or a wish of its trainer, cannot be had: a stable code for programs, and words with a remedy for people.
package struct DrillProblem: Error, Codable, Hashable, Sendable {
    /// A stable name of the kind of problem.
    package var code: String
    /// What is wrong, in English.
    package var english: String
    /// The same in Chinese.
    package var chinese: String

    /// Creates a problem. What comes from outside may be in the texts: sanitise before showing.
    package init(_ code: String, _ english: String, _ chinese: String) {
        self.code = code
        self.english = english
        self.chinese = chinese
    }
}

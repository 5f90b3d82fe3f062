/// Something in a scenario file that must be put right before the drill can be played.
public struct ScenarioProblem: Hashable, Sendable {
    /// The file.
    public var file: String
    /// The line, from 1; 0 when it is about the file as a whole.
    public var line: Int
    /// The column, from 1; 0 when it is about the whole line or file.
    public var column: Int
    /// The field, such as `inject[3].within`.
    public var field: String
    /// What is wrong and what to do, in English.
    public var english: String
    /// The same in Chinese.
    public var chinese: String

    /// Creates a problem.
    public init(file: String, line: Int, column: Int, field: String, english: String, chinese: String) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.english = english
        self.chinese = chinese
    }

    /// Where, for the front of a message.
    public var position: String {
        let place = line == 0 ? file : "\(file):\(line):\(column)"
        return field.isEmpty ? place : "\(place): \(field)"
    }
}

/// A scenario file that cannot be played, with everything that is wrong with it.
public struct ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one problem, in the order of the file.
    public var problems: [ScenarioProblem]

    /// Creates an error of these problems, put in the order of the file.
    public init(problems: [ScenarioProblem]) {
        self.problems = problems.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element)
    }

    /// One line a problem, in English and Chinese.
    public var description: String {
        problems.map { "\($0.position): \($0.english) / \($0.chinese)" }.joined(separator: "\n")
    }
}

/// Something in a mapping file that must be put right before a log can be read with it.
public struct MappingProblem: Hashable, Sendable {
    /// The file.
    public var file: String
    /// The line, from 1; 0 when it is about the file as a whole.
    public var line: Int
    /// The column, from 1; 0 when it is about the whole line or file.
    public var column: Int
    /// The field, such as `time.zone`.
    public var field: String
    /// What is wrong and what to do, in English.
    public var english: String
    /// The same in Chinese.
    public var chinese: String

    /// Where, for the front of a message.
    public var position: String {
        let place = line == 0 ? file : "\(file):\(line):\(column)"
        return field.isEmpty ? place : "\(place): \(field)"
    }
}

/// A mapping file that cannot be used, with everything that is wrong with it.
public struct MappingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one problem.
    public var problems: [MappingProblem]

    /// One line a problem, in English and Chinese.
    public var description: String {
        problems.map { "\($0.position): \($0.english) / \($0.chinese)" }.joined(separator: "\n")
    }
}

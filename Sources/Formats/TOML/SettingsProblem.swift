/// Something in a settings file that must be put right before the file can be used.
package struct SettingsProblem: Hashable, Sendable {
    /// The file.
    package var file: String
    /// The line, from 1; 0 when it is about the file as a whole.
    package var line: Int
    /// The column, from 1; 0 when it is about the whole line or file.
    package var column: Int
    /// The field, such as `inject[3].within`.
    package var field: String
    /// What is wrong and what to do, in English.
    package var english: String
    /// The same in Chinese.
    package var chinese: String

    /// Creates a problem.
    package init(file: String, line: Int, column: Int, field: String, english: String, chinese: String) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.english = english
        self.chinese = chinese
    }

    /// Where, for the front of a message.
    package var position: String {
        let place = line == 0 ? file : "\(file):\(line):\(column)"
        return field.isEmpty ? place : "\(place): \(field)"
    }
}

/// A settings file that cannot be used, with everything that is wrong with it.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one problem, in the order of the file.
    package var problems: [SettingsProblem]

    /// Creates an error of these problems, put in the order of the file.
    package init(problems: [SettingsProblem]) {
        self.problems = problems.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element)
    }

    /// One line a problem, in English and Chinese.
    package var description: String {
        problems.map { "\($0.position): \($0.english) / \($0.chinese)" }.joined(separator: "\n")
    }
}

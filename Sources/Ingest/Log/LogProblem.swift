/// A row of a log that could not be taken as it stands.
public struct LogProblem: Hashable, Sendable {
    /// What is wrong with it.
    public enum Reason: Hashable, Sendable {
        /// Its quotes, size or number of fields.
        case malformed(CSVFault)
        /// A time that does not follow the mapping's format.
        case badTime(column: String, text: String)
        /// A field that the row must have is empty.
        case missing(column: String)
        /// A row of this identity came before.
        case duplicate(id: String)
        /// Bytes that are no UTF-8; the row is kept, each shown as U+FFFD.
        case repairedText
        /// Coordinates that are no point on the globe; the row is kept without a point.
        case badPoint(text: String)
        /// Times that run backwards; the row is kept and marked.
        case backwards
    }

    /// The line of the file on which the row begins, from 1.
    public var line: Int
    /// What is wrong.
    public var reason: Reason

    /// True when the row was left out, false when it was kept in spite of the problem.
    public var isSkipped: Bool {
        switch reason {
        case .malformed, .badTime, .missing, .duplicate: true
        case .repairedText, .badPoint, .backwards: false
        }
    }
}

/// The problems of one log: every one counted, the first ones kept.
public struct LogProblems: Sendable {
    /// The most problems that are kept with their line.
    public static let limit = 1000

    /// The first problems, at most `limit`, in the order of the file.
    public private(set) var first: [LogProblem] = []
    /// Rows that were left out.
    public private(set) var skipped = 0
    /// Problems of rows that were kept.
    public private(set) var noted = 0

    mutating func add(_ line: Int, _ reason: LogProblem.Reason) {
        let problem = LogProblem(line: line, reason: reason)
        if problem.isSkipped { skipped += 1 } else { noted += 1 }
        if first.count < Self.limit { first.append(problem) }
    }
}

/// A row of a log that could not be taken as it stands.
package struct LogProblem: Hashable, Sendable {
    /// What is wrong with it.
    package enum Reason: Hashable, Sendable {
        /// Its quotes, size or number of fields.
        case malformed(CSVFault)
        /// The time of a call that does not follow the mapping's format.
        case badTime(column: String, text: String)
        /// Another time that does not; the row is kept without that time.
        case unreadTime(column: String, text: String)
        /// A field that the row must have is empty.
        case missing(column: String)
        /// A row with a call and no unit; the call is kept, its times are nobody's.
        case noUnit(column: String)
        /// The same row came before.
        case duplicate(id: String)
        /// A unit is sent to a call that it was sent to before; kept as a sending of its own.
        case sentAgain(id: String)
        /// A number that a workbook has cut; the row is kept apart from others that say the same.
        case cutNumber(column: String, text: String)
        /// Bytes that are no letters; the row is kept, each shown as U+FFFD.
        case repairedText
        /// Coordinates that are no point on the globe; the row is kept without a point.
        case badPoint(text: String)
        /// Times that run backwards; the row is kept and marked.
        case backwards
        /// A call that was received in another age than the rest of the log; the row is kept.
        case farTime(year: Int)
    }

    /// The line of the file on which the row begins, from 1.
    package var line: Int
    /// What is wrong.
    package var reason: Reason

    /// True when the row was left out, false when it was kept in spite of the problem.
    package var isSkipped: Bool { reason.isSkipped }
}

extension LogProblem.Reason {
    /// True when a row with this problem is left out.
    package var isSkipped: Bool {
        switch self {
        case .malformed, .badTime, .missing, .duplicate: true
        case .unreadTime, .noUnit, .sentAgain, .cutNumber, .repairedText, .badPoint, .backwards, .farTime: false
        }
    }

    /// True when what the row says is lost. A row that came before says nothing new.
    var isLoss: Bool {
        if case .duplicate = self { return false }
        return isSkipped
    }

    /// What problems of one kind have in common.
    fileprivate var likeness: Likeness {
        switch self {
        case .malformed(.fieldCount): Likeness(kind: 0)
        case .malformed(let fault): Likeness(kind: 1, fault: fault)
        case .badTime(let column, _): Likeness(kind: 2, column: column)
        case .unreadTime(let column, _): Likeness(kind: 3, column: column)
        case .missing(let column): Likeness(kind: 4, column: column)
        case .noUnit(let column): Likeness(kind: 5, column: column)
        case .duplicate: Likeness(kind: 6)
        case .sentAgain: Likeness(kind: 7)
        case .cutNumber(let column, _): Likeness(kind: 8, column: column)
        case .repairedText: Likeness(kind: 9)
        case .badPoint: Likeness(kind: 10)
        case .backwards: Likeness(kind: 11)
        case .farTime: Likeness(kind: 12)
        }
    }

    fileprivate struct Likeness: Hashable {
        var kind: UInt8
        var column = ""
        var fault: CSVFault?
    }
}

/// The problems of one log: every one counted, the first ones kept.
package struct LogProblems: Sendable {
    /// Problems of one kind.
    package struct Group: Hashable, Sendable {
        /// The first of them.
        package var example: LogProblem.Reason
        /// How many there are.
        package var count = 0
        /// The lines of the first ones, at most `lineLimit`.
        package var lines: [Int] = []

        /// The most lines that are kept.
        package static let lineLimit = 3
    }

    /// The most problems that are kept with their line.
    package static let limit = 1000

    /// The first problems, at most `limit`, in the order of the file.
    package private(set) var first: [LogProblem] = []
    /// Rows that were left out.
    package private(set) var skipped = 0
    /// Rows that were left out although they say what no other row says.
    package private(set) var lost = 0
    /// Problems of rows that were kept.
    package private(set) var noted = 0
    /// All of them by kind, in the order in which the kinds came first.
    package private(set) var groups: [Group] = []
    private var places: [LogProblem.Reason.Likeness: Int] = [:]

    mutating func add(_ line: Int, _ reason: LogProblem.Reason) {
        if reason.isSkipped { skipped += 1 } else { noted += 1 }
        if reason.isLoss { lost += 1 }
        if first.count < Self.limit { first.append(LogProblem(line: line, reason: reason)) }
        let likeness = reason.likeness
        let place = places[likeness] ?? groups.count
        if place == groups.count {
            places[likeness] = place
            groups.append(Group(example: reason))
        }
        groups[place].count += 1
        if groups[place].lines.count < Group.lineLimit { groups[place].lines.append(line) }
    }
}

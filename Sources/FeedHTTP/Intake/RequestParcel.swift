import DispatchModel
import FeedTransports
import Feeds
import Formats

/// The parts of one request and what they say to the board.
struct RequestParcel: Sendable {
    let request: BodyRequest
    let body: [UInt8]
    let pieces: [Piece]
    private(set) var observations: [Observation] = []
    /// The observations of each piece.
    private(set) var ranges: [Range<Int>] = []

    /// What became of a part.
    enum Fate {
        case taken
        case repeated
        /// Not taken; `isUnderstood` when it was read, but says something about what the board does not have.
        case refused(MessageFault, isUnderstood: Bool)
    }

    init(request: BodyRequest, body: [UInt8], pieces: [Piece]) {
        self.request = request
        self.body = body
        self.pieces = pieces
    }

    /// Adds what the next piece says.
    mutating func add(_ said: [Observation]) {
        ranges.append(observations.count..<observations.count + said.count)
        observations += said
    }

    /// What became of a piece by what became of its observations. One that says nothing to the board is taken.
    func fate(_ piece: Piece, _ outcomes: ArraySlice<FeedOutcome>) -> Fate {
        if case .failure(let fault) = piece.content { return .refused(fault, isUnderstood: false) }
        for case .refused(let fault) in outcomes { return .refused(fault, isUnderstood: true) }
        return outcomes.isEmpty || outcomes.contains(.recorded) ? .taken : .repeated
    }

    /// True when a piece is nothing but a position.
    func isTelemetry(_ range: Range<Int>) -> Bool {
        !range.isEmpty
            && observations[range].allSatisfy { if case .position = $0.content { true } else { false } }
    }
}

/// What is told about a request that was worked on to its end.
struct TakingReport {
    /// The most refused parts that are listed and kept.
    static let listLimit = 100

    var taken = 0
    var repeated = 0
    var refusedByBoard = 0
    private(set) var refused = 0
    private let readsChinese: Bool
    private var list: [JSON] = []

    init(readsChinese: Bool) {
        self.readsChinese = readsChinese
    }

    mutating func refuse(_ index: Int?, _ fault: MessageFault, letter: Int64?) {
        refused += 1
        guard list.count < TakingReport.listLimit else { return }
        func pick(_ english: String, _ chinese: String) -> JSON { .string(readsChinese ? chinese : english) }
        let members: [(String, JSON)] = [
            ("index", index.map { .integer(Int64($0)) } ?? .null), ("path", .string(fault.path)),
            ("found", pick(fault.found, fault.foundChinese)),
            ("expected", pick(fault.expected, fault.expectedChinese)), ("reason", pick(fault.english, fault.chinese)),
            ("letter", letter.map { .integer($0) } ?? .null),
        ]
        list.append(.object(members.map { JSON.Member(name: $0.0, value: $0.1) }))
    }

    /// 200 when anything of it was taken or known, else 422: sent again as it is, it would be refused again.
    var answer: Answer {
        let counts: [(String, JSON)] = [
            ("taken", .integer(Int64(taken))), ("repeated", .integer(Int64(repeated))), ("refused", .array(list)),
            ("refusedInAll", .integer(Int64(refused))),
        ]
        let members = counts.map { JSON.Member(name: $0.0, value: $0.1) }
        guard taken + repeated == 0, refused > 0 else { return .json(.ok, .object(members)) }
        return .problem(.unprocessableEntity, .content, "nothing of it could be taken; see refused", more: members)
    }
}

import DispatchModel
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

    init(request: BodyRequest, body: [UInt8], pieces: [Piece]) {
        self.request = request
        self.body = body
        self.pieces = pieces
    }

    /// Adds what the next piece says.
    mutating func add(_ said: (inout [Observation]) -> Void) {
        let start = observations.count
        said(&observations)
        ranges.append(start..<observations.count)
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

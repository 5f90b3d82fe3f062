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

/// Gives a message without an id one that is the same whenever it is sent again, so that a retry doubles nothing.
///
/// With an `Idempotency-Key` it is that key and the message's place in the body, else a digest of the message itself:
/// two messages that are equal in every field are one. The kinds that need no id keep none.
enum MessageIdentity {
    /// The message with an id where its kind asks for one and it has none.
    static func named(_ value: JSON, index: Int?, key: String) -> JSON {
        guard case .object(var members) = value, value["id"] == nil,
            let kind = value["kind"]?.text.flatMap(MessageKind.init(rawValue:)), needsIdentity(kind)
        else { return value }
        let id = key.isEmpty ? "digest:" + digest(value) : "key:" + key + (index.map { "#\($0)" } ?? "")
        members.append(JSON.Member(name: "id", value: .string(id)))
        return .object(members)
    }

    private static func needsIdentity(_ kind: MessageKind) -> Bool {
        MessageRules.fields(of: kind).contains { $0.name == "id" && $0.isRequired }
    }

    private static func digest(_ value: JSON) -> String {
        hexadecimalText(SHA256.digest(of: Array(value.written().utf8)).prefix(20))
    }
}

/// The newest dead letters of a feed by what is in them, so that a sender that retries for ever fills no store.
struct RecentLetters {
    /// The most that are remembered; beyond, the oldest is forgotten.
    static let limit = 256

    private var numbers: [String: Int64] = [:]
    private var order: [String] = []

    /// What a letter is recognised by: its bytes and what is wrong with it.
    static func mark(_ bytes: [UInt8], _ fault: MessageFault) -> String {
        var hasher = SHA256()
        hasher.update(bytes)
        hasher.update(Array(fault.english.utf8))
        return hexadecimalText(hasher.digest())
    }

    /// The number of the letter with a mark.
    subscript(mark: String) -> Int64? {
        get { numbers[mark] }
        set {
            if numbers.updateValue(newValue ?? 0, forKey: mark) == nil { order.append(mark) }
            if order.count > RecentLetters.limit { numbers[order.removeFirst()] = nil }
        }
    }
}

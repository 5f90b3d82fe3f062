import Synchronization

/// What has come of the server's connections and requests, from any thread.
final class ServerCounts: Sendable {
    /// A request's route and code; a nil route for none of ours.
    struct Key: Hashable {
        var route: Route?
        var code: UInt
    }

    /// The figures at one moment.
    struct Figures {
        var open = 0
        var accepted: Int64 = 0
        var answers: [Key: Int64] = [:]
        var refusals: [RequestRefusal: Int64] = [:]
    }

    private let figures = Mutex(Figures())

    /// The figures now.
    var current: Figures { figures.withLock { $0 } }

    func opened() {
        figures.withLock { figures in
            figures.open += 1
            figures.accepted += 1
        }
    }

    func closed() { figures.withLock { $0.open -= 1 } }

    func note(_ refusal: RequestRefusal) { figures.withLock { $0.refusals[refusal, default: 0] += 1 } }

    func note(_ route: Route?, _ answer: Answer) {
        figures.withLock { figures in
            figures.answers[Key(route: route, code: answer.status.code), default: 0] += 1
            if let refusal = answer.refusal { figures.refusals[refusal, default: 0] += 1 }
        }
    }
}

/// Why a request or a connection was not served, as it is counted.
enum RequestRefusal: String, CaseIterable, Hashable, Sendable {
    /// No HTTP/1.0 or 1.1, or something that two readers could understand in two ways.
    case malformed
    /// The line and header fields are too long or too many.
    case headTooLarge = "head-too-large"
    /// They did not come in time.
    case headTooSlow = "head-too-slow"
    /// The body is longer than is taken.
    case bodyTooLarge = "body-too-large"
    /// The body did not come in time, or too slowly.
    case bodyTooSlow = "body-too-slow"
    /// No such resource.
    case path
    /// A method that the resource does not have.
    case method
    /// A media type or coding that is not read.
    case mediaType = "media-type"
    /// No token, or nobody's.
    case token
    /// A name that is none of this machine's.
    case host
    /// The feed may not send this format.
    case format
    /// The feed sends more messages a second than it may.
    case rate
    /// The feed has more under way than it may.
    case feedFull = "feed-full"
    /// The console has no room.
    case inboxFull = "inbox-full"
    /// The journal could not take it, or not in time.
    case journal
    /// The program ends.
    case stopping
    /// The program does not go through its work.
    case stalled
    /// A feed cannot be read, or is silent.
    case feed
    /// Nothing of the body could be taken.
    case content
    /// Too many connections, and none that could give way.
    case connections
    /// An idle connection gave way to a new one.
    case evicted
    /// A connection was idle for too long.
    case idle
    /// A connection without the TLS that is spoken here.
    case tls
    /// A client that does not read its answer.
    case writeTooSlow = "write-too-slow"

    /// What was lost with a request that sent something, in both languages; nil when its sender is to come again, or when
    /// what was wrong with its content is told by itself.
    var loss: (english: String, chinese: String)? {
        switch self {
        case .token: ("no valid token (401)", "没有有效令牌（401）")
        case .format: ("a format that this sender may not use (403)", "该发送方不可使用的格式（403）")
        case .path: ("an address that does not exist (404)", "不存在的地址（404）")
        case .method: ("a method that is not taken (405)", "不接受的方法（405）")
        case .bodyTooLarge: ("a body that is too large (413)", "正文过大（413）")
        case .mediaType: ("a media type that is not read (415)", "无法读取的媒体类型（415）")
        case .headTooLarge: ("a header that is too large (431)", "标头过大（431）")
        default: nil
        }
    }
}

/// Requests that sent something and were not taken, since no feed's sender made them: how many, and which was the last.
package struct RequestsOfStrangers: Hashable, Sendable {
    /// How many.
    package var count: Int64 = 0
    /// The address from which the last one came.
    package var peer = ""
    /// Why it was not taken, in English.
    package var english = ""
    /// The same in Chinese.
    package var chinese = ""

    /// None so far.
    package init() {}
}

/// Why a request or a connection was not served, as it is counted.
enum Refusal: String, CaseIterable, Hashable, Sendable {
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
}

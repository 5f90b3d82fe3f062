import Feeds
import Formats
import Glibc
import Synchronization

/// Says who may speak on a socket: by the user of the program at the other end, and by a token in its first line.
final class Doorkeeper: Sendable {
    private let hash: Mutex<[UInt8]?>
    /// Users by their numbers; nil where the other end's is not known.
    private let users: Set<uid_t>?

    /// The longest first line that may be a token, in bytes.
    static let lineLimit = 1024

    init(_ settings: FeedSettings) {
        hash = Mutex(settings.tokenHash)
        guard case .unixSocket = settings.origin else {
            users = nil
            return
        }
        let named = settings.users.compactMap { Doorkeeper.number(ofUser: $0) }
        users = settings.users.isEmpty ? [geteuid(), 0] : Set(named)
    }

    /// Connections from now on show this token; nil for none.
    func use(_ hash: [UInt8]?) { self.hash.withLock { $0 = hash } }

    /// True when a connection has to show a token first.
    var asksForToken: Bool { hash.withLock { $0 != nil } }

    /// True when the program at the other end of a connection is one of a user who may speak.
    func lets(_ descriptor: Int32) -> Bool {
        guard let users else { return true }
        return Doorkeeper.peer(of: descriptor).map(users.contains) ?? false
    }

    /// True for a first line with the token, alone or behind `Bearer`. Takes the same time whatever the line.
    func accepts(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var token = line[...]
        for word in ["authorization:", "bearer "] where Doorkeeper.begins(token, with: word) {
            token = token.dropFirst(word.utf8.count).drop { $0 == 0x20 }
        }
        guard let hash = hash.withLock({ $0 }) else { return false }
        return SHA256.areSame(SHA256.digest(of: Array(token)), hash)
    }

    private static func begins(_ text: Slice<UnsafeBufferPointer<UInt8>>, with word: String) -> Bool {
        text.count >= word.utf8.count && zip(text, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    /// The number of a user by name or number; nil for none of this machine.
    static func number(ofUser name: String) -> uid_t? {
        if let number = uid_t(name) { return number }
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return entry.pw_uid
    }

    /// The user of the program at the other end, as the system says (unix(7), `SO_PEERCRED`): process, user and group.
    private static func peer(of descriptor: Int32) -> uid_t? {
        var credentials: (Int32, UInt32, UInt32) = (0, 0, 0)
        var length = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        return credentials.1
    }
}

/// Users of this machine, for checking settings.
package enum SystemUser {
    /// True for a name or number of a user that the machine knows.
    package static func isKnown(_ name: String) -> Bool { Doorkeeper.number(ofUser: name) != nil }
}

import DispatchModel
import Feeds
import Formats
import TestSupport
import Testing

@testable import FeedTransports

@Suite("The token of a sender on a socket")
struct DoorkeeperTests {
    /// A token of its own for a number.
    private func token(_ number: Int) -> [UInt8] { Array("wf_token_of_a_sender_\(number)".utf8) }

    private func doorkeeper() -> Doorkeeper {
        var settings = FeedSettings(name: "cad", origin: .tcp(host: "127.0.0.1", port: 0))
        settings.tokenHash = SHA256.digest(of: token(0))
        return Doorkeeper(settings)
    }

    private func accepts(_ line: [UInt8]) -> Bool { line.withUnsafeBufferPointer { doorkeeper().accepts($0) } }

    @Test("Is taken alone, behind Bearer and behind the name of the field, in any letters")
    func forms() {
        for front in ["", "Bearer ", "bearer   ", "Authorization: Bearer ", "AUTHORIZATION:bearer "] {
            #expect(accepts(Array(front.utf8) + token(0)), "\(front)")
        }
        for line in [[], token(0) + [0x20], token(0).dropLast(), [0x20] + token(0)].map(Array.init) {
            #expect(!accepts(line), "\(line)")
        }
    }

    @Test("Not one of ten thousand others opens, however its digest looks")
    func others() {
        let keeper = doorkeeper()
        for number in 1...10_000 {
            #expect(!token(number).withUnsafeBufferPointer { keeper.accepts($0) }, "\(number)")
        }
    }

    @Test("A digest of another length opens nothing")
    func length() {
        let digest = SHA256.digest(of: token(0))
        #expect(SHA256.areSame(digest, digest) && !SHA256.areSame(digest, Array(digest.dropLast())))
        for place in digest.indices {
            var other = digest
            other[place] ^= 1 << UInt8(place % 8)
            #expect(!SHA256.areSame(digest, other), "\(place)")
        }
    }
}

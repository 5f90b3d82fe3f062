import TestSupport
import Testing

@testable import FeedTransports

@Suite("Waiting between tries")
struct BackoffTests {
    @Test("It doubles up to half a minute, less up to a quarter, and begins again")
    func doubling() {
        var random = Seeded(7)
        var backoff = Backoff()
        for longest: Int64 in [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000] {
            let wait = backoff.wait(using: &random)
            #expect((longest - longest / 4...longest).contains(wait))
        }
        backoff.reset()
        #expect(backoff.wait(using: &random) <= 500)
    }
}

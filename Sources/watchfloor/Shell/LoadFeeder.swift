import Core
import Dashboard
import DispatchModel
import Foundation
import Synchronization

/// Offers observations to an inbox at a rate, from a thread of its own, as feeds do: four positions to one status.
///
/// A fact that the inbox has no room for is offered again: nothing is lost, only late.
final class LoadFeeder: Sendable {
    private let callsigns: [String]
    private let rate: Int
    private let clock: BoardClock
    private struct Counts {
        var facts = 0
        var positions = 0
        var refused = 0
        var isStopped = false
    }
    private let counts = Mutex(Counts())

    init(callsigns: [String], rate: Int, clock: BoardClock) {
        self.callsigns = callsigns
        self.rate = rate
        self.clock = clock
    }

    /// Begins to offer.
    func start(_ inbox: Inbox) {
        guard !callsigns.isEmpty else { return }
        let thread = Thread { [self] in
            var number = 0
            var next = wallTime().rawValue
            while !counts.withLock({ $0.isStopped }) {
                for _ in 0..<max(1, rate / 100) {
                    offer(number, inbox)
                    number += 1
                }
                next += 10
                let wait = next - wallTime().rawValue
                if wait > 0 { Thread.sleep(forTimeInterval: Double(wait) / 1000) }
            }
        }
        thread.start()
    }

    /// Ends offering.
    func stop() {
        counts.withLock { $0.isStopped = true }
    }

    /// What was offered and what became of it, as JSON.
    func report(_ core: EventCore) -> String {
        let counts = counts.withLock { $0 }
        return """
            {"facts": \(counts.facts), "positions": \(counts.positions), "offeredAgain": \(counts.refused), \
            "journal": \(core.shown.position), "ignored": \(core.ignored.unusable), "known": \(core.ignored.known)}
            """
    }

    private func offer(_ number: Int, _ inbox: Inbox) {
        let callsign = callsigns[number * 7919 % callsigns.count]
        let now = clock.now(wall: wallTime())
        let isFact = number % 5 == 0
        // Every other time round a unit goes out of service and comes back, so that each status is news.
        let out = number / callsigns.count % 2 == 0
        let content: Observation.Content =
            isFact
            ? .status(callsign: callsign, status: out ? .outOfService : .available)
            : .position(callsign: callsign, point: BenchmarkLoad.point(number), at: now)
        let observation = Observation(at: now, actor: .feed(BenchmarkLoad.source), content: content)
        while !inbox.offer(observation) {
            let stopped = counts.withLock { counts in
                counts.refused += 1
                return counts.isStopped
            }
            if stopped { return }
            Thread.sleep(forTimeInterval: 0.001)
        }
        counts.withLock { counts in
            if isFact { counts.facts += 1 } else { counts.positions += 1 }
        }
    }
}

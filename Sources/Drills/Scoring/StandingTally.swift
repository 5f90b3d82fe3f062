import DispatchModel

/// What became of the proposals of where to stand (驻点建议): how many units were asked, and what they said.
package struct StandingTally: Hashable, Sendable {
    /// Units that were asked, each time anew.
    package private(set) var asked = 0
    /// Those that went.
    package private(set) var accepted = 0
    /// Those that would not.
    package private(set) var declined = 0

    /// Those that said nothing: it lapsed, or the drill ended before.
    package var unanswered: Int { asked - accepted - declined }

    init() {}

    mutating func observe(_ record: EventRecord) {
        if case .standingProposed = record.body { asked += 1 }
        guard case .standingAnswered(let event) = record.body else { return }
        switch event.answer {
        case .accepted: accepted += 1
        case .declined: declined += 1
        case .open: break
        }
    }
}

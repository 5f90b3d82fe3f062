import Core
import DispatchModel

/// A log as a source: observations at their times.
package struct ListSource: ObservationSource {
    package let kind = SourceKind.log
    private var waiting: [Observation]

    package init(waiting: [Observation]) {
        self.waiting = waiting
    }

    package var nextDue: Timestamp? { waiting.first?.at }

    package mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        let due = Array(waiting.prefix { $0.at <= now })
        waiting.removeFirst(due.count)
        return due
    }

    package mutating func observe(_ record: EventRecord, board: Board) {}
}

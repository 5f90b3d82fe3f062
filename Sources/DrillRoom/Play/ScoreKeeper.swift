import Core
import Dispatch
import DispatchModel
import Drills
import Synchronization

/// The records of a journal one after the other, read a thousand at a time. A journal that cannot be read ends them.
struct JournalRecords: Sequence, IteratorProtocol {
    private let journal: ExerciseJournal
    private var batch: ArraySlice<EventRecord> = []
    private var position: JournalPosition = 0

    init(_ journal: ExerciseJournal) {
        self.journal = journal
    }

    mutating func next() -> EventRecord? {
        if batch.isEmpty { batch = ((try? journal.records(after: position, limit: 1000)) ?? [])[...] }
        guard let record = batch.popFirst() else { return nil }
        position = record.position
        return record
    }
}

extension DrillPlay {
    /// The score of everything recorded so far, up to the last record or to when the drill ended.
    package func score(end: Timestamp? = nil, unattended: UnattendedTime = UnattendedTime()) -> DrillScore {
        _ = try? core.flush()
        return DrillScore(
            scenario: scenario, records: JournalRecords(journal), end: end, unattended: unattended)
    }
}

/// The score as the trainer sees it while the drill runs.
///
/// Nothing is kept for it beside the journal, so that memory does not grow with the drill. A short journal is read at once;
/// a long one on another thread, so that the player's keys never wait for it, and the score is then some seconds old.
final class ScoreKeeper: Sendable {
    /// Up to so many events the score is worked out while the trainer waits.
    static let readAtOnce: JournalPosition = 4000
    /// So many events later a long journal is read again.
    static let step: JournalPosition = 500

    private struct State {
        var objectives: [ObjectiveResult]?
        var position: JournalPosition = -1
        var isReading = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "watchfloor.score", qos: .utility)

    /// The objectives as they stood last.
    func latest(of play: DrillPlay, _ orders: [ClockOrder]) -> [ObjectiveResult] {
        let unattended = UnattendedTime(orders, end: play.now)
        let position = play.core.recordedPosition
        let kept = state.withLock { $0 }
        if let objectives = kept.objectives, position == kept.position { return objectives }
        guard let objectives = kept.objectives, position > ScoreKeeper.readAtOnce else {
            let objectives = play.score(unattended: unattended).objectives
            keep(objectives, play.core.recordedPosition)
            return objectives
        }
        if position - kept.position >= ScoreKeeper.step { readAside(play, position, unattended) }
        return objectives
    }

    private func keep(_ objectives: [ObjectiveResult], _ position: JournalPosition) {
        state.withLock { $0 = State(objectives: objectives, position: position) }
    }

    private func readAside(_ play: DrillPlay, _ position: JournalPosition, _ unattended: UnattendedTime) {
        let (scenario, journal) = (play.scenario, play.journal)
        let isFree = state.withLock { state in
            defer { state.isReading = true }
            return !state.isReading
        }
        guard isFree else { return }
        queue.async { [self] in
            let score = DrillScore(
                scenario: scenario, records: JournalRecords(journal), end: nil, unattended: unattended)
            keep(score.objectives, position)
        }
    }
}

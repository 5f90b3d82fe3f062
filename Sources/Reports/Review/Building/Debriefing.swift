import DispatchModel
import Drills
import Wording

/// Everything that an after-action report (讲评报告) tells about one drill, worked out from what its folder holds.
package struct Debriefing: Sendable {
    /// What was played.
    package var play: PlayedDrill
    /// How it went.
    package var score: DrillScore
    /// How the automatic dispatcher did on the same scenario and seed; nil when it was not asked to play.
    package var baseline: DrillScore?
    /// The board at the end, for names.
    package var board: Board
    /// Every incident over time, in the order of numbers.
    package var incidents: [IncidentLane]
    /// Every unit over time, in the order of callsigns.
    package var units: [UnitLane]
    /// What the player did, with the keys behind it.
    package var decisions: [Decision]
    /// What each event says, by its place in the journal, without bookkeeping and positions of units.
    package var lines: [JournalPosition: String]

    /// Works a report out. Lines about events are written in the language of `words`.
    package init(_ play: PlayedDrill, score: DrillScore, baseline: DrillScore? = nil, words: Words) {
        self.play = play
        self.score = score
        self.baseline = baseline
        var history = DrillHistory(words: words)
        for record in play.records { history.takeRecord(record) }
        board = history.board
        incidents = history.incidentLanes(end: score.end)
        units = history.unitLanes(end: score.end)
        decisions = KeyTrail(play.keys).attached(to: history.decisions)
        lines = history.lines
    }

    /// The alerts that say a deadline was missed: waiting, status and hold, in the order of raising.
    var missedDeadlines: [AlertTimes] { score.missedDeadlines }

    /// The free units of every beat that has units of its own, in the order of the beats' codes.
    package var freeByBeat: [(beat: String, series: FreeSeries)] {
        grouped { $0.homeBeat.isEmpty ? nil : $0.homeBeat }.map { ($0.key, $0.series) }
    }

    /// The free units of every tier of response circle, the tightest first.
    var freeByTier: [(minutes: Int64, series: FreeSeries)] {
        grouped { $0.circleMinutes > 0 ? $0.circleMinutes : nil }.map { ($0.key, $0.series) }
    }

    /// What the player was told by the leader of the exercise, in order.
    package var messages: [(at: Timestamp, told: ExerciseNoted)] {
        play.records.compactMap { record in
            guard case .exerciseNoted(let note) = record.body, !(note.english + note.chinese).isEmpty else {
                return nil
            }
            return (record.at, note)
        }
    }

    private func grouped<Key: Hashable & Comparable>(
        _ key: (UnitLane) -> Key?
    ) -> [(key: Key, series: FreeSeries)] {
        var groups: [Key: [UnitLane]] = [:]
        for lane in units {
            if let key = key(lane) { groups[key, default: []].append(lane) }
        }
        return groups.sorted { $0.key < $1.key }.map {
            ($0.key, FreeSeries($0.value, from: score.start, to: score.end))
        }
    }
}

extension DrillScore {
    /// The alerts that say a deadline was missed: waiting, status and hold, in the order of raising. One that passed once is
    /// missed once, however often a unit was sent and taken back after it.
    var missedDeadlines: [AlertTimes] {
        var known: Set<[Int64]> = []
        return alerts.filter { alert in
            guard [.waitingTooLong, .statusOverdue, .holdEnded].contains(alert.kind) else { return false }
            let subject = [alert.incident?.rawValue, alert.unit?.rawValue].map { Int64($0 ?? 0) }
            return known.insert([Int64(alert.kind.rawValue), alert.raised.rawValue] + subject).inserted
        }
    }

    /// How many expected actions were taken in time, and how many were expected; what the end of the drill left no time
    /// for was not.
    var answers: (inTime: Int, expected: Int) {
        let asked = injects.filter { $0.inject.expected != nil && $0.fired != nil && $0.outcome != .open }
        return (asked.count { $0.outcome == .inTime }, asked.count)
    }
}

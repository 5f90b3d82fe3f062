import DispatchModel
import SimulationKit

/// Units that drop out by themselves and come back: failures and breaks. A unit that is busy goes when it is free.
struct Absences: Sendable {
    /// One absence of one unit.
    private struct Absence: Sendable {
        var callsign: String
        var at: Timestamp
        var length: Span
        /// True once the unit has gone.
        var hasGone = false
        /// How often it was busy when it wanted to go.
        var tries = 0
    }

    /// In the order of their next time.
    private var absences: [Absence] = []

    /// How often and for how long at most a busy unit waits for its break.
    private static let retry = Span.minutes(2)
    private static let triesLimit = 30

    init(_ scenario: Scenario, seed: UInt64) {
        let rules = scenario.district.absence
        let end = scenario.start + scenario.end.after
        for unit in scenario.district.units {
            for (name, perDay, minutes) in [
                ("failure", rules.failuresPerDay, rules.failureMinutes),
                ("break", rules.breaksPerDay, rules.breakMinutes),
            ] where perDay > 0 {
                var stream = RandomStream(seed: seed, stream: StreamName.number("\(name)|\(unit.callsign)"))
                var at = scenario.start
                while true {
                    at = at + Span(milliseconds: Int64(stream.exponential(mean: 86_400_000 / perDay)) + 1)
                    guard at < end else { break }
                    let length = stream.lognormal(mean: minutes, coefficientOfVariation: 0.3)
                    absences.append(
                        Absence(
                            callsign: unit.callsign, at: at, length: Span(milliseconds: Int64(length * 60_000) + 1000)))
                }
            }
        }
        sort()
    }

    var nextDue: Timestamp? { absences.first?.at }

    /// What units say about going and coming up to an instant.
    mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        var said: [Observation] = []
        while let first = absences.first, first.at <= now {
            absences.removeFirst()
            guard let unit = board.unit(callsign: first.callsign) else { continue }
            var absence = first
            if absence.hasGone {
                if unit.status == .outOfService { said.append(Self.say(absence, .available)) }
                continue
            }
            if unit.isFree {
                said.append(Self.say(absence, .outOfService))
                absence.hasGone = true
                absence.at = absence.at + absence.length
            } else {
                absence.tries += 1
                absence.at = absence.at + Self.retry
            }
            if absence.tries < Self.triesLimit {
                absences.append(absence)
                sort()
            }
        }
        return said
    }

    private mutating func sort() {
        absences.sort { ($0.at, $0.callsign) < ($1.at, $1.callsign) }
    }

    private static func say(_ absence: Absence, _ status: UnitStatus) -> Observation {
        Observation(
            at: absence.at, actor: .crew(absence.callsign), content: .status(callsign: absence.callsign, status: status)
        )
    }
}

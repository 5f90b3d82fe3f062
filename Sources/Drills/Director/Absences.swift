import DispatchModel
import Districts
import SimulationKit

/// Units that drop out by themselves and come back: failures, breaks, and the ends of shifts. A unit that is busy goes
/// when it is free.
struct Absences: Sendable {
    /// One absence of one unit.
    private struct Absence: Sendable {
        var callsign: String
        var at: Timestamp
        var until: Timestamp
        /// True once the unit has gone, or was gone at the beginning.
        var hasGone = false
        /// How often it was busy when it wanted to go.
        var tries = 0
    }

    /// In the order of their next time.
    private var absences: [Absence] = []

    /// How often and for how long at most a busy unit waits for its break.
    private static let retry = Span.minutes(2)
    private static let triesLimit = 60

    init(_ scenario: Scenario, seed: UInt64) {
        let end = scenario.start + scenario.end.after
        for unit in scenario.district.units {
            addFailures(unit, scenario, seed, end)
            addBreaks(unit, scenario, seed, end)
            addShifts(unit, scenario, end)
        }
        sort()
    }

    var nextDue: Timestamp? { absences.first?.at }

    private mutating func addFailures(_ unit: DistrictUnit, _ scenario: Scenario, _ seed: UInt64, _ end: Timestamp) {
        guard let hours = scenario.district.wear.failureHours, hours > 0 else { return }
        var stream = RandomStream(seed: seed, stream: StreamName.number("failure|\(unit.callsign)"))
        var at = scenario.start
        while true {
            at = at + Span(milliseconds: Int64(stream.exponential(mean: hours * 3_600_000)) + 1)
            guard at < end else { return }
            let length = Span(milliseconds: max(60_000, scenario.district.wear.repair.draw(&stream)))
            absences.append(Absence(callsign: unit.callsign, at: at, until: at + length))
            at = at + length
        }
    }

    /// Breaks come at even distances, the first after a part of one that chance decides.
    private mutating func addBreaks(_ unit: DistrictUnit, _ scenario: Scenario, _ seed: UInt64, _ end: Timestamp) {
        guard let hours = scenario.district.wear.breakAfterHours, hours > 0 else { return }
        var stream = RandomStream(seed: seed, stream: StreamName.number("break|\(unit.callsign)"))
        var at = scenario.start + Span(milliseconds: Int64(stream.uniform() * hours * 3_600_000))
        while at < end {
            let length = Span(milliseconds: max(60_000, scenario.district.wear.pause.draw(&stream)))
            absences.append(Absence(callsign: unit.callsign, at: at, until: at + length))
            at = at + length + Span(milliseconds: max(60_000, Int64(hours * 3_600_000)))
        }
    }

    /// The time between a unit's shifts is an absence too.
    private mutating func addShifts(_ unit: DistrictUnit, _ scenario: Scenario, _ end: Timestamp) {
        guard !unit.shifts.isEmpty else { return }
        let first = scenario.minuteOfWeek
        func works(_ minute: Int) -> Bool {
            scenario.district.works(unit, minuteOfDay: (first + minute) % 1440)
        }
        func time(_ minute: Int) -> Timestamp { scenario.start + .minutes(Int64(minute)) }
        let minutes = Int((end - scenario.start).seconds / 60)
        var left: Int? = works(0) ? nil : 0
        for minute in stride(from: 1, through: minutes, by: 1) where works(minute) != (left == nil) {
            if let from = left {
                absences.append(
                    Absence(
                        callsign: unit.callsign, at: from == 0 ? time(minute) : time(from), until: time(minute),
                        hasGone: from == 0))
                left = nil
            } else {
                left = minute
            }
        }
        if let left, left > 0 { absences.append(Absence(callsign: unit.callsign, at: time(left), until: end)) }
    }

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
                absence.at = max(absence.until, absence.at + .minutes(1))
            } else {
                absence.tries += 1
                absence.at = absence.at + Self.retry
                absence.until = absence.until + Self.retry
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
            at: absence.at, actor: .crew(absence.callsign),
            content: .status(callsign: absence.callsign, status: status))
    }
}

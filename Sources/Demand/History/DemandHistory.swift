import DispatchModel
import Formats

/// How many calls came in, by hour, beat, priority and group of types: the last weeks of them, 26 in a room.
///
/// Bounded whatever is folded in: hours older than so many weeks go, beats and groups beyond their limits count under one name, and
/// every call costs one number at most. What patrols came upon by themselves is counted apart and left out of everything.
package struct DemandHistory: Sendable {
    /// The weeks that a room keeps.
    package static let roomWeeks = 26
    /// The weeks that are kept of a log that is looked at by itself: ten years.
    package static let logWeeks = 520
    /// The most beats and groups of types that are told apart.
    package static let namesLimit = 4_000
    /// The most cells of the ground in a week that are told apart.
    package static let groundLimit = 200_000
    /// The most times of calls left out that are kept to be told.
    package static let strayTimesLimit = 3

    /// What a count is about.
    struct Cell: Hashable, Sendable {
        var hour: Int32
        var beat: Int16
        var group: Int16
        var priority: Priority
    }

    /// The weeks that are kept.
    package let weeks: Int
    /// Seconds east of UTC at an instant.
    package let secondsEast: @Sendable (Timestamp) -> Int64
    private(set) var cells: [Cell: Int32] = [:]
    /// Calls of each cell of the ground, by week.
    private(set) var ground: [GroundWeek: Int32] = [:]
    /// The beats that were named, in the order in which they were.
    package private(set) var beats = DemandNames()
    /// The groups of types that were named.
    package private(set) var groups = DemandNames()
    /// The first call or moment known, nil before any.
    package private(set) var first: Timestamp?
    /// Until when everything is known.
    package private(set) var end: Timestamp?
    /// Calls that patrols made, left out.
    package private(set) var officerInitiated = 0
    /// Calls whose times cannot be right, left out.
    package private(set) var strays = 0
    /// The first times of those, at most `strayTimesLimit`.
    package private(set) var strayTimes: [Timestamp] = []
    /// When a room recorded; of a log nothing is known of that.
    var recorded = RecordedTime()
    /// Calls counted, those that have become too old included.
    package private(set) var calls = 0

    /// Before any call; `secondsEast` gives the local time by which days are lived.
    package init(weeks: Int = DemandHistory.roomWeeks, secondsEast: @escaping @Sendable (Timestamp) -> Int64) {
        self.weeks = weeks
        self.secondsEast = secondsEast
    }

    /// Counts a call. `isKnowing` unless something else says how far everything is known.
    package mutating func add(_ call: ReceivedCall, isKnowing: Bool = true) {
        if isKnowing { know(call.received) }
        guard !call.isOfficerInitiated else {
            officerInitiated += 1
            return
        }
        calls += 1
        change(call, by: 1)
    }

    /// Takes a call back that was counted, because it was of another beat or type or the same event as another.
    package mutating func remove(_ call: ReceivedCall) {
        guard !call.isOfficerInitiated else {
            officerInitiated -= 1
            return
        }
        calls -= 1
        change(call, by: -1)
    }

    /// Leaves a call out whose time cannot be right.
    package mutating func leaveOut(_ time: Timestamp) {
        strays += 1
        if strayTimes.count < Self.strayTimesLimit { strayTimes.append(time) }
    }

    /// Everything up to this moment is known: hours without a call until then had none.
    package mutating func know(_ moment: Timestamp) {
        first = min(first ?? moment, moment)
        let before = end.map(hour(of:))
        end = max(end ?? moment, moment)
        if let end, let before, hour(of: end) / 168 != before / 168 { forgetOld() }
    }

    private mutating func change(_ call: ReceivedCall, by step: Int32) {
        let hour = hour(of: call.received)
        guard let end, hour > self.hour(of: end) - weeks * 168, abs(hour) < Int(Int32.max) else { return }
        let cell = Cell(
            hour: Int32(hour), beat: beats.number(call.beat), group: groups.number(call.group), priority: call.priority)
        Self.add(step, to: cell, in: &cells)
        guard let point = call.point else { return }
        let key = GroundWeek(cell: GroundCell(point), week: Int32(Int64(hour).flooredDivision(by: 168).quotient))
        guard ground[key] != nil || ground.count < Self.groundLimit else { return }
        Self.add(step, to: key, in: &ground)
    }

    private static func add<Key: Hashable>(_ step: Int32, to key: Key, in counts: inout [Key: Int32]) {
        let count = (counts[key] ?? 0) + step
        counts[key] = count > 0 ? count : nil
    }

    private mutating func forgetOld() {
        guard let end else { return }
        let oldest = hour(of: end) - weeks * 168
        cells = cells.filter { Int($0.key.hour) > oldest }
        ground = ground.filter { Int($0.key.week) * 168 + 168 > oldest }
        if let first, hour(of: first) <= oldest { self.first = start(ofHour: oldest + 1) }
    }

    /// Which hour an instant is in, counted so that hours begin when the local clock strikes.
    package func hour(of time: Timestamp) -> Int {
        Int((time.rawValue + shift(time)).flooredDivision(by: 3_600_000).quotient)
    }

    /// When an hour begins.
    package func start(ofHour hour: Int) -> Timestamp {
        let raw = Timestamp(rawValue: Int64(hour) * 3_600_000)
        return Timestamp(rawValue: raw.rawValue - shift(raw))
    }

    /// The hour of the local week in which an hour lies: 0 is Monday from midnight on, 167 Sunday from 23:00 on.
    package func weekHour(_ hour: Int) -> Int {
        let start = start(ofHour: hour)
        let local = (start.rawValue + secondsEast(start) * 1000).flooredDivision(by: 3_600_000).quotient
        // 1970-01-01 was a Thursday.
        return Int((local + 72).flooredDivision(by: 168).rest)
    }

    /// What a zone is off whole hours.
    private func shift(_ time: Timestamp) -> Int64 { (secondsEast(time) * 1000).flooredDivision(by: 3_600_000).rest }
}

/// Names that counts are about, by number; beyond a limit all are one.
package struct DemandNames: Sendable {
    /// The names by their number.
    package private(set) var names: [String] = []
    private var numbers: [String: Int16] = [:]

    /// The name that stands for those beyond the limit.
    package static let others = "…"

    mutating func number(_ name: String) -> Int16 {
        if let known = numbers[name] { return known }
        guard names.count < DemandHistory.namesLimit else { return number(of: Self.others) }
        return number(of: name)
    }

    private mutating func number(of name: String) -> Int16 {
        if let known = numbers[name] { return known }
        names.append(name)
        numbers[name] = Int16(names.count - 1)
        return Int16(names.count - 1)
    }
}

/// A square of the ground of 0.005 degrees: some 550 m from south to north, less from west to east.
package struct GroundCell: Hashable, Sendable {
    /// Rows from the equator.
    package var row: Int32
    /// Columns from Greenwich.
    package var column: Int32

    /// The edge, in millionths of a degree.
    static let edge: Int64 = 5_000

    /// The square that a point lies in.
    package init(_ point: GeoPoint) {
        row = Int32(point.latitudeMicrodegrees.flooredDivision(by: Self.edge).quotient)
        column = Int32(point.longitudeMicrodegrees.flooredDivision(by: Self.edge).quotient)
    }

    /// Its middle.
    package var middle: GeoPoint {
        GeoPoint(
            latitudeMicrodegrees: Int64(row) * Self.edge + Self.edge / 2,
            longitudeMicrodegrees: Int64(column) * Self.edge + Self.edge / 2)
    }
}

/// A square of the ground in a week.
struct GroundWeek: Hashable, Sendable {
    var cell: GroundCell
    var week: Int32
}

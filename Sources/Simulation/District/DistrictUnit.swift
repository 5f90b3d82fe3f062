import DispatchModel

/// A unit of the district's roster.
public struct DistrictUnit: Hashable, Sendable {
    /// What people call it.
    public var callsign: String
    /// What it is.
    public var kind: UnitKind
    /// The pane that shows it.
    public var pane: UnitPane
    /// The beat it belongs to.
    public var homeBeat: String
    /// Where it waits; a patrol starts its round there.
    public var dutyPoint: Place
    /// What it can do beyond its kind.
    public var skills: [String]
    /// The tier of its response circle in minutes, 0 for none.
    public var circleMinutes: Int64
    /// The shifts it works, by name; empty for always.
    public var shifts: [String]
    /// True when it moves about its beat while it is ready (动中备勤).
    public var patrols: Bool

    /// Creates a unit.
    public init(
        callsign: String, kind: UnitKind, pane: UnitPane, homeBeat: String = "", dutyPoint: Place = Place(),
        skills: [String] = [], circleMinutes: Int64 = 0, shifts: [String] = [], patrols: Bool = false
    ) {
        self.callsign = callsign
        self.kind = kind
        self.pane = pane
        self.homeBeat = homeBeat
        self.dutyPoint = dutyPoint
        self.skills = skills
        self.circleMinutes = circleMinutes
        self.shifts = shifts
        self.patrols = patrols
    }
}

/// A shift: the part of each day in which its units work.
public struct DistrictShift: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Minute of the day at which it begins, 0 to 1439.
    public var begins: Int
    /// Minute of the day at which it ends, 0 to 1439; before `begins` when it goes past midnight, the same for all day.
    public var ends: Int

    /// Creates a shift.
    public init(name: String, begins: Int, ends: Int) {
        self.name = name
        self.begins = begins
        self.ends = ends
    }

    /// True when the shift is on at a minute of the day.
    public func isOn(minuteOfDay minute: Int) -> Bool {
        begins == ends
            ? true
            : begins < ends ? (begins..<ends).contains(minute) : minute >= begins || minute < ends
    }
}

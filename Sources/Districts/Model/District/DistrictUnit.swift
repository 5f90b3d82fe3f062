import DispatchModel

/// A unit of the district's roster.
package struct DistrictUnit: Hashable, Sendable {
    /// What people call it.
    package var callsign: String
    /// What it is.
    package var kind: UnitKind
    /// The pane that shows it.
    package var pane: UnitPane
    /// The beat it belongs to.
    package var homeBeat: String
    /// Where it waits; a patrol starts its round there.
    package var dutyPoint: Place
    /// What it can do beyond its kind.
    package var skills: [String]
    /// The tier of its response circle in minutes, 0 for none.
    package var circleMinutes: Int64
    /// The shifts it works, by name; empty for always.
    package var shifts: [String]
    /// True when it moves about its beat while it is ready (动中备勤).
    package var patrols: Bool

    /// Creates a unit.
    package init(
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
package struct DistrictShift: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Minute of the day at which it begins, 0 to 1439.
    package var begins: Int
    /// Minute of the day at which it ends, 0 to 1439; before `begins` when it goes past midnight, the same for all day.
    package var ends: Int

    /// Creates a shift.
    package init(name: String, begins: Int, ends: Int) {
        self.name = name
        self.begins = begins
        self.ends = ends
    }

    /// True when the shift is on at a minute of the day.
    package func isOn(minuteOfDay minute: Int) -> Bool {
        begins == ends
            ? true
            : begins < ends ? (begins..<ends).contains(minute) : minute >= begins || minute < ends
    }
}

/// The number of an incident on this board, shown as `#4821`. Given once, in order, and never again.
package struct IncidentID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number itself, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier numbers first.
    package static func < (left: IncidentID, right: IncidentID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of a unit on this board; people know the unit by its callsign.
package struct UnitID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The order of registration, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier registered first.
    package static func < (left: UnitID, right: UnitID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of one sending of one unit to one incident.
package struct AssignmentID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The order of assignment, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier assignments first.
    package static func < (left: AssignmentID, right: AssignmentID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of an alert on this board.
package struct AlertID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The order of raising, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier alerts first.
    package static func < (left: AlertID, right: AlertID) -> Bool { left.rawValue < right.rawValue }
}

/// Where in the journal an event stands: 1 is the first, 0 is before everything.
package typealias JournalPosition = Int64

import DispatchPolicy

/// How many observations made no event, by reason.
package struct IgnoredCounts: Hashable, Sendable {
    /// In the journal already.
    package var recorded = 0
    /// Known to the board already.
    package var known = 0
    /// About an incident that the board does not have.
    package var unknownIncident = 0
    /// About a unit that the board does not have.
    package var unknownUnit = 0
    /// About an assignment that was withdrawn or never made.
    package var noAssignment = 0
    /// With an id under which something else is recorded.
    package var contradictions = 0
    /// With an id whose record cannot be read.
    package var unreadable = 0
    /// About an incident of a time that has not come.
    package var ahead = 0

    /// Nothing ignored yet.
    package init() {}

    /// Those that somebody should look at: everything but repetitions.
    package var unusable: Int { unknownIncident + unknownUnit + noAssignment + contradictions + unreadable + ahead }

    mutating func count(_ reason: Ignored) {
        switch reason {
        case .known: known += 1
        case .unknownIncident: unknownIncident += 1
        case .unknownUnit: unknownUnit += 1
        case .noAssignment: noAssignment += 1
        case .contradiction: contradictions += 1
        case .unreadable: unreadable += 1
        case .ahead: ahead += 1
        }
    }
}

import DispatchPolicy

/// How many observations made no event, by reason.
public struct IgnoredCounts: Hashable, Sendable {
    /// In the journal already.
    public var recorded = 0
    /// Known to the board already.
    public var known = 0
    /// About an incident that the board does not have.
    public var unknownIncident = 0
    /// About a unit that the board does not have.
    public var unknownUnit = 0
    /// About an assignment that was withdrawn or never made.
    public var noAssignment = 0
    /// With an id under which something else is recorded.
    public var contradictions = 0
    /// With an id whose record cannot be read.
    public var unreadable = 0
    /// About an incident of a time that has not come.
    public var ahead = 0

    /// Nothing ignored yet.
    public init() {}

    /// Those that somebody should look at: everything but repetitions.
    public var unusable: Int { unknownIncident + unknownUnit + noAssignment + contradictions + unreadable + ahead }

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

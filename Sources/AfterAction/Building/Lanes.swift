import DispatchModel

/// An incident over the time of the drill.
public struct IncidentLane: Hashable, Sendable {
    /// Which.
    public var incident: IncidentID
    /// The code of its type, as it stood last.
    public var type: String
    /// Its priority, as it stood last.
    public var priority: Priority
    /// Where it was, in words.
    public var place: String
    /// How far its handling had come, until it was closed.
    public var stretches: [Stretch<IncidentProgress>]
}

/// A unit over the time of the drill.
public struct UnitLane: Hashable, Sendable {
    /// Which.
    public var unit: UnitID
    /// What people call it.
    public var callsign: String
    /// What it is.
    public var kind: UnitKind
    /// The beat it belongs to.
    public var homeBeat: String
    /// The tier of its response circle in minutes, 0 for none.
    public var circleMinutes: Int64
    /// What it did.
    public var stretches: [Stretch<UnitStatus>]
}

/// One action of the player with what came of it.
public struct Decision: Hashable, Sendable {
    /// Where in the journal it begins.
    public var position: JournalPosition
    /// When.
    public var at: Timestamp
    /// The command's name in the journal.
    public var name: String
    /// The incidents it touched.
    public var incidents: [IncidentID]
    /// What it did, a line for each event.
    public var lines: [String]
    /// The keys pressed from the decision before up to the one that brought it about, at most `keyLimit`.
    public var keys: [PressedKey]
    /// Keys before those that are left out.
    public var keysLeftOut: Int

    /// The most keys listed for a decision.
    public static let keyLimit = 24
}

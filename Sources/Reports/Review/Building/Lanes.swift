import DispatchModel

/// An incident over the time of the drill.
package struct IncidentLane: Hashable, Sendable {
    /// Which.
    package var incident: IncidentID
    /// The code of its type, as it stood last.
    package var type: String
    /// Its priority, as it stood last.
    package var priority: Priority
    /// Where it was, in words.
    package var place: String
    /// How far its handling had come, until it was closed.
    package var stretches: [Stretch<IncidentProgress>]
}

/// A unit over the time of the drill.
package struct UnitLane: Hashable, Sendable {
    /// Which.
    package var unit: UnitID
    /// What people call it.
    package var callsign: String
    /// What it is.
    package var kind: UnitKind
    /// The beat it belongs to.
    package var homeBeat: String
    /// The tier of its response circle in minutes, 0 for none.
    package var circleMinutes: Int64
    /// What it did.
    package var stretches: [Stretch<UnitStatus>]
}

/// One action of the player with what came of it.
package struct Decision: Hashable, Sendable {
    /// Where in the journal it begins.
    package var position: JournalPosition
    /// When.
    package var at: Timestamp
    /// The command's name in the journal.
    package var name: String
    /// The incidents it touched.
    package var incidents: [IncidentID]
    /// What it did, a line for each event.
    package var lines: [String]
    /// The keys pressed from the decision before up to the one that brought it about, at most `keyLimit`.
    package var keys: [PressedKey]
    /// Keys before those that are left out.
    var keysLeftOut: Int

    /// The most keys listed for a decision.
    static let keyLimit = 24
}

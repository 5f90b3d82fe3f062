import DispatchModel

/// An incident beside those that seem to be the same event.
public struct DuplicatesView: Sendable {
    /// The incident.
    public var incident: IncidentID
    /// The others, the likeliest first.
    public var choices: [DuplicateProposal]
    /// Which of them the cursor is on.
    public var cursor = 0
    /// Something to say in the last line in place of the hints, such as a refusal.
    public var message: Notice?
    /// The keys that help here.
    public var hints: [KeyHint] = []

    /// Creates the view.
    public init(incident: IncidentID, choices: [DuplicateProposal]) {
        self.incident = incident
        self.choices = choices
    }

    /// The other incident that the cursor is on.
    public var chosen: DuplicateProposal? { choices.indices.contains(cursor) ? choices[cursor] : nil }

    /// Which incident goes into which when the two are merged: the one reported first survives.
    public static func direction(_ one: Incident, _ other: Incident) -> (from: Incident, into: Incident) {
        (one.received, one.id) < (other.received, other.id) ? (other, one) : (one, other)
    }
}

/// Earlier incidents at the place of the selected one.
public struct EarlierHere: Hashable, Sendable {
    /// The selected incident.
    public var incident: IncidentID
    /// The earlier ones, the newest first.
    public var shown: [IncidentID]
    /// How many more there are.
    public var more: Int

    /// Creates the list.
    public init(incident: IncidentID, shown: [IncidentID], more: Int) {
        self.incident = incident
        self.shown = shown
        self.more = more
    }
}

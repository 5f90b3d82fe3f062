import DispatchModel

/// An incident beside those that seem to be the same event.
package struct DuplicatesView: Sendable {
    /// The incident.
    package var incident: IncidentID
    /// The others, the likeliest first.
    package var choices: [DuplicateProposal]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// Something to say in the last line in place of the hints, such as a refusal.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []

    /// Creates the view.
    package init(incident: IncidentID, choices: [DuplicateProposal]) {
        self.incident = incident
        self.choices = choices
    }

    /// The other incident that the cursor is on.
    package var chosen: DuplicateProposal? { choices.indices.contains(cursor) ? choices[cursor] : nil }

    /// Which incident goes into which when the two are merged: the one reported first survives.
    package static func direction(_ one: Incident, _ other: Incident) -> (from: Incident, into: Incident) {
        (one.received, one.id) < (other.received, other.id) ? (other, one) : (one, other)
    }
}

/// Earlier incidents at the place of the selected one.
package struct EarlierHere: Hashable, Sendable {
    /// The selected incident.
    package var incident: IncidentID
    /// The earlier ones, the newest first.
    package var shown: [IncidentID]
    /// How many more there are.
    package var more: Int

    /// Creates the list.
    package init(incident: IncidentID, shown: [IncidentID], more: Int) {
        self.incident = incident
        self.shown = shown
        self.more = more
    }
}

import DispatchModel

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

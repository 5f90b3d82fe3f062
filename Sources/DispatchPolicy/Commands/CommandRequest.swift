import DispatchModel

/// A new incident as the operator enters it.
package struct NewIncident: Hashable, Sendable {
    /// The code of its type.
    package var type: String
    /// How urgent it is.
    package var priority: Priority
    /// Where it is.
    package var place: Place
    /// The beat that owns it, empty when unknown.
    package var beat: String
    /// What was reported.
    package var text: String
    /// Who reported it.
    package var caller: Caller
    /// Units to send at once.
    package var units: [UnitID]

    /// Creates a new incident's particulars.
    package init(
        type: String, priority: Priority, place: Place, beat: String = "", text: String = "",
        caller: Caller = Caller(), units: [UnitID] = []
    ) {
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
        self.text = text
        self.caller = caller
        self.units = units
    }
}

/// What a triage changes; nil leaves a field as it is.
package struct TriageChange: Hashable, Sendable {
    /// The code of the type.
    package var type: String?
    /// The priority.
    package var priority: Priority?
    /// The place.
    package var place: Place?
    /// The beat.
    package var beat: String?

    /// Creates a change; all nil only confirms what is there.
    package init(type: String? = nil, priority: Priority? = nil, place: Place? = nil, beat: String? = nil) {
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
    }
}

/// A command with who gives it and what was on the screen when the key was pressed.
package struct CommandRequest: Hashable, Sendable {
    /// What is ordered.
    package var command: Command
    /// By whom.
    package var actor: Actor
    /// The meaning, as drawn, of the things the command is about. If one has changed since, the command is refused.
    package var drawn: [DrawnMeaning]

    /// Creates a request.
    package init(_ command: Command, by actor: Actor, drawn: [DrawnMeaning] = []) {
        self.command = command
        self.actor = actor
        self.drawn = drawn
    }
}

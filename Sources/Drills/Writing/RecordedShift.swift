import DispatchModel

/// What really happened on a shift, as far as a drill can play it again: the district, the calls, and how long units had
/// to do. What dispatchers and units did is left out; that is for the player.
package struct RecordedShift: Sendable {
    /// One call.
    struct Call: Sendable {
        var at: Timestamp
        var type: String
        var priority: Priority
        var place: Place
        var beat: String
        var caller: String
        var words: BilingualText
        var arrived: Timestamp?
        var done: Timestamp?
        /// What others said about it later.
        var reports: [(at: Timestamp, caller: String, words: BilingualText)] = []
    }

    var types: [String: TypeDefined] = [:]
    var beats: [String: BeatDefined] = [:]
    var units: [String: UnitRegistered] = [:]
    var calls: [Call] = []
    /// Where a call stands in `calls`, by what the recording calls it.
    private var slots: [IncidentReference: Int] = [:]

    /// Calls that were too many.
    package private(set) var dropped = 0
    /// How many calls there are.
    package var callCount: Int { calls.count }

    /// The most calls of a scenario made from a recording.
    static let callLimit = 1500
    /// The most reports kept of one call.
    private static let reportLimit = 5

    /// The shift of a call log's observations, in order.
    package init(_ observations: some Sequence<Observation>) {
        for observation in observations { note(observation) }
    }

    /// A shift of which nothing is known yet; show it a journal's records by `note`.
    package init() {}

    private mutating func note(_ observation: Observation) {
        switch observation.content {
        case .type(let type): types[type.code] = type
        case .beat(let beat): beats[beat.beat] = beat
        case .unit(let unit): units[unit.callsign] = unit
        case .incident(let event, _):
            guard let source = event.source ?? observation.source else { return }
            begin(event, as: .source(source))
        case .report(let reference, let report, _): add(report, to: reference)
        case .milestone(let milestone):
            if let at = milestone.stated { reach(milestone.milestone, at, milestone.incident) }
        case .mode, .status, .standing, .position, .doubtfulPosition, .graded, .closed, .reopened, .exercise, .caller,
            .revised,
            .alert,
            .disputeGraded, .clock, .ground:
            break
        }
    }

    /// Takes in a journal's next record.
    package mutating func note(_ record: EventRecord) {
        if case .typeDefined(let type) = record.body { types[type.code] = type }
        if case .beatDefined(let beat) = record.body { beats[beat.beat] = beat }
        if case .unitRegistered(let unit) = record.body { units[unit.callsign] = unit }
        if case .incidentReported(let event) = record.body { begin(event, as: .number(event.incident)) }
        if case .reportAdded(let event) = record.body { add(event.report, to: .number(event.incident)) }
        if case .incidentTriaged(let event) = record.body { grade(event) }
        if case .assignmentAdvanced(let event) = record.body {
            reach(event.milestone, event.at, .number(event.incident))
        }
    }

    private mutating func begin(_ event: IncidentReported, as reference: IncidentReference) {
        guard slots[reference] == nil else { return }
        guard calls.count < Self.callLimit else {
            dropped += 1
            return
        }
        slots[reference] = calls.count
        calls.append(
            Call(
                at: event.received, type: event.type, priority: event.priority, place: event.place, beat: event.beat,
                caller: event.report.caller, words: event.report.words))
    }

    private mutating func add(_ report: Report, to reference: IncidentReference) {
        guard let slot = slots[reference], calls[slot].reports.count < Self.reportLimit, !report.text.isEmpty else {
            return
        }
        calls[slot].reports.append((max(report.at, calls[slot].at), report.caller, report.words))
    }

    /// What it turned out to be counts where the call itself said nothing.
    private mutating func grade(_ event: IncidentTriaged) {
        guard let slot = slots[.number(event.incident)] else { return }
        if calls[slot].type.isEmpty { calls[slot].type = event.type }
        if calls[slot].place.text.isEmpty, let place = event.place { calls[slot].place = place }
        if calls[slot].beat.isEmpty { calls[slot].beat = event.beat }
    }

    private mutating func reach(_ milestone: Milestone, _ at: Timestamp, _ reference: IncidentReference) {
        guard let slot = slots[reference] else { return }
        if milestone == .arrived { calls[slot].arrived = min(calls[slot].arrived ?? at, at) }
        if milestone == .cleared { calls[slot].done = max(calls[slot].done ?? at, at) }
    }
}

import DispatchModel
import DispatchPolicy

/// Which incidents are one event, so that merging them is right: those that the script or the demand made of one, and those
/// that lie so close together that nobody could tell.
struct SameEvent {
    /// Nearer than this, in metres, and within so long of each other, two reports may be one event.
    private static let metres = 300.0
    private static let apart = Span.minutes(30)

    /// What an inject's incident is another report of.
    private var roots: [String: String] = [:]

    init(_ scenario: Scenario) {
        for inject in scenario.injects {
            switch inject.action {
            case .duplicate(let of, _, _): roots[inject.id] = of
            case .emergency(.atIncident(let of)): roots[inject.id] = of
            default: break
            }
        }
    }

    /// Whether two incidents are one event.
    func areOne(_ one: IncidentID, _ other: IncidentID, _ board: Board, _ situation: Situation) -> Bool {
        guard let first = board.incidents[one], let second = board.incidents[other] else { return false }
        let (left, right) = (root(first, situation), root(second, situation))
        if let left, left == right { return true }
        guard let from = first.place.point, let to = second.place.point else { return false }
        let between = max(first.received, second.received) - min(first.received, second.received)
        return between <= Self.apart && TravelModel.metres(from: from, to: to) <= Self.metres
    }

    /// The event behind an incident, by the name of its first report.
    private func root(_ incident: Incident, _ situation: Situation) -> String? {
        if let inject = situation.incidents.first(where: { $0.value == incident.id })?.key {
            var id = inject
            // A chain of duplicates is short; a ring of them would be a fault of the scenario.
            for _ in 0..<8 { id = roots[id] ?? id }
            return "inject/" + id
        }
        guard let key = incident.source, key.source == Situation.source else { return nil }
        return key.id.hasSuffix("/again") ? String(key.id.dropLast("/again".count)) : key.id
    }
}

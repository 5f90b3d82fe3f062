import DispatchModel

/// Observations that wait for their time.
struct Agenda: Sendable {
    /// The latest first, so that the next is the last.
    private var items: [Observation]

    init(_ items: [Observation]) {
        self.items = items.reversed()
    }

    var nextDue: Timestamp? { items.last?.at }

    /// Adds an observation behind those of the same time.
    mutating func add(_ item: Observation) {
        let place = items.firstIndex { $0.at <= item.at } ?? items.endIndex
        items.insert(item, at: place)
    }

    /// Takes out what is due.
    mutating func due(at now: Timestamp) -> [Observation] {
        var due: [Observation] = []
        while let last = items.last, last.at <= now { due.append(items.removeLast()) }
        return due
    }
}

import DispatchModel

/// Incidents by their place, so that what happened at a place before is found without looking through all of them.
package struct PlaceHistory: Sendable {
    private struct Entry: Hashable {
        var key: NewestList.Key
        var point: GeoPoint?
        var place: PlaceKey?
        var text: String
    }

    private var entries: [IncidentID: Entry] = [:]
    private var grid: PlaceGrid
    private let radius: Int64
    /// Counts the changes of what it holds.
    package private(set) var version = 0

    /// An empty history. Two points within so many metres are one place.
    package init(radius: Int64 = 50) {
        self.radius = radius
        grid = PlaceGrid(radius: radius)
    }

    /// How many incidents it holds.
    package var count: Int { entries.count }

    /// True when it holds an incident.
    package func contains(_ id: IncidentID) -> Bool { entries[id] != nil }

    /// Takes an incident in as it stands; nil takes it out.
    package mutating func note(_ id: IncidentID, _ incident: Incident?) {
        let before = entries[id]
        guard let incident else {
            if before != nil { remove(id) }
            return
        }
        let key = NewestList.Key(at: incident.received, id: id)
        if let before, before.key == key, before.point == incident.place.point, before.text == incident.place.allWords {
            return
        }
        remove(id)
        let entry = Entry(
            key: key, point: incident.place.point, place: PlaceHistory.place(incident.place.allWords),
            text: incident.place.allWords)
        entries[id] = entry
        grid.insert(key, point: entry.point, place: entry.place)
        version += 1
    }

    /// The key of a place in words; nil for a street's name alone, which is no place.
    private static func place(_ text: String) -> PlaceKey? {
        PlaceKey(text).flatMap { $0.isExact ? $0 : nil }
    }

    private mutating func remove(_ id: IncidentID) {
        guard let entry = entries.removeValue(forKey: id) else { return }
        grid.remove(entry.key, point: entry.point, place: entry.place)
        version += 1
    }

    /// The incidents that came in before this one at the same place, in words or within the radius, the newest first:
    /// at most `limit`, and how many more there are. What was merged away is told by the incident that took it over.
    package func earlier(than incident: Incident, on board: Board, limit: Int) -> (shown: [IncidentID], more: Int) {
        let own = NewestList.Key(at: incident.received, id: incident.id)
        let known = entries[incident.id].flatMap { $0.text == incident.place.allWords ? $0 : nil }
        let place = known.map(\.place) ?? PlaceHistory.place(incident.place.allWords)
        var found: Set<NewestList.Key> = []
        grid.visit(point: incident.place.point, place: place, most: .max) { key, _ in
            guard key < own, !found.contains(key), let entry = entries[key.id], let there = board.incidents[key.id],
                there.mergedInto == nil
            else { return true }
            let metres = incident.place.point.flatMap { point in
                entry.point.map { TravelModel.metres(from: point, to: $0) }
            }
            let isSame = place != nil && entry.place?.hash == place?.hash
            if isSame || metres.map({ $0 <= Double(radius) }) == true { found.insert(key) }
            return true
        }
        let newest = found.sorted { $1 < $0 }
        return (newest.prefix(limit).map(\.id), max(0, newest.count - limit))
    }
}

/// The open calls at a place: whoever enters one there has to know of them, whatever their type.
package enum OpenCalls {
    /// Two points within so many metres are one place.
    package static let radius: Int64 = 50

    /// The open incidents whose place has the same words, letters of either case alike, or a point within ``radius``; the one
    /// heard of last first. An empty place has none.
    package static func at(_ place: Place, on board: Board) -> [Incident] {
        let words = folded(place)
        guard !words.isEmpty else { return [] }
        let found = board.incidents.elements.filter { incident in
            guard incident.isOpen else { return false }
            if let point = place.point, let other = incident.place.point,
                Int64(TravelModel.metres(from: point, to: other)) <= radius
            {
                return true
            }
            let lengths = [incident.place.text.utf8.count, incident.place.chinese.utf8.count]
            return lengths.contains { $0 > 0 && ($0 == place.text.utf8.count || $0 == place.chinese.utf8.count) }
                && !folded(incident.place).isDisjoint(with: words)
        }
        return found.sorted { ($0.lastReported, $0.id) > ($1.lastReported, $1.id) }
    }

    /// What a place is called, in each language.
    private static func folded(_ place: Place) -> Set<String> {
        Set([place.text, place.chinese].filter { !$0.isEmpty }.map { $0.lowercased() })
    }
}

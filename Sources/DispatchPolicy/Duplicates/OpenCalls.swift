import DispatchModel

/// The open calls at a place: whoever enters one there has to know of them, whatever their type.
package enum OpenCalls {
    /// Two points within so many metres are one place.
    package static let radius: Int64 = 50

    /// The open incidents whose place has the same words, letters of either case alike, or a point within ``radius``; the one
    /// heard of last first. An empty place has none.
    package static func at(_ place: Place, on board: Board) -> [Incident] {
        let words = folded(place.text)
        guard !words.isEmpty else { return [] }
        let found = board.incidents.elements.filter { incident in
            guard incident.isOpen else { return false }
            if let point = place.point, let other = incident.place.point,
                Int64(TravelModel.metres(from: point, to: other)) <= radius
            {
                return true
            }
            return incident.place.text.utf8.count == place.text.utf8.count && folded(incident.place.text) == words
        }
        return found.sorted { ($0.lastReported, $0.id) > ($1.lastReported, $1.id) }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased()
    }
}

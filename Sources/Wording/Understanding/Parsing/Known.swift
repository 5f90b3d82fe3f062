import DispatchModel
import DispatchPolicy

/// The places that a board knows: those of its incidents and duty points.
struct KnownPlaces {
    private let board: Board

    init(_ board: Board) {
        self.board = board
    }

    /// A place with the beat it lies in.
    struct Known {
        var place: Place
        var beat: String
    }

    /// Points further apart than so many metres are not one place, whatever it is called.
    private static let apart = 250.0

    /// The known places of exactly these words, one for each point they have, those of the newest incidents first, then those of
    /// duty points, and at last the middle of a beat that is called so; without a point only where no point is known.
    func same(as text: String) -> [Known] {
        let needle = Needle(text)
        let incidents = board.incidents.elements.filter { needle.equals($0.place) }.sorted { $0.id > $1.id }
        let posts = board.units.elements.filter { needle.equals($0.dutyPoint) }
        let beats = board.beats.elements.filter { needle.equals($0.beat) || needle.equals($0) }
        let all =
            incidents.map { Known(place: $0.place, beat: $0.beat) }
            + posts.map { Known(place: $0.dutyPoint, beat: $0.homeBeat) }
            + beats.map {
                let names = $0.name.isEmpty ? BilingualText($0.beat, $0.beat) : $0.names
                return Known(place: Place(names, point: $0.centre), beat: $0.beat)
            }
        var found: [Known] = []
        for known in all {
            guard let point = known.place.point else { continue }
            let isNew = found.allSatisfy { other in
                other.place.point.map { TravelModel.metres(from: $0, to: point) > KnownPlaces.apart } ?? true
            }
            if isNew { found.append(known) }
        }
        return found.isEmpty ? Array(all.prefix(1)) : found
    }

    /// The known places that begin with some words in either language, by their names in one, in alphabetical order; then
    /// those whose characters have the initials.
    func beginning(with text: String, in language: Language) -> [String] {
        let needle = Needle(text, shown: language)
        guard !needle.isEmpty else { return [] }
        var (found, spoken): (Set<String>, Set<String>) = ([], [])
        let places = [board.incidents.elements.lazy.map(\.place), board.units.elements.lazy.map(\.dutyPoint)].joined()
        for place in places {
            if needle.begins(place) {
                found.insert(place[language])
            } else if needle.isSpoken(first: place.words) {
                spoken.insert(place[language])
            }
        }
        return found.sorted() + spoken.subtracting(found).sorted()
    }
}

/// The beats that a board knows: those defined, else those of its units and incidents.
enum KnownBeats {
    static func codes(_ board: Board) -> [String] {
        var codes = Set(board.beats.elements.map(\.beat))
        for unit in board.units.elements where !unit.homeBeat.isEmpty { codes.insert(unit.homeBeat) }
        for incident in board.incidents.elements where !incident.beat.isEmpty { codes.insert(incident.beat) }
        return codes.sorted()
    }
}

import DispatchModel
import DispatchPolicy
import Formats

/// What is to be known of a place before somebody goes there: a steep stair, gas bottles, a gate code's keeper.
///
/// Of a place, never of a person: there is no field for one, and none may be added.
package struct PlaceHazard: Hashable, Sendable {
    /// How much it matters.
    package enum Kind: String, CaseIterable, Sendable {
        /// May hurt somebody (危险).
        case hazard
        /// Helps to get in, or on (提示).
        case note
    }

    /// How much it matters.
    package var kind: Kind
    /// The place, as an incident would name it.
    package var place: BilingualText
    /// The beat of the place where others are called the same; empty for whichever.
    package var beat: String
    /// The point of the place; nil where the name alone tells it.
    package var point: GeoPoint?
    /// How far around the point it holds, in metres.
    package var metres: Double
    /// What it is.
    package var words: BilingualText
    /// Who says so: an inspection, a survey, an office.
    package var source: String
    /// The last day on which it holds.
    package var until: CivilDate

    /// How far around its point it holds where nothing else is said, in metres.
    package static let usualMetres = 40.0

    /// Creates a hazard.
    package init(
        kind: Kind = .hazard, place: BilingualText, beat: String = "", point: GeoPoint? = nil,
        metres: Double = usualMetres, words: BilingualText, source: String, until: CivilDate
    ) {
        self.kind = kind
        self.place = place
        self.beat = beat
        self.point = point
        self.metres = metres
        self.words = words
        self.source = source
        self.until = until
    }
}

/// The hazards of all places, found by a place's name or its point.
package struct PlaceHazards: Sendable {
    /// All of them, as they were read.
    package let all: [PlaceHazard]
    private var named: [UInt64: [Int]] = [:]
    /// Those with a point, from south to north.
    private var placed: [Int] = []

    /// The most that are kept.
    package static let limit = 100_000

    /// The index of some hazards; what is beyond ``limit`` is left out.
    package init(_ hazards: [PlaceHazard] = []) {
        all = Array(hazards.prefix(Self.limit))
        for (index, hazard) in all.enumerated() {
            for key in Self.keys(hazard.place) { named[key, default: []].append(index) }
        }
        placed = all.indices.filter { all[$0].point != nil }.sorted { latitude($0) < latitude($1) }
    }

    /// True when there are none.
    package var isEmpty: Bool { all.isEmpty }

    private func latitude(_ index: Int) -> Int64 { all[index].point?.latitudeMicrodegrees ?? 0 }

    private static func keys(_ names: BilingualText) -> Set<UInt64> {
        Set([names.english, names.chinese].compactMap { PlaceKey($0)?.hash })
    }

    /// What holds at a place on a day, hazards before notes, in the order of the files.
    package func hazards(at place: Place, beat: String, on day: CivilDate) -> [PlaceHazard] {
        guard !all.isEmpty else { return [] }
        var found = Set(Self.keys(place.words).flatMap { named[$0] ?? [] })
        found = found.filter { all[$0].beat.isEmpty || beat.isEmpty || all[$0].beat == beat }
        if let point = place.point { found.formUnion(near(point)) }
        return found.sorted().map { all[$0] }.filter { $0.until.daysSince1970 >= day.daysSince1970 }
            .enumerated().sorted {
                ($0.element.kind == .hazard ? 0 : 1, $0.offset) < ($1.element.kind == .hazard ? 0 : 1, $1.offset)
            }.map(\.element)
    }

    /// Those within whose distance a point lies.
    private func near(_ point: GeoPoint) -> [Int] {
        let reach = Int64(Self.farthest / 0.111)
        var (low, high) = (0, placed.count)
        while low < high {
            let middle = (low + high) / 2
            if latitude(placed[middle]) < point.latitudeMicrodegrees - reach { low = middle + 1 } else { high = middle }
        }
        return placed[low...].prefix { latitude($0) <= point.latitudeMicrodegrees + reach }.filter { index in
            all[index].point.map { TravelModel.metres(from: $0, to: point) <= all[index].metres } ?? false
        }
    }

    /// The farthest around its point that a hazard holds, in metres.
    package static let farthest = 2000.0
}

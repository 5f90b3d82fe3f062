import DispatchModel

/// Why a place is offered; the surest first.
package enum PlaceReason: UInt8, CaseIterable, Comparable, Sendable {
    /// Its name is what was typed.
    case whole = 1
    /// Its name is what was typed, but for words that say what sort of street it is.
    case named
    /// Its name has words that are what was typed, or begin so.
    case words
    /// The letters typed are the initials of its characters.
    case initials
    /// Its name is what was typed but for slips.
    case slip

    package static func < (left: PlaceReason, right: PlaceReason) -> Bool { left.rawValue < right.rawValue }
}

/// A place that what was typed could mean.
package struct PlaceMatch: Hashable, Sendable {
    /// What sort of place.
    package var kind: PlaceKind
    /// What it is called, with the house number that was typed.
    package var names: BilingualText
    /// The beat that it lies in; empty where that is not known.
    package var beat: String
    /// Where it is.
    package var point: GeoPoint?
    /// Why it is offered.
    package var reason: PlaceReason
    /// True when the house number is in none of the street's ranges, so that the point lies between or beside them.
    package var isEstimated: Bool
    /// True when the street is known and has no house numbers, so that the point is that of the street.
    package var isStreetOnly: Bool
    /// How far it is from what was typed; less is nearer. Places of one score stand as their names do: those of fewer words
    /// first, streets before crossings, landmarks and compounds, then as in the file.
    package var score: Int
    /// The number of its name.
    var name: UInt32

    /// It as the place of an incident.
    package var place: Place { Place(names, point: point) }
}

/// What a text means as a place.
package enum PlaceAnswer: Hashable, Sendable {
    /// No place that is known.
    case none
    /// Just this one.
    case one(PlaceMatch)
    /// One name that lies in several beats, or apart: one of them has to be chosen.
    case which([PlaceMatch])
    /// Nothing that is called so; these are near it.
    case near([PlaceMatch])
}

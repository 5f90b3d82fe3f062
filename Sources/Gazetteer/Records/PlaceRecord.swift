import DispatchModel

/// What sort of place a gazetteer holds.
package enum PlaceKind: UInt8, CaseIterable, Sendable {
    /// A street, or a part of one with its house numbers (街路).
    case street = 1
    /// Where streets meet (路口).
    case crossing
    /// A building, a park, a station: what has a name of its own (地标).
    case landmark
    /// A housing compound (小区).
    case compound
    /// A beat by its name (巡区).
    case beat

    /// How files write it.
    package var word: String {
        switch self {
        case .street: "street"
        case .crossing: "crossing"
        case .landmark: "landmark"
        case .compound: "compound"
        case .beat: "beat"
        }
    }

    /// The kind that a file writes so, in either language.
    package init?(written: String) {
        switch written.lowercased() {
        case "street", "road", "街路", "道路": self = .street
        case "crossing", "intersection", "路口": self = .crossing
        case "landmark", "place", "地标": self = .landmark
        case "compound", "小区": self = .compound
        case "beat", "巡区": self = .beat
        default: return nil
        }
    }
}

/// The house numbers of a part of a street, both ends included.
package struct HouseNumbers: Hashable, Sendable {
    /// Which of them there are.
    package enum Side: UInt8, CaseIterable, Sendable {
        /// All.
        case both
        /// 1, 3, 5 …
        case odd
        /// 2, 4, 6 …
        case even
    }

    /// The lowest.
    package var from: Int32
    /// The highest.
    package var to: Int32
    /// Which of them there are.
    package var side: Side

    /// Creates a range; nil where it runs backwards or below zero.
    package init?(from: Int, to: Int, side: Side = .both) {
        guard from >= 0, to >= from, to <= Self.limit else { return nil }
        (self.from, self.to, self.side) = (Int32(from), Int32(to), side)
    }

    /// The highest house number that is taken.
    package static let limit = 999_999
}

/// One row of a gazetteer: a place, or a part of a street.
package struct PlaceRecord: Hashable, Sendable {
    /// What sort of place.
    package var kind: PlaceKind
    /// What it is called; both languages the same where it has one name. Text from outside.
    package var names: BilingualText
    /// What else it is called.
    package var aliases: [String]
    /// Its house numbers; nil for none.
    package var numbers: HouseNumbers?
    /// Where it is, or where its lowest number is.
    package var point: GeoPoint?
    /// Where its highest number is; nil where that is not known.
    package var end: GeoPoint?
    /// The beat that it lies in; empty where that is not known.
    package var beat: String

    /// Creates a record.
    package init(
        kind: PlaceKind, names: BilingualText, aliases: [String] = [], numbers: HouseNumbers? = nil,
        point: GeoPoint? = nil, end: GeoPoint? = nil, beat: String = ""
    ) {
        self.kind = kind
        self.names = names
        self.aliases = aliases
        self.numbers = numbers
        self.point = point
        self.end = end
        self.beat = beat
    }
}

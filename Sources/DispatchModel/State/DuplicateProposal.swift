/// An incident that seems to be the same event as another, and why. A person decides: nothing is merged by itself.
public struct DuplicateProposal: Recordable, Hashable, Sendable {
    /// The other incident.
    public var other: IncidentID = IncidentID(rawValue: 0)
    /// How much alike they are, in percent, 1 to 100.
    public var likeness: Int64 = 0
    /// Distance between the two places; nil when a point is unknown.
    public var metres: Int64?
    /// Seconds between those of their reports that are nearest in time.
    public var seconds: Int64 = 0
    /// True when both have the same type.
    public var sameType: Bool = false
    /// True when both places are written alike.
    public var samePlace: Bool = false
    /// True when a caller of one is a caller of the other.
    public var sameCaller: Bool = false
    /// The words that both reports have, the rarest first, at most 6.
    public var words: [String] = []
    /// True once an operator has said that they are two events.
    public var dismissed: Bool = false

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        other: IncidentID = IncidentID(rawValue: 0), likeness: Int64 = 0, metres: Int64? = nil, seconds: Int64 = 0,
        sameType: Bool = false, samePlace: Bool = false, sameCaller: Bool = false, words: [String] = [],
        dismissed: Bool = false
    ) {
        self.other = other
        self.likeness = likeness
        self.metres = metres
        self.seconds = seconds
        self.sameType = sameType
        self.samePlace = samePlace
        self.sameCaller = sameCaller
        self.words = words
        self.dismissed = dismissed
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "other", &other)
        visitor.visit(2, "likeness", &likeness)
        visitor.visit(3, "metres", optional: &metres)
        visitor.visit(4, "seconds", &seconds)
        visitor.visit(5, "sameType", &sameType)
        visitor.visit(6, "samePlace", &samePlace)
        visitor.visit(7, "sameCaller", &sameCaller)
        visitor.visit(8, "words", &words)
        visitor.visit(9, "dismissed", &dismissed)
    }

    /// The most proposals that an incident carries and nobody has dismissed, the likeliest.
    public static let limit = 5
    /// The most dismissed proposals that an incident remembers; those about the newest incidents are kept.
    public static let dismissedLimit = 16
    /// The most words that a proposal names.
    public static let wordLimit = 6
    /// Below this likeness, in percent, later evidence has taken a proposal back.
    public static let noticeable: Int64 = 50
}

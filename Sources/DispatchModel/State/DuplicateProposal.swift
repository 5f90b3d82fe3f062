/// An incident that seems to be the same event as another, and why. A person decides: nothing is merged by itself.
package struct DuplicateProposal: Recordable, Hashable, Sendable {
    /// The other incident.
    package var other: IncidentID = IncidentID(rawValue: 0)
    /// How much alike they are, in percent, 1 to 100.
    package var likeness: Int64 = 0
    /// Distance between the two places; nil when a point is unknown.
    package var metres: Int64?
    /// Seconds between those of their reports that are nearest in time.
    package var seconds: Int64 = 0
    /// True when both have the same type.
    package var sameType: Bool = false
    /// True when both places are written alike.
    package var samePlace: Bool = false
    /// True when a caller of one is a caller of the other.
    package var sameCaller: Bool = false
    /// The words that both reports have, the rarest first, at most 6.
    package var words: [String] = []
    /// True once an operator has said that they are two events.
    package var dismissed: Bool = false

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
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
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
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
    package static let limit = 5
    /// The most dismissed proposals that an incident remembers; those about the newest incidents are kept.
    package static let dismissedLimit = 16
    /// The most words that a proposal names.
    package static let wordLimit = 6
    /// Below this likeness, in percent, later evidence has taken a proposal back.
    package static let noticeable: Int64 = 50
}

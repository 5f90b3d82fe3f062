/// What a feed says about an alert that it reports.
public struct ReportedAlert: Recordable, Hashable, Sendable {
    /// The feed, and its own identity for the alert: what raises it again or ends it names the same key.
    public var source: SourceKey = SourceKey()
    /// What is wrong, in the feed's words; text from outside, to be sanitised before it is shown.
    public var text: String = ""
    /// Where; empty when the feed does not say.
    public var place: Place = Place()
    /// Whether the feed means it.
    public var standing: AlertStanding = .actual
    /// When it ends by its sender's word; nil when that says nothing.
    public var expires: Timestamp?

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        source: SourceKey = SourceKey(), text: String = "", place: Place = Place(), standing: AlertStanding = .actual,
        expires: Timestamp? = nil
    ) {
        self.source = source
        self.text = text
        self.place = place
        self.standing = standing
        self.expires = expires
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "source", &source)
        visitor.visit(2, "text", &text)
        visitor.visit(3, "place", &place)
        visitor.visit(4, "standing", &standing)
        visitor.visit(5, "expires", &expires)
    }
}

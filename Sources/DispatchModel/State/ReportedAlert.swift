/// What a feed says about an alert that it reports.
package struct ReportedAlert: Recordable, Hashable, Sendable {
    /// The feed, and its own identity for the alert: what raises it again or ends it names the same key.
    package var source: SourceKey = SourceKey()
    /// What is wrong, in the feed's words; text from outside, to be sanitised before it is shown.
    package var text: String = ""
    /// Where; empty when the feed does not say.
    package var place: Place = Place()
    /// Whether the feed means it.
    package var standing: AlertStanding = .actual
    /// When it ends by its sender's word; nil when that says nothing.
    package var expires: Timestamp?
    /// When the event itself ends by its sender's word, where its words expire before; nil otherwise.
    package var ends: Timestamp?
    /// When the newest message about it was sent, for a sender whose messages refer to one another (CAP).
    package var sent: Timestamp?
    /// The sender's names of the newest messages that it went on under, oldest first, at most `messageLimit`: a later one
    /// may refer to any of them. The first message's name is the id of `source`.
    package var messages: [String] = []
    /// True when it came as an update that does not say of what.
    package var isUnlinked: Bool = false

    /// The most messages that are remembered.
    package static let messageLimit = 8

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        source: SourceKey = SourceKey(), text: String = "", place: Place = Place(), standing: AlertStanding = .actual,
        expires: Timestamp? = nil, ends: Timestamp? = nil, sent: Timestamp? = nil, messages: [String] = [],
        isUnlinked: Bool = false
    ) {
        self.source = source
        self.text = text
        self.place = place
        self.standing = standing
        self.expires = expires
        self.ends = ends
        self.sent = sent
        self.messages = messages
        self.isUnlinked = isUnlinked
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "source", &source)
        visitor.visit(2, "text", &text)
        visitor.visit(3, "place", &place)
        visitor.visit(4, "standing", &standing)
        visitor.visit(5, "expires", &expires)
        visitor.visit(6, "ends", &ends)
        visitor.visit(7, "sent", &sent)
        visitor.visit(8, "messages", texts: &messages)
        visitor.visit(9, "isUnlinked", &isUnlinked)
    }

    /// When it is over by its sender's word: the event's end where that is stated, else the end of its words.
    package var end: Timestamp? { ends ?? expires }
}

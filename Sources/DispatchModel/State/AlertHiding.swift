/// Why an alert is out of sight, and until when. An alert may be hidden in several ways at once; it is in sight again once the last has ended.
package struct AlertHiding: Recordable, Hashable, Sendable {
    /// In which way.
    package var way: AlertHidingWay = .shelved
    /// Since when.
    package var since: Timestamp = Timestamp.epoch
    /// When it ends by itself; nil when only its rule or an operator ends it.
    package var until: Timestamp?
    /// True for a shelf that also ends when the condition does (a one-shot shelf).
    package var once: Bool = false
    /// Why, in the operator's words; the rule's name for one that a rule hides.
    package var reason: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        way: AlertHidingWay = .shelved, since: Timestamp = Timestamp.epoch, until: Timestamp? = nil, once: Bool = false,
        reason: String = ""
    ) {
        self.way = way
        self.since = since
        self.until = until
        self.once = once
        self.reason = reason
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "way", &way)
        visitor.visit(2, "since", &since)
        visitor.visit(3, "until", &until)
        visitor.visit(4, "once", &once)
        visitor.visit(5, "reason", &reason)
    }
}

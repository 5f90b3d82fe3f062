/// Where something is: in words, and as a point when it is known.
package struct Place: Recordable, Hashable, Sendable {
    /// Street, crossing or name as reported; text from outside, to be sanitised before it is shown.
    package var text: String = ""
    /// The point, when one is known.
    package var point: GeoPoint?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        text: String = "", point: GeoPoint? = nil
    ) {
        self.text = text
        self.point = point
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "text", &text)
        visitor.visit(2, "point", &point)
    }
}

/// One caller's report of an incident. Reports are never changed and never lost.
package struct Report: Recordable, Hashable, Sendable {
    /// Counts the reports of the board from 1.
    package var number: Int64 = 0
    /// When it was received.
    package var at: Timestamp = Timestamp.epoch
    /// Who reported, in the feed's words; empty when not given.
    package var caller: String = ""
    /// What was reported; text from outside.
    package var text: String = ""
    /// The record it came from, nil for one entered at the console.
    package var source: SourceKey?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        number: Int64 = 0, at: Timestamp = Timestamp.epoch, caller: String = "", text: String = "",
        source: SourceKey? = nil
    ) {
        self.number = number
        self.at = at
        self.caller = caller
        self.text = text
        self.source = source
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "number", &number)
        visitor.visit(2, "at", &at)
        visitor.visit(3, "caller", &caller)
        visitor.visit(4, "text", &text)
        visitor.visit(5, "source", &source)
    }
}

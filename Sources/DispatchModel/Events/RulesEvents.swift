/// The rules that the room works by from here on: a replay, a drill and every later desk decide by those of their time.
package struct RulesAdopted: Recordable, Hashable, Sendable {
    /// All of the rules, as a file writes them; text from outside.
    package var text: String = ""
    /// The SHA-256 of the text, 64 hexadecimal digits: what tells rules apart.
    package var digest: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(text: String = "", digest: String = "") {
        self.text = text
        self.digest = digest
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "text", &text)
        visitor.visit(2, "digest", &digest)
    }
}

extension RulesAdopted: Event {
    package static var kind: EventBody.Kind { .rulesAdopted }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.rules = self
        return true
    }
}

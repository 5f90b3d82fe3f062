/// The map that the room looks at from here on, by its digest: whoever looks back knows which one it had.
package struct GroundAdopted: Recordable, Hashable, Sendable {
    /// What the ground is called; text from outside. Empty for none.
    package var name: String = ""
    /// The SHA-256 of its description and of every file that it names, 64 hexadecimal digits; empty when the board has no
    /// ground any more.
    package var digest: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(name: String = "", digest: String = "") {
        self.name = name
        self.digest = digest
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "name", &name)
        visitor.visit(2, "digest", &digest)
    }
}

extension GroundAdopted: Event {
    package static var kind: EventBody.Kind { .groundAdopted }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.ground = self
        return true
    }
}

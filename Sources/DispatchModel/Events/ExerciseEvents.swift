/// The leader of an exercise said or changed something that makes no other event: a message to the player, the weather,
/// a radio outage. The board does not change by it.
package struct ExerciseNoted: Recordable, Hashable, Sendable {
    /// The scripted inject it belongs to; empty for what the trainer does by hand.
    package var inject: String = ""
    /// What the player is told, in English.
    package var english: String = ""
    /// The same in Chinese.
    package var chinese: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        inject: String = "", english: String = "", chinese: String = ""
    ) {
        self.inject = inject
        self.english = english
        self.chinese = chinese
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "inject", &inject)
        visitor.visit(2, "english", &english)
        visitor.visit(3, "chinese", &chinese)
    }
}

extension ExerciseNoted: Event {
    package static var kind: EventBody.Kind { .exerciseNoted }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}

/// Something about the journal itself was found wrong when it was opened: records lost at its end, bytes changed. It
/// stays in the journal, so that a check goes on telling it. The board does not change by it.
package struct JournalFaultFound: Recordable, Hashable, Sendable {
    /// What kind of finding, by the name that a check of the journal gives it, such as `chain.end`.
    package var code: String = ""
    /// What was found, in English.
    package var english: String = ""
    /// The same in Chinese.
    package var chinese: String = ""
    /// The folder inside the data folder that holds the files as they were found; empty when they could not be kept.
    package var evidence: String = ""
    /// When it was found, by the machine's clock. The record itself stands at the time of the one before it: a recording
    /// or an exercise has a time of its own.
    package var found: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        code: String = "", english: String = "", chinese: String = "", evidence: String = "",
        found: Timestamp = Timestamp.epoch
    ) {
        self.code = code
        self.english = english
        self.chinese = chinese
        self.evidence = evidence
        self.found = found
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "code", &code)
        visitor.visit(2, "english", &english)
        visitor.visit(3, "chinese", &chinese)
        visitor.visit(4, "evidence", &evidence)
        visitor.visit(5, "found", &found)
    }
}

extension JournalFaultFound: Event {
    package static var kind: EventBody.Kind { .journalFaultFound }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}

/// The machine's clock was put forward or back while the program ran. Times recorded before and after it are of two
/// scales. The board does not change by it.
package struct ClockStepped: Recordable, Hashable, Sendable {
    /// By how many milliseconds; below zero when it was put back.
    package var milliseconds: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record of a step.
    package init(by step: Span) {
        milliseconds = step.milliseconds
    }

    /// By how much; below zero when it was put back.
    package var step: Span { Span(milliseconds: milliseconds) }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "milliseconds", &milliseconds)
    }
}

extension ClockStepped: Event {
    package static var kind: EventBody.Kind { .clockStepped }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}

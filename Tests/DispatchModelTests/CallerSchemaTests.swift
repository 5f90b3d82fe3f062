import TestSupport
import Testing

@testable import DispatchModel

/// Notes under which fields of a value texts of callers stand.
private struct CallerFinder: FieldVisitor {
    static var isReading: Bool { false }
    private static let secret: Set<String> = ["Ms Li", "555-0100", "1203"]

    private(set) var found: Set<String> = []
    private var path: [String] = []

    mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {}
    mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {}
    mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {}
    mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) { note(name, value) }
    mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        for text in value { note(name, text) }
    }
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        go(into: name, &value)
    }
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        guard var inner = value else { return }
        go(into: name, &inner)
    }
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        for var inner in value { go(into: name, &inner) }
    }
    mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {}

    private mutating func go<Value: Recordable>(into name: StaticString, _ value: inout Value) {
        path.append("\(name)")
        value.fields(&self)
        path.removeLast()
    }

    private mutating func note(_ name: StaticString, _ text: String) {
        if CallerFinder.secret.contains(text) { found.insert((path + ["\(name)"]).joined(separator: ".")) }
    }
}

/// What is known of a caller is part of their incident and stands nowhere else: there is no register of persons.
@Suite("Callers in the schema")
struct CallerSchemaTests {
    private static let li = Caller(name: "Ms Li", callback: "555-0100", flat: "1203", way: .phone)
    private static let one = IncidentID(rawValue: 1)

    private static var board: Board {
        var report = Report(number: 1, text: "help")
        report.by = li
        let bodies: [EventBody] = [
            .actionTaken(ActionTaken(name: "create", followers: 1, incidents: [one])),
            .incidentReported(IncidentReported(incident: one, type: "fire", report: report)),
            .reportAdded(ReportAdded(incident: one, report: Report(number: 2, text: "me too"))),
            .actionTaken(ActionTaken(name: "correct-caller", followers: 1, incidents: [one])),
            .callerCorrected(CallerCorrected(incident: one, report: 2, after: li)),
        ]
        var board = Board()
        for (index, body) in bodies.enumerated() {
            board.apply(
                EventRecord(position: Int64(index + 1), at: .epoch, actor: .dispatcher("wl"), body: body))
        }
        return board
    }

    @Test("On the board they stand in reports, and in what an undo puts back, alone")
    func board() {
        var (board, finder) = (CallerSchemaTests.board, CallerFinder())
        board.fields(&finder)
        let fields = ["caller", "callback", "flat"]
        #expect(
            finder.found
                == Set(fields.map { "incidents.reports.\($0)" } + fields.map { "actions.incidents.reports.\($0)" }),
            "\(finder.found)")
    }

    @Test("An event that knows a caller is about one incident", arguments: EventBody.Kind.allCases)
    func events(kind: EventBody.Kind) {
        // Every text of every kind of event is a caller's once: only where a caller is recorded may it be so.
        let known: [EventBody.Kind: String] = [
            .incidentReported: "report", .reportAdded: "report", .callerCorrected: "after",
            .incidentRestored: "before.reports",
        ]
        var names = CallerFieldNames()
        let body = EventBody(kind: kind, from: &names)
        #expect(names.found.isEmpty == (known[kind] == nil), "\(kind): \(names.found)")
        if known[kind] != nil { #expect(body.subjects.incidents.first != nil) }
    }

    @Test("A report without a caller's particulars is the bytes that it always was")
    func bytes() {
        let plain = Report(number: 7, at: .epoch, caller: "Li", text: "help").encoded()
        var old = RecordWriter()
        var (number, text, name): (Int64, String, String) = (7, "help", "Li")
        old.visit(1, "number", integer: &number)
        old.visit(3, "caller", text: &name)
        old.visit(4, "text", text: &text)
        #expect(plain == old.bytes)
    }

    @Test("A picture that leaves the room has nothing of them")
    func withoutCallers() {
        var (board, finder) = (CallerSchemaTests.board.withoutCallers(), CallerFinder())
        let incidents = board.incidents.elements
        #expect(incidents.flatMap(\.reports).allSatisfy { $0.by.isEmpty && !$0.text.isEmpty })
        board.fields(&finder)
        #expect(!finder.found.contains { $0.hasPrefix("incidents.") })
        var report = Report(number: 1, text: "help")
        report.by = CallerSchemaTests.li
        var before = Incident(id: CallerSchemaTests.one)
        before.reports = [report]
        let bodies: [EventBody] = [
            .incidentReported(IncidentReported(incident: CallerSchemaTests.one, report: report)),
            .reportAdded(ReportAdded(incident: CallerSchemaTests.one, report: report)),
            .callerCorrected(
                CallerCorrected(
                    incident: CallerSchemaTests.one, report: 1, before: CallerSchemaTests.li,
                    after: CallerSchemaTests.li)),
            .incidentRestored(IncidentRestored(before: before)),
        ]
        for body in bodies {
            let record = EventRecord(position: 1, at: .epoch, actor: .system, body: body)
            var (known, none) = (CallerFinder(), CallerFinder())
            record.body.write(to: &known)
            record.withoutCallers().body.write(to: &none)
            #expect(!known.found.isEmpty && none.found.isEmpty, "\(body.kind)")
        }
    }
}

/// Reads an event with one value in every list, and notes where the fields of callers are.
private struct CallerFieldNames: FieldVisitor {
    static var isReading: Bool { true }
    private(set) var found: Set<String> = []

    private mutating func note(_ name: StaticString) {
        if ["callback", "flat"].contains("\(name)") { found.insert("\(name)") }
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) { value = 1 }
    mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) { value = 1 }
    mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) { value = [1] }
    mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) { note(name) }
    mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) { note(name) }
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        value.fields(&self)
    }
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        var inner = Value()
        inner.fields(&self)
        value = inner
    }
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        var inner = Value()
        inner.fields(&self)
        value = [inner]
    }
    mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {}
}

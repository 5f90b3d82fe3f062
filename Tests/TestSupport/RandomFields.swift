import DispatchModel

/// "Reads" random values into every field of a record, so that each kind of event is tried with all its fields.
package struct RandomFields: FieldVisitor {
    /// It writes into fields.
    package static var isReading: Bool { true }

    /// Where the values come from.
    package var generator: Seeded
    private static let texts = [
        "", "a", "Mission St / 16th", "巡区二号", "\u{0}nul", "quote\" back\\slash", "line\nfeed\ttab", "\u{1B}[31m", "🚓👮🏽‍♀️",
        "e\u{301}", "\u{202E}right", "\u{FEFF}mark", "\u{7F}", "\u{10FFFF}", String(repeating: "长", count: 300),
    ]
    private static let numbers: [Int64] = [0, 1, -1, 63, 64, -64, 127, 128, 4_294_967_295, .max, .min]

    /// True for few numbers and texts, so that events meet each other's subjects.
    package var narrow = false

    /// Values of a seed.
    package init(seed: UInt64, narrow: Bool = false) {
        generator = Seeded(seed)
        self.narrow = narrow
    }

    /// Any number, the awkward ones often.
    package mutating func number() -> Int64 {
        if narrow { return Int64(generator.next() % 9) }
        return switch generator.next() % 4 {
        case 0: Self.numbers[Int(generator.next() % UInt64(Self.numbers.count))]
        case 1: Int64(generator.next() % 1000)
        default: Int64(generator.next() >> 33)
        }
    }

    /// Any text, the awkward ones often.
    package mutating func text() -> String {
        Self.texts[Int(generator.next() % (narrow ? 3 : UInt64(Self.texts.count)))]
    }

    /// Fills a field.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {
        value = number()
    }

    /// Fills a field.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {
        value = generator.next() % 3 == 0 ? nil : number()
    }

    /// Fills a field.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) {
        value = text()
    }

    /// Fills a field.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {
        value = (0..<generator.next() % 4).map { _ in number() }
    }

    /// Fills a field.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        value = (0..<generator.next() % 4).map { _ in text() }
    }

    /// Fills a field.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        value.fields(&self)
    }

    /// Fills a field.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        value = nil
        guard generator.next() % 3 > 0 else { return }
        var inner = Value()
        inner.fields(&self)
        value = inner
    }

    /// Fills a field.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        value = (0..<generator.next() % 3).map { _ in
            var inner = Value()
            inner.fields(&self)
            return inner
        }
    }

    /// Fills a field.
    package mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value
    ) where Value.RawValue: FixedWidthInteger {
        value = Value.allCases.randomElement(using: &generator) ?? value
    }

    /// Fills a field.
    package mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value?
    ) where Value.RawValue: FixedWidthInteger {
        value = generator.next() % 3 == 0 ? nil : Value.allCases.randomElement(using: &generator)
    }

    /// A number outside a field's range leaves the field as it was.
    package mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {}

    /// A record of a kind with random fields.
    package mutating func record(_ kind: EventBody.Kind, position: JournalPosition) -> EventRecord {
        var (actor, source) = (Actor(), SourceKey?.none)
        visit(0, "actor", nested: &actor)
        visit(0, "source", optional: &source)
        let body = EventBody(kind: kind, from: &self)
        return EventRecord(
            position: position, at: Timestamp(rawValue: number()), actor: actor, source: source, body: body)
    }
}

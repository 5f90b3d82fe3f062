import DispatchModel

/// A small generator of the SplitMix64 family: the same seed gives the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// "Reads" random values into every field of a record, so that each kind of event is tried with all its fields.
struct RandomFields: FieldVisitor {
    static var isReading: Bool { true }

    var generator: SeededGenerator
    private static let texts = [
        "", "a", "Mission St / 16th", "巡区二号", "\u{0}nul", "quote\" back\\slash", "line\nfeed\ttab", "\u{1B}[31m", "🚓👮🏽‍♀️",
        "e\u{301}", "\u{202E}right", "\u{FEFF}mark", "\u{7F}", "\u{10FFFF}", String(repeating: "长", count: 300),
    ]
    private static let numbers: [Int64] = [0, 1, -1, 63, 64, -64, 127, 128, 4_294_967_295, .max, .min]

    /// True for few numbers and texts, so that events meet each other's subjects.
    var narrow = false

    init(seed: UInt64, narrow: Bool = false) {
        generator = SeededGenerator(seed: seed)
        self.narrow = narrow
    }

    mutating func number() -> Int64 {
        if narrow { return Int64(generator.next() % 9) }
        return switch generator.next() % 4 {
        case 0: Self.numbers[Int(generator.next() % UInt64(Self.numbers.count))]
        case 1: Int64(generator.next() % 1000)
        default: Int64(generator.next() >> 33)
        }
    }

    mutating func text() -> String {
        Self.texts[Int(generator.next() % (narrow ? 3 : UInt64(Self.texts.count)))]
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {
        value = number()
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {
        value = generator.next() % 3 == 0 ? nil : number()
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) {
        value = text()
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {
        value = (0..<generator.next() % 4).map { _ in number() }
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        value = (0..<generator.next() % 4).map { _ in text() }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        value.fields(&self)
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        value = nil
        guard generator.next() % 3 > 0 else { return }
        var inner = Value()
        inner.fields(&self)
        value = inner
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        value = (0..<generator.next() % 3).map { _ in
            var inner = Value()
            inner.fields(&self)
            return inner
        }
    }

    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value
    ) where Value.RawValue: FixedWidthInteger {
        value = Value.allCases.randomElement(using: &generator) ?? value
    }

    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value?
    ) where Value.RawValue: FixedWidthInteger {
        value = generator.next() % 3 == 0 ? nil : Value.allCases.randomElement(using: &generator)
    }

    /// A number outside a field's range leaves the field as it was.
    mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {}

    /// A record of a kind with random fields.
    mutating func record(_ kind: EventBody.Kind, position: JournalPosition) -> EventRecord {
        var (actor, source) = (Actor(), SourceKey?.none)
        visit(0, "actor", nested: &actor)
        visit(0, "source", optional: &source)
        let body = EventBody(kind: kind, from: &self)
        return EventRecord(
            position: position, at: Timestamp(rawValue: number()), actor: actor, source: source, body: body)
    }
}

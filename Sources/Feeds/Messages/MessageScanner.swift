import DispatchModel

/// Reads the message that senders usually write straight into its fields, without the values in between: one flat object,
/// its kind first, no escapes, numbers in plain digits, all of it right.
///
/// It knows no faults. Whatever else there is, ``MessageDecoder`` reads and tells about; what both read is the same, which
/// the tests and the fuzzer check.
struct MessageScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    /// The message of a line; nil when it has to be read the long way.
    static func scan(_ line: UnsafeBufferPointer<UInt8>) -> FeedMessage? {
        var scanner = MessageScanner(bytes: line)
        return scanner.message()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    // MARK: Plans

    /// What a field may hold: its rule in plain numbers.
    private struct Plan {
        enum Sort { case identity, text, time, word, integer, number }

        let name: ShortName
        let field: MessageField
        let sort: Sort
        var limit = 0
        var range = 0.0...0.0
        /// Where the field's words begin among all of the kind.
        var words = 0..<0
    }

    /// The fields of a kind.
    private struct Plans {
        let kind: MessageKind
        let name: ShortName
        var fields: [Plan] = []
        var words: [ShortName] = []
        let required: UInt64

        init?(_ kind: MessageKind) {
            guard let name = ShortName(kind.rawValue) else { return nil }
            (self.kind, self.name) = (kind, name)
            required = MessageRules.required(of: kind)
            for rule in MessageRules.fields(of: kind) {
                guard let plan = plan(rule) else { return nil }
                fields.append(plan)
            }
        }

        private mutating func plan(_ rule: FieldRule) -> Plan? {
            guard let name = ShortName(rule.name) else { return nil }
            switch rule.shape {
            case .identity(let limit): return Plan(name: name, field: rule.field, sort: .identity, limit: limit)
            case .text(let limit): return Plan(name: name, field: rule.field, sort: .text, limit: limit)
            case .time: return Plan(name: name, field: rule.field, sort: .time)
            case .word(let texts):
                let start = words.count
                words += texts.compactMap { ShortName($0) }
                guard words.count == start + texts.count else { return nil }
                return Plan(name: name, field: rule.field, sort: .word, words: start..<words.count)
            case .integer(let range):
                let limits = Double(range.lowerBound)...Double(range.upperBound)
                return Plan(name: name, field: rule.field, sort: .integer, range: limits)
            case .number(let range): return Plan(name: name, field: rule.field, sort: .number, range: range)
            }
        }
    }

    private static let plans = MessageKind.allCases.compactMap { Plans($0) }
    private static let kind = ShortName("kind")

    // MARK: Reading

    private mutating func message() -> FeedMessage? {
        skipBlanks()
        guard takeByte(UInt8(ascii: "{")), let name = string(), ShortName(name) == MessageScanner.kind, colon(),
            let kind = string().flatMap({ ShortName($0) }),
            let index = MessageScanner.plans.firstIndex(where: { $0.name == kind })
        else { return nil }
        return message(MessageScanner.plans[index])
    }

    private mutating func message(_ plans: Plans) -> FeedMessage? {
        var message = FeedMessage(plans.kind)
        var seen: UInt64 = 0
        var point: (latitude: Double?, longitude: Double?)
        skipBlanks()
        while takeByte(UInt8(ascii: ",")) {
            skipBlanks()
            guard let name = string().flatMap({ ShortName($0) }),
                let index = plans.fields.firstIndex(where: { $0.name == name }), seen & 1 << UInt64(index) == 0, colon()
            else { return nil }
            seen |= 1 << UInt64(index)
            guard read(plans.fields[index], plans, &message, &point) else { return nil }
            skipBlanks()
        }
        guard takeByte(UInt8(ascii: "}")), plans.required & ~seen == 0 else { return nil }
        skipBlanks()
        guard offset == bytes.count else { return nil }
        guard (try? message.complete(point)) != nil else { return nil }
        return message
    }

    private mutating func read(
        _ plan: Plan, _ plans: Plans, _ message: inout FeedMessage,
        _ point: inout (latitude: Double?, longitude: Double?)
    ) -> Bool {
        switch plan.sort {
        case .identity:
            guard let text = string().flatMap({ text($0) }), FieldRule.isIdentity(text, plan.limit) else {
                return false
            }
            message.set(plan.field, text: text)
        case .text:
            guard let value = string(), value.count <= plan.limit, let text = text(value) else { return false }
            message.set(plan.field, text: text)
        case .time:
            guard let time = string().flatMap({ RFC3339.instant($0) }) else { return false }
            message.set(plan.field, time: time)
        case .word:
            guard let word = string().flatMap({ ShortName($0) }),
                let place = plans.words[plan.words].firstIndex(of: word)
            else { return false }
            message.set(plan.field, word: place - plan.words.lowerBound)
        case .integer:
            guard let (number, isWhole) = number(), isWhole, plan.range.contains(number) else { return false }
            message.set(plan.field, integer: Int64(number))
        case .number:
            guard let (number, _) = number(), plan.range.contains(number) else { return false }
            switch plan.field {
            case .lat: point.latitude = number
            case .lon: point.longitude = number
            default: message.set(plan.field, number: number)
            }
        }
        return true
    }

    private mutating func skipBlanks() {
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 || bytes[offset] == 0x0D {
            offset += 1
        }
    }

    private mutating func takeByte(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func colon() -> Bool {
        skipBlanks()
        guard takeByte(UInt8(ascii: ":")) else { return false }
        skipBlanks()
        return true
    }

    /// The bytes of a text without escapes.
    private mutating func string() -> UnsafeBufferPointer<UInt8>? {
        guard takeByte(UInt8(ascii: "\"")) else { return nil }
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                defer { offset += 1 }
                return UnsafeBufferPointer(rebasing: bytes[start..<offset])
            }
            guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
            offset += 1
        }
        return nil
    }

    /// The text of bytes that are UTF-8: what had to be mended would differ from them.
    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var text = String(decoding: bytes, as: UTF8.self)
        return text.withUTF8 { $0.elementsEqual(bytes) } ? text : nil
    }

    /// A number of at most 15 digits, which a binary number holds exactly, as does the power of ten that divides it: the
    /// quotient is then rounded right (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990).
    private mutating func number() -> (value: Double, isWhole: Bool)? {
        let isNegative = takeByte(UInt8(ascii: "-"))
        guard let whole = digits(), whole.count == 1 || bytes[offset - whole.count] != UInt8(ascii: "0") else {
            return nil
        }
        var (mantissa, places) = (whole.value, 0)
        if takeByte(UInt8(ascii: ".")) {
            guard let fraction = digits(), whole.count + fraction.count <= 15 else { return nil }
            mantissa = mantissa * MessageScanner.powers[fraction.count] + fraction.value
            places = fraction.count
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") { return nil }
        let value = Double(mantissa) / Double(MessageScanner.powers[places])
        return (isNegative ? -value : value, places == 0)
    }

    /// 1 to 15 digits.
    private mutating func digits() -> (value: Int64, count: Int)? {
        var (value, count): (Int64, Int) = (0, 0)
        while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
            guard count < 15 else { return nil }
            value = value * 10 + Int64(bytes[offset] - 0x30)
            count += 1
            offset += 1
        }
        return count > 0 ? (value, count) : nil
    }

    private static let powers: [Int64] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}

/// A name of at most 16 bytes as two numbers, so that it is compared at once.
struct ShortName: Hashable, Sendable {
    private let low: UInt64
    private let high: UInt64
    private let count: Int

    /// The name in these bytes; nil when it is longer.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 16 else { return nil }
        count = bytes.count
        var halves: (low: UInt64, high: UInt64) = (0, 0)
        for index in 0..<min(8, bytes.count) { halves.low |= UInt64(bytes[index]) << UInt64(8 * index) }
        if bytes.count > 8 {
            for index in 8..<bytes.count { halves.high |= UInt64(bytes[index]) << UInt64(8 * (index - 8)) }
        }
        (low, high) = halves
    }

    /// A name of the program's own.
    init?(_ text: String) {
        var text = text
        guard let name = text.withUTF8({ ShortName($0) }) else { return nil }
        self = name
    }
}

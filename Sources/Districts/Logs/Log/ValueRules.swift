import DispatchModel

/// What the raw values of a log become by the rules of its mapping; those that have none are counted.
struct ValueRules {
    private let mapping: Mapping
    /// What was looked up so far, nil for what has no rule. Values come again and again.
    private var types: [String: Mapping.TypeRule?] = [:]
    private var priorities: [String: Priority?] = [:]
    private(set) var unruledTypes = UnruledValues(.type)
    private(set) var unruledPriorities = UnruledValues(.priority)
    private static let remembered = 10_000

    init(_ mapping: Mapping) {
        self.mapping = mapping
    }

    /// The rule of a raw type; nil when there is none.
    mutating func type(_ raw: String) -> Mapping.TypeRule? {
        let rule: Mapping.TypeRule?
        if let known = types[raw] {
            rule = known
        } else {
            if types.count >= Self.remembered { types = [:] }
            rule = mapping.types[raw]
            types[raw] = .some(rule)
        }
        // A mapping without any rules leaves types as they are; nobody expects otherwise of it.
        if rule == nil, !raw.isEmpty, !mapping.types.isEmpty { unruledTypes.add(raw) }
        return rule
    }

    /// What the first raw priority that has a rule becomes; where none has one, what the type or the mapping says.
    mutating func priority(_ raws: some Sequence<String>, type: Mapping.TypeRule?) -> Priority {
        var unruled: String?
        for raw in raws where !raw.isEmpty {
            if let priority = priority(raw) { return priority }
            unruled = unruled ?? raw
        }
        if let unruled { unruledPriorities.add(unruled) }
        return type?.priority ?? mapping.priorities.standard
    }

    private mutating func priority(_ raw: String) -> Priority? {
        if let known = priorities[raw] { return known }
        if priorities.count >= Self.remembered { priorities = [:] }
        let found = mapping.priorities[raw]
        priorities[raw] = .some(found)
        return found
    }
}

/// Values of a log that no rule of its mapping is about, counted.
package struct UnruledValues: Hashable, Sendable {
    /// What the values say.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// How urgent a call is.
        case priority
        /// What a call is about.
        case type
        /// What kind of unit it is.
        case unitKind
    }

    /// How often a value came.
    package struct Count: Hashable, Sendable {
        /// As the log has it.
        package var text: String
        /// Calls, or units.
        package var count: Int
    }

    /// What the values say.
    package let kind: Kind
    private var counts: [String: Int] = [:]
    /// How often any of them came.
    package private(set) var total = 0

    /// The most values that are told apart.
    static let limit = 1000

    init(_ kind: Kind) {
        self.kind = kind
    }

    mutating func add(_ text: String, times: Int = 1) {
        total += times
        if counts.count < Self.limit || counts[text] != nil { counts[text, default: 0] += times }
    }

    /// The most frequent ones, so many, the most frequent first.
    package func most(_ number: Int) -> [Count] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(number)
            .map { Count(text: $0.key, count: $0.value) }
    }
}

/// Words that data bases and workbooks write where there is nothing.
enum AbsentWord {
    private static let longest = 19

    /// True for nothing at all and for a word that says so in any field.
    static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.isEmpty { return true }
        guard bytes.count <= 6, let first = bytes.first, starts.contains(first) else { return false }
        return texts.contains(folded(bytes))
    }

    /// True for nothing at all and for a word that says so where a time should stand.
    static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if isText(bytes) { return true }
        guard bytes.count <= longest else { return false }
        let isDigit = (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[0])
        return !isDigit && times.contains(folded(bytes))
    }

    private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static let texts: Set<String> = ["null", "(null)", "n/a", "#n/a", "\\n", "-", "--", "—"]
    private static let starts = Set(texts.union(["N"]).compactMap(\.utf8.first))
    private static let times: Set<String> = [
        "na", "none", "nil", "nan", "nat", "?", "unknown", "无", "0", "0000-00-00", "0000-00-00 00:00:00",
    ]
}

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

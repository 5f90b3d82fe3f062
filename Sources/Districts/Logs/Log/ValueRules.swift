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

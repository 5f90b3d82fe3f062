import DispatchModel

/// The words of incident types' names, without those that many types have, and which types go together.
struct TypeWords: Sendable {
    /// What a type is compared by.
    private struct Name: Sendable {
        /// All words of its names, hashed and sorted.
        var all: [UInt64]
        /// Those that tell types apart.
        var telling: [UInt64]
        /// True when the type says nothing of what happened.
        var isVague: Bool
        /// The families that it belongs to, a bit each.
        var families: UInt64

        init(_ text: String, code: String, rules: DuplicateRules) {
            let words = ReportWords.words(of: text)
            all = words.map(FoldedText.hash).sorted()
            telling = words.filter { !TypeWords.common.contains($0) }.map(FoldedText.hash).sorted()
            isVague = rules.vagueTypes.contains(code)
            families = 0
            for (bit, family) in rules.families.prefix(64).enumerated() where family.contains(code) {
                families |= 1 << UInt64(bit)
            }
        }
    }

    private let rules: DuplicateRules
    private var names: [Name] = []
    private var numbers: [String: Int] = [:]

    /// Takes the names from a board.
    init(_ board: Board, rules: DuplicateRules) {
        self.rules = rules
        for type in board.typeNames.elements { learn(type) }
    }

    /// A type is called so from here on.
    mutating func learn(_ type: TypeDefined) {
        guard let number = number(learning: type.code) else { return }
        names[number] = Name(type.code + " " + type.english + " " + type.chinese, code: type.code, rules: rules)
    }

    /// The number of a type; nil when it has none.
    func number(of code: String) -> Int? { numbers[code] }

    /// The number of a type, which it is given when it has none; nil when there is no room for more.
    mutating func number(learning code: String) -> Int? {
        if let number = numbers[code] { return number }
        guard names.count < TypeWords.limit else { return nil }
        names.append(Name(code, code: code, rules: rules))
        numbers[code] = names.count - 1
        return names.count - 1
    }

    /// True for a type that says nothing of what happened.
    func isVague(_ number: Int) -> Bool { names[number].isVague }

    /// True for two types of one family, and for types whose names share a word that tells types apart.
    func areCompatible(_ one: Int, _ other: Int) -> Bool {
        names[one].families & names[other].families != 0
            || !names[one].telling.common(with: names[other].telling).isEmpty
    }

    /// True when a hashed word is part of a type's names.
    func haveWord(_ word: UInt64, _ number: Int?) -> Bool { number.map { names[$0].all.contains(word) } ?? false }

    private static let common: Set<String> = [
        "medical", "emergency", "incident", "unknown", "service", "ems", "医疗", "急症", "急救", "事件", "报警", "警情",
        "求助", "其他", "人员", "受伤", "交通", "电话",
    ]
    /// The most types whose words are kept.
    private static let limit = 4096
}

import DispatchModel

/// The words of a report that say what happened: English words without those that every report has, Chinese by pairs
/// of characters, since Chinese is written without blanks.
enum ReportWords {
    /// The most characters of a report that are looked at.
    static let textLimit = 400
    /// The most words of an incident that are kept.
    static let limit = 40
    /// The most reports of an incident that are looked at: its first ones.
    static let reportLimit = 4

    /// The words of a text in order, each once.
    static func words(of text: String, limit: Int = ReportWords.limit) -> [String] {
        var found: [String] = []
        func add(_ word: String) { if found.count < limit, !found.contains(word) { found.append(word) } }
        for token in FoldedText.tokens(of: text, limit: textLimit) where found.count < limit {
            if let first = token.unicodeScalars.first, FoldedText.isHan(first) {
                pairs(of: token, add)
            } else if let word = word(token) {
                add(word)
            }
        }
        return found
    }

    /// The hashes of a text's words, sorted.
    static func hashes(of text: String) -> [UInt64] {
        var found: [UInt64] = []
        addHashes(of: text, to: &found)
        found.sort()
        return found
    }

    /// Adds the hashes of a text's words that are not there yet, up to the limit, without making the words.
    static func addHashes(of text: String, to found: inout [UInt64]) {
        var run = WordRun()
        var left = textLimit
        for scalar in text.unicodeScalars {
            guard left > 0 else { break }
            left -= 1
            let scalar = FoldedText.folded(scalar)
            switch FoldedText.sort(of: scalar) {
            case .han: run.addHan(scalar, to: &found)
            case .digit: run.addDigit(scalar)
            case .letter: run.addLetter(scalar, to: &found)
            case .dropped: continue
            case .blank where run.isHan: continue
            case .blank, .other: run.finish(into: &found)
            }
        }
        run.finish(into: &found)
    }

    /// Puts in a hash that is not there yet.
    private static func insert(_ hash: UInt64, into found: inout [UInt64]) {
        guard found.count < limit, !found.contains(hash) else { return }
        found.append(hash)
    }

    /// A word, or a run of Chinese characters, being hashed byte by byte.
    private struct WordRun {
        private(set) var isHan = false
        private var hash = FoldedText.emptyHash
        /// Without the last byte.
        private var stem = FoldedText.emptyHash
        private var length = 0
        private var last: UInt8 = 0
        private var lastButOne: UInt8 = 0
        /// The hash of the character before, of a run of Chinese characters; nil when that begins no pair.
        private var before: UInt64?

        private mutating func append(_ scalar: Unicode.Scalar) {
            for byte in scalar.utf8 {
                stem = hash
                hash = FoldedText.grown(hash, byte)
                length += 1
                lastButOne = last
                last = byte
            }
        }

        mutating func addHan(_ scalar: Unicode.Scalar, to found: inout [UInt64]) {
            if !isHan { finish(into: &found) }
            isHan = true
            guard !ReportWords.stopScalars.contains(scalar) else {
                before = nil
                return
            }
            if let before { ReportWords.insert(FoldedText.grown(before, scalar), into: &found) }
            before = FoldedText.grown(FoldedText.emptyHash, scalar)
        }

        mutating func addDigit(_ scalar: Unicode.Scalar) {
            if isHan { before = nil } else { append(scalar) }
        }

        mutating func addLetter(_ scalar: Unicode.Scalar, to found: inout [UInt64]) {
            if isHan { finish(into: &found) }
            append(scalar)
        }

        mutating func finish(into found: inout [UInt64]) {
            if length >= 3, !ReportWords.stopHashes.contains(hash) {
                let isPlural = length > 3 && last == 0x73 && lastButOne != 0x73
                ReportWords.insert(isPlural ? stem : hash, into: &found)
            }
            self = WordRun()
        }
    }

    private static let stopHashes = Set(stopWords.map(FoldedText.hash))

    private static func word(_ token: String) -> String? {
        guard token.utf8.count >= 3, !stopWords.contains(token) else { return nil }
        // Robberies and robbery differ, but cars and car must not.
        if token.utf8.count > 3, token.hasSuffix("s"), !token.hasSuffix("ss") { return String(token.dropLast()) }
        return token
    }

    private static func pairs(of run: String, _ add: (String) -> Void) {
        var before: Character?
        for character in run {
            guard let scalar = character.unicodeScalars.first, FoldedText.isHan(scalar),
                !stopCharacters.contains(character)
            else {
                before = nil
                continue
            }
            if let before { add(String([before, character])) }
            before = character
        }
    }

    private static let stopScalars = Set(stopCharacters.flatMap(\.unicodeScalars))

    private static let stopCharacters: Set<Character> = Set("的了在是有我你他她它们这那个吗呢吧啊和与及被把就都也很不没说到着过要会能里上下又一二三两几")

    private static let stopWords: Set<String> = [
        "the", "and", "for", "with", "that", "this", "there", "was", "were", "are", "has", "have", "had", "not", "but",
        "they", "them", "their", "his", "her", "him", "she", "you", "your", "our", "who", "what", "when", "where",
        "will", "would", "can", "could", "from", "into", "onto", "out", "off", "over", "under", "near", "about", "just",
        "been", "being", "some", "someone", "somebody", "something", "two", "three", "one", "man", "men", "male",
        "woman", "women", "female", "person", "people", "caller", "call", "called", "calling", "report", "reported",
        "reporting", "says", "said", "say", "states", "stated", "advises", "advised", "sees", "saw", "seen", "see",
        "heard", "hear", "still", "now", "ago", "min", "mins", "minutes", "please", "help", "need", "needs", "police",
        "units", "unit", "street", "road", "avenue", "block", "front", "side", "outside", "inside", "very", "also",
        "going", "getting", "got", "get", "his", "its", "more", "all", "any", "other", "potentially", "life",
        "threatening", "non", "alarm",
    ]
}

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

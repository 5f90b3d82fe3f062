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

    /// The words of an incident's first reports, hashed and sorted.
    static func hashes(of reports: [Report]) -> [UInt64] {
        var found: Set<UInt64> = []
        for report in reports.prefix(reportLimit) {
            if asciiHashes(of: report.text, into: &found) { continue }
            for word in words(of: report.text) where found.count < limit { found.insert(FoldedText.hash(word)) }
        }
        return found.sorted()
    }

    /// The hashes that the words of a plain English text have, without making the words; false for any other text.
    private static func asciiHashes(of text: String, into found: inout Set<UInt64>) -> Bool {
        guard text.utf8.prefix(textLimit).allSatisfy({ $0 < 0x80 }) else { return false }
        var word = PlainWord()
        for byte in text.utf8.prefix(textLimit) {
            switch byte {
            case 0x41...0x5A: word.append(byte + 0x20)
            case 0x61...0x7A, 0x30...0x39: word.append(byte)
            case 0x27, 0x2E: continue
            default: word.finish(into: &found)
            }
        }
        word.finish(into: &found)
        return true
    }

    /// A word being hashed byte by byte.
    private struct PlainWord {
        private var hash = FoldedText.emptyHash
        /// Without the last byte.
        private var stem = FoldedText.emptyHash
        private var length = 0
        private var last: UInt8 = 0
        private var lastButOne: UInt8 = 0

        mutating func append(_ byte: UInt8) {
            stem = hash
            hash = FoldedText.grown(hash, byte)
            length += 1
            lastButOne = last
            last = byte
        }

        mutating func finish(into found: inout Set<UInt64>) {
            guard length > 0 else { return }
            if length >= 3, found.count < ReportWords.limit, !ReportWords.stopHashes.contains(hash) {
                let isPlural = length > 3 && last == 0x73 && lastButOne != 0x73
                found.insert(isPlural ? stem : hash)
            }
            self = PlainWord()
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

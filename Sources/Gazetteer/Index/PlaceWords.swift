import DispatchPolicy

/// Cuts names of places and what is typed for them into words that can be compared: small letters without accents, one form
/// for `Street` and `St`, `5th` and `5`, each Chinese character and each run of digits beside one a word of its own.
struct PlaceWords {
    /// The words, in UTF-8, one behind the other.
    private(set) var bytes: [UInt8] = []
    /// Where each word ends in `bytes`.
    private(set) var ends: [Int] = []
    /// How many words stand before each sign of a crossing.
    private(set) var crossings: [Int] = []
    /// True when the last word was ended by a blank or a sign: it is whole.
    private(set) var isLastWhole = false

    /// The words that were ordinal numbers, such as 5th.
    private(set) var ordinals: Set<Int> = []
    /// True when `block` stood among them.
    private(set) var hasBlock = false

    private var start = 0
    private var isHan = false

    var count: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    /// The longest text that is looked at, in bytes.
    static let limit = 400

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// True while words are taken as they stand, for whoever brings each into its one form once.
    var isRaw = false

    /// Cuts a text anew; what was cut before is forgotten. `isTyped` keeps the last word as it stands unless something ends it.
    mutating func cut(_ text: String, isTyped: Bool = false) {
        var text = text
        text.withUTF8 { cut($0, isTyped: isTyped) }
    }

    /// Cuts the bytes of a text.
    mutating func cut(_ text: UnsafeBufferPointer<UInt8>, isTyped: Bool = false) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        crossings.removeAll(keepingCapacity: true)
        if !ordinals.isEmpty { ordinals.removeAll() }
        (start, isHan, isLastWhole, hasBlock) = (0, false, true, false)
        var index = 0
        let end = min(text.count, Self.limit)
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                addASCII(byte)
                index += 1
            } else {
                index += addScalar(text, at: index, end: end)
            }
        }
        if isTyped, bytes.count > start { finish(isWhole: false) } else { finish() }
    }

    private mutating func addASCII(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39:
            if isHan { finish() }
            bytes.append(byte)
            isLastWhole = false
        case 0x41...0x5A:
            if isHan { finish() }
            bytes.append(byte | 0x20)
            isLastWhole = false
        // Part of a word, and not kept: O'Farrell, St.
        case 0x27, 0x2E: break
        case UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "@"):
            finish()
            cross()
        default: finish()
        }
    }

    private mutating func addScalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
        let (scalar, length) = Self.scalar(text, index, end)
        let folded = FoldedText.folded(scalar)
        if folded.isASCII {
            addASCII(UInt8(folded.value))
            return length
        }
        switch FoldedText.sort(of: folded) {
        case .han:
            finish()
            if Self.joins.contains(folded), !ends.isEmpty {
                cross()
                return length
            }
            bytes.append(contentsOf: folded.utf8)
            isHan = true
            finish()
        case .letter, .digit:
            if isHan { finish() }
            bytes.append(contentsOf: Self.plain(folded))
            isLastWhole = false
        case .dropped: break
        case .blank, .other: finish()
        }
        return length
    }

    /// 与 and 和 stand between streets that meet. In a name such as 和平路 it is the first, and no sign.
    private static let joins: Set<Unicode.Scalar> = ["与"]

    private mutating func cross() {
        if !ends.isEmpty, crossings.last != ends.count { crossings.append(ends.count) }
    }

    /// Ends the word at hand.
    private mutating func finish(isWhole: Bool = true) {
        isLastWhole = isWhole
        guard bytes.count > start else { return }
        if bytes[start] < 0x80, !isRaw {
            let word = bytes[start...]
            if isWhole, word.count <= 3 || Self.isIgnored(word) {
                switch Self.part(word) {
                case .ignored:
                    if word.elementsEqual("block".utf8) || word.elementsEqual("blk".utf8) { hasBlock = true }
                    bytes.removeLast(bytes.count - start)
                    return
                case .crossing where !ends.isEmpty:
                    bytes.removeLast(bytes.count - start)
                    return cross()
                case .crossing, .plain: break
                }
            }
            if isWhole { canonise() }
        }
        start = bytes.count
        ends.append(start)
        isHan = false
    }

    /// True for a word that tells no place from others: `of`, `and`.
    static func saysNothing(_ word: ArraySlice<UInt8>) -> Bool { part(word) != .plain }

    enum Part { case plain, crossing, ignored }

    static func part(_ word: ArraySlice<UInt8>) -> Part {
        let text = String(decoding: word, as: UTF8.self)
        if PlaceKey.crossings.contains(text) { return .crossing }
        return PlaceKey.ignored.contains(text) ? .ignored : .plain
    }

    private static func isIgnored(_ word: ArraySlice<UInt8>) -> Bool {
        word.count <= 12 && PlaceKey.ignored.contains(String(decoding: word, as: UTF8.self))
    }

    /// Brings the word that ends the bytes into its one form.
    private mutating func canonise() {
        guard let form = Self.form(of: bytes[start...]) else { return }
        if bytes[start] <= 0x39 { ordinals.insert(ends.count) }
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: form)
    }

    /// The one form of a word; nil where it stands in it already.
    static func form(of word: ArraySlice<UInt8>) -> [UInt8]? {
        guard let first = word.first, first < 0x80 else { return nil }
        if first <= 0x39 {
            // 5th is 5, as some write the street.
            let digits = word.prefix { $0 <= 0x39 }
            let isOrdinal = word.count == digits.count + 2 && endings.contains(Array(word.dropFirst(digits.count)))
            return isOrdinal ? Array(digits) : nil
        }
        guard word.count <= 10 else { return nil }
        return shortForms[String(decoding: word, as: UTF8.self)].map { Array($0.utf8) }
    }

    /// How numbers in words end.
    static let endings: Set<[UInt8]> = [Array("st".utf8), Array("nd".utf8), Array("rd".utf8), Array("th".utf8)]

    /// The one form of words in names of places.
    static let shortForms: [String: String] = PlaceKey.shortForms.merging(
        [
            "expressway": "expy", "freeway": "fwy", "trail": "trl", "plaza": "plz", "center": "ctr", "centre": "ctr",
            "mount": "mt", "mountain": "mtn", "fort": "ft", "saint": "st", "northeast": "ne", "northwest": "nw",
            "southeast": "se", "southwest": "sw", "building": "bldg", "apartments": "apts", "first": "1",
            "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
            "ninth": "9", "tenth": "10", "wy": "way", "hts": "heights", "crk": "creek",
        ], uniquingKeysWith: { own, _ in own })

    /// True of a word such as `St` or `avenue`, as it is written.
    static func isStreetWord(_ word: String) -> Bool {
        PlaceKey.shortForms[word.lowercased().filter { $0 != "." }] != nil
    }

    /// True of a word that says what sort of street it is, or which end of it.
    static func isSoft(_ word: ArraySlice<UInt8>) -> Bool {
        word.count < 6 && soft.contains(String(decoding: word, as: UTF8.self))
    }

    /// Words that say what sort of street it is, or which end of it: people get them wrong, or leave them out.
    static let soft: Set<String> = Set(PlaceKey.shortForms.values).union([
        "expy", "fwy", "trl", "plz", "ne", "nw", "se", "sw",
    ])

    /// The one forms of long words that begin with what is typed, such as `st` for `stre`.
    static func shortForms(ofWordsBeginning typed: String) -> Set<String> {
        guard typed.utf8.count > 1 else { return [] }
        return Set(shortForms.filter { $0.key.hasPrefix(typed) }.values)
    }

    /// A letter without its accent, where it has one.
    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        if let letter = accents[scalar] { return Array(letter.utf8) }
        return Array(String(Character(scalar)).utf8)
    }

    private static let accents: [Unicode.Scalar: String] = {
        let groups = [
            ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"),
            ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"),
            ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("th", "þ"),
        ]
        var found: [Unicode.Scalar: String] = [:]
        for (letter, accented) in groups { for scalar in accented.unicodeScalars { found[scalar] = letter } }
        return found
    }()

    /// The scalar at an index and how many bytes it takes; U+FFFD for bytes that are none.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (Unicode.Scalar, Int) {
        let first = text[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard length > 1, index + length <= text.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

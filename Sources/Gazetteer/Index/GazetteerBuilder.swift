import DispatchModel

/// Takes places in one by one and makes a ``Gazetteer`` of them.
package struct GazetteerBuilder {
    /// The most places that are taken; a country has fewer streets.
    package static let limit = 2_000_000
    /// The most beats.
    package static let beatLimit = 60_000

    private struct NameKey: Hashable {
        var english: UInt32
        var chinese: UInt32
        var kind: PlaceKind
    }

    private struct Variant: Hashable {
        var name: UInt32
        var start: UInt32
        var count: UInt32
    }

    private enum Form {
        case word(UInt32)
        case crossing(UInt32)
        case nothing
    }

    private var texts = TextPool()
    private var names: [Gazetteer.Name] = []
    private var numbers: [NameKey: UInt32] = [:]
    private var entries: [Gazetteer.Entry] = []
    private var entryNames: [UInt32] = []
    private var beats: [String] = [""]
    private var beatNumbers: [String: UInt16] = ["": 0]
    private var pool = TextPool()
    /// Words as they are written, each brought into its one form once: its number in the pool, or what it is instead.
    private var written = TextPool()
    private var forms: [Form] = []
    private var variants: [Variant] = []
    private var variantWords: [UInt32] = []
    private var cut = PlaceWords()
    /// Aliases that have been taken in of a name, by the hash of both.
    private var aliases: Set<NameKey> = []

    /// Nothing taken in.
    package init() {}

    /// How many places were taken in.
    package var count: Int { entries.count }

    /// True when the name of a place has words to be found by.
    package mutating func canFind(_ names: BilingualText) -> Bool {
        cut.isRaw = false
        cut.cut(names.english)
        if !cut.isEmpty { return true }
        cut.cut(names.chinese)
        return !cut.isEmpty
    }

    /// Takes a place in. False, and nothing is taken, beyond the limits.
    @discardableResult
    package mutating func add(_ record: PlaceRecord) -> Bool {
        guard entries.count < Self.limit, let beat = number(ofBeat: record.beat) else { return false }
        let name = number(of: record)
        for alias in record.aliases { add(alias: alias, of: name) }
        let point = record.point
        let end = record.end ?? record.point
        entries.append(
            Gazetteer.Entry(
                latitude: Int32(clamping: point?.latitudeMicrodegrees ?? 0),
                longitude: Int32(clamping: point?.longitudeMicrodegrees ?? 0),
                endLatitude: Int32(clamping: end?.latitudeMicrodegrees ?? 0),
                endLongitude: Int32(clamping: end?.longitudeMicrodegrees ?? 0),
                from: record.numbers?.from ?? -1, to: record.numbers?.to ?? -1, beat: beat,
                side: record.numbers?.side ?? .both, hasPoint: point != nil))
        entryNames.append(name)
        return true
    }

    private mutating func number(ofBeat code: String) -> UInt16? {
        if let known = beatNumbers[code] { return known }
        guard beats.count < Self.beatLimit else { return nil }
        let number = UInt16(beats.count)
        beats.append(code)
        beatNumbers[code] = number
        return number
    }

    private mutating func number(of record: PlaceRecord) -> UInt32 {
        let english = texts.number(of: record.names.english)
        let chinese =
            record.names.chinese == record.names.english ? english : texts.number(of: record.names.chinese)
        let key = NameKey(english: english, chinese: chinese, kind: record.kind)
        if let known = numbers[key] { return known }
        let number = UInt32(names.count)
        names.append(Gazetteer.Name(english: english, chinese: chinese, kind: record.kind))
        numbers[key] = number
        addVariant(record.names.english, of: number)
        if chinese != english { addVariant(record.names.chinese, of: number) }
        return number
    }

    private mutating func add(alias: String, of name: UInt32) {
        let text = texts.number(of: alias)
        guard aliases.insert(NameKey(english: text, chinese: name, kind: .street)).inserted else { return }
        addVariant(alias, of: name)
    }

    private mutating func addVariant(_ text: String, of name: UInt32) {
        cut.isRaw = true
        cut.cut(text)
        let start = variantWords.count
        for index in 0..<cut.count where variantWords.count - start < Self.wordLimit {
            switch form(of: cut[index]) {
            case .word(let word): variantWords.append(word)
            // Between streets it is a sign, and a word at the front.
            case .crossing(let word): if variantWords.count == start { variantWords.append(word) }
            case .nothing: continue
            }
        }
        guard variantWords.count > start else { return }
        variants.append(Variant(name: name, start: UInt32(start), count: UInt32(variantWords.count - start)))
    }

    private mutating func form(of word: ArraySlice<UInt8>) -> Form {
        let number = Int(written.number(of: word))
        if number < forms.count { return forms[number] }
        let own = pool.number(of: (PlaceWords.form(of: word) ?? Array(word))[...])
        let form: Form =
            switch PlaceWords.part(word) {
            case .plain: .word(own)
            case .crossing: .crossing(own)
            case .ignored: .nothing
            }
        forms.append(form)
        return form
    }

    /// The most words of a name that it can be found by.
    static let wordLimit = 24

    /// What a gazetteer is made of.
    struct Parts {
        var texts = TextPool()
        var names: [Gazetteer.Name] = []
        var nameStarts: [UInt32] = []
        var entries: [Gazetteer.Entry] = []
        var beats: [String] = []
        var words: PlaceVocabulary
        var variantNames: [UInt32] = []
        var variantStarts: [UInt32] = [0]
        var variantWords: [UInt32] = []
        var postingStarts: [UInt32] = []
        var postings: [UInt32] = []
        var initials: InitialIndex
        var isSoft: [Bool] = []
    }

    /// The gazetteer of everything that was taken in.
    package consuming func build(
        hazards: PlaceHazards = PlaceHazards(), outlines: BeatOutlines = BeatOutlines()
    ) -> Gazetteer {
        texts.close()
        let (words, places) = PlaceVocabulary.sorted(pool)
        let (variantNames, variantStarts, variantWords) = ordered(places)
        let (starts, postings) = Self.postings(words.count, variantStarts, variantWords)
        var parts = Parts(
            words: words,
            initials: InitialIndex(words, variantStarts: variantStarts, variantWords: variantWords))
        (parts.nameStarts, parts.entries) = byName()
        (parts.texts, parts.names, parts.beats) = (texts, names, beats)
        (parts.variantNames, parts.variantStarts, parts.variantWords) = (variantNames, variantStarts, variantWords)
        (parts.postingStarts, parts.postings) = (starts, postings)
        parts.isSoft = (0..<UInt32(words.count)).map { PlaceWords.isSoft(words.word($0)) }
        return Gazetteer(parts, hazards: hazards, outlines: outlines)
    }

    /// The variants, those of fewer words first, then by their kind; the words by their places in the vocabulary.
    private func ordered(_ places: [UInt32]) -> (names: [UInt32], starts: [UInt32], words: [UInt32]) {
        func rank(_ variant: Variant) -> Int { Int(variant.count) * 8 + Int(names[Int(variant.name)].kind.rawValue) }
        var counts = [Int](repeating: 0, count: (Self.wordLimit + 1) * 8 + 1)
        for variant in variants { counts[rank(variant) + 1] += 1 }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        var order = [UInt32](repeating: 0, count: variants.count)
        for (index, variant) in variants.enumerated() {
            order[counts[rank(variant)]] = UInt32(index)
            counts[rank(variant)] += 1
        }
        var (found, starts, words): ([UInt32], [UInt32], [UInt32]) = ([], [0], [])
        found.reserveCapacity(order.count)
        starts.reserveCapacity(order.count + 1)
        words.reserveCapacity(variantWords.count)
        for index in order {
            let variant = variants[Int(index)]
            found.append(variant.name)
            for word in variant.start..<(variant.start + variant.count) {
                words.append(places[Int(variantWords[Int(word)])])
            }
            starts.append(UInt32(words.count))
        }
        return (found, starts, words)
    }

    /// The variants that have each word, in their order.
    private static func postings(
        _ count: Int, _ variantStarts: [UInt32], _ variantWords: [UInt32]
    ) -> (starts: [UInt32], postings: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for word in variantWords { starts[Int(word) + 1] += 1 }
        for word in 0..<count { starts[word + 1] += starts[word] }
        var (next, postings) = (starts, [UInt32](repeating: 0, count: variantWords.count))
        for variant in 0..<(variantStarts.count - 1) {
            for index in Int(variantStarts[variant])..<Int(variantStarts[variant + 1]) {
                let word = Int(variantWords[index])
                postings[Int(next[word])] = UInt32(variant)
                next[word] += 1
            }
        }
        return (starts, postings)
    }

    /// The entries of each name side by side, by their lowest numbers.
    private func byName() -> (starts: [UInt32], entries: [Gazetteer.Entry]) {
        var starts = [UInt32](repeating: 0, count: names.count + 1)
        for name in entryNames { starts[Int(name) + 1] += 1 }
        for name in 0..<names.count { starts[name + 1] += starts[name] }
        var next = starts
        var order = [UInt32](repeating: 0, count: entries.count)
        for (entry, name) in entryNames.enumerated() {
            order[Int(next[Int(name)])] = UInt32(entry)
            next[Int(name)] += 1
        }
        for name in 0..<names.count where starts[name + 1] - starts[name] > 1 {
            order[Int(starts[name])..<Int(starts[name + 1])].sort {
                (entries[Int($0)].from, $0) < (entries[Int($1)].from, $1)
            }
        }
        return (starts, order.map { entries[Int($0)] })
    }
}

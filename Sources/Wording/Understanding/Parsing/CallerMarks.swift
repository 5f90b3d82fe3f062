import DispatchModel

/// What a line says of a caller: `cb:555-0100 caller:"Ms Li" flat:1203 via:walk-in`, in any order, each once.
struct CallerMarks {
    /// One thing that is said.
    enum Mark: CaseIterable {
        case callback, name, flat, way

        /// What stands before its value, in either language.
        var markers: [String] {
            switch self {
            case .callback: ["cb:", "callback:", "回拨:"]
            case .name: ["caller:", "报警人:"]
            case .flat: ["flat:", "room:", "户号:"]
            case .way: ["via:", "方式:"]
            }
        }
    }

    /// The value of each as it was typed; an empty one takes away what is known.
    private(set) var given: [Mark: Line.Word] = [:]

    /// The mark that a word begins with, and how long its marker is.
    static func mark(_ word: Line.Word) -> (mark: Mark, length: Int)? {
        guard !word.quoted else { return nil }
        let small = word.text.lowercased()
        for mark in Mark.allCases {
            if let marker = mark.markers.first(where: small.hasPrefix) { return (mark, marker.count) }
        }
        return nil
    }

    /// Takes a word that says something of a caller, and the words in quotes right behind its marker; how many words that
    /// are, 0 when it says nothing of one.
    mutating func takeMark(_ words: [Line.Word], at index: Int, _ reader: Reader) throws(Stop) -> Int {
        let word = words[index]
        guard let (mark, length) = CallerMarks.mark(word) else { return 0 }
        guard given[mark] == nil else {
            throw reader.fail(
                word.columns, reader.pick("“\(word.text)” comes a second time", "“\(word.text)”重复出现"),
                reader.pick(
                    "give number, name, flat and way of a caller once each", "报警人的号码、姓名、户号、方式各只能出现一次"))
        }
        let next = index + 1 < words.count ? words[index + 1] : nil
        let isBare = word.text.count == length
        if isBare, let next, next.quoted, next.columns.lowerBound == word.columns.upperBound {
            given[mark] = next
            return 2
        }
        let start = word.columns.lowerBound + length
        given[mark] = Line.Word(
            text: String(word.text.dropFirst(length)), raw: String(word.raw.dropFirst(length)),
            columns: start..<max(start, word.columns.upperBound))
        return 1
    }

    /// A caller with what is said in place of what was known.
    func caller(correcting known: Caller = Caller(), _ reader: Reader) throws(Stop) -> Caller {
        var caller = known
        if let word = given[.callback] { caller.callback = word.text }
        if let word = given[.name] { caller.name = word.quoted ? word.text : word.raw }
        if let word = given[.flat] { caller.flat = word.quoted ? word.text : word.raw }
        if let word = given[.way] { caller.way = word.text.isEmpty ? nil : try reader.way(word.text, word.columns) }
        return caller
    }
}

import Formats

/// A typed line as words with their columns. Columns count Characters from 0.
struct Line {
    /// One word.
    struct Word {
        /// Its text without quotes, full-width ASCII made plain.
        var text: String
        /// Its text as typed; an input method's full-width forms belong to places and callsigns.
        var raw: String
        /// Where it stands, quotes included.
        var columns: Range<Int>
        /// True when it stood in quotes: it is then taken as it is.
        var quoted = false
    }

    /// The Characters as typed.
    let characters: [Character]
    /// The words.
    private(set) var words: [Word] = []

    /// Splits at blanks. When the first word is a verb followed by dots, dots split it as well: `D.3A12.4821`.
    init(_ text: String) {
        characters = Array(text)
        var at = 0
        while let word = Line.word(characters, from: &at) { words.append(word) }
        guard let first = words.first, !first.quoted, let dot = first.text.firstIndex(of: "."),
            dot > first.text.startIndex,
            Verb(code: String(first.text[..<dot])) != nil
        else { return }
        words.replaceSubrange(0..<1, with: Line.dotted(characters, first.columns))
    }

    /// Splits a filter at blanks; dots are letters there.
    init(filter text: String) {
        characters = Array(text)
        var at = 0
        while let word = Line.word(characters, from: &at) { words.append(word) }
    }

    /// The text as typed from a column on, without blanks around it.
    func text(from column: Int) -> String {
        guard column < characters.count else { return "" }
        return String(String(characters[column...]).trimmingBlanks)
    }

    /// The line with some columns replaced.
    func replacing(_ columns: Range<Int>, with text: String) -> String {
        String(characters[..<columns.lowerBound]) + text + String(characters[columns.upperBound...])
    }

    /// The line with a marker that begins a word as a word of its own: `>3A12` becomes `>` and `3A12`.
    func detaching(_ marker: Character) -> Line {
        var copy = self
        copy.words = words.flatMap { word -> [Word] in
            guard !word.quoted, word.text.count > 1, word.text.first == marker else { return [word] }
            let after = word.columns.lowerBound + 1
            return [
                Word(text: String(marker), raw: String(marker), columns: word.columns.lowerBound..<after),
                Word(
                    text: String(word.text.dropFirst()), raw: String(word.raw.dropFirst()),
                    columns: after..<word.columns.upperBound),
            ]
        }
        return copy
    }

    /// The next word from a column on; nil at the end.
    private static func word(_ characters: [Character], from at: inout Int) -> Word? {
        while at < characters.count, characters[at].isWhitespace { at += 1 }
        guard at < characters.count else { return nil }
        let start = at
        if let close = closingQuote(of: characters[at]) {
            at += 1
            var text = ""
            while at < characters.count, characters[at] != close {
                text.append(characters[at])
                at += 1
            }
            if at < characters.count { at += 1 }
            return Word(text: text, raw: text, columns: start..<at, quoted: true)
        }
        var text = ""
        while at < characters.count, !characters[at].isWhitespace, closingQuote(of: characters[at]) == nil {
            text.append(plain(characters[at]))
            at += 1
        }
        return Word(text: text, raw: String(characters[start..<at]), columns: start..<at)
    }

    /// Splits a word at dots; a dot where a word should begin is the word `.`, the selected thing.
    private static func dotted(_ characters: [Character], _ columns: Range<Int>) -> [Word] {
        var words: [Word] = []
        var at = columns.lowerBound
        while at < columns.upperBound {
            let start = at
            var text = ""
            while at < columns.upperBound, plain(characters[at]) != "." {
                text.append(plain(characters[at]))
                at += 1
            }
            if text.isEmpty {
                text = "."
                at += 1
            }
            words.append(Word(text: text, raw: String(characters[start..<at]), columns: start..<at))
            if at < columns.upperBound, plain(characters[at]) == "." { at += 1 }
        }
        return words
    }

    /// The quote that ends what a quote begins.
    static func closingQuote(of character: Character) -> Character? {
        switch character {
        case "\"": "\""
        case "“": "”"
        case "「": "」"
        default: nil
        }
    }

    /// An input method's full-width forms of ASCII as ASCII, the Chinese full stop as a dot.
    static func plain(_ character: Character) -> Character {
        guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return character }
        if scalar.value == 0x3002 { return "." }
        guard (0xFF01...0xFF5E).contains(scalar.value), let ascii = UnicodeScalar(scalar.value - 0xFEE0) else {
            return character
        }
        return Character(ascii)
    }
}

import DispatchModel
import Formats
import Wording

/// A command the palette found.
package struct PaletteMatch: Hashable, Sendable {
    /// The command.
    package var command: CommandName
    /// How well it fits; more is better.
    package var score: Int
    /// Which scalars of the command's name were matched, from 0, in rising order.
    package var highlights: [Int]
}

/// Finds commands by what a person remembers of them.
package enum PaletteSearch {
    /// The longest query looked at, in scalars.
    package static let queryLimit = 64

    /// The commands the palette offers: all that can be chosen from a list.
    package static let offered: [CatalogueEntry] = Catalogue.entries.filter {
        $0.group != .text && $0.name.pickedNumber == nil && $0.name != .palette
    }

    /// The commands that fit every word of a query, the best first; all of them for an empty query.
    ///
    /// A word fits by its letters in order in the name (`nw` finds `next-waiting`), by an alias, as it stands in
    /// the help of either language, or in Chinese by the initials of its pinyin; the language on the screen counts for more.
    package static func matches(
        _ query: String, language: Language, limit: Int = 50, among entries: [CatalogueEntry] = offered
    ) -> [PaletteMatch] {
        let text = folded(String(query.unicodeScalars.prefix(queryLimit)))
        let words = text.split(separator: " ").map(Array.init)
        var found: [(place: Int, match: PaletteMatch)] = []
        for (place, entry) in entries.enumerated() {
            if let match = match(entry, words, language) { found.append((place, match)) }
        }
        found.sort { ($1.match.score, $0.place) < ($0.match.score, $1.place) }
        return found.prefix(max(0, limit)).map(\.match)
    }

    private static func match(
        _ entry: CatalogueEntry, _ words: [[Unicode.Scalar]], _ language: Language
    ) -> PaletteMatch? {
        var total = PaletteMatch(command: entry.name, score: 0, highlights: [])
        let name = Array(entry.name.rawValue.unicodeScalars)
        for word in words {
            var best = subsequence(word, in: name)
            for alias in entry.aliases where alias.unicodeScalars.elementsEqual(word) {
                best = (max(best?.score ?? 0, 90), best?.places ?? [])
            }
            for other in Language.allCases {
                let label = entry.hint?.label[other] ?? ""
                let text = folded([entry.help[other], label, entry.group.title[other]].joined(separator: " "))
                guard let score = substring(word, in: text) ?? (other == language ? spoken(word, in: text) : nil) else {
                    continue
                }
                let weighed = other == language ? score : score / 2
                if weighed > best?.score ?? 0 { best = (weighed, best?.places ?? []) }
            }
            guard let best else { return nil }
            total.score += best.score
            total.highlights += best.places
        }
        total.highlights = Set(total.highlights).sorted()
        return total
    }

    /// The best way to find a word's letters in order in a name; more for letters that begin a part of the name or
    /// follow one another.
    private static func subsequence(
        _ word: [Unicode.Scalar], in name: [Unicode.Scalar]
    ) -> (score: Int, places: [Int])? {
        if word == name { return (200, Array(name.indices)) }
        var best: (score: Int, places: [Int])?
        for start in name.indices where name[start] == word.first {
            var places = [start]
            var score = isPartStart(start, name) ? 12 : 1
            for letter in word.dropFirst() {
                guard let place = next(letter, after: places[places.count - 1], in: name) else { break }
                score += place == places[places.count - 1] + 1 ? 8 : isPartStart(place, name) ? 10 : -2
                places.append(place)
            }
            guard places.count == word.count else { continue }
            if start == 0 { score += 10 }
            if score > best?.score ?? 0 { best = (score, places) }
        }
        return best
    }

    /// Where a letter comes next: right behind, else at the start of a part, else anywhere.
    private static func next(_ letter: Unicode.Scalar, after place: Int, in name: [Unicode.Scalar]) -> Int? {
        let rest = name.indices.filter { $0 > place && name[$0] == letter }
        if rest.first == place + 1 { return place + 1 }
        return rest.first { isPartStart($0, name) } ?? rest.first
    }

    private static func isPartStart(_ place: Int, _ name: [Unicode.Scalar]) -> Bool {
        place == 0 || name[place - 1] == "-"
    }

    /// How well a word stands in a text as it is; a single Latin letter says too little to count.
    private static func substring(_ word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard let first = word.first, word.count > 1 || first.value > 0x7F, word.count <= text.count else { return nil }
        var best: Int?
        for start in 0...(text.count - word.count) where text[start..<start + word.count].elementsEqual(word) {
            let isWordStart = start == 0 || !text[start - 1].properties.isAlphabetic
            best = max(best ?? 0, (isWordStart ? 6 : 2) + 4 * min(word.count, 8))
        }
        return best
    }

    /// How well a word stands for Chinese characters in a text by their initials.
    private static func spoken(_ word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard word.count > 1, word.count <= text.count, word.allSatisfy(\.isASCII) else { return nil }
        let bits = word.map { Pinyin.bit(UInt8($0.value)) }
        let isThere = (0...(text.count - word.count)).contains { start in
            bits.indices.allSatisfy { Pinyin.letters(of: text[start + $0]) & bits[$0] != 0 }
        }
        return isThere ? 2 + 3 * min(word.count, 8) : nil
    }

    /// Lower case, and full-width forms as an input method types them made plain.
    private static func folded(_ text: String) -> [Unicode.Scalar] {
        text.lowercased().unicodeScalars.map { scalar in
            switch scalar.value {
            case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            case 0x3000: " "
            default: scalar
            }
        }
    }
}

/// The number of a house before its street, as English writes it: `1200 Block of Market St`, `14B Elm St`.
enum HouseNumber {
    /// The same place with the number behind the street, so that a street's houses stand together. A street that is a number
    /// itself, such as `16th St`, and whatever else begins with no house stay as they are.
    static func last(in place: String) -> String {
        guard let first = place.utf8.first, isDigit(first) else { return place }
        let words = place.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard words.count == 2, isHouse(words[0].utf8) else { return place }
        return "\(street(words[1])) \(words[0])"
    }

    /// Digits, one letter behind them at most, or two such with a stroke between them.
    private static func isHouse(_ word: Substring.UTF8View) -> Bool {
        let parts = word.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
        return parts.count <= 2
            && parts.allSatisfy { part in
                let letters = part.drop(while: isDigit)
                return letters.count < part.count && letters.count <= 1 && letters.allSatisfy(isLetter)
            }
    }

    /// What follows the number without the words that say that it is that of a block.
    private static func street(_ rest: Substring) -> Substring {
        var rest = rest
        for word in ["block ", "of "] where rest.prefix(word.count).lowercased() == word {
            rest = rest.dropFirst(word.count)
        }
        return rest.isEmpty ? rest : rest.drop { $0 == " " }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

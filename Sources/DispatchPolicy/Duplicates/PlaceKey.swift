import DispatchModel

/// A place's words brought into one form, so that the same place written in two ways is found to be the same: case,
/// full-width forms, `Street` and `St`, `A / B` and `B & A`, blanks within Chinese addresses.
package struct PlaceKey: Hashable, Sendable {
    /// The words in the one form, hashed (FNV-1a, 64 bits).
    package let hash: UInt64
    /// True when the words name a spot rather than a whole street: they have a number, a crossing or a name.
    package let isExact: Bool
    /// The words in the one form.
    let words: String

    /// The most characters of a place that are looked at.
    package static let limit = 160

    /// The key of a place in words; nil when they say nothing.
    package init?(_ text: String) {
        var parts = PlaceKey.parts(of: text)
        guard !parts.isEmpty else { return nil }
        isExact = parts.count > 1 || PlaceKey.isExact(parts[0])
        // A number stands before the street here and behind it there.
        for index in parts.indices { parts[index].sort() }
        // A crossing is the same from either street.
        parts.sort { $0.lexicographicallyPrecedes($1) }
        words = parts.map { $0.joined(separator: " ") }.joined(separator: " / ")
        hash = FoldedText.hash(words)
    }

    /// The words on either side of a crossing. What follows a comma belongs to the whole.
    private static func parts(of text: String) -> [[String]] {
        var parts: [[String]] = [[]]
        for token in FoldedText.tokens(of: text, limit: limit) {
            if crossings.contains(token) {
                if parts.last?.isEmpty == false { parts.append([]) }
                continue
            }
            guard !ignored.contains(token) else { continue }
            guard let first = token.unicodeScalars.first, FoldedText.isHan(first) else {
                parts[parts.count - 1].append(shortForms[token] ?? token)
                continue
            }
            for (index, road) in chinese(token).enumerated() {
                if index > 0 { parts.append([]) }
                parts[parts.count - 1].append(road)
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// A Chinese address without its ending, cut where two roads meet.
    private static func chinese(_ token: String) -> [String] {
        var rest = ArraySlice(token.unicodeScalars)
        for ending in endings where rest.count > ending.count && rest.suffix(ending.count).elementsEqual(ending) {
            rest.removeLast(ending.count)
        }
        var roads: [[Unicode.Scalar]] = [[]]
        for scalar in rest {
            // 和平路 is one road, 人民路和解放路 are two: only a road may come before the word.
            let isAfterRoad = roads.last?.last.map(isRoadSign) ?? false
            if scalar == "与" || scalar == "和", isAfterRoad {
                roads.append([])
            } else {
                roads[roads.count - 1].append(scalar)
            }
        }
        return roads.filter { !$0.isEmpty }.map(withDigits)
    }

    /// `十二号` as `12号`: numbers below a hundred before the signs that follow a number.
    private static func withDigits(_ road: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        var numerals: [Unicode.Scalar] = []
        for scalar in road {
            if value(of: scalar) != nil {
                numerals.append(scalar)
                continue
            }
            if !numerals.isEmpty {
                text.append(contentsOf: isNumberSign(scalar) ? Array(number(numerals).unicodeScalars) : numerals)
                numerals.removeAll()
            }
            text.append(scalar)
        }
        text.append(contentsOf: numerals)
        return String(text)
    }

    private static func number(_ numerals: [Unicode.Scalar]) -> String {
        let values = numerals.compactMap(value)
        guard let ten = values.firstIndex(of: 10), values.count <= 3 else { return values.map(String.init).joined() }
        let tens = ten == 0 ? 1 : values[ten - 1]
        let ones = ten + 1 < values.count ? values[ten + 1] : 0
        return String(tens * 10 + ones)
    }

    /// The value of a Chinese numeral up to ten; nil for any other character.
    private static func value(of scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        default: nil
        }
    }

    private static func isRoadSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "路", "街", "道", "巷", "弄": true
        default: false
        }
    }

    private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "号", "弄", "室", "栋", "楼": true
        default: false
        }
    }

    /// A street's name alone is a line on the map, not a place on it.
    private static func isExact(_ words: [String]) -> Bool {
        if words.contains(where: { word in word.unicodeScalars.contains { ("0"..."9").contains($0) } }) { return true }
        guard let last = words.last else { return false }
        return !streetWords.contains(last) && !(last.unicodeScalars.last.map(isRoadSign) ?? false)
    }

    /// What stands between the names of two streets that meet.
    package static let crossings: Set<String> = ["/", "&", "and", "@", "at", "x"]
    /// Words of a place that do not tell it from others.
    package static let ignored: Set<String> = ["the", "of", "block", "blk", "near", "no", "corner", "intersection"]
    private static let endings = ["交叉路口", "交叉口", "交汇处", "路口", "附近", "门口", "旁边", "旁"].map {
        Array($0.unicodeScalars)
    }
    private static let streetWords: Set<String> = Set(shortForms.values).subtracting(["n", "s", "e", "w"])
    /// The one form of words that streets are called by, and of directions.
    package static let shortForms: [String: String] = [
        "street": "st", "str": "st", "st": "st", "avenue": "av", "ave": "av", "av": "av", "road": "rd", "rd": "rd",
        "boulevard": "blvd", "blvd": "blvd", "drive": "dr", "dr": "dr", "lane": "ln", "ln": "ln", "court": "ct",
        "ct": "ct", "place": "pl", "pl": "pl", "highway": "hwy", "hwy": "hwy", "square": "sq", "sq": "sq",
        "parkway": "pkwy", "pkwy": "pkwy", "terrace": "ter", "ter": "ter", "tr": "ter", "alley": "aly", "aly": "aly",
        "circle": "cir", "cir": "cir", "pike": "pike", "way": "way", "north": "n", "south": "s", "east": "e",
        "west": "w",
    ]
}

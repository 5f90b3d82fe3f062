/// What was typed for a place: its words, and the house number that may be among them.
struct PlaceQuery {
    /// A house number, or all of a block.
    struct HouseNumber: Hashable {
        var from: Int32
        var to: Int32
        /// As it is shown before or behind the street.
        var shown: String
        var isBlock: Bool { from != to }
    }

    /// One way to read the words.
    struct Reading {
        /// The words that are the name's.
        var words: [Int]
        var number: HouseNumber?
    }

    let words: PlaceWords
    /// The ways to read it: all of it as a name, then with a house number.
    let readings: [Reading]
    var isCrossing: Bool { !words.crossings.isEmpty }

    init(_ text: String) {
        var words = PlaceWords()
        words.cut(text, isTyped: true)
        self.words = words
        var all = Array(0..<words.count)
        // A word that is being typed may be one that says nothing.
        if !words.isLastWhole, all.count > 1, let last = all.last, PlaceWords.saysNothing(words[last]) {
            all.removeLast()
        }
        var readings = [Reading(words: all)]
        if let house = Self.house(words, all) { readings.append(house) }
        self.readings = all.isEmpty ? [] : readings
    }

    /// The reading with a house number before or behind the street.
    private static func house(_ words: PlaceWords, _ all: [Int]) -> Reading? {
        guard all.count > 1 else { return nil }
        // 12号 stands behind a street.
        for index in all where words[index].elementsEqual("号".utf8) && index > 1 {
            guard let number = number(words, index - 1) else { continue }
            return reading(words, Array(all[..<(index - 1)]) + all[(index + 1)...], number)
        }
        if let number = number(words, all[0]) { return reading(words, Array(all.dropFirst()), number) }
        if let number = number(words, all[all.count - 1]) { return reading(words, all.dropLast(), number) }
        return nil
    }

    /// Nil where only words such as `St` are left: 5th St is no house.
    private static func reading(_ words: PlaceWords, _ rest: [Int], _ number: HouseNumber) -> Reading? {
        guard rest.contains(where: { !PlaceWords.soft.contains(words.text($0)) }) else { return nil }
        return Reading(words: rest, number: number)
    }

    private static func number(_ words: PlaceWords, _ index: Int) -> HouseNumber? {
        let word = words[index]
        let digits = word.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty, digits.count < 7, !words.ordinals.contains(index) else { return nil }
        let value = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 - 0x30) }
        let letters = word.dropFirst(digits.count)
        let shown = String(decoding: word, as: UTF8.self).uppercased()
        if letters.isEmpty {
            guard words.hasBlock else { return HouseNumber(from: value, to: value, shown: shown) }
            let from = value / 100 * 100
            return HouseNumber(from: from, to: from + 99, shown: "\(from)-\(from + 99)")
        }
        if letters.allSatisfy({ $0 == UInt8(ascii: "x") }), letters.count < 3, value < 10_000 {
            return HouseNumber(from: value * 100, to: value * 100 + 99, shown: "\(value * 100)-\(value * 100 + 99)")
        }
        return letters.count == 1 ? HouseNumber(from: value, to: value, shown: shown) : nil
    }
}

import DispatchModel

/// Every text the console shows, in one language.
///
/// Whole sentences are written here side by side in both languages; callers never put sentences together from pieces.
/// Text from outside (callsigns, places, types) goes in as it is: the cell grid makes it safe when it is drawn.
package struct Words: Sendable {
    /// The language.
    package var language: Language
    /// The zone in which times are shown.
    package var zone: Zone
    /// The keys that are bound, as people write them, for the sentences that name one.
    package var keys: [NamedKey: String] = [:]

    /// The words of a language, with times in a zone.
    package init(_ language: Language, zone: Zone = .utc) {
        self.language = language
        self.zone = zone
    }

    /// The text in this language; only the one that is needed is put together.
    package func pick(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        switch language {
        case .english: english()
        case .chinese: chinese()
        }
    }

    /// Several things in one sentence: `a, b, c` or `a、b、c`.
    package func list(_ things: [String]) -> String {
        things.joined(separator: pick(", ", "、"))
    }

    /// Two clauses of one sentence: `held, 5 min left`.
    package func clauses(_ one: String, _ other: String) -> String { pick("\(one), \(other)", "\(one)，\(other)") }

    /// A count with its English noun in the right number; Chinese writes the measure word that `chinese` begins with.
    package func count(_ number: Int, _ one: String, _ many: String, _ chinese: String) -> String {
        pick("\(grouped(number)) \(number == 1 ? one : many)", "\(grouped(number))\(chinese)")
    }

    /// A number with thin groups of three from five digits on, such as `48 211`.
    package func grouped(_ number: Int) -> String {
        guard number > 9999 || number < -9999 else { return "\(number)" }
        var text = ""
        let digits = "\(number.magnitude)"
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset).isMultiple(of: 3) { text.append(" ") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }
}

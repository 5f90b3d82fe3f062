import Formats

/// Where text stands in a place wider than itself.
package enum Alignment: Hashable, Sendable {
    /// At the left.
    case leading
    /// At the right.
    case trailing
    /// In the middle, one blank more at the right where it does not come out even.
    case centre
}

/// Makes a text exactly so many columns wide: padded with blanks, or cut off with `…` in the last column.
///
/// The result is sanitised, see ``Sanitiser``. A wide glyph is never cut in half; a blank takes its place.
package func fitted(_ text: String, columns: Int, alignment: Alignment = .leading) -> String {
    guard columns > 0 else { return "" }
    let visible = Sanitiser.visible(text)
    let width = TextWidth.columns(of: visible)
    guard width > columns else {
        let spare = columns - width
        let left =
            switch alignment {
            case .leading: 0
            case .trailing: spare
            case .centre: spare / 2
            }
        return String(repeating: " ", count: left) + visible + String(repeating: " ", count: spare - left)
    }
    var kept = Array(prefix(of: visible, columns: columns - 1).text.unicodeScalars)
    kept.removeLast(NumberWord.cut(kept, before: visible.unicodeScalars.dropFirst(kept.count)))
    let text = String(String.UnicodeScalarView(kept))
    return text + "…" + String(repeating: " ", count: max(0, columns - 1 - TextWidth.columns(of: text)))
}

/// The longest beginning of a sanitised text that covers at most so many columns, and the columns it covers.
func prefix(of visible: String, columns: Int) -> (text: String, columns: Int) {
    var measure = TextMeasure()
    var used = 0
    var result = String.UnicodeScalarView()
    for scalar in visible.unicodeScalars {
        measure.add(Glyph(scalar.value))
        guard measure.columns <= columns else { break }
        used = measure.columns
        result.append(scalar)
    }
    return (String(result), used)
}

/// Breaks a text into lines of at most so many columns, at blanks where there are any and else between glyphs.
///
/// Line feeds end a line. At most `limit` lines come back; when there were more, the last one ends in `…`.
package func wrapped(_ text: String, columns: Int, limit: Int = .max) -> [String] {
    guard columns > 0, limit > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var rest = Substring(Sanitiser.visible(String(paragraph)))
        repeat {
            if lines.count == limit {
                lines[limit - 1] = fitted(
                    lines[limit - 1] + String(repeating: " ", count: columns + 1), columns: columns)
                return lines
            }
            let line = firstLine(of: rest, columns: columns)
            lines.append(String(line))
            rest = rest[line.endIndex...].drop { $0 == " " }
        } while !rest.isEmpty
    }
    return lines
}

/// The part of a text that goes on its first line.
private func firstLine(of text: Substring, columns: Int) -> Substring {
    let (kept, _) = prefix(of: String(text), columns: columns)
    let end = text.unicodeScalars.index(text.startIndex, offsetBy: kept.unicodeScalars.count)
    guard end < text.endIndex else { return text }
    // A glyph wider than the line still has to go somewhere.
    guard end > text.startIndex else { return text.prefix(1) }
    if text[end...].first == " " { return text[..<end] }
    // Chinese and Japanese break anywhere; a Latin word or a number is kept whole, behind Chinese too.
    guard text[text.index(before: end)].isASCII, text[end].isASCII,
        let last = text[..<end].lastIndex(where: { $0 == " " || $0.isBrokenBehind })
    else { return text[..<end] }
    let word = text[last] == " " ? last : text.index(after: last)
    return word > text.startIndex ? text[..<word] : text[..<end]
}

extension Character {
    /// True for a wide glyph that a line may end with before a Latin word or a number; an opening bracket belongs to what follows.
    fileprivate var isBrokenBehind: Bool { TextWidth.columns(of: String(self)) == 2 && !openingBrackets.contains(self) }
}

/// Brackets and quotes of full width that open something.
private let openingBrackets: Set<Character> = ["（", "《", "「", "『", "【", "〈", "〔", "［"]

/// A word with a digit in it: a number, a time, a callsign. Half of one would be read as another one, so an ellipsis takes all of it
/// or none.
enum NumberWord {
    /// Longer words are no numbers, and are cut like any text.
    static let longest = 24

    /// True for the ASCII scalars such a word is made of.
    static func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // # % + , - . : _
        case 0x23, 0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x3A, 0x5F: true
        default: false
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

    /// How many scalars at the end of what is kept belong to such a word that goes on in the rest.
    static func cut(_ kept: [Unicode.Scalar], before rest: some Sequence<Unicode.Scalar>) -> Int {
        let tail = rest.prefix { contains($0.value) }
        let head = kept.reversed().prefix { contains($0.value) }
        guard !tail.isEmpty, head.count + tail.count <= longest else { return 0 }
        return head.contains { isDigit($0.value) } || tail.contains { isDigit($0.value) } ? head.count : 0
    }
}

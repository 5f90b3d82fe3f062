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
    if let blank = text[..<end].lastIndex(of: " "), blank > text.startIndex {
        let before = text.index(before: end)
        // Chinese and Japanese break anywhere; a Latin word is kept whole.
        if text[before].isASCII, text[end].isASCII { return text[..<blank] }
    }
    return text[..<end]
}

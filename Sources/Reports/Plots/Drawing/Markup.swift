/// Text that goes into SVG and HTML.
enum Markup {
    /// The text as it may stand between tags and inside a quoted attribute of XML 1.0 and HTML.
    ///
    /// Characters with a meaning become references. What XML does not allow is left out, and characters that turn the
    /// direction of the text around them are shown as U+FFFD, so that no name can disguise what stands beside it.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result += "&amp;"
            case 0x3C: result += "&lt;"
            case 0x3E: result += "&gt;"
            case 0x22: result += "&quot;"
            case 0x27: result += "&#39;"
            case 0x09, 0x0A: result.unicodeScalars.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: continue
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// About how wide a text is drawn, in pixels at a font size; wide East Asian characters count as a full em.
    ///
    /// An estimate for placing labels: the fonts of the reader's machine are not known here.
    static func width(of text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            sum + size * (scalar.value >= 0x2E80 ? 1 : scalar.properties.isUppercase ? 0.68 : 0.56)
        }
    }

    /// The text cut to a width, with an ellipsis when something is cut.
    static func fitted(_ text: String, width: Double, size: Double) -> String {
        guard Markup.width(of: text, size: size) > width else { return text }
        var kept = ""
        for character in text {
            guard Markup.width(of: kept + String(character), size: size) <= width - size * 0.6 else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}

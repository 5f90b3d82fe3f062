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

/// Numbers as a chart writes them.
enum NumberText {
    /// A number with so many decimals (0 to 6), rounded half to even; `–` when it is no finite number a chart can show.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "–" }
        let places = min(max(decimals, 0), 6)
        var scale: Int64 = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((value * Double(scale)).rounded(.toNearestOrEven))
        let sign = scaled < 0 ? "-" : ""
        let whole = "\(sign)\(scaled.magnitude / UInt64(scale))"
        guard places > 0 else { return whole }
        let rest = "\(scaled.magnitude % UInt64(scale))"
        return whole + "." + String(repeating: "0", count: places - rest.count) + rest
    }

    /// A number with as few decimals as it needs, at most `decimals`.
    static func short(_ value: Double, decimals: Int = 3) -> String {
        var text = fixed(value, decimals: decimals)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : text
    }

    /// A length of time in seconds: `0:40`, `12:05`, `1:02:33`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e12 else { return "–" }
        let whole = Int64(seconds.rounded(.toNearestOrEven))
        let (sign, rest) = (whole < 0 ? "-" : "", whole.magnitude)
        guard rest >= 3600 else { return "\(sign)\(rest / 60):\(two(rest % 60))" }
        return "\(sign)\(rest / 3600):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    /// The time of day of a number of local seconds since any midnight: `19:42`, with `:07` when seconds are asked for.
    static func clock(_ seconds: Double, withSeconds: Bool = false) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e12 else { return "–" }
        let whole = Int64(seconds.rounded(.down))
        let ofDay = UInt64(((whole % 86_400) + 86_400) % 86_400)
        let minutes = "\(two(ofDay / 3600)):\(two(ofDay / 60 % 60))"
        return withSeconds ? "\(minutes):\(two(ofDay % 60))" : minutes
    }

    /// A coordinate in a picture, one decimal.
    static func pixel(_ value: Double) -> String { short(value, decimals: 1) }

    private static func two(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// A colour of a chart, by what it is for.
///
/// The colours are those of Okabe and Ito's palette for colour-blind readers (jfly.uni-koeln.de/color). A chart names a
/// slot and the page's style sheet holds the value, one for light and print and one for dark.
package enum PlotColour: String, CaseIterable, Hashable, Sendable {
    /// Blue, the first series.
    case blue
    /// Vermillion, the second series and what was missed.
    case vermillion
    /// Bluish green, the third series and what was met.
    case green
    /// Reddish purple.
    case purple
    /// Orange.
    case orange
    /// Sky blue.
    case sky
    /// Yellow.
    case yellow
    /// The colour of text and axes.
    case ink
    /// Fainter than text.
    case quiet

    /// The colour of the series with an index from 0; they begin again after the sixth.
    package static func series(_ index: Int) -> PlotColour {
        let order: [PlotColour] = [.blue, .vermillion, .green, .purple, .orange, .sky]
        return order[((index % order.count) + order.count) % order.count]
    }

    /// The dash pattern of a series with an index from 0, so that lines differ by more than colour; nil for a full line.
    static func dash(_ index: Int) -> String? {
        let patterns: [String?] = [nil, "7 4", "2 3", "9 3 2 3", "12 4", "4 2"]
        return patterns[((index % patterns.count) + patterns.count) % patterns.count]
    }

    /// The colour as CSS writes it.
    var css: String { "var(--\(rawValue))" }
}

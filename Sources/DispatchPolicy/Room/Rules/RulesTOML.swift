import DispatchModel
import Formats

/// Writes the values of rules as TOML, always in one way.
enum RulesTOML {
    /// A text in quotes.
    static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                written += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            case let scalar: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    /// A key, in quotes where it must be.
    static func key(_ text: String) -> String {
        let isBare =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                    || scalar == "_" || scalar == "-"
            }
        return isBare ? text : quoted(text)
    }

    /// A name in one language or two.
    static func name(_ text: BilingualText) -> String {
        text.english == text.chinese ? quoted(text.english) : "[\(quoted(text.english)), \(quoted(text.chinese))]"
    }

    /// A list of texts.
    static func texts(_ texts: some Sequence<String>) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }

    /// A length of time; under two minutes in seconds, as people say it: `90s`.
    static func span(_ span: Span) -> String {
        let seconds = span.milliseconds / 1000
        return quoted(seconds > 60 && seconds < 120 ? "\(seconds)s" : WrittenSpan.text(span.milliseconds))
    }

    /// A number to five places, without trailing zeros.
    static func number(_ value: Double) -> String {
        let scaled = Int64((value * 100_000).rounded())
        var fraction = Substring("\(scaled.magnitude % 100_000 + 100_000)").dropFirst()
        while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
        let whole = "\(scaled < 0 ? "-" : "")\(scaled.magnitude / 100_000)"
        return fraction.isEmpty ? whole : "\(whole).\(fraction)"
    }

    /// A list of numbers.
    static func numbers(_ values: [Double]) -> String { "[" + values.map(number).joined(separator: ", ") + "]" }

    /// Kinds of unit in the order of the vocabulary.
    static func kinds(_ kinds: Set<UnitKind>) -> [String] { UnitKind.allCases.filter(kinds.contains).map { "\($0)" } }

    /// A limit with how much passing it matters; `usual` is what is left out.
    static func limit(_ deadline: Deadline?, usual: AlertSeverity) -> String {
        guard let deadline else { return quoted("none") }
        guard deadline.severity != usual else { return span(deadline.limit) }
        return "{ within = \(span(deadline.limit)), severity = \(quoted("\(deadline.severity)")) }"
    }

    /// Hours of the day.
    static func hours(_ hours: DailyHours) -> String {
        func time(_ minute: Int) -> String {
            let (hours, minutes) = (minute / 60, minute % 60)
            return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
        }
        return quoted("\(time(hours.from))-\(time(hours.to))")
    }
}

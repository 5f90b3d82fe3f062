/// Moves the text of a district into and out of the `[district]` part of a scenario, line by line, so that the lines of
/// messages stay true.
enum DistrictLines {
    /// The text of a district file as the `[district]` part of a scenario.
    static func embedded(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let body = line.drop { $0 == " " || $0 == "\t" }
            if body.hasPrefix("[["), !body.hasPrefix("[[[") { return "[[district." + body.dropFirst(2) }
            // A line that goes on with a list of points begins with a bracket too, and with a number behind it.
            if body.hasPrefix("["), let second = body.dropFirst().first, second.isLetter || second == "\"" {
                return "[district." + body.dropFirst()
            }
            return String(line)
        }
        return "[district]\n" + lines.joined(separator: "\n")
    }

    /// The scenario without its line `district = "..."`, followed by the district's text.
    static func standalone(_ scenario: String, district: String) -> String {
        var isTop = true
        let lines = scenario.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let body = line.drop { $0 == " " || $0 == "\t" }
            if body.hasPrefix("[") { isTop = false }
            let key = body.prefix { $0 != "=" }.filter { $0 != " " && $0 != "\t" }
            return isTop && key == "district" ? "# \(line)" : String(line)
        }
        let text = lines.joined(separator: "\n")
        return text + (text.hasSuffix("\n") ? "\n" : "\n\n") + embedded(district)
    }
}

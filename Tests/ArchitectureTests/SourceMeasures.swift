/// What a file of sources declares and decides.
extension SourceFile {
    /// The types that the file declares or extends at its top, by name.
    var types: Set<String> {
        let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "extension", "protocol"]
        return Set(
            lines.compactMap { line in
                guard let first = line.first, first != " ", first != "}" else { return nil }
                let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
                guard let place = words.firstIndex(where: { kinds.contains($0) }), place + 1 < words.count,
                    words[..<place].allSatisfy({ $0.first?.isLowercase == true })
                else { return nil }
                return String(words[place + 1].prefix { $0 != "." })
            })
    }

    /// The lengths of functions, initialisers and computed properties with a block of their own, in lines.
    var functionLengths: [Int] {
        var lengths: [Int] = []
        for (number, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard
                words.prefix(6).contains(where: { ["func", "init", "subscript", "deinit", "var"].contains($0) }),
                let last = lines[number...].prefix(12).firstIndex(where: {
                    $0.last == "{" && $0.prefix { $0 == " " }.count == indent || $0 == line && $0.last == "{"
                }),
                !lines[number..<last].contains(where: { $0.last == "}" })
            else { continue }
            let closing = String(repeating: " ", count: indent) + "}"
            guard let end = lines[last...].firstIndex(where: { $0 == closing }) else { continue }
            lengths.append(end - number + 1)
        }
        return lengths
    }

    /// The names of the stored properties of a type, where the file declares it.
    func storedProperties(of type: String) -> [String]? {
        let heads = ["class \(type) ", "struct \(type) ", "class \(type):", "struct \(type):"]
        guard let start = lines.firstIndex(where: { line in heads.contains { line.contains($0) } && line.first != " " })
        else { return nil }
        let end = lines[start...].firstIndex(of: "}") ?? lines.endIndex
        return lines[start..<end].compactMap { line in
            guard line.hasPrefix("    "), !line.hasPrefix("     "), line.last != "{" || line.contains("= {") else {
                return nil
            }
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard let place = words.firstIndex(where: { $0 == "var" || $0 == "let" }), place + 1 < words.count,
                !words[..<place].contains("static"), !line.contains(" { "), !line.contains("func ")
            else { return nil }
            return String(words[place + 1])
        }
    }

    /// One `switch`: the names of the cases that it tells apart, and what it does with the others.
    struct Switch {
        /// The line it begins on, from 1.
        var line: Int
        /// The names after the point, such as `dispatch` of `case .dispatch:`.
        var cases: Set<String> = []
        /// What follows `default:`; nil when there is none.
        var fallback: String?

        /// True when what is not named is passed over without a word.
        var isSilent: Bool {
            guard let fallback else { return false }
            return fallback.isEmpty
                || ["break", "return", "return nil", "return false", "nil", "false"].contains(fallback)
        }
    }

    /// Every `switch` of the file. Cases stand at the indentation of their `switch`, as the formatter puts them.
    var switches: [Switch] {
        var open: [(indent: Int, found: Switch)] = []
        var done: [Switch] = []
        for (number, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            let body = line.dropFirst(indent)
            if body.isEmpty { continue }
            if let last = open.last, body.first == "}", indent == last.indent {
                done.append(open.removeLast().found)
            }
            if let last = open.indices.last, open[last].indent == indent {
                if body.hasPrefix("case ") {
                    open[last].found.cases.formUnion(SourceFile.names(in: body.dropFirst(5)))
                } else if body.hasPrefix("default:") {
                    let rest = body.dropFirst(8).drop { $0 == " " }
                    let next = lines[(number + 1)...].lazy.map { $0.drop { $0 == " " } }.first { !$0.isEmpty } ?? ""
                    open[last].found.fallback = String(rest.isEmpty ? next : rest)
                }
            }
            if body.hasPrefix("switch ") || body.contains(" switch ") || body.contains("=switch "), body.last == "{" {
                open.append((indent, Switch(line: number + 1)))
            }
        }
        return done
    }

    /// The names that follow a point where a pattern begins: `.dispatch` in `.dispatch, .patrol:`.
    private static func names(in pattern: Substring) -> Set<String> {
        var names: Set<String> = []
        var depth = 0
        var expects = true
        var index = pattern.startIndex
        while index < pattern.endIndex, !(pattern[index] == ":" && depth == 0) {
            let sign = pattern[index]
            if sign == ".", depth == 0, expects {
                let name = pattern[pattern.index(after: index)...].prefix { $0.isLetter || $0.isNumber }
                names.insert(String(name))
                expects = false
            }
            if "([".contains(sign) { depth += 1 }
            if ")]".contains(sign) { depth -= 1 }
            if sign == ",", depth == 0 { expects = true }
            index = pattern.index(after: index)
        }
        return names
    }

    /// The names that the file declares one after another as values of a type, as `static let triage = CommandName("triage")`.
    func names(of type: String) -> Set<String> {
        Set(
            lines.filter { $0.contains(" = \(type)(") }.compactMap { line in
                let words = line.split { !($0.isLetter || $0.isNumber) }
                return words.firstIndex(of: "let").flatMap { $0 + 1 < words.count ? String(words[$0 + 1]) : nil }
            })
    }

    /// The cases of an enumeration, where the file declares it.
    func cases(of type: String) -> Set<String> {
        guard
            let start = lines.firstIndex(where: { line in
                line.last == "{" && ["enum \(type):", "enum \(type) "].contains { line.contains($0) }
            })
        else { return [] }
        let indent = lines[start].prefix { $0 == " " }.count
        let closing = String(repeating: " ", count: indent) + "}"
        let end = lines[start...].firstIndex { $0 == closing } ?? lines.endIndex
        return Set(
            lines[start..<end].filter { $0.prefix { $0 == " " }.count == indent + 4 }
                .map { $0.dropFirst(indent + 4) }
                .filter { $0.hasPrefix("case ") || $0.hasPrefix("indirect case ") }
                .flatMap { line -> [String] in
                    let list = line.drop { $0 != " " }.replacing(/\([^)]*\)/, with: "")
                    return list.split(separator: ",").compactMap { entry in
                        entry.split { !($0.isLetter || $0.isNumber) }.first { $0 != "case" }.map(String.init)
                    }
                })
    }
}

/// The share of values, from 0 to 1, at or below which a value stands: the nearest rank.
func rank(_ share: Double, of values: [Int]) -> Int {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
}

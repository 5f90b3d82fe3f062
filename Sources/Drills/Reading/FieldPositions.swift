/// Where the fields of a TOML file stand. The TOML parser tells positions of its own errors only.
///
/// An element of an array of tables counts from 0: the second `[[inject]]`'s time is `inject.1.at`.
struct FieldPositions {
    private var positions: [String: (line: Int, column: Int)] = [:]
    /// How many elements of each array of tables have begun.
    private var counts: [String: Int] = [:]

    init(_ text: String) {
        var table = ""
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let body = line.drop { $0 == " " || $0 == "\t" }
            let place = (number, line.count - body.count + 1)
            if body.hasPrefix("["), let end = body.lastIndex(of: "]") {
                table = header(
                    Self.plain(body[..<end].filter { $0 != "[" && $0 != "]" }), isElement: body.hasPrefix("[["))
                note(table, place)
            } else if let key = Self.key(body) {
                note(table.isEmpty ? key : "\(table).\(key)", place)
            }
        }
    }

    /// The position of a path such as `inject.1.at`, else of the nearest table above it.
    subscript(path: String) -> (line: Int, column: Int) {
        var path = path
        while true {
            if let found = positions[path] { return found }
            guard let dot = path.lastIndex(of: ".") else { return (0, 0) }
            path = String(path[..<dot])
        }
    }

    private mutating func note(_ path: String, _ place: (line: Int, column: Int)) {
        if positions[path] == nil { positions[path] = place }
    }

    /// The path of a header; a part that names an array of tables means its newest element.
    private mutating func header(_ name: String, isElement: Bool) -> String {
        if isElement { counts[name, default: 0] += 1 }
        var path = ""
        var written = ""
        for part in name.split(separator: ".") {
            written += written.isEmpty ? String(part) : ".\(part)"
            path += path.isEmpty ? String(part) : ".\(part)"
            if let count = counts[written] { path += ".\(count - 1)" }
        }
        return path
    }

    private static func key(_ line: Substring) -> String? {
        if line.hasPrefix("#") { return nil }
        if line.hasPrefix("\"") {
            let rest = line.dropFirst()
            guard let end = rest.firstIndex(of: "\"") else { return nil }
            return String(rest[..<end])
        }
        guard let equals = line.firstIndex(of: "=") else { return nil }
        return plain(line[..<equals])
    }

    private static func plain(_ text: some StringProtocol) -> String {
        String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
    }
}

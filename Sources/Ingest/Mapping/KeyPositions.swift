/// Where the keys of a TOML file stand. The TOML parser tells positions of its own errors only.
struct KeyPositions {
    private var positions: [String: (line: Int, column: Int)] = [:]

    init(_ text: String) {
        var table = ""
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let body = line.drop { $0 == " " || $0 == "\t" }
            let column = line.count - body.count + 1
            if body.hasPrefix("["), let end = body.lastIndex(of: "]") {
                table = Self.plain(body[..<end].drop { $0 == "[" })
                positions[table] = (number, column)
            } else if let key = Self.key(body) {
                let path = table.isEmpty ? key : "\(table).\(key)"
                if positions[path] == nil { positions[path] = (number, column) }
            }
        }
    }

    /// The position of a path such as `time.zone`, else of the nearest table above it.
    subscript(path: String) -> (line: Int, column: Int) {
        var path = path
        while true {
            if let found = positions[path] { return found }
            guard let dot = path.lastIndex(of: ".") else { return (0, 0) }
            path = String(path[..<dot])
        }
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

    private static func plain(_ text: Substring) -> String {
        String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
    }
}

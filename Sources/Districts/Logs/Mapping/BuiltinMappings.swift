import Formats

extension Mapping {
    /// The mapping files that ship with the program, by name without `.toml`.
    package static let builtinTexts: [(name: String, text: String)] = [
        ("san-francisco-fire", PackageResources.san_francisco_fire_toml),
        ("seattle-police", PackageResources.seattle_police_toml),
        ("montgomery-county", PackageResources.montgomery_county_toml),
        ("sample-district", PackageResources.sample_district_toml),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }

    /// The text of the shipped mapping of a name, with or without `.toml`; nil when there is none.
    package static func builtinText(_ name: String) -> String? {
        builtinTexts.first { $0.name == name || $0.name + ".toml" == name }?.text
    }

    /// The shipped mapping of a name, with or without `.toml`; nil when there is none.
    /// - Throws: `MappingError`; a test proves that no shipped file has one.
    package static func builtin(_ name: String) throws(MappingError) -> Mapping? {
        guard let found = builtinTexts.first(where: { $0.name == name || $0.name + ".toml" == name }) else {
            return nil
        }
        return try shipped(found.name, found.text)
    }

    private static func shipped(_ name: String, _ text: String) throws(MappingError) -> Mapping {
        var mapping = try Mapping(text: text, file: "\(name).toml")
        mapping.name = name
        return mapping
    }

    /// All shipped mappings.
    /// - Throws: `MappingError`; a test proves that no shipped file has one.
    package static func builtins() throws(MappingError) -> [Mapping] {
        var mappings: [Mapping] = []
        for (name, text) in builtinTexts { mappings.append(try shipped(name, text)) }
        return mappings
    }

    /// The most bytes that a mapping file may have.
    package static let fileLimit = 1 << 20

    /// Reads a mapping file.
    /// - Throws: `LogError.unreadable` when there is no reading it, `MappingError` with all that is wrong in it.
    package init(path: String) throws {
        let file = try LogFile(path: path)
        var bytes = [UInt8](repeating: 0, count: Self.fileLimit + 1)
        var count = 0
        while count < bytes.count {
            let more = try bytes.withUnsafeMutableBytes {
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
            }
            if more == 0 { break }
            count += more
        }
        guard count <= Self.fileLimit else {
            throw MappingError(problems: [
                SettingsProblem(
                    file: path, line: 0, column: 0, field: "", english: "larger than 1 MiB; is this a mapping file?",
                    chinese: "超过 1 MiB；这是映射文件吗？")
            ])
        }
        try self.init(text: String(decoding: bytes[..<count], as: UTF8.self), file: path)
    }

    /// The mapping among these that fits a log by its header: of those whose telling columns are all there, the one that
    /// asks for the most. `firstRow` decides between equals: a mapping may ask for `Column=text`.
    package static func detect(header: [String], firstRow: [String], among mappings: [Mapping]) -> Mapping? {
        let names = header.map(normalised)
        let fitting = mappings.filter { mapping in
            !mapping.detect.isEmpty
                && mapping.detect.allSatisfy { wanted in
                    guard let equals = wanted.firstIndex(of: "=") else { return names.contains(wanted) }
                    guard let column = names.firstIndex(of: String(wanted[..<equals])), column < firstRow.count else {
                        return false
                    }
                    return firstRow[column].contains(wanted[wanted.index(after: equals)...])
                }
        }
        return fitting.enumerated().max { ($0.element.detect.count, $1.offset) < ($1.element.detect.count, $0.offset) }?
            .element
    }
}

import DispatchModel
import Formats

/// Reads `ground.toml`: what lies under the things of a map.
///
/// Sections: `[beats]` with `file` and `key`, `[water]`, `[[roads]]` with `class` and, to take some features only, `where`
/// and `is`, `[places]` and `[posts]` from a file with `key`, or listed as `[[place]]` and `[[post]]` with `name` and `at`,
/// and `[[blind_spots]]` as circles (`at`, `metres`), corners or a file. Files are GeoJSON and lie beside the description.
package struct GroundFile {
    private let root: SettingsTable
    private let files: (String) -> [UInt8]?
    private var builder: GroundBuilder
    private var sources: [[UInt8]]

    /// The ground of a description; `files` gives the bytes of a file that it names.
    /// - Throws: `SettingsError` with every problem of the description and the files.
    package static func read(
        text: String, file: String, files: @escaping (String) -> [UInt8]?
    ) throws(SettingsError) -> Ground {
        let root = try SettingsTable(text: text, file: file)
        return try read(root, sources: [Array(text.utf8)], name: file, files: files)
    }

    /// The ground of the section `[ground]` of another file, such as a roster; nil where it has none.
    package static func section(
        ofText text: String, file: String, files: @escaping (String) -> [UInt8]?
    ) throws(SettingsError) -> Ground? {
        let root = try SettingsTable(text: text, file: file)
        guard let section = root.subtable("ground") else { return nil }
        return try read(section, sources: [Array(text.utf8)], name: file, files: files)
    }

    /// The ground of a GeoJSON file alone, whose polygons are the beats.
    package static func beats(of bytes: [UInt8], file: String) throws(SettingsError) -> Ground {
        var builder = GroundBuilder(name: file)
        let features = try GroundFile.features(bytes, file: file)
        guard let key = GroundFile.likelyKey(features) else {
            throw SettingsError(problems: [
                SettingsProblem(
                    file: file, line: 0, column: 0, field: "features",
                    english: "no polygon has a property that names it; write a ground.toml with [beats] file and key",
                    chinese: "没有可作名称的属性；请编写 ground.toml，在 [beats] 中给出 file 与 key")
            ])
        }
        for feature in features {
            guard case .areas(let rings)? = feature.geometry, let code = feature.properties[key] else { continue }
            builder.add(beat: code, rings: rings)
        }
        return builder.build(sources: [bytes])
    }

    private static func read(
        _ root: SettingsTable, sources: [[UInt8]], name: String, files: @escaping (String) -> [UInt8]?
    ) throws(SettingsError) -> Ground {
        let builder = GroundBuilder(name: root.string("name") ?? name)
        var reader = GroundFile(root: root, files: files, builder: builder, sources: sources)
        reader.readAll()
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        let ground = reader.builder.build(sources: reader.sources)
        guard !ground.isEmpty else {
            throw SettingsError(problems: [
                SettingsProblem(
                    file: name, line: 0, column: 0, field: "",
                    english:
                        "nothing in it lies on a map; give [beats] file and key, or [[place]], [[post]], [[roads]]",
                    chinese: "其中没有可画的内容；请给出 [beats] 的 file 与 key，或 [[place]]、[[post]]、[[roads]]")
            ])
        }
        return ground
    }

    private mutating func readAll() {
        root.expect(["name", "beats", "water", "roads", "places", "place", "posts", "post", "blind_spots"])
        readBeats()
        if let table = root.subtable("water") {
            table.expect(["file", "where", "is"])
            for feature in features(of: table) { if let shape = feature.geometry { builder.add(water: shape) } }
        }
        for table in root.elements("roads") { readRoads(table) }
        builder.places = sites("places", "place")
        builder.posts = sites("posts", "post")
        for table in root.elements("blind_spots") { readBlindSpot(table) }
    }

    // MARK: Sections

    private mutating func readBeats() {
        guard let table = root.subtable("beats") else { return }
        table.expect(["file", "key", "where", "is"])
        let features = features(of: table)
        guard !features.isEmpty else { return }
        let key = table.string("key") ?? GroundFile.likelyKey(features) ?? "name"
        var found = false
        for feature in features {
            guard case .areas(let rings)? = feature.geometry, let code = feature.properties[key], !code.isEmpty else {
                continue
            }
            found = true
            builder.add(beat: code, rings: rings)
        }
        if !found {
            let known = Set(features.flatMap { $0.properties.keys }).sorted().prefix(8).joined(separator: ", ")
            let shown = MessageFault.excerpt(known)
            table.fault(
                "key", "no polygon has the property \"\(key)\"; there are: \(shown)", "没有带属性“\(key)”的多边形；现有：\(shown)")
        }
    }

    private mutating func readRoads(_ table: SettingsTable) {
        table.expect(["file", "class", "where", "is"])
        let names = Dictionary(uniqueKeysWithValues: Ground.RoadClass.allCases.map { ($0.rawValue, $0) })
        let roadClass = table.choice("class", of: names) ?? .main
        for feature in features(of: table) {
            if case .lines(let lines)? = feature.geometry { builder.add(road: roadClass, lines: lines) }
        }
    }

    private mutating func sites(_ section: String, _ single: String) -> [Ground.Site] {
        var sites: [Ground.Site] = []
        if let table = root.subtable(section) {
            table.expect(["file", "key", "where", "is"])
            let key = table.string("key") ?? "name"
            for feature in features(of: table) {
                guard case .points(let points)? = feature.geometry else { continue }
                sites += points.map { Ground.Site(name: feature.properties[key] ?? "", at: $0) }
            }
        }
        for table in root.elements(single) {
            table.expect(["name", "at"])
            guard let name = table.string("name", required: true), let at = place("at", in: table) else { continue }
            sites.append(Ground.Site(name: name, at: at))
        }
        return sites
    }

    private mutating func readBlindSpot(_ table: SettingsTable) {
        table.expect(["name", "at", "centre", "metres", "file", "where", "is"])
        if table.has("file") {
            for feature in features(of: table) {
                if case .areas(let rings)? = feature.geometry { builder.add(blindSpot: rings) }
            }
            return
        }
        let key = table.has("centre") ? "centre" : "at"
        guard let at = place(key, in: table), let metres = table.number("metres", 1...1_000_000) else {
            if !table.has("metres") { table.fault("metres", "missing; write metres = 260", "缺少；请写 metres = 260") }
            return
        }
        builder.add(blindSpot: at, metres: metres)
    }

    private func place(_ key: String, in table: SettingsTable) -> WorldPoint? {
        table.degrees(key, required: true).map { WorldPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }

    // MARK: Files

    /// The features of the file that a section names, or those of them that it asks for.
    private mutating func features(of table: SettingsTable) -> [GeoFeature] {
        guard let name = table.string("file", required: true) else { return [] }
        guard let bytes = files(name) else {
            table.fault(
                "file", "\(name) cannot be read; it is looked for beside the description", "无法读取 \(name)；应与描述文件放在一起")
            return []
        }
        sources.append(bytes)
        do throws(SettingsError) {
            let all = try GroundFile.features(bytes, file: name)
            guard let property = table.string("where") else { return all }
            let wanted = Set(table.strings("is"))
            return all.filter { wanted.contains($0.properties[property] ?? "") }
        } catch {
            for problem in error.problems {
                table.fault("file", "\(problem.position): \(problem.english)", "\(problem.position)：\(problem.chinese)")
            }
            return []
        }
    }

    /// The features of a file; a fault names the line or the feature.
    static func features(_ bytes: [UInt8], file: String) throws(SettingsError) -> [GeoFeature] {
        do throws(MessageFault) {
            return try GeoJSONReader.read(bytes)
        } catch {
            let before = error.offset.map { bytes.prefix($0) }
            let line = before.map { 1 + $0.count { $0 == UInt8(ascii: "\n") } } ?? 0
            let column = before.map { $0.count - ($0.lastIndex(of: UInt8(ascii: "\n")) ?? -1) } ?? 0
            throw SettingsError(problems: [
                SettingsProblem(
                    file: file, line: line, column: column, field: "", english: error.english, chinese: error.chinese)
            ])
        }
    }

    /// The property by which polygons are most likely named: the first of the usual ones that every one of them has, else any
    /// that is different in each.
    static func likelyKey(_ features: [GeoFeature]) -> String? {
        let areas = features.filter { if case .areas? = $0.geometry { true } else { false } }
        guard let first = areas.first else { return nil }
        let usual = ["beat", "name", "code", "id", "sector", "zone"]
        let names = first.properties.keys.sorted { one, other in
            let (near, far) = (usual.firstIndex(of: one.lowercased()), usual.firstIndex(of: other.lowercased()))
            return near == far ? one < other : (near ?? usual.count) < (far ?? usual.count)
        }
        return names.first { name in
            let values = areas.compactMap { $0.properties[name] }
            return values.count == areas.count
                && (usual.contains(name.lowercased()) || Set(values).count == values.count)
        }
    }
}

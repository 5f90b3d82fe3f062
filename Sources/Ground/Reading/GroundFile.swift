import DispatchModel
import Formats

/// Reads `ground.toml`: what lies under the things of a map.
///
/// Sections: `[beats]` with `file` and `key`, `[water]`, `[[roads]]` with `class` and, to take some features only, `where`
/// and `is`, `[places]` and `[posts]` from a file with `key`, or listed as `[[place]]` and `[[post]]` with `name` and `at`,
/// and `[[blind_spots]]` as circles (`at`, `metres`), corners or a file. Files are GeoJSON and lie beside the description.
package struct GroundFile {
    private let root: SettingsTable
    private let files: (String) -> ShapeFile
    private var builder: GroundBuilder
    private var sources: [[UInt8]]

    /// The ground of a description; `files` gives the bytes of a file that it names.
    /// - Throws: `SettingsError` with every problem of the description and the files.
    package static func read(
        text: String, file: String, files: @escaping (String) -> ShapeFile
    ) throws(SettingsError) -> Ground {
        let root = try SettingsTable(text: text, file: file)
        return try read(root, sources: [Array(text.utf8)], name: file, files: files)
    }

    /// The ground of the section `[ground]` of another file, such as a roster, or of a part of it, such as `[district.ground]`
    /// of a scenario; nil where it has none.
    package static func section(
        _ path: [String] = ["ground"], ofText text: String, file: String, files: @escaping (String) -> ShapeFile
    ) throws(SettingsError) -> Ground? {
        var section = try SettingsTable(text: text, file: file)
        for part in path {
            // What else the file holds in this place is told by those who read the rest of it.
            guard section.table[part]?.table != nil, let inner = section.subtable(part) else { return nil }
            section = inner
        }
        return try read(section, sources: [Array(text.utf8)], name: file, files: files)
    }

    /// The ground of a GeoJSON file alone, whose polygons are the beats.
    package static func beats(of bytes: [UInt8], file: String) throws(SettingsError) -> Ground {
        let shapes = try ShapeSet(path: file, bytes: bytes)
        var builder = GroundBuilder(name: name(ofPath: file))
        let beats = BeatShapes(shapes, key: nil)
        if let fault = beats.fault {
            throw SettingsError(problems: [
                SettingsProblem(
                    file: file, line: 0, column: 0, field: "features", english: fault.english, chinese: fault.chinese)
            ])
        }
        beats.add(to: &builder)
        return builder.build(sources: [bytes])
    }

    /// A path's last part.
    private static func name(ofPath path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func read(
        _ root: SettingsTable, sources: [[UInt8]], name: String, files: @escaping (String) -> ShapeFile
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
            for shape in features(of: table, { $0.shapes.contains { !$0.isPoints } ? $0.shapes : nil }, .water).joined()
            {
                builder.add(water: shape)
            }
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
        let key = table.string("key")
        guard let shapes = shapes(of: table) else { return }
        let beats = BeatShapes(shapes, key: key)
        beats.add(to: &builder)
        if let fault = beats.fault { table.fault(key == nil ? "file" : "key", fault.english, fault.chinese) }
    }

    private mutating func readRoads(_ table: SettingsTable) {
        table.expect(["file", "class", "where", "is"])
        let names = Dictionary(uniqueKeysWithValues: Ground.RoadClass.allCases.map { ($0.rawValue, $0) })
        let roadClass = table.choice("class", of: names) ?? .main
        for lines in features(of: table, { $0.lines.isEmpty ? nil : $0.lines }, .lines) {
            builder.add(road: roadClass, lines: lines)
        }
    }

    private mutating func sites(_ section: String, _ single: String) -> [Ground.Site] {
        var sites: [Ground.Site] = []
        if let table = root.subtable(section) {
            table.expect(["file", "key", "where", "is"])
            let key = table.string("key") ?? "name"
            for feature in features(of: table, { $0.points.isEmpty ? nil : $0 }, .points) {
                sites += feature.points.map { Ground.Site(name: feature.text(key) ?? "", at: $0) }
            }
            if !sites.isEmpty, sites.allSatisfy({ $0.name.isEmpty }), table.has("key") {
                table.fault("key", "no point has the property \"\(key)\"", "没有带属性“\(key)”的点")
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
        let name = table.string("name") ?? ""
        if table.has("file") {
            for rings in features(of: table, { $0.rings.isEmpty ? nil : $0.rings }, .areas) {
                builder.add(blindSpot: rings, name: name)
            }
            return
        }
        let key = table.has("centre") ? "centre" : "at"
        guard let at = place(key, in: table), let metres = table.number("metres", 1...1_000_000) else {
            if !table.has("metres") { table.fault("metres", "missing; write metres = 260", "缺少；请写 metres = 260") }
            return
        }
        builder.add(blindSpot: at, metres: metres, name: name)
    }

    private func place(_ key: String, in table: SettingsTable) -> WorldPoint? {
        table.degrees(key, required: true).map { WorldPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }

    // MARK: Files

    /// What a section takes of a file.
    private enum Kind {
        case water, lines, points, areas

        var words: (english: String, chinese: String) {
            switch self {
            case .water: ("polygons or lines", "多边形或线")
            case .lines: ("lines", "线")
            case .points: ("points", "点")
            case .areas: ("polygons", "多边形")
            }
        }
    }

    /// What a section takes of the features of its file, where it takes any.
    private mutating func features<Taken>(
        of table: SettingsTable, _ take: (GeoFeature) -> Taken?, _ kind: Kind
    ) -> [Taken] {
        guard let shapes = shapes(of: table) else { return [] }
        let taken = shapes.features.compactMap(take)
        if taken.isEmpty, !shapes.features.isEmpty {
            table.fault(
                "file", "\(shapes.path) holds no \(kind.words.english); name a file that does",
                "\(shapes.path) 中没有\(kind.words.chinese)；请给出含有它们的文件")
        }
        return taken
    }

    /// The shapes of the file that a section names, or those of them that it asks for; nil where there are none to take.
    private mutating func shapes(of table: SettingsTable) -> ShapeSet? {
        guard let name = table.string("file", required: true) else { return nil }
        let (path, bytes): (String, [UInt8])
        switch files(name) {
        case .found(let found, let all): (path, bytes) = (found, all)
        case .refused(let path, let english, let chinese):
            table.fault("file", "\(path): \(english)", "\(path)：\(chinese)")
            return nil
        }
        sources.append(bytes)
        do throws(SettingsError) {
            var shapes = try ShapeSet(path: path, bytes: bytes)
            if shapes.features.isEmpty {
                table.fault("file", "\(path) holds no feature", "\(path) 中没有要素")
                return nil
            }
            guard choose(in: &shapes, table) else { return nil }
            return shapes
        } catch {
            for problem in error.problems {
                table.fault("file", "\(problem.position): \(problem.english)", "\(problem.position)：\(problem.chinese)")
            }
            return nil
        }
    }

    /// Keeps the features that `where` and `is` ask for; false, and a fault, where there are none.
    private func choose(in shapes: inout ShapeSet, _ table: SettingsTable) -> Bool {
        guard let property = table.string("where") else {
            if table.has("is") {
                table.fault("where", "missing; write where = \"property\" beside is", "缺少；请在 is 旁写 where = \"属性\"")
            }
            return true
        }
        let wanted = Set(table.strings("is"))
        guard !wanted.isEmpty else {
            table.fault("is", "missing; write is = [\"value\"] beside where", "缺少；请在 where 旁写 is = [\"值\"]")
            return false
        }
        let all = shapes.features
        shapes.features = all.filter { wanted.contains($0.properties[property] ?? "") }
        guard shapes.features.isEmpty else { return true }
        let values = Set(all.compactMap { $0.properties[property] }).sorted()
        if values.isEmpty {
            let offered = GroundKey.offered(all)
            table.fault(
                "where", "no feature has the property \"\(property)\"; there are: \(offered)",
                "没有带属性“\(property)”的要素；现有：\(offered)")
        } else {
            let shown = values.prefix(8).map { MessageFault.excerpt($0) }.joined(separator: ", ")
            table.fault(
                "is", "no feature's \"\(property)\" is one of these; there are: \(shown)",
                "没有要素的“\(property)”属于所列值；现有：\(shown)")
        }
        return false
    }
}

extension GeoGeometry {
    fileprivate var isPoints: Bool { if case .points = self { true } else { false } }
}

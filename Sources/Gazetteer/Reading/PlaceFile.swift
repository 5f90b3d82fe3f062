import DispatchModel
import Formats
import Ground

/// Reads `places.toml`: which files hold the places and hazards of a room, and some written right there.
///
/// Keys: `files`, a list of CSV and GeoJSON files, `hazards`, a list of CSV files, and `beats`, a GeoJSON file with the
/// outlines of beats, all beside it; `[[place]]` with `kind`, `name`, `aliases`, `from`, `to`, `side`, `at`, `end`, `beat`;
/// `[[hazard]]` with `kind`, `place`, `beat`, `at`, `metres`, `words`, `source`, `until`.
enum PlaceFile {
    static func read(_ bytes: [UInt8], file: String, files: (String) -> ShapeFile, into read: inout PlaceReader) {
        let root: SettingsTable
        do throws(SettingsError) {
            root = try SettingsTable(text: String(decoding: bytes, as: UTF8.self), file: file)
        } catch {
            for problem in error.problems { read.note(problem) }
            return
        }
        root.expect(["files", "hazards", "beats", "place", "hazard"])
        // Outlines first: places get their beats by them.
        if let name = root.string("beats"), let found = namedBytes(name, "beats", root, files) {
            do throws(SettingsError) {
                read.add(try GroundFile.beats(of: found.bytes, file: found.path))
            } catch {
                for problem in error.problems { read.note(problem) }
            }
        }
        for name in root.strings("files") {
            guard let found = namedBytes(name, "files", root, files) else { continue }
            if found.path.lowercased().hasSuffix(".toml") {
                root.fault("files", "\(found.path): name CSV and GeoJSON files", "\(found.path)：请列出 CSV 与 GeoJSON 文件")
                continue
            }
            read.takePlaces(found.bytes, file: found.path, files: files)
        }
        for name in root.strings("hazards") {
            if let found = namedBytes(name, "hazards", root, files) { read.takeHazards(found.bytes, file: found.path) }
        }
        for table in root.elements("place") { place(table, file, &read) }
        for table in root.elements("hazard") { hazard(table, file, &read) }
        for problem in root.problems.all { read.note(problem) }
    }

    private static func namedBytes(
        _ name: String, _ key: String, _ root: SettingsTable, _ files: (String) -> ShapeFile
    ) -> (path: String, bytes: [UInt8])? {
        switch files(name) {
        case .found(let path, let bytes): return (path, bytes)
        case .refused(let path, let english, let chinese):
            root.fault(key, "\(path): \(english)", "\(path)：\(chinese)")
            return nil
        }
    }

    private static func point(_ table: SettingsTable, _ key: String) -> GeoPoint? {
        table.degrees(key).flatMap { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }

    private static func names(_ table: SettingsTable, _ key: String) -> BilingualText? {
        switch table.name(key, required: true) {
        case .one(let text)?: BilingualText(text, text)
        case .both(let english, let chinese)?: BilingualText(english, chinese)
        case nil: nil
        }
    }

    private static func place(_ table: SettingsTable, _ file: String, _ read: inout PlaceReader) {
        read.countRow()
        table.expect(["kind", "name", "aliases", "from", "to", "side", "at", "end", "beat"])
        let kinds = Dictionary(uniqueKeysWithValues: PlaceKind.allCases.map { ($0.word, $0) })
        let kind = table.choice("kind", of: kinds) ?? .landmark
        guard let names = names(table, "name") else { return }
        var record = PlaceRecord(
            kind: kind, names: names, aliases: Array(table.strings("aliases").prefix(PlaceReader.aliasLimit)),
            point: point(table, "at"), end: point(table, "end"), beat: table.string("beat") ?? "")
        let limit = 0...HouseNumbers.limit
        let sides: [String: HouseNumbers.Side] = ["both": .both, "odd": .odd, "even": .even]
        if let from = table.integer("from", limit), let to = table.has("to") ? table.integer("to", limit) : from {
            record.numbers = HouseNumbers(from: from, to: to, side: table.choice("side", of: sides) ?? .both)
            if record.numbers == nil { table.fault("to", "must not be below from", "不应小于 from") }
        }
        read.add(record, PlaceSpot(file: file, line: table.line(of: "name"), column: 1))
    }

    private static func hazard(_ table: SettingsTable, _ file: String, _ read: inout PlaceReader) {
        read.countRow()
        let known = ["kind", "place", "beat", "at", "metres", "words", "source", "until"]
        for key in table.keys where !known.contains(key) {
            let list = NameList(known)
            table.fault(
                key, "unknown; hazards are of places, never of persons: remove it or write one of: \(list.english)",
                "未知字段；隐患只针对地点，不针对个人：请删除，或改为：\(list.chinese)")
        }
        guard let place = names(table, "place"), let words = names(table, "words") else { return }
        var written = WrittenHazard(point: point(table, "at"))
        written.kind = table.string("kind") ?? ""
        (written.place, written.words) = (place, words)
        written.beat = table.string("beat") ?? ""
        written.metres = table.number("metres", 1...PlaceHazards.farthest).map { "\($0)" } ?? ""
        written.source = table.string("source") ?? ""
        written.until = table.string("until") ?? ""
        written.add(to: &read) { PlaceSpot(file: file, line: table.line(of: $0), column: 1) }
    }
}

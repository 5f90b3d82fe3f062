import DispatchModel
import Formats
import Ground

/// Reads places from GeoJSON: points, lines as parts of streets, polygons as beats or as what has a middle.
enum PlaceFeatures {
    static func read(_ bytes: [UInt8], file: String, into read: inout PlaceReader) {
        var limits = GeoLimits()
        limits.bytes = PlaceReader.byteLimit
        limits.features = GazetteerBuilder.limit
        limits.places = 4 * GazetteerBuilder.limit
        let found: GeoFile
        do throws(MessageFault) {
            found = try GeoJSONReader.read(bytes, limits: limits)
        } catch {
            let place = error.offset.map { GeoLines.place(of: $0, in: bytes) }
            let spot = PlaceSpot(file: file, line: place?.line ?? 0, column: place?.column ?? 0)
            return read.note(spot, place == nil ? error.path : "", error.english, error.chinese)
        }
        let outlines = outlines(found.features)
        read.add(outlines)
        var wrong: [(number: Int, field: String, english: String, chinese: String)] = found.faults.map {
            ($0.feature, $0.fault.path, $0.fault.english, $0.fault.chinese)
        }
        for feature in found.features {
            read.countRow()
            do throws(Fault) {
                for record in try records(feature) { read.add(record, PlaceSpot(file: file)) }
            } catch {
                wrong.append((feature.number, error.field, error.english, error.chinese))
            }
        }
        let places = GeoLines.places(of: Set(wrong.map(\.number)), in: bytes)
        for one in wrong {
            let place = places[one.number]
            let spot = PlaceSpot(file: file, line: place?.line ?? 0, column: place?.column ?? 0)
            read.note(spot, "features[\(one.number)].\(one.field)", one.english, one.chinese)
        }
        if found.moreFaults > 0 {
            read.note(
                PlaceSpot(file: file), "features", "\(found.moreFaults) more features cannot be taken",
                "另有 \(found.moreFaults) 个要素无法采用")
        }
    }

    private struct Fault: Error {
        var field: String
        var english: String
        var chinese: String
    }

    /// The polygons that are beats, by their codes.
    private static func outlines(_ features: [GeoFeature]) -> Ground {
        var builder = GroundBuilder(name: "")
        for feature in features where kind(feature) == .beat && !feature.rings.isEmpty {
            if let code = feature.text("beat") ?? feature.text("name") { builder.add(beat: code, rings: feature.rings) }
        }
        return builder.build(sources: [])
    }

    private static func kind(_ feature: GeoFeature) -> PlaceKind? {
        guard let written = feature.text("kind") else {
            return feature.lines.isEmpty ? .landmark : .street
        }
        return PlaceKind(written: written)
    }

    private static func records(_ feature: GeoFeature) throws(Fault) -> [PlaceRecord] {
        guard let kind = kind(feature) else {
            let list = NameList(PlaceKind.allCases.map(\.word))
            let shown = MessageFault.excerpt(feature.text("kind") ?? "")
            throw Fault(
                field: "kind", english: "\"\(shown)\" is none of: \(list.english)",
                chinese: "“\(shown)”不在可选值中：\(list.chinese)")
        }
        guard let english = feature.text("name") ?? feature.text("name_zh") else {
            throw Fault(field: "name", english: "missing; write what the place is called", chinese: "缺少；请填写地点名称")
        }
        let chinese = feature.text("name_zh") ?? feature.text("name:zh")
        guard english.utf8.count <= PlaceReader.nameLimit, chinese?.utf8.count ?? 0 <= PlaceReader.nameLimit else {
            throw Fault(
                field: "name", english: "longer than \(PlaceReader.nameLimit) bytes; shorten it",
                chinese: "超过 \(PlaceReader.nameLimit) 字节；请缩短")
        }
        var record = PlaceRecord(
            kind: kind, names: chinese.map { BilingualText(english, $0) } ?? BilingualText(written: english),
            aliases: PlaceAliases.split(feature.text("aliases") ?? ""), beat: feature.text("beat") ?? "")
        if kind == .beat, record.beat.isEmpty { record.beat = english }
        record.numbers = try numbers(feature)
        let ends = ends(feature)
        guard !ends.isEmpty else { return [record] }
        return ends.map { first, last in
            var own = record
            (own.point, own.end) = (first, last)
            return own
        }
    }

    private static func numbers(_ feature: GeoFeature) throws(Fault) -> HouseNumbers? {
        var aside = PlaceReader()
        let said = PlaceNumbers.read(
            feature.text("from") ?? "", feature.text("to") ?? "", feature.text("side") ?? "", PlaceSpot(file: ""),
            into: &aside)
        switch said {
        case .value(let numbers): return numbers
        case .empty: return nil
        case .fault:
            let problem = aside.finish().problems.first
            throw Fault(
                field: problem?.field ?? "from", english: problem?.english ?? "", chinese: problem?.chinese ?? "")
        }
    }

    /// Where each shape of a feature begins and ends; the middle of what is an area.
    private static func ends(_ feature: GeoFeature) -> [(GeoPoint, GeoPoint?)] {
        let points = feature.points.map { ($0.point, GeoPoint?.none) }
        let lines = feature.lines.compactMap { line in
            line.first.flatMap { first in line.last.map { (first.point, Optional($0.point)) } }
        }
        let box = WorldBox(feature.rings.joined())
        return points + lines + (box.map { [($0.middle.point, nil)] } ?? [])
    }
}

import DispatchModel
import Formats

/// Reads hazards and notes of places from CSV.
enum HazardTable {
    /// Its columns. There is none for a person, and what is not among them is not read.
    static let columns: [TableColumns.Column] = [
        .init("kind"), .init("place", required: true), .init("place_zh"), .init("beat"), .init("lat", "latitude"),
        .init("lon", "lng", "longitude"), .init("metres", "meters"), .init("words", required: true), .init("words_zh"),
        .init("source", required: true), .init("until", required: true),
    ]

    static func read(_ bytes: [UInt8], file: String, into read: inout PlaceReader) {
        var reader = CSVReader(bytes: bytes)
        let unknown = ("; hazards are of places, never of persons", "；隐患只针对地点，不针对个人")
        guard TableColumns.first(&reader, file: file, into: &read),
            let columns = TableColumns(reader, columns, file: file, unknown: unknown, into: &read)
        else { return }
        reader.expectedFields = columns.count
        while let step = reader.nextStep {
            read.countRow()
            switch step {
            case .fault(let fault): read.note(fault, PlaceSpot(file: file, line: reader.line, column: 1))
            case .row: row(reader, columns, into: &read)
            }
        }
    }

    private static func row(_ reader: CSVReader, _ columns: TableColumns, into read: inout PlaceReader) {
        let point: GeoPoint?
        switch columns.point(reader, "lat", "lon", into: &read) {
        case .fault: return
        case .empty: point = nil
        case .value(let value): point = value
        }
        var written = WrittenHazard(point: point)
        written.kind = columns.text(reader, "kind")
        written.place = BilingualText(recorded: columns.text(reader, "place"), columns.text(reader, "place_zh"))
        written.beat = columns.text(reader, "beat")
        written.metres = columns.text(reader, "metres")
        written.words = BilingualText(recorded: columns.text(reader, "words"), columns.text(reader, "words_zh"))
        written.source = columns.text(reader, "source")
        written.until = columns.text(reader, "until")
        written.add(to: &read) { columns.spot(reader, $0) }
    }
}

/// A hazard as a file writes it, not yet checked.
struct WrittenHazard {
    var kind = ""
    var place = BilingualText("", "")
    var beat = ""
    var point: GeoPoint?
    var metres = ""
    var words = BilingualText("", "")
    var source = ""
    var until = ""

    init(point: GeoPoint?) { self.point = point }

    /// Takes it in, or notes everything that is wrong with it, each at its field.
    func add(to read: inout PlaceReader, at spot: (String) -> PlaceSpot) {
        var isWhole = true
        func fault(_ field: String, _ english: String, _ chinese: String) {
            isWhole = false
            read.note(spot(field), field, english, chinese)
        }
        let kind = kind.isEmpty ? PlaceHazard.Kind.hazard : PlaceHazard.Kind(rawValue: kind.lowercased())
        if kind == nil { fault("kind", "none of: hazard, note", "不在可选值中：hazard、note") }
        if place.isEmpty { fault("place", "empty; write the place as a caller would name it", "为空；请填写地点") }
        if words.isEmpty { fault("words", "empty; write what is to be known of the place", "为空；请填写须知内容") }
        if max(words.english.utf8.count, words.chinese.utf8.count) > PlaceReader.wordLimit {
            fault(
                "words", "longer than \(PlaceReader.wordLimit) bytes; shorten it", "超过 \(PlaceReader.wordLimit) 字节；请缩短")
        }
        if source.isEmpty {
            fault("source", "empty; write who found it, such as \"inspection 2026-03\"", "为空；请填写来源，例如“2026-03 检查”")
        }
        let day = Self.day(until)
        if day == nil {
            fault(
                "until", "\"\(MessageFault.excerpt(until))\" is no day; write its last one, such as 2026-12-31",
                "“\(MessageFault.excerpt(until))”不是日期；请填写截止日，例如 2026-12-31")
        }
        let metres = metres.isEmpty ? PlaceHazard.usualMetres : Double(metres) ?? -1
        if !(1...PlaceHazards.farthest).contains(metres) {
            fault(
                "metres", "must be a number from 1 to \(Int(PlaceHazards.farthest))",
                "应为 1 至 \(Int(PlaceHazards.farthest)) 的数")
        }
        guard isWhole, let kind, let day else { return }
        read.add(
            PlaceHazard(
                kind: kind, place: place, beat: beat, point: point, metres: metres, words: words, source: source,
                until: day), spot("place"))
    }

    /// A day as `2026-12-31`.
    private static func day(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return date.exists ? date : nil
    }
}

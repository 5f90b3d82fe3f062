import DispatchModel
import Formats

/// Reads places from CSV: a first line with the columns, a place or a part of a street a line.
enum PlaceTable {
    /// Its columns, in the order in which help shows them.
    static let columns: [TableColumns.Column] = [
        .init("kind"), .init("name", "name_en"), .init("name_zh", "name_chinese", "名称"), .init("aliases", "alias"),
        .init("from", "number_from"), .init("to", "number_to"), .init("side"), .init("lat", "latitude"),
        .init("lon", "lng", "long", "longitude"), .init("to_lat"), .init("to_lon", "to_lng"), .init("beat", "巡区"),
    ]

    /// The first line of a file with all of them.
    static var header: String { columns.map { $0.names[0] }.joined(separator: ",") }

    static func read(_ bytes: [UInt8], file: String, into read: inout PlaceReader) {
        var reader = CSVReader(bytes: bytes)
        guard TableColumns.first(&reader, file: file, into: &read),
            let columns = TableColumns(reader, columns, file: file, unknown: ("", ""), into: &read)
        else { return }
        guard columns.has("name") || columns.has("name_zh") else {
            return read.note(
                PlaceSpot(file: file, line: reader.line, column: 1), "",
                "the first line names no column name; write kind,name,lat,lon,beat there",
                "首行缺少列 name；请写 kind,name,lat,lon,beat")
        }
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
        guard let kind = kind(reader, columns, &read), let names = names(reader, columns, &read) else { return }
        let numbers: HouseNumbers?
        switch self.numbers(reader, columns, &read) {
        case .fault: return
        case .empty: numbers = nil
        case .value(let value): numbers = value
        }
        var record = PlaceRecord(kind: kind, names: names, numbers: numbers, beat: columns.text(reader, "beat"))
        // A point that cannot be read is told; the name can be found all the same.
        if case .value(let point) = columns.point(reader, "lat", "lon", into: &read) { record.point = point }
        if case .value(let point) = columns.point(reader, "to_lat", "to_lon", into: &read) { record.end = point }
        let aliases = columns.text(reader, "aliases")
        if !aliases.isEmpty { record.aliases = PlaceAliases.split(aliases) }
        read.add(record, columns.spot(reader, "name"))
    }

    private static func kind(
        _ reader: CSVReader, _ columns: TableColumns, _ read: inout PlaceReader
    ) -> PlaceKind? {
        let written = columns.text(reader, "kind")
        if written.isEmpty { return .landmark }
        if let kind = PlaceKind(written: written) { return kind }
        let list = NameList(PlaceKind.allCases.map(\.word))
        read.note(
            columns.spot(reader, "kind"), "kind", "\"\(MessageFault.excerpt(written))\" is none of: \(list.english)",
            "“\(MessageFault.excerpt(written))”不在可选值中：\(list.chinese)")
        return nil
    }

    private static func names(
        _ reader: CSVReader, _ columns: TableColumns, _ read: inout PlaceReader
    ) -> BilingualText? {
        let (english, chinese) = (columns.text(reader, "name"), columns.text(reader, "name_zh"))
        guard !english.isEmpty || !chinese.isEmpty else {
            read.note(columns.spot(reader, "name"), "name", "empty; write what the place is called", "为空；请填写地点名称")
            return nil
        }
        guard english.utf8.count <= PlaceReader.nameLimit, chinese.utf8.count <= PlaceReader.nameLimit else {
            read.note(
                columns.spot(reader, "name"), "name", "longer than \(PlaceReader.nameLimit) bytes; shorten it",
                "超过 \(PlaceReader.nameLimit) 字节；请缩短")
            return nil
        }
        if chinese.isEmpty { return BilingualText(written: english) }
        return BilingualText(english.isEmpty ? chinese : english, chinese)
    }

    private static func numbers(
        _ reader: CSVReader, _ columns: TableColumns, _ read: inout PlaceReader
    ) -> FieldValue<HouseNumbers> {
        PlaceNumbers.read(
            columns.text(reader, "from"), columns.text(reader, "to"), columns.text(reader, "side"),
            columns.spot(reader, "from"), into: &read)
    }
}

/// House numbers as files write them.
enum PlaceNumbers {
    static func read(
        _ from: String, _ to: String, _ side: String, _ spot: PlaceSpot, into read: inout PlaceReader
    ) -> FieldValue<HouseNumbers> {
        if from.isEmpty, to.isEmpty { return .empty }
        let low = Int(from.isEmpty ? to : from)
        let high = Int(to.isEmpty ? from : to)
        let written: HouseNumbers.Side? =
            switch side.lowercased() {
            case "", "both", "all": .both
            case "odd", "单": .odd
            case "even", "双": .even
            default: nil
            }
        guard let written else {
            read.note(
                spot, "side", "\"\(MessageFault.excerpt(side))\" is none of: both, odd, even",
                "“\(MessageFault.excerpt(side))”不在可选值中：both、odd、even")
            return .fault
        }
        if let low, let high, let numbers = HouseNumbers(from: low, to: high, side: written) { return .value(numbers) }
        let shown = MessageFault.excerpt("\(from)-\(to)")
        read.note(
            spot, "from",
            "\"\(shown)\" is no range of house numbers; write whole numbers from 0 to \(HouseNumbers.limit), the lower in from",
            "“\(shown)”不是门牌号范围；请填写 0 至 \(HouseNumbers.limit) 的整数，小的写在 from")
        return .fault
    }
}

/// Aliases as files write them.
enum PlaceAliases {
    /// Those between semicolons, without blanks around them; at most so many.
    static func split(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "；" || $0 == "|" }.map { String($0.trimmingBlanks) }
            .filter { !$0.isEmpty && $0.utf8.count <= PlaceReader.nameLimit }.prefix(PlaceReader.aliasLimit)
            .map(\.self)
    }
}

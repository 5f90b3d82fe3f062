import DispatchModel
import Formats

/// The columns of a CSV file by the names in its first line, and fields read by them.
struct TableColumns {
    /// What a column may be called, the first name the one that help shows.
    struct Column {
        var names: [String]
        var isRequired = false

        init(_ names: String..., required: Bool = false) { (self.names, isRequired) = (names, required) }
    }

    private var places: [String: Int] = [:]
    let file: String
    /// How many there are.
    let count: Int

    /// The columns of the row just found. Columns that are not known are told, and nothing of them is read; nil where one
    /// that is needed is not there.
    init?(_ reader: CSVReader, _ known: [Column], file: String, unknown: (String, String), into read: inout PlaceReader)
    {
        self.file = file
        count = reader.fieldCount
        for index in 0..<reader.fieldCount {
            let written = reader.text(index)
            let name = written.lowercased().map { "- ".contains($0) ? "_" : $0 }
            guard !name.isEmpty else { continue }
            guard let column = known.first(where: { $0.names.contains(String(name)) }) else {
                let list = NameList(known.map { $0.names[0] })
                read.note(
                    PlaceSpot(file: file, line: reader.line, column: index + 1), MessageFault.excerpt(written),
                    "unknown column, which is not read\(unknown.0); there are: \(list.english)",
                    "未知列，未读取\(unknown.1)；可用：\(list.chinese)")
                continue
            }
            if places[column.names[0]] == nil { places[column.names[0]] = index }
        }
        let missing = known.filter { $0.isRequired && places[$0.names[0]] == nil }.map { $0.names[0] }
        guard missing.isEmpty else {
            let list = NameList(missing)
            read.note(
                PlaceSpot(file: file, line: reader.line, column: 1), "",
                "the first line names no column \(list.english); write it there", "首行缺少列 \(list.chinese)；请补写")
            return nil
        }
    }

    /// What a column of the row says; empty for none.
    func text(_ reader: CSVReader, _ column: String) -> String {
        places[column].map { reader.text($0) } ?? ""
    }

    func has(_ column: String) -> Bool { places[column] != nil }

    /// Where a column of the row stands.
    func spot(_ reader: CSVReader, _ column: String) -> PlaceSpot {
        PlaceSpot(file: file, line: reader.line, column: (places[column] ?? 0) + 1)
    }

    /// A number of degrees pair; nil where both are empty. Notes what is no point and gives it as a fault.
    func point(
        _ reader: CSVReader, _ latitude: String, _ longitude: String, into read: inout PlaceReader
    ) -> FieldValue<GeoPoint> {
        let (north, east) = (text(reader, latitude), text(reader, longitude))
        if north.isEmpty, east.isEmpty { return .empty }
        let values = (Double(north), Double(east))
        if let first = values.0, let second = values.1, let point = GeoPoint(latitude: first, longitude: second),
            !point.isAtZero
        {
            return .value(point)
        }
        let isSwapped = values.0.map { abs($0) > 90 } == true && values.1.map { abs($0) <= 90 } == true
        let written = MessageFault.excerpt("\(north), \(east)")
        read.note(
            spot(reader, latitude), latitude,
            "\"\(written)\" is no point\(isSwapped ? ": the longitude stands first" : ""); write \(latitude) -90 to 90 and \(longitude) -180 to 180, or leave both empty",
            "“\(written)”不是坐标\(isSwapped ? "：经度写在了前面" : "")；请填写 \(latitude)（-90 至 90）与 \(longitude)（-180 至 180），或都留空")
        return .fault
    }

    /// The beginning of the reading of a file: its first row.
    static func first(_ reader: inout CSVReader, file: String, into read: inout PlaceReader) -> Bool {
        while let step = reader.nextStep {
            switch step {
            case .row: return true
            case .fault(let fault): read.note(fault, PlaceSpot(file: file, line: reader.line, column: 1))
            }
        }
        read.note(PlaceSpot(file: file), "", "nothing in it; write a first line with the columns", "文件为空；请在首行写列名")
        return false
    }
}

/// What a field says.
enum FieldValue<Value> {
    case value(Value)
    case empty
    /// Something that it cannot say, which has been noted.
    case fault
}

extension CSVReader {
    /// The next step of bytes in memory, whose reading cannot fail.
    var nextStep: Step? {
        mutating get {
            do { return try next() } catch { return nil }
        }
    }
}

extension PlaceReader {
    /// Notes a row that could not be read.
    mutating func note(_ fault: CSVFault, _ spot: PlaceSpot) {
        let said: (String, String) =
            switch fault {
            case .unclosedQuote: ("a quote is never closed; close it", "引号未闭合；请补上")
            case .textAfterQuote: ("something stands behind a closing quote; put a comma there", "引号后有多余文字；请加逗号")
            case .fieldCount(let found, let expected):
                (
                    "\(found) fields where the first line has \(expected); write as many",
                    "有 \(found) 个字段，首行为 \(expected) 个；请保持一致"
                )
            case .fieldTooLong: ("a field is too long; shorten it", "字段过长；请缩短")
            case .rowTooLong: ("the row is too long; shorten it", "该行过长；请缩短")
            }
        note(spot, "", said.0, said.1)
    }
}

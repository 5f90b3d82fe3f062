import DispatchModel
import Glibc
import TestSupport
import Testing

@testable import Districts

/// What a file is and how it is written.
@Suite struct WritingTests {
    private let rows = [TownLog.header, TownLog.row("1", "E1", TownLog.evening)]

    @Test("separators are found by the header", arguments: [";", "\t", "|"])
    func separators(_ sign: String) throws {
        let text = rows.joined(separator: "\r\n").replacing(",", with: sign)
        let log = try TownLog.log(text: text)
        #expect(log.callCount == 1 && log.incidents.first?.place.point != nil)
        #expect(log.writing.separator == sign.utf8.first && !log.writing.isUsual)
        #expect(try TownLog.log(text: "sep=\(sign)\n" + text).callCount == 1)
        let stated = "[file]\nseparator = \"\(sign == "\t" ? "\\t" : sign)\"\n" + TownLog.mapping
        #expect(try TownLog.log(text: text, mapping: moved(stated)).callCount == 1)
    }

    /// A table may not stand before the root's own keys.
    private func moved(_ mapping: String) -> String {
        let lines = mapping.split(separator: "\n")
        let root = lines.filter { $0.hasPrefix("title") || $0.hasPrefix("source") }
        return (root + lines.filter { !root.contains($0) }).joined(separator: "\n")
    }

    @Test("decimal commas stand for points where numbers have columns of their own")
    func decimalComma() throws {
        let text = rows.joined(separator: "\n").replacing(",", with: ";").replacing("48.1;11.5", with: "48,1;11,5")
        #expect(try TownLog.log(text: text).incidents.first?.place.point == GeoPoint(latitude: 48.1, longitude: 11.5))
    }

    @Test("a header that no separator makes fit is told with what it has")
    func strange() throws {
        #expect {
            try TownLog.log(text: "Id;When;What\n1;2;3")
        } throws: { error in
            guard case .missingColumns(_, let mapping, let columns, let header)? = error as? LogError else {
                return false
            }
            let told = (error as? LogError)?.english ?? ""
            return mapping == "town.toml" && columns.prefix(3) == ["Call", "Unit", "Received"]
                && header.names == ["Id", "When", "What"] && told.contains("semicolons") && told.contains("When")
        }
    }

    @Test("encodings are found by the header or by the mark, and may be stated")
    func encodings() throws {
        let text = rows.joined(separator: "\n").replacing("Call", with: "案件编号").replacing("MILL LANE", with: "中山路")
        let mapping = TownLog.mapping.replacing("\"Call\"", with: "\"案件编号\"")
        for name in ["GBK", "UTF-16LE", "UTF-16BE", "UTF-8"] {
            let bytes = try #require(encoded(text, name))
            let log = try TownLog.log(bytes: bytes, mapping: mapping)
            #expect(log.incidents.first?.place.text == "1 中山路, North", "\(name)")
            #expect(log.problems.groups.isEmpty, "\(name)")
        }
        let marked = try #require(encoded("\u{FEFF}" + text, "UTF-16LE"))
        #expect(try TownLog.log(bytes: marked, mapping: mapping).callCount == 1)
        // A header in ASCII tells nothing: the bytes are shown as damaged until the mapping says what they are.
        let plain = try #require(encoded(text.replacing("案件编号", with: "Call"), "GBK"))
        #expect(try TownLog.log(bytes: plain).problems.groups.first?.example == .repairedText)
        let stated = moved("[file]\nencoding = \"gb2312\"\n" + TownLog.mapping)
        #expect(try TownLog.log(bytes: plain, mapping: stated).incidents.first?.place.text == "1 中山路, North")
    }

    private func encoded(_ text: String, _ name: String) -> [UInt8]? {
        guard let handle = iconv_open(name, "UTF-8"), handle != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(handle) }
        var input = Array(text.utf8CString.dropLast())
        var output = [CChar](repeating: 0, count: input.count * 4)
        var (left, room) = (input.count, output.count)
        let all = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                _ = iconv(handle, &from, &left, &to, &room)
            }
        }
        return left == 0 ? output[..<(all - room)].map { UInt8(bitPattern: $0) } : nil
    }

    @Test("letters that are cut by the edge of a read, and bytes that are none, cost nothing else")
    func transcoding() throws {
        let text = String(repeating: "汉字和 letters 🚒；", count: 9000)
        let bytes = try #require(encoded(text, "GB18030"))
        for (seed, damage) in [(1, false), (2, true)] as [(UInt64, Bool)] {
            var random = Seeded(seed)
            var source = bytes
            if damage { source.insert(0xFF, at: 60_000) }
            var given = 0
            let transcoder = try #require(
                Transcoder(TextEncoding("GBK") ?? .utf8) { target in
                    let count = min(target.count, source.count - given, Int.random(in: 1...5000, using: &random))
                    target.copyBytes(from: source[given..<given + count])
                    given += count
                    return count
                })
            var out: [UInt8] = []
            var room = [UInt8](repeating: 0, count: 777)
            while true {
                let count = try room.withUnsafeMutableBytes { try transcoder.read(into: $0) }
                if count == 0 { break }
                out += room[..<count]
            }
            #expect((damage ? 1...8 : 0...0).contains(out.count { $0 == 0xFF }))
            if !damage { #expect(String(decoding: out, as: UTF8.self) == text) }
        }
    }

    @Test("what is no text of rows is named for what it is")
    func kinds() throws {
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0]
        let cases: [(bytes: [UInt8], kind: FileKind)] = [
            (zip + Array("...xl/workbook.xml".utf8), .spreadsheet("Excel")),
            (zip + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .spreadsheet("OpenDocument")),
            (zip + Array("calls.csv".utf8), .packed(by: "unzip")), ([0x1F, 0x8B, 8, 0], .packed(by: "gunzip")),
            (Array("  <!DOCTYPE HTML><html>".utf8), .page), (Array("\u{FEFF}<html lang=de>".utf8), .page),
            (Array("{\"type\":\"FeatureCollection\"}".utf8), .json), (Array("[\n  {\"id\":1}]".utf8), .json),
            (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml), (Array("%PDF-1.7".utf8), .named("PDF")),
            ([UInt8](repeating: 0, count: 64), .bytes),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .spreadsheet("Excel")),
        ]
        for (bytes, kind) in cases {
            #expect(throws: LogError.noText(path: "town.csv", kind: kind)) { try TownLog.log(bytes: bytes) }
            #expect(!kind.english.isEmpty && kind.chinese.unicodeScalars.contains { $0.value > 0x3000 })
        }
        #expect(FileKind(Array(TownLog.header.utf8)) == nil)
        #expect(LogError.unreadable(path: "x", code: EISDIR).english.contains("folder"))
    }

    @Test("a column that the header lacks costs only itself, unless nothing can be read without it")
    func lacking() throws {
        func without(_ name: String) throws -> CallLog {
            try TownLog.log([rows[1]], header: TownLog.header.replacing(name, with: "Other"))
        }
        for name in ["Avail", "Type", "Priority", "Ward", "Dispo", "Lon"] {
            let log = try without(name)
            #expect(log.callCount == 1, "\(name)")
            #expect(log.lackingColumns == [name == "Ward" ? "Quarter|Ward" : name], "\(name)")
        }
        for name in ["Call", "Unit", "Received"] { #expect(throws: LogError.self) { try without(name) } }
        #expect(try without("Nothing").lackingColumns.isEmpty)
    }

    @Test("dates in several columns, names of months, other counts of years, a log without a header")
    func times() throws {
        let mapping = """
            title = "Avon"
            source = "avon"
            [time]
            format = "d MM yyyy HH:mm:ss"
            zone = "Europe/London"
            [columns]
            incident = "Number"
            received = ["Day", "Month", "Year", "Time of Call"]
            """
        let log = try TownLog.log(
            text: "Day,Month,Year,Time of Call,Number\n1,July,2014,01:54:02,7\n2,Aug,2014,01:54:02,8", mapping: mapping)
        #expect(log.incidents.map(\.received.rawValue) == [1_404_176_042_000, 1_406_940_842_000])
        let bare = try TownLog.log(
            text: "112781463,ACCP,10062011,003837,RENO\n112781111,ACCNI,10052011,172813,RENO",
            mapping: """
                title = "Reno"
                source = "reno"
                [file]
                header = ["id", "what", "date", "time", "city"]
                [time]
                format = "MMddyyyy HHmmss"
                zone = "UTC-8"
                [columns]
                incident = "id"
                received = ["date", "time"]
                type = "what"
                """)
        #expect(bare.callCount == 2 && bare.problems.groups.isEmpty)
        #expect(bare.incidents.map(\.received.rawValue) == [1_317_864_493_000, 1_317_890_317_000])
        let taipei = try TownLog.log(
            text: "案號,時間\nA1,112/03/05 08:05:12\nA2,民國112年03月05日 上午09時10分\nA3,民國112年3月5日 下午12時10分",
            mapping: """
                title = "Taipei"
                source = "tp"
                [time]
                format = ["yyyy/MM/dd HH:mm:ss", "民國yyyy年MM月dd日 ahh時mm分"]
                calendar = "minguo"
                zone = "UTC+8"
                [columns]
                incident = "案號"
                received = "時間"
                """)
        #expect(
            taipei.incidents.map(\.received.rawValue) == [1_677_974_712_000, 1_677_978_600_000, 1_677_989_400_000])
    }

    @Test("a zone is an IANA name or hours from UTC")
    func zones() throws {
        func mapping(_ zone: String) throws(MappingError) -> Mapping {
            try Mapping(text: TownLog.mapping.replacing("\"UTC\"", with: "\"\(zone)\""), file: "town.toml")
        }
        for zone in ["Asia/Shanghai", "UTC", "UTC+8", "UTC-03:30", "Etc/GMT+5", "PRC"] {
            #expect(throws: Never.self) { try mapping(zone) }
        }
        for (zone, wanted) in [
            ("CST", "America/Chicago"), ("EST", "America/New_York"), ("IST", "Asia/Kolkata"), ("XYZ", "Asia/Shanghai"),
            ("UTC+25", "UTC+8"), ("Nowhere/City", "UTC+8"), ("UTC+8:5", "UTC+8"),
        ] {
            #expect {
                try mapping(zone)
            } throws: { error in
                (error as? MappingError)?.problems.contains { $0.field == "time.zone" && $0.english.contains(wanted) }
                    ?? false
            }
        }
        #expect(try mapping("UTC-03:30").timeZone == "GMT-0330")
    }

    @Test("a mapping's content is what it says, not how it is spaced")
    func content() {
        let plain = Mapping.content(of: TownLog.mapping)
        #expect(Mapping.content(of: "# mine\r\n\r\n" + TownLog.mapping.replacing("\n", with: "  \r\n\t")) == plain)
        #expect(Mapping.content(of: TownLog.mapping.replacing("Fire\"", with: "Blaze\"")) != plain)
    }
}

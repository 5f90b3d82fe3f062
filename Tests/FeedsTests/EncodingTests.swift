import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

@Suite("Encodings of documents")
struct EncodingTests {
    private static func document(_ encoding: String?) -> String {
        CAPTests.alert().replacing(" encoding=\"UTF-8\"", with: encoding.map { " encoding=\"\($0)\"" } ?? "")
            .replacing("Riverside", with: "河边 é 🚓")
    }

    private static func wide(_ text: String, big: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
            big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
    }

    private static func widest(_ text: String, big: Bool) -> [UInt8] {
        ([0xFEFF] + text.unicodeScalars.map(\.value)).flatMap { value in
            let bytes = (0..<4).map { UInt8(value >> (8 * $0) & 255) }
            return big ? bytes.reversed() : bytes
        }
    }

    @Test("UTF-8 with and without mark, and UTF-16 of both orders with its mark, say the same")
    func read() throws {
        let plain = try CAPDecoder.decode(Array(Self.document("UTF-8").utf8)).messages
        #expect(plain.first?.place.text == "河边 é 🚓")
        let texts: [[UInt8]] = [
            Array(Self.document(nil).utf8), [0xEF, 0xBB, 0xBF] + Array(Self.document("utf-8").utf8),
            Self.wide(Self.document("UTF-16"), big: true, mark: true),
            Self.wide(Self.document("UTF-16"), big: false, mark: true),
            Self.wide(Self.document("utf-16le"), big: false, mark: true),
            Self.wide(Self.document(nil), big: false, mark: true),
        ]
        for text in texts { #expect(try CAPDecoder.decode(text).messages == plain) }
    }

    @Test("Other encodings, and bytes that are not what the declaration says, are refused by name")
    func refused() {
        let latin: [UInt8] = Array("<?xml version='1.0' encoding='US-ASCII'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        let odd = Self.wide(Self.document("UTF-16"), big: true, mark: true).dropLast()
        let lone: [UInt8] = [0xFF, 0xFE, 0x3C, 0x00, 0x00, 0xD8, 0x3E, 0x00]
        let rows: [([UInt8], String, String)] = [
            (Self.wide(Self.document("UTF-16"), big: true, mark: false), "encoding", "without byte order mark"),
            (Self.wide(Self.document("UTF-16"), big: false, mark: false), "encoding", "without byte order mark"),
            (Self.widest(Self.document("UTF-32"), big: true), "encoding", "UTF-32"),
            (Self.widest(Self.document("UTF-32"), big: false), "encoding", "UTF-32"),
            (Self.wide(Self.document("UTF-8"), big: true, mark: true), "encoding", "UTF-16 declared as UTF-8"),
            (Array(Self.document("UTF-16").utf8), "encoding", "UTF-8 declared as UTF-16"),
            (Array(Self.document("GB2312").utf8), "encoding", "GB2312"),
            (Array(Self.document("windows-1252").utf8), "encoding", "WINDOWS-1252"),
            (Array(Self.document("").utf8), "encoding", "\"\""), (latin, "line 1, column 45", "byte 233"),
            (Array(odd), "encoding", "broken UTF-16"), (lone, "encoding", "broken UTF-16"),
            ([0xEF, 0xBB, 0xBF] + Array(Self.document("ISO-8859-1").utf8), "encoding", "UTF-8 declared as ISO-8859-1"),
        ]
        for (text, path, found) in rows {
            #expect(DecoderOracle.problems("cap", text) == [])
            let fault = #expect(throws: MessageFault.self) { try CAPDecoder.decode(text) }
            #expect(fault?.path == path, "\(found)")
            #expect(fault?.found.contains(found) == true, "\(fault?.found ?? ""): \(found)")
        }
    }

    @Test(
        "Overlong and otherwise ill-formed UTF-8 is refused, with its line and column",
        arguments: [
            [0xC0, 0xBC], [0xE0, 0x80, 0xBC], [0xF0, 0x80, 0x80, 0xBC], [0xC1, 0xBF], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xFF], [0xFE], [0x80], [0xC3], [0xE6, 0xB2], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func illFormed(bytes: [UInt8]) {
        let text = Array("<a>\n<b>河</b>x".utf8) + bytes + Array("</a>".utf8)
        let fault = #expect(throws: MessageFault.self) { try CAPDecoder.decode(text) }
        #expect(fault?.found == "bytes that are not UTF-8")
        #expect(fault?.path.hasPrefix("line 2, column ") == true, "\(fault?.path ?? "")")
        for format in [FeedFormat.messages, .alertmanager, .cloudevents, .gpsd] {
            var decoder = FeedDecoder(format: format)
            let text = Array("{\"class\":\"".utf8) + bytes + Array("\"}".utf8)
            #expect(throws: MessageFault.self, "\(format)") { try decoder.decode(text, now: DecoderOracle.now) }
        }
    }

    @Test("Half of UTF-16 is refused at every byte")
    func halves() {
        let text = Self.wide(Self.document("UTF-16"), big: false, mark: true)
        for end in 0..<text.count - 2 {
            #expect(throws: MessageFault.self, "the first \(end) bytes") { try CAPDecoder.decode(Array(text[..<end])) }
        }
    }
}

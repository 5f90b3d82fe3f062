import TestSupport
import Testing

@testable import Formats

@Suite("JSON from outside")
struct JSONReaderTests {
    @Test(
        "Good texts are read and written again",
        arguments: [
            (#"null"#, #"null"#), (#" [1, -2.5, 1e3,true ] "#, #"[1,-2.5,1000.0,true]"#),
            (#"{"a":"\u00e9\n\ud83d\ude93","b":{}}"#, #"{"a":"é\n🚓","b":{}}"#),
            (#"9223372036854775807"#, #"9223372036854775807"#),
            (#"92233720368547758070"#, #"9.223372036854776e+19"#), (#""""#, #""""#), (#"[]"#, #"[]"#), (#"-0"#, #"0"#),
        ])
    func good(text: String, written: String) throws {
        #expect(try JSONReader.read(Array(text.utf8)).written() == written)
    }

    @Test(
        "Bad texts are refused with the byte",
        arguments: [
            ("", 1), ("{\"a\":1,\"a\":2}", 8), ("[1,]", 4), ("{\"a\":1}x", 8), ("01", 2), ("1.", 3), ("-", 2),
            ("1e999", 1),
            ("\"\\ud800\"", 8), ("\"\\x\"", 3), ("\"a\nb\"", 3), ("nul", 4), ("\"abc", 5), ("{1:2}", 2), ("+1", 1),
            ("NaN", 1),
            ("\"\\u00g0\"", 6), ("'a'", 1), ("[1 2]", 4),
        ])
    func bad(text: String, byte: Int) {
        let fault = #expect(throws: MessageFault.self) { try JSONReader.read(Array(text.utf8)) }
        #expect(fault?.path == "byte \(byte)", "\(text): \(fault?.english ?? "")")
    }

    @Test("Bytes that are not UTF-8 are refused, in texts and names, escaped or not")
    func encoding() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8]] {
            #expect(throws: MessageFault.self) { try JSONReader.read([0x22] + bytes + [0x22]) }
            #expect(throws: MessageFault.self) { try JSONReader.read([0x22, 0x5C, 0x6E] + bytes + [0x22]) }
            #expect(throws: MessageFault.self) {
                try JSONReader.read([0x7B, 0x22] + bytes + [0x22, 0x3A, 0x31, 0x7D])
            }
        }
    }

    @Test("Depth, values, members and bytes are bounded")
    func limits() throws {
        let deep = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
        #expect(throws: Never.self) { try JSONReader.read(Array(deep.utf8)) }
        #expect(throws: MessageFault.self) { try JSONReader.read(Array("[\(deep)]".utf8)) }
        #expect(throws: MessageFault.self) { try JSONReader.read([UInt8](repeating: 0x5B, count: 1 << 20)) }
        let many = "[" + String(repeating: "0,", count: 20_000) + "0]"
        #expect(throws: MessageFault.self) { try JSONReader.read(Array(many.utf8)) }
        let members = "{" + (0..<257).map { "\"n\($0)\":0" }.joined(separator: ",") + "}"
        #expect(throws: MessageFault.self) { try JSONReader.read(Array(members.utf8)) }
        let twice = "{" + (0..<100).map { "\"n\($0)\":0" }.joined(separator: ",") + ",\"n7\":0}"
        #expect(throws: MessageFault.self) { try JSONReader.read(Array(twice.utf8)) }
        #expect(throws: MessageFault.self) { try JSONReader.read([UInt8](repeating: 0x20, count: (1 << 20) + 1)) }
    }

    @Test("Where whole numbers alone are wanted, any other is refused with the byte after it")
    func wholeNumbers() throws {
        var limits = JSONLimits()
        limits.wholeNumbers = true
        #expect(try JSONReader.read(Array("[-1,9223372036854775807]".utf8), limits: limits).elements?.count == 2)
        for text in ["[1.5]", "[1e3]", "[99999999999999999999]"] {
            let fault = #expect(throws: MessageFault.self) { try JSONReader.read(Array(text.utf8), limits: limits) }
            #expect(fault?.offset == 1, "\(text)")
        }
    }

    @Test("A text is quoted with its line feeds by name or by number, and is the same text either way")
    func quotes() throws {
        let text = "a\"\\/\n\r\u{1}\u{7F}é🚓"
        #expect(JSON.quoted(text) == #""a\"\\/\n\u000d\u0001\u007fé🚓""#)
        #expect(JSON.quoted(text, lineFeed: .number) == #""a\"\\/\u000a\u000d\u0001\u007fé🚓""#)
        for lineFeed in [JSON.LineFeed.name, .number] {
            #expect(try JSONReader.read(Array(JSON.quoted(text, lineFeed: lineFeed).utf8)) == .string(text))
        }
    }

    @Test("Random values are read as they were written")
    func roundTrip() throws {
        var random = Seeded(8259)
        for _ in 0..<2000 {
            let value = randomValue(&random, depth: 0)
            #expect(try JSONReader.read(Array(value.written().utf8)) == value)
            #expect(try JSONReader.read(Array(value.written(indented: true).utf8)) == value)
        }
    }

    private func randomValue(_ random: inout Seeded, depth: Int) -> JSON {
        let texts = ["", "a", "é\u{301}", "\u{0}\u{1F}\u{7F}", "🚓", "\\\"/", "\u{202E}"]
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(random.once(in: 2))
        case 2: return .integer(Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random))
        case 3: return .number(Double.random(in: -1e6...1e6, using: &random) + 0.5e-7)
        case 4: return .string(random.pick(texts) + random.pick(texts))
        case 5: return .array((0..<random.next() % 4).map { _ in randomValue(&random, depth: depth + 1) })
        default:
            return .object(
                (0..<random.next() % 4).map { .init(name: "k\($0)", value: randomValue(&random, depth: depth + 1)) })
        }
    }
}

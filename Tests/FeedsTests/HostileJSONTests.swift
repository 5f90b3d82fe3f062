import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

/// JSON made to do harm, given to every decoder of it.
@Suite("Hostile JSON")
struct HostileJSONTests {
    private static let formats: [FeedFormat] = [.messages, .alertmanager, .cloudevents, .gpsd]

    private func expectRefusal(_ text: [UInt8], _ name: String) {
        for format in Self.formats {
            #expect(DecoderOracle.problems(format.rawValue, text) == [], "\(format): \(name)")
            var decoder = FeedDecoder(format: format)
            #expect(throws: MessageFault.self, "\(format): \(name)") {
                try decoder.decode(text, now: DecoderOracle.now)
            }
        }
    }

    @Test(
        "What JSON does not have is refused",
        arguments: [
            "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":-Infinity}", "{\"a\":1e999}", "{\"a\":-1e999}", "{\"a\":01}",
            "{\"a\":.5}", "{\"a\":5.}", "{\"a\":+1}", "{\"a\":0x10}", "{\"a\":1e}", "{\"a\":--1}", "{\"a\":1_000}",
            "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{'a':1}", "{a:1}", "{\"a\":1,}", "{,}", "{\"a\"}",
            "{\"a\":}",
            "{\"a\":[1,]}", "{\"a\":1}}", "{\"a\":1} x", "{\"a\":1}{\"a\":1}", "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\udc00\"}",
            "{\"a\":\"\\ud800\\ud800\"}", "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\u12g4\"}",
            "{\"a\":\"\u{1}\"}", "{\"a\":\"b\n\"}", "{\"a\":tru}", "{\"a\":nul}", "{\"a\":True}", "{\"a\":\"b}",
            "{/* */}",
            "{\"a\":1// x\n}", "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
        ])
    func malformed(text: String) {
        expectRefusal(Array(text.utf8), text)
    }

    @Test("Depth, length and number of values have bounds")
    func bounds() {
        for (name, text) in [
            ("deep lists", "{\"a\":" + String(repeating: "[", count: 200_000)),
            ("deep objects", String(repeating: "{\"a\":", count: 200_000)),
            ("one too deep", "{\"a\":" + String(repeating: "[", count: 16) + String(repeating: "]", count: 16) + "}"),
            ("many members", "{" + (0..<300).map { "\"\($0)\":0" }.joined(separator: ",") + "}"),
            ("many values", "{\"a\":[" + String(repeating: "0,", count: 100_001) + "0]}"),
            ("long", "{\"a\":\"" + String(repeating: "a", count: 4 << 20) + "\"}"),
            ("a long number", "{\"a\":" + String(repeating: "9", count: 400) + "}"),
            ("a long fraction", "{\"a\":1." + String(repeating: "0", count: 500_000) + "e400}"),
            ("a long name", "{\"" + String(repeating: "n", count: 900_000) + "\":1}"),
        ] { expectRefusal(Array(text.utf8), name) }
    }

    @Test("Two byte order marks or a NUL before the text are refused; gpsd's client leaves what is no JSON alone")
    func marks() throws {
        for text in ["\u{0}{\"kind\":\"heartbeat\"}", "\u{FEFF}\u{FEFF}{\"kind\":\"heartbeat\"}"] {
            for format in Self.formats where format != .gpsd {
                var decoder = FeedDecoder(format: format)
                let fault = #expect(throws: MessageFault.self) {
                    try decoder.decode(Array(text.utf8), now: DecoderOracle.now)
                }
                #expect(fault?.path == (text.utf8.first == 0 ? "byte 1" : "byte 4"))
            }
            var decoder = FeedDecoder(format: .gpsd)
            #expect(try decoder.decode(Array(text.utf8), now: DecoderOracle.now).messages.isEmpty)
        }
    }

    @Test("Numbers at the ends of 64 bits are read as they stand or refused, never wrapped")
    func numbers() throws {
        let rows: [(String, JSON?)] = [
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("-0", .integer(0)), ("1e2", .number(100)),
            ("1e308", .number(1e308)), ("1e309", nil), ("5e-324", .number(.leastNonzeroMagnitude)),
            ("1e-999", .number(0)),
        ]
        for (text, value) in rows { #expect((try? JSONReader.read(Array(text.utf8))) == value, "\(text)") }
    }

    @Test("A message cut off at any byte is refused by every decoder of JSON")
    func halves() {
        let texts: [(FeedFormat, String)] = [
            (.messages, #"{"kind":"alert","id":"a1","time":"2026-11-24T02:55:20Z","text":"\ud83d\ude93 mast"}"#),
            (.alertmanager, WebhookTests.notification), (.cloudevents, WebhookTests.event),
            (
                .gpsd,
                #"{"class":"TPV","device":"/dev/a","mode":3,"time":"2026-11-24T02:55:20.000Z","lat":31.2,"lon":121}"#
            ),
        ]
        for (format, text) in texts {
            let bytes = Array(text.utf8)
            for end in 1..<bytes.count {
                var decoder = FeedDecoder(format: format, words: WordMapping(words: ["unit": ["*": "A"]]))
                #expect(throws: MessageFault.self, "\(format): the first \(end) bytes") {
                    try decoder.decode(bytes[..<end], now: DecoderOracle.now)
                }
            }
        }
    }

    @Test("A message of one format given to another is refused by its name")
    func strangers() {
        for (format, text, found) in [
            (FeedFormat.messages, WebhookTests.notification, "an Alertmanager notification"),
            (.messages, WebhookTests.event, "a CloudEvent"), (.alertmanager, WebhookTests.event, "a CloudEvent"),
            (.cloudevents, WebhookTests.notification, "an Alertmanager notification"),
            (.cloudevents, #"{"kind":"heartbeat"}"#, "one of the console's own messages"),
        ] {
            var decoder = FeedDecoder(format: format)
            let fault = #expect(throws: MessageFault.self) {
                try decoder.decode(Array(text.utf8), now: DecoderOracle.now)
            }
            #expect(fault?.found == found)
        }
    }
}

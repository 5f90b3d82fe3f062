import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

/// Every decoder on texts that began well and were then damaged: it says what it makes of them or why it does not.
@Suite("Damaged texts")
struct MutationTests {
    private static let seeds: [(FeedFormat, [String])] = [
        (
            .messages,
            [
                #"{"kind":"incident.report","id":"m1","time":"2026-11-24T02:55:20Z","type":"fight","priority":1,"place":"南京路","lat":31.2,"lon":121.4}"#,
                #"{"kind":"unit.status","id":"m3","time":"2026-11-24T02:55:20+08:00","unit":"3A11","status":"en-route"}"#,
                #"{"kind":"alert","id":"a1","time":"2026-11-24T02:55:20Z","text":"\ud83d\ude93 mast","x-a":[[{}],1e5]}"#,
            ]
        ), (.alertmanager, [WebhookTests.notification]),
        (.cloudevents, [WebhookTests.event, "[\(WebhookTests.event)]"]),
        (
            .cap,
            [
                CAPTests.alert(),
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>\(CAPTests.alert().dropFirst(47))</content></entry></feed>",
            ]
        ),
        (
            .gpsd,
            [
                #"{"class":"TPV","device":"/dev/a","mode":3,"time":"2026-11-24T02:55:20.000Z","lat":31.2,"lon":121.4,"eph":3.2}"#
            ]
        ),
    ]
    private static let snippets: [[UInt8]] = [
        Array("\"".utf8), Array("{".utf8), Array("[[[[[[[[[[[[[[[[[[".utf8), Array("\\u".utf8), Array("\\ud800".utf8),
        Array("1e400".utf8), Array("-".utf8), Array("&".utf8), Array("&#".utf8), Array("<![CDATA[".utf8),
        Array("<!--".utf8), Array("<!DOCTYPE".utf8), Array("</".utf8), Array("xmlns:a='".utf8), [0], [0xFF],
        [0xED, 0xA0, 0x80], Array("99999999999999999999".utf8), Array("null".utf8), [0xE2, 0x80, 0xAE],
    ]

    @Test("No damage traps a decoder, and every refusal says what is expected", arguments: FeedFormat.allCases)
    func damaged(format: FeedFormat) throws {
        let seed: UInt64 = 1124 + UInt64(format.rawValue.utf8.count)
        print("seed \(seed)")
        var random = Seeded(seed)
        var decoder = FeedDecoder(format: format, words: WordMapping(words: ["unit": ["*": "A12"]]))
        var normaliser = Normaliser(feed: "f")
        let now = Timestamp(seconds: 1_800_000_000)
        let texts = Self.seeds.first { $0.0 == format }?.1 ?? []
        var (understood, refused) = (0, 0)
        for step in 0..<4000 {
            var text = Array(random.pick(texts).utf8)
            for _ in 0..<Int.random(in: 0...4, using: &random) { damage(&text, &random) }
            do throws(MessageFault) {
                let decoded = try decoder.decode(text, now: now)
                understood += 1
                for message in decoded.messages { _ = normaliser.takeMessage(message, now: now) }
                for fault in decoded.faults { #expect(!fault.expected.isEmpty, "seed \(seed), step \(step)") }
            } catch {
                refused += 1
                #expect(!error.expected.isEmpty && !error.expectedChinese.isEmpty, "seed \(seed), step \(step)")
                #expect(error.english.utf8.count < 4000, "seed \(seed), step \(step)")
            }
        }
        #expect(understood > 100 && refused > 100, "the damage is neither nothing nor everything")
    }

    private func damage(_ text: inout [UInt8], _ random: inout Seeded) {
        guard !text.isEmpty else { return }
        let at = Int.random(in: text.indices, using: &random)
        switch random.next() % 6 {
        case 0: text[at] ^= 1 << UInt8(random.next() % 8)
        case 1: text.remove(at: at)
        case 2: text.insert(contentsOf: random.pick(Self.snippets), at: at)
        case 3: text.removeSubrange(at..<min(text.count, at + Int.random(in: 1...20, using: &random)))
        case 4: text.insert(contentsOf: text[at..<min(text.count, at + 30)], at: at)
        default: text = Array(text[..<at])
        }
    }
}

import DispatchModel
import Formats
import Foundation
import TestSupport
import Testing

@testable import Feeds

func bytes(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

@Suite("Common Alerting Protocol")
struct CAPTests {
    static func alert(
        status: String = "Actual", type: String = "Alert", references: String = "", version: String = "1.2",
        prefix: String = ""
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?><!-- c --><alert xmlns="urn:oasis:names:tc:emergency:cap:\(version)">
        <identifier>i1</identifier><sender>s@x</sender><sent>2026-11-24T10:55:20+08:00</sent><status>\(status)</status>
        <msgType>\(type)</msgType><scope>Public</scope>\(references)<info><category>Met</category><event>Flood</event>
        <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
        <headline>A &lt;b&gt; <![CDATA[& more]]> &#x6C34;</headline>
        <area><areaDesc>Riverside</areaDesc><polygon>1,1 1,3 3,3 3,1 1,1</polygon></area></info></alert>
        """
    }

    private func decode(_ text: String) throws(MessageFault) -> DecodedText { try CAPDecoder.decode(Array(text.utf8)) }

    @Test("An alert is understood")
    func understood() throws {
        for version in ["1.1", "1.2"] {
            let message = try #require(try decode(Self.alert(version: version)).messages.first)
            #expect((message.alert, message.severity, message.isActive) == ("s@x,i1", .high, true))
            #expect(message.text == "A <b> & more 水")
            #expect(message.place == Place(text: "Riverside", point: GeoPoint(latitude: 2, longitude: 2)))
            #expect(message.time == RFC3339.instant("2026-11-24T02:55:20Z"))
        }
    }

    @Test("Exercise, test, system and draft keep their standing and are low on the board")
    func standings() throws {
        for (word, standing) in CAPWords.standings {
            let message = try #require(try decode(Self.alert(status: word)).messages.first)
            #expect(message.standing == standing)
            var normaliser = Normaliser(feed: "cap")
            let made = normaliser.takeMessage(message, now: Timestamp(seconds: 1_800_000_000)).observations
            guard case .alert(let alert)? = made.first?.content else {
                Issue.record("no alert")
                return
            }
            #expect(alert.reported.standing == standing)
            #expect(alert.severity == (standing == .actual ? .high : .low))
        }
    }

    @Test("An update goes on under the first message it refers to, a cancellation ends it")
    func references() throws {
        let references = "<references>s@x,i0,2026-11-24T10:00:00+08:00 s@x,i9,2026-11-24T10:30:00+08:00</references>"
        let update = try #require(try decode(Self.alert(type: "Update", references: references)).messages.first)
        #expect((update.alert, update.isActive) == ("s@x,i0", true))
        let cancel = try #require(try decode(Self.alert(type: "Cancel", references: references)).messages.first)
        #expect((cancel.alert, cancel.isActive) == ("s@x,i0", false))
        #expect(try decode(Self.alert(type: "Ack")).messages.map(\.kind) == [.heartbeat])
    }

    @Test("Hostile and broken documents are refused with a reason")
    func hostile() {
        let good = Self.alert()
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><alert>&b;</alert>
            """
        let external = #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><alert/>"#
        let deep = String(repeating: "<a>", count: 100_000)
        let texts = [
            bomb, external, deep, "", "<", "<alert", "text", "<a></b>", "<a><b></a></b>", "<a>&xxe;</a>", "<a>&#0;</a>",
            "<a>&#xD800;</a>", "<a b=1/>", "<a b='1' b='2'/>", "<a>\u{1}</a>", "<a/><b/>", "<x:a/>", "<1a/>",
            String(good.prefix(400)), good.replacing("Severe", with: "Bad"), good.replacing("Actual", with: "actual"),
            good.replacing("cap:1.2", with: "cap:1.0"), good.replacing("UTF-8", with: "GB2312"),
            good.replacing("+08:00", with: ""), good.replacing("<event>Flood</event>", with: ""),
            good.replacing("1,3", with: "1,300"), good.replacing("<identifier>i1</identifier>", with: ""),
            "<a " + (0..<70).map { "a\($0)=''" }.joined(separator: " ") + "/>",
            "<a>" + String(repeating: "<b/>", count: 60_000) + "</a>",
        ]
        for text in texts {
            let fault = #expect(throws: MessageFault.self, "\(text.prefix(60))") { try decode(text) }
            #expect(fault?.expected.isEmpty == false)
        }
        #expect(throws: MessageFault.self) { try CAPDecoder.decode([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E]) }
        #expect(throws: MessageFault.self) { try CAPDecoder.decode([UInt8](repeating: 0x20, count: (4 << 20) + 1)) }
    }

    @Test("ISO 8859-1 is read as such")
    func latin() throws {
        let text = Self.alert().replacing("UTF-8", with: "ISO-8859-1").replacing("Riverside", with: "#")
        let bytes = text.utf8.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }
        // The reference to a character by its number has a # too.
        let message = try CAPDecoder.decode(bytes.split(separator: 0xE9).count == 3 ? patched(bytes) : bytes).messages
            .first
        #expect(message?.place.text == "é")
    }

    /// Puts back the `#` of the numbered character.
    private func patched(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for index in bytes.indices.dropFirst() where bytes[index] == 0xE9 && bytes[index - 1] == UInt8(ascii: "&") {
            bytes[index] = UInt8(ascii: "#")
        }
        return bytes
    }
}

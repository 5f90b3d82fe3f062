import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

/// Documents made to do harm: every one is refused with a reason, nothing is read or reached for, nothing grows.
@Suite("Hostile documents")
struct HostileXMLTests {
    private static let good = CAPTests.alert()

    /// Refused or taken, never anything else; the oracle looks at what is said.
    private func expectRefusal(_ text: [UInt8], _ name: String, path: String? = nil) {
        #expect(DecoderOracle.problems("cap", text) == [], "\(name)")
        let fault = #expect(throws: MessageFault.self, "\(name)") { try CAPDecoder.decode(text) }
        if let path { #expect(fault?.path == path, "\(name)") }
    }

    @Test("External entities and document types touch no file and no port")
    func external() throws {
        let canary = try Canary()
        canary.touch()
        try #require(canary.isTouched, "the canary sees a touch")
        let file = "file://\(canary.path)"
        let port = "http://127.0.0.1:\(canary.port)/"
        var texts: [String] = []
        for target in [file, canary.path, port, "ftp://127.0.0.1:\(canary.port)/", "//127.0.0.1:\(canary.port)/x"] {
            texts += [
                "<!DOCTYPE a SYSTEM \"\(target)\"><a/>", "<!DOCTYPE a PUBLIC \"p\" \"\(target)\"><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"\(target)\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"\(target)\"> %x;]><a/>",
                "<!DOCTYPE a [<!NOTATION n SYSTEM \"\(target)\"><!ENTITY x SYSTEM \"\(target)\" NDATA n>]><a/>",
                "<!doctype a SYSTEM \"\(target)\"><a/>", "<a><!DOCTYPE a SYSTEM \"\(target)\"></a>",
                "<a><!ENTITY x SYSTEM \"\(target)\">&x;</a>", "<a>&x;</a><!DOCTYPE a SYSTEM \"\(target)\">",
            ]
            // These are well-formed and say nothing to a reader that follows no links.
            for text in [
                "<?xml-stylesheet href='\(target)'?>\(Self.good.dropFirst(38))",
                Self.good.replacing(
                    "<area>",
                    with:
                        "<resource><resourceDesc>r</resourceDesc><uri>\(target)</uri></resource><web>\(target)</web><area>"
                ),
                Self.good.replacing(
                    "<info>", with: "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='\(target)'/><info>"),
                Self.good.replacing(
                    "<alert ",
                    with: "<alert xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:schemaLocation='u \(target)' "),
            ] {
                #expect(DecoderOracle.problems("cap", Array(text.utf8)) == [])
                #expect(try CAPDecoder.decode(Array(text.utf8)).messages.count == 1, "\(text.prefix(80))")
            }
        }
        for text in texts { expectRefusal(Array(text.utf8), text) }
        #expect(!canary.isTouched)
    }

    @Test("Bombs do not go off: nothing is expanded", .full)
    func bombs() {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }
            .joined()
        let quadratic = "<!ENTITY q \"" + String(repeating: "q", count: 50_000) + "\">"
        for (name, text) in [
            ("billion laughs", "<!DOCTYPE a [<!ENTITY l0 \"lol\">\(laughs)]><a>&l9;</a>"),
            ("quadratic", "<!DOCTYPE a [\(quadratic)]><a>" + String(repeating: "&q;", count: 50_000) + "</a>"),
            ("recursive", "<!DOCTYPE a [<!ENTITY r \"&r;\">]><a>&r;</a>"),
            ("attributes", "<!DOCTYPE a [<!ATTLIST a b CDATA \"x\">]><a/>"),
            ("deep", String(repeating: "<a>", count: 200_000)),
            ("deep and closed", String(repeating: "<a>", count: 33) + String(repeating: "</a>", count: 33)),
            ("many attributes", "<a " + (0..<50_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"),
            ("many namespaces", "<a " + (0..<64).map { "xmlns:a\($0)='u'" }.joined(separator: " ") + "/>"),
            ("many elements", "<a>" + String(repeating: "<b/>", count: 60_000) + "</a>"),
            ("a huge name", "<" + String(repeating: "n", count: 100_000) + "/>"),
            ("a huge value", "<a b='" + String(repeating: "v", count: 100_000) + "'/>"),
            ("a huge comment", "<!--" + String(repeating: "c", count: 1_000_000)),
            ("a huge instruction", "<?x" + String(repeating: "c", count: 1_000_000)),
            ("a huge section", "<a><![CDATA[" + String(repeating: "]", count: 1_000_000)),
            ("too long", String(repeating: " ", count: (4 << 20) + 1)),
        ] { expectRefusal(Array(text.utf8), name) }
        // A text of 1.5 MB is read, and what is kept of it is short.
        let long = Self.good.replacing("Riverside", with: String(repeating: "河", count: 500_000))
        let place = (try? CAPDecoder.decode(Array(long.utf8)))?.messages.first?.place.text
        #expect(place?.unicodeScalars.count == 500)
    }

    @Test(
        "Names, namespaces and characters that XML does not have are refused",
        arguments: [
            "<:a/>", "<a:/>", "<a:b:c xmlns:a='u'/>", "<x:a/>", "<a xmlns:='u'/>", "<-a/>", "<.a/>", "<1/>", "< a/>",
            "<a", "<a b/>", "<a b=c/>", "<a b='<'/>", "<a b='1' b='2'/>", "<a></b>", "<a><b></a></b>", "<a/><b/>",
            "<a/>x",
            "x<a/>", "<a>&lt</a>", "<a>&;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a>&#0;</a>", "<a>&#1;</a>",
            "<a>&#xD800;</a>",
            "<a>&#x110000;</a>", "<a>&#99999999999;</a>", "<a>&#xFFFE;</a>", "<a>&nbsp;</a>", "<a>\u{0}</a>",
            "<a>\u{B}</a>",
            "<a><![CDATA[\u{1}]]></a>", "<!--\u{1}--><a/>", "<a>\u{FFFF}</a>", "<a b='\u{8}'/>", "<![CDATA[x]]>",
            "<a><!x></a>",
            "<?xml version='1.0'?>", "", " ", "<", "<!", "<!-", "<?", "]]>", "&", "\u{FEFF}",
        ])
    func malformed(text: String) {
        expectRefusal(Array(text.utf8), text)
    }

    @Test("Namespaces cannot be abused: what is CAP's is what the namespace says, whatever the prefix")
    func namespaces() throws {
        let inside = Self.good.split(separator: ">", maxSplits: 3).last ?? ""
        let prefixed = "<xml:alert><identifier>"
        expectRefusal(Array(prefixed.utf8), "xml prefix")
        let foreign = Self.good.replacing("<identifier>i1", with: "<identifier xmlns='urn:other'>i1")
        expectRefusal(Array(foreign.utf8), "a foreign identifier", path: "alert.identifier")
        let twice = Self.good.replacing(
            "<identifier>", with: "<x:identifier xmlns:x='urn:x'>evil</x:identifier><identifier>")
        #expect(try CAPDecoder.decode(Array(twice.utf8)).messages.first?.id == "s@x,i1")
        #expect(!inside.isEmpty)
    }

    @Test("A document cut off at any byte is refused, and says where it ends")
    func halves() {
        let text = Array(Self.good.utf8)
        for end in 0..<text.count - 1 {
            expectRefusal(Array(text[..<end]), "the first \(end) bytes")
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import Feeds

/// What the fuzzer found worth keeping (`.ci/fuzz merge`), given to the decoders again.
@Suite("The fuzzer's corpus")
struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzzing/Corpus")

    @Test("Every kept text is taken or refused as the oracle asks", arguments: DecoderOracle.names)
    func replayed(name: String) throws {
        let file = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
        let texts = file.split(separator: "\n").map { Data(base64Encoded: String($0)) }
        #expect(texts.count > 20, "the corpus of \(name) is there")
        for (index, text) in texts.enumerated() {
            let text = try #require(text, "line \(index + 1) of \(name).txt")
            #expect(DecoderOracle.problems(name, Array(text)) == [], "line \(index + 1) of \(name).txt")
        }
    }

    @Test("The corpus is small")
    func small() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(names) == Set(DecoderOracle.names.map { $0 + ".txt" }))
        let sizes = try names.map { try Data(contentsOf: Self.folder.appending(path: $0)).count }
        #expect(sizes.reduce(0, +) < 200_000)
    }

    /// What the fuzzer found once: identities with characters that nobody can see, and faults with nothing in them.
    private static let foundOnce: [(decoder: String, text: String)] = [
        (
            "alertmanager",
            #"{"version":"4","alerts":[{"status":"firing","labels":{"alertname":"a\u0007b"},"startsAt":"2026-11-24T02:55:20Z","fingerprint":"1\u00002\u202e"}]}"#
        ),
        (
            "alertmanager",
            #"{"version":"4","alerts":[{"status":"firing","labels":{"alertname":"\u200b","instance":"\n"},"startsAt":"2026-11-24T02:55:20Z"}]}"#
        ),
        ("alertmanager", #"{"version":"","alerts":[]}"#),
        ("alertmanager", #"{"version":"4","alerts":[{"status":"","labels":{"alertname":""},"startsAt":""}]}"#),
        ("cloudevents", #"{"specversion":"","id":"","source":"","type":"","time":""}"#),
        ("messages", #"{"kind":""}"#), ("messages", #"{"kind":"heartbeat","":1}"#),
        ("messages", #"{"kind":"unit.status","id":"\u0007","time":"","unit":"\u200b","status":""}"#),
        (
            "cap",
            "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier> </identifier><sender/><sent/><status/></alert>"
        ), ("cap", "<a xmlns=\"\"/>"), ("gpsd", #"{"class":"","device":""}"#),
    ]

    @Test("What the fuzzer found once does not come again", arguments: foundOnce)
    func againstFindings(decoder: String, text: String) {
        #expect(DecoderOracle.problems(decoder, Array(text.utf8)) == [])
    }
}

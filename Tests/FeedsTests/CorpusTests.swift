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
}

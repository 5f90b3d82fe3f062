import Foundation
import TestSupport
import Testing

/// What a stranger must touch to add a thing: `.ci/stranger` puts patches that add one on the tree and counts. Here they are only
/// put on, so that they follow the tree; compiling them is done by hand and before a release.
@Suite("What a stranger must touch", .tags(.process), .full)
struct StrangerTests {
    @Test("Patches that add a command, an event, a figure, a format, a pane and a popup fit the tree, within the table")
    func counts() throws {
        let root = SourceFile.root
        let patches = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Tests/Stranger").path)
        #expect(patches.sorted() == ["command", "event", "figure", "format", "pane", "popup"].map { $0 + ".patch" })
        let script = Process()
        script.executableURL = root.appending(path: ".ci/stranger")
        script.arguments = ["--count"]
        let output = Pipe()
        script.standardOutput = output
        script.standardError = output
        try script.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        script.waitUntilExit()
        #expect(script.terminationStatus == 0, "\(said)")
        for patch in patches { #expect(said.contains("a new \(patch.dropLast(6)) touches "), "\(said)") }
    }
}

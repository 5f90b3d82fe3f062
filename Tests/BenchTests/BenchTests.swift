import Foundation
import TestSupport
import Testing

/// The programs that were built beside the test bundle.
private let products: URL = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent()
}()

/// Runs `bench` to its end, in a folder that is its home.
private func bench(_ arguments: [String], in folder: URL) throws -> (status: Int32, output: String, errors: String) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (process, output, errors) = (Process(), Pipe(), folder.appending(path: "errors"))
    try Data().write(to: errors)
    process.executableURL = products.appending(path: "bench")
    process.arguments = arguments
    process.environment = ["HOME": folder.path, "TZ": "UTC", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text, try String(contentsOf: errors, encoding: .utf8))
}

/// The program that measures, started as a person would.
@Suite(.tags(.process), .full) final class BenchTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test("A number that cannot be counted with is refused in words, whichever option it is for")
    func numbers() throws {
        for command in [
            ["board", "--data-dir", "b", "--incidents"],
            ["board", "--data-dir", "b", "--units", "1", "--incidents", "1", "--events"], ["ingest", "--messages"],
            ["keys", "--data-dir", "b", "--presses"], ["console", "--data-dir", "b", "--rate"],
            ["simulator", "city", "--days"],
        ] {
            for value in ["9223372036854775807", "-1", "1e400", "nan", "", "\u{1B}[2J"] {
                let outcome = try bench(command + ["\(value)"], in: folder)
                #expect(outcome.status == 2 && !outcome.errors.isEmpty, "\(command + [value]): \(outcome)")
                #expect(!outcome.errors.contains("\u{1B}"), "\(outcome)")
            }
        }
    }

    @Test("A board of a size is made in an empty folder, once")
    func board() throws {
        let arguments = ["board", "--data-dir", "b", "--incidents", "20", "--units", "10", "--events", "100"]
        let made = try bench(arguments, in: folder)
        #expect(made.status == 0 && made.output.hasSuffix(" events\n"), "\(made)")
        #expect(Int(made.output.prefix { $0.isNumber }) ?? 0 >= 100, "\(made)")
        let again = try bench(arguments, in: folder)
        #expect(again.status == 2 && again.errors.contains("is not empty"), "\(again)")
    }

    @Test("Messages from a file to the disk are timed, every fact counted")
    func ingest() throws {
        let outcome = try bench(
            ["ingest", "--messages", "5000", "--rounds", "1", "--json", "--dir", folder.path], in: folder)
        #expect(outcome.status == 0, "\(outcome)")
        for words in [#""file": "mixed""#, #""file": "facts""#, #""facts": 5000"#, #""messagesPerSecond""#] {
            #expect(outcome.output.contains(words), "\(words) \(outcome)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["errors"])
    }

    @Test("A job of the simulator prints one line of JSON; only the city knows days")
    func simulator() throws {
        let city = try bench(["simulator", "city", "--days", "2"], in: folder)
        #expect(city.status == 0 && city.output.hasPrefix(#"{"engine":"watchfloor","seconds":"#), "\(city)")
        #expect(city.output.hasSuffix("}\n") && city.output.contains(#""days":2"#), "\(city)")
        let line = try bench(["simulator", "mmc", "--days", "4"], in: folder)
        #expect(line.status == 2 && line.errors.contains("--days"), "\(line)")
        #expect(try bench(["simulator", "nope"], in: folder).status == 2)
    }
}

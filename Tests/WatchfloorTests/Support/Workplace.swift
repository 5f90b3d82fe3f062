import Foundation
import Glibc

/// The built program, beside the test bundle.
let program: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "watchfloor").path
}()

/// A home of its own for one test: a folder that goes away with it.
final class Workplace {
    /// The folder.
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "watchfloor-\(UUID().uuidString)").path
        mkdir(path, 0o700)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A path inside.
    func file(_ name: String) -> String { path + "/" + name }

    /// The plain environment that every program here starts with.
    var environment: [String: String] {
        [
            "HOME": path, "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "tester",
            "XDG_DATA_HOME": file("share"), "XDG_CONFIG_HOME": file("config"), "XDG_STATE_HOME": file("state"),
            "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let target = URL(filePath: file(name))
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: target)
        return target.path
    }

    /// Writes a text file and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    /// Starts the program without a terminal.
    func start(_ arguments: [String], input: String = "/dev/null", with extra: [String: String] = [:]) throws -> Spawned
    {
        try Spawned(
            program, arguments, environment: environment.merging(extra) { _, new in new }, input: input, folder: path)
    }

    /// Runs the program without a terminal to its end.
    @discardableResult
    func run(_ arguments: String..., input: String = "/dev/null", with extra: [String: String] = [:]) throws -> Outcome
    {
        try start(arguments, input: input, with: extra).wait()
    }

    /// Runs a line of shell to its end; `$watchfloor` is the program.
    func shell(_ line: String) throws -> Outcome {
        let variables = environment.merging(["watchfloor": program]) { _, new in new }
        return try Spawned("/bin/sh", ["-c", line], environment: variables, input: "/dev/null", folder: path).wait()
    }

    /// What `status --json` says of a data folder.
    func status(_ data: String) throws -> Status {
        let outcome = try run("status", "--json", "--data-dir", data)
        guard outcome.status == 0 else { throw ProgramTerminal.Failure(description: "status: \(outcome)") }
        return try JSONDecoder().decode(Status.self, from: Data(outcome.output))
    }

    /// Every event of a data folder, a line each, as `journal export` writes them.
    func exported(_ data: String) throws -> [String] {
        let outcome = try run("journal", "export", "--data-dir", data)
        guard outcome.status == 0 else { throw ProgramTerminal.Failure(description: "export: \(outcome)") }
        return outcome.text.split(separator: "\n").map(String.init)
    }
}

/// What `status --json` says, as far as tests look at it.
struct Status: Decodable, Equatable {
    var position: Int64
    var hash: String
    var board: String
    var mode: String
    var incidents: Int
    var open: Int
    var waiting: Int
    var units: Int
    var free: Int
    var alerts: Int
}

import FeedTransports
import Foundation
import Shell

/// A `watchfloor ingest` that follows one file into the journal of a folder, timed from outside.
final class IngestRun {
    private let process = Process()
    private let errors = Pipe()
    private let folder: String
    private var said = ""

    /// The feed's name.
    static let feed = "benchmark"

    /// Starts it with settings of nobody's, so that no feed and no rule of this machine's user is in it.
    init(program: String, file: String, folder: String) throws {
        self.folder = folder
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "ingest", "--data-dir", folder, "--feed", "\(Self.feed)=file:\(file)", "--log-level", "info", "--locale",
            "en",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CONFIG_HOME": folder]) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
    }

    /// Waits until it takes in, then until so many bytes of the file count as read: every fact in them is then on the
    /// disk. Gives the seconds between the two.
    func seconds(reading bytes: Int64) throws -> Double {
        while !said.contains(" takes in ") {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { throw ended() }
            said += String(decoding: data, as: UTF8.self)
        }
        let start = ContinuousClock.now
        let store = ProgressStore(folder: folder + "/feeds")
        while (store.load(Self.feed)?.offset ?? 0) < bytes {
            guard process.isRunning else { throw ended() }
            usleep(2000)
        }
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// Asks it to end and waits for that; how many messages it says that it took. Nil when some were refused.
    func end() throws -> Int? {
        process.terminate()
        said += String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ended() }
        return said.firstMatch(of: /benchmark: (\d+) taken, \d+ repeated, 0 dead letters\n/).flatMap { Int($0.1) }
    }

    private func ended() -> Failure {
        Failure(.failure, say("watchfloor ingest has ended: \(said)", "watchfloor ingest 已结束：\(said)"))
    }
}

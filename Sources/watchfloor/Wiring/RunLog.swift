import DispatchModel
import Feeds
import Formats
import Foundation
import Shell

/// What a program without a screen says while it runs, a line each on standard error: for people, for journald with the
/// priorities that it reads (sd-daemon(3)), or as JSON.
struct RunLog: Sendable {
    /// How much a line matters, the most first.
    enum Level: String, CaseIterable, Sendable {
        case error, warning, notice, info, debug

        /// Its priority (syslog(3)).
        var priority: Int { 3 + (Level.allCases.firstIndex(of: self) ?? 0) }
    }

    /// How lines are written.
    enum Format: String, CaseIterable, Sendable {
        case text, json
    }

    var format: Format
    /// The least that is said.
    var level: Level
    /// True when journald reads standard error: it stamps lines itself.
    var isJournald: Bool
    var write: @Sendable (String) -> Void = { writeError($0) }

    init(format: Format = .text, level: Level = .info, isJournald: Bool = RunLog.journaldReads) {
        self.format = format
        self.level = level
        self.isJournald = isJournald
    }

    /// Says a line, if it matters enough. `feed` is whom it is about; empty for the program itself.
    func say(_ level: Level, _ text: String, feed: String = "", at: Timestamp = wallTime()) {
        guard level.priority <= self.level.priority else { return }
        write(line(level, text, feed: feed, at: at) + "\n")
    }

    /// A line as it is written.
    func line(_ level: Level, _ text: String, feed: String, at: Timestamp) -> String {
        switch format {
        case .json:
            var members = [("at", RFC3339.text(at)), ("level", level.rawValue)]
            if !feed.isEmpty { members.append(("feed", feed)) }
            members.append(("text", text))
            return JSON.object(members.map { JSON.Member(name: $0.0, value: .string($0.1)) }).written()
        case .text:
            let text = Sanitiser.visible((feed.isEmpty ? "" : feed + ": ") + text)
            return isJournald ? "<\(level.priority)>\(text)" : "\(RFC3339.text(at)) \(level.rawValue) \(text)"
        }
    }

    /// True when standard error is the stream that journald has opened for this program: its disk and number are in
    /// `JOURNAL_STREAM` (systemd.exec(5)).
    static var journaldReads: Bool {
        guard let named = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] else { return false }
        var status = stat()
        return fstat(STDERR_FILENO, &status) == 0 && named == "\(status.st_dev):\(status.st_ino)"
    }
}

import Core
import DispatchModel
import FeedHTTP
import Feeds
import Foundation
import Synchronization

/// What the run loop puts up for `/healthz` to read.
final class HealthBoard: Sendable {
    private let report = Mutex(HealthReport())

    /// What was put up last.
    var current: HealthReport { report.withLock { $0 } }

    /// Names the journal's file: its disk and number.
    func note(file path: String) {
        var status = stat()
        let text = stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : ""
        report.withLock { $0.file = text }
    }

    /// The loop has gone through its work.
    func turn(_ core: EventCore, now: Timestamp) {
        let failure = core.failure.map { FeedTrouble($0.message.english, $0.message.chinese) }
        report.withLock { report in
            if report.turned != nil, core.recordedPosition != report.position { report.committed = now }
            (report.position, report.trouble, report.turned) = (core.recordedPosition, failure, now)
        }
    }

    /// A frame was given to the terminal.
    func drew(at now: Timestamp) { report.withLock { $0.drawn = now } }
}

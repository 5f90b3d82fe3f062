import Core
import Dispatch
import Foundation
import GRDB
import Synchronization

/// Moves the write-ahead log into the database file beside the appends, so that the log stays short.
///
/// It works on its own connection and queue. While appends go on without a pause the log cannot start over and grows;
/// from `framesLimit` on the appending connection finishes the checkpoint, of which little is left to do by then.
final class Checkpointer: Sendable {
    /// Pages in the log from which a checkpoint starts in the background: 4 MiB.
    static let framesStart = 1024
    /// Pages in the log from which an append finishes the checkpoint: 64 MiB.
    static let framesLimit = 16384
    /// Bytes of log that may stay on disk for reuse.
    static let bytesKept = 16 << 20

    private struct Backlog {
        /// Pages in the log when the last checkpoint ended.
        var known = 0
        /// Pages written since a checkpoint last began, estimated.
        var fresh = 0
        var running = false
    }

    private let folder: JournalFolder
    private let watch: FileWatch
    /// Goes up when a checkpoint begins and when it ends: odd while one is under way.
    private let moves = Mutex(0)
    private let queue = DispatchQueue(label: "watchfloor.journal.checkpointer", qos: .utility)
    private let backlog = Mutex(Backlog())

    init(_ folder: JournalFolder, _ watch: FileWatch) {
        self.folder = folder
        self.watch = watch
        // A killed writer leaves its log behind: it counts as not yet moved.
        var status = stat()
        let bytes = stat(folder.log, &status) == 0 ? Int(status.st_size) : 0
        backlog.withLock { $0.fresh = bytes / 4096 }
    }

    /// Told of every commit through `writer`; `bytes` is the length of what was added.
    func committed(_ bytes: Int, _ writer: Database) {
        // Besides the pages that hold the data, a commit rewrites about one page of each tree and the head.
        let pages = bytes / 3500 + 4
        let (finish, start) = backlog.withLock { backlog in
            backlog.fresh += pages
            let finish = backlog.known + backlog.fresh >= Checkpointer.framesLimit
            let start = !finish && backlog.fresh >= Checkpointer.framesStart && !backlog.running
            if start {
                backlog.running = true
                backlog.fresh = 0
            }
            return (finish, start)
        }
        if finish {
            // Not finishing is no error: the events are safe in the log, and a later append tries again.
            let done = moving { (try? writer.checkpoint(.restart)) != nil }
            backlog.withLock { $0.known = done ? 0 : $0.known / 2 }
            backlog.withLock { $0.fresh = 0 }
        } else if start {
            queue.async { [self] in run() }
        }
    }

    /// Moves all of the log into the database and empties it.
    func empty(_ writer: DatabaseQueue) throws {
        finish()
        watch.forgetLength()
        try moving { Result { try writer.inDatabase { db in _ = try db.checkpoint(.truncate) } } }.get()
        backlog.withLock { $0.known = 0 }
    }

    /// Waits for a checkpoint under way.
    func finish() {
        queue.sync {}
    }

    /// How often a checkpoint has begun or ended; odd while one is under way and the database changes.
    var movesMade: Int { moves.withLock { $0 } }

    private func moving<Result>(_ work: () -> Result) -> Result {
        moves.withLock { $0 += 1 }
        defer { moves.withLock { $0 += 1 } }
        return work()
    }

    private func run() {
        var frames = 0
        // By its name another file would be opened when the journal's has been moved or replaced.
        if (try? watch.check()) != nil, let connection = try? DatabaseConnections.writer(folder) {
            let result = moving { try? connection.inDatabase { db in try db.checkpoint(.passive) } }
            if let result, result.walFrameCount > result.checkpointedFrameCount { frames = result.walFrameCount }
            try? connection.close()
        }
        backlog.withLock { backlog in
            backlog.known = frames
            backlog.running = false
        }
    }
}

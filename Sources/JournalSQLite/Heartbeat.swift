import Core
import DispatchModel
import Foundation

/// The file in which a writer says again and again that it lives, how it does and how its board time runs.
///
/// Its length never changes, so that it can be written on a full disk. Whoever watches looks for a change: a writer that is
/// stopped or killed makes none. When it was last changed tells whoever comes later for how long there has been none.
final class Heartbeat {
    /// Bytes of the file.
    private static let length = 512
    private static let title = "watchfloor-beat 1"

    private let path: String
    private var descriptor: Int32
    private var count: Int64
    private var isEnded = false
    private var clock: WriterClock?

    /// Opens the file. Beats are counted from a time on, so that two writers never say the same.
    init(_ folder: JournalFolder, from start: Timestamp) {
        path = folder.heartbeat
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        count = start.rawValue
        beat(.recording)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Says that the writer lives. Where nothing can be written the file's time still changes.
    func beat(_ state: WriterState, clock: WriterClock? = nil, feeds: [WriterFeed] = []) {
        guard !isEnded else { return }
        if state == .recording { makeAgainIfGone() }
        guard descriptor >= 0 else { return }
        count += 1
        self.clock = clock
        var text = "\(Heartbeat.title)\n\(count)\n\(state.code)\n"
        // A line of its own below the others: an older program reads those alone.
        if let clock { text += clock.code + "\n" }
        for feed in WriterFeed.worstFirst(feeds).prefix(WriterFeed.most) { text += feed.code + "\n" }
        text += String(repeating: " ", count: max(0, Heartbeat.length - 1 - text.utf8.count)) + "\n"
        let written = text.withCString { pwrite(descriptor, $0, Heartbeat.length, 0) }
        if written != Heartbeat.length { futimens(descriptor, nil) }
    }

    /// What was taken away is made anew: whoever watches has nothing else to go by. What stands there now is somebody else's.
    private func makeAgainIfGone() {
        var status = stat()
        guard lstat(path, &status) != 0, errno == ENOENT else { return }
        let again = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard again >= 0 else { return }
        if descriptor >= 0 { close(descriptor) }
        descriptor = again
    }

    /// Says that the writer has closed the journal.
    func end() {
        beat(.ended, clock: clock)
        isEnded = true
    }

    /// What the file says now; nil when no writer has ever said anything.
    static func read(_ folder: JournalFolder) -> WriterSign? {
        var status = stat()
        guard stat(folder.heartbeat, &status) == 0 else { return nil }
        let data = FileManager.default.contents(atPath: folder.heartbeat) ?? Data()
        let lines = String(decoding: data.prefix(length), as: UTF8.self).split(separator: "\n")
        let isRead = lines.count >= 3 && lines[0] == title
        let changed = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        return WriterSign(
            beat: isRead ? Int64(lines[1]) ?? 0 : 0, changed: changed,
            state: isRead ? WriterState(code: String(lines[2])) : .recording,
            clock: isRead && lines.count > 3 ? WriterClock(code: String(lines[3])) : nil,
            feeds: isRead ? lines.dropFirst(3).compactMap { WriterFeed(code: $0) } : [])
    }
}

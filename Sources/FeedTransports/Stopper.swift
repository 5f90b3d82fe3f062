import Glibc
import Synchronization

/// Tells a feed's thread to end or that there is news for it, and wakes it out of its wait.
final class Stopper: Sendable {
    private let end: Signal
    private let news: Signal
    private let stopped = Atomic(false)

    /// Opens the pipes; nil when the system has no descriptor left.
    init?() {
        guard let end = Signal(), let news = Signal() else { return nil }
        (self.end, self.news) = (end, news)
    }

    /// True once it is to end.
    var isStopped: Bool { stopped.load(ordering: .acquiring) }

    /// Tells it to end.
    func stop() {
        stopped.store(true, ordering: .releasing)
        end.give()
    }

    /// Tells it to look at what came of what it has offered.
    func nudge() { news.give() }

    /// Waits until one of the descriptors can be read or written, the time is over, there is news, or it is to end.
    /// Gives the descriptors' events; all zero for the other reasons.
    func wait(_ descriptors: [pollfd], milliseconds: Int32, orNews: Bool = true) -> [Int16] {
        let heard = orNews ? [readable(end.reading), readable(news.reading)] : [readable(end.reading)]
        var all = heard + descriptors
        guard poll(&all, nfds_t(all.count), milliseconds) > 0 else { return descriptors.map { _ in 0 } }
        if orNews, all[1].revents != 0 { news.takeNews() }
        return all.dropFirst(heard.count).map(\.revents)
    }

    /// Waits for a time, or until it is to end.
    func sleep(milliseconds: Int64) {
        if !isStopped { _ = wait([], milliseconds: Int32(clamping: milliseconds), orNews: false) }
    }
}

/// A pipe that carries nothing but the fact that something was given.
private final class Signal: Sendable {
    let reading: Int32
    private let writing: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { becomeOurs(end) }
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Never blocks: a full pipe has given enough.
    func give() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    func takeNews() {
        var bytes: (UInt64, UInt64) = (0, 0)
        _ = withUnsafeMutableBytes(of: &bytes) { read(reading, $0.baseAddress, $0.count) }
    }
}

/// A descriptor that never blocks and that no child process gets.
func becomeOurs(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

/// A descriptor that is to be read.
func readable(_ descriptor: Int32) -> pollfd { pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0) }

/// What the system says about the last failure.
func systemReason(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

import Glibc
import Synchronization

/// Tells a feed's thread to end, and wakes it out of its wait.
final class Stopper: Sendable {
    private let reading: Int32
    private let writing: Int32
    private let stopped = Atomic(false)

    /// Opens the pipe; nil when the system has no descriptor left.
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

    /// True once it is to end.
    var isStopped: Bool { stopped.load(ordering: .acquiring) }

    /// Tells it to end.
    func stop() {
        stopped.store(true, ordering: .releasing)
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    /// Waits until one of the descriptors can be read or written, the time is over, or it is to end.
    /// Gives the descriptors' events; all zero after the time.
    func wait(_ descriptors: [pollfd], milliseconds: Int32) -> [Int16] {
        var all = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)] + descriptors
        let ready = poll(&all, nfds_t(all.count), milliseconds)
        return ready > 0 ? all.dropFirst().map(\.revents) : descriptors.map { _ in 0 }
    }

    /// Waits for a time, or until it is to end.
    func sleep(milliseconds: Int64) {
        if !isStopped { _ = wait([], milliseconds: Int32(clamping: milliseconds)) }
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

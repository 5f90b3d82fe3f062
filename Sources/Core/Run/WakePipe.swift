import Glibc

/// Lets another thread wake the run loop out of its wait for the terminal.
package final class WakePipe: Sendable {
    /// The end to wait on.
    package let descriptor: Int32
    private let writing: Int32

    /// Opens the pipe; nil when the system has no descriptor left.
    package init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        descriptor = ends[0]
        writing = ends[1]
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// Wakes whoever waits. Never blocks: a full pipe wakes already.
    package func wake() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    /// Takes out what was written, so that the next wait waits.
    package func drain() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(descriptor, &bytes, bytes.count) > 0 {}
    }
}

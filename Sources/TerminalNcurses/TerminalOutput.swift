import CNcursesw
import Glibc

/// The way to the terminal. What is to be sent is kept in its order and written as far as the terminal takes it; nothing waits
/// for a terminal that nobody reads.
///
/// ncurses knows no such thing: it would wait, or spin. It writes into a file in memory, and what it wrote is taken from there.
struct TerminalOutput {
    /// The terminal, opened for ourselves so that not waiting is our own affair: the same descriptor of the shell or of a
    /// program beside us goes on waiting.
    let descriptor: Int32
    /// False where the terminal could not be opened again; not waiting is then switched on for each write alone.
    let isOwn: Bool
    /// The file in memory that ncurses writes into.
    let memory: Int32
    /// What the terminal has not taken yet, from `head` on.
    private var backlog: [UInt8] = []
    private var head = 0
    /// When the terminal last took anything while something was waiting, in milliseconds that only run forward.
    private var progress = 0
    /// The longest time since the last look for which the terminal took nothing although something was waiting, in milliseconds.
    var longestStall = 0

    /// True while the terminal has not taken everything.
    var isBehind: Bool { head < backlog.count }
    /// How many bytes the terminal has not taken.
    var waiting: Int { backlog.count - head }

    /// A way to a terminal.
    init(terminal: Int32) throws(TerminalError) {
        let again = Glibc.open("/proc/self/fd/\(terminal)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        isOwn = again >= 0
        descriptor = again >= 0 ? again : dup(terminal)
        memory = memfd_create("terminal", TerminalOutput.closeOnExec)
        guard descriptor >= 0, memory >= 0 else {
            let number = errno
            close()
            throw TerminalError(.system(number))
        }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Closes its descriptors; what was not taken is lost.
    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        if memory >= 0 { Glibc.close(memory) }
    }

    /// Adds bytes behind all that ncurses wrote.
    mutating func send(_ bytes: [UInt8]) {
        collect()
        append(bytes)
        flush()
    }

    /// Takes over what ncurses wrote and sends as much as the terminal takes.
    mutating func flush() {
        collect()
        guard isBehind else { return }
        let written = backlog.withUnsafeBufferPointer { bytes -> Int in
            guard let base = bytes.baseAddress else { return 0 }
            return writeAtOnce(descriptor, base + head, bytes.count - head, isOwn: isOwn)
        }
        if written > 0 {
            longestStall = max(longestStall, TerminalOutput.now() - progress)
            progress = TerminalOutput.now()
        }
        // An error other than a full terminal: it is gone, and its input says so.
        head = written < 0 ? backlog.count : head + written
        if !isBehind {
            backlog.removeAll(keepingCapacity: backlog.capacity <= TerminalOutput.keptCapacity)
            head = 0
        }
    }

    /// Sends what is left, waiting for the terminal up to so many milliseconds; throws the rest away, also what the system
    /// holds for a terminal that nobody reads, so that what is sent next is the next thing it shows.
    mutating func drain(within milliseconds: Int) {
        let end = TerminalOutput.now() + milliseconds
        flush()
        while isBehind {
            let left = end - TerminalOutput.now()
            var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard left > 0, poll(&polled, 1, Int32(left)) > 0 else {
                backlog.removeAll()
                head = 0
                tcflush(descriptor, TCOFLUSH)
                return
            }
            flush()
        }
    }

    /// MFD_CLOEXEC.
    private static let closeOnExec: UInt32 = 1
    /// Buffers up to so many bytes are kept for the next frame.
    private static let keptCapacity = 1 << 20

    private mutating func append(_ bytes: [UInt8]) {
        if !isBehind { progress = TerminalOutput.now() }
        backlog += bytes
    }

    /// Moves what ncurses wrote behind what is waiting.
    private mutating func collect() {
        let count = Int(lseek(memory, 0, SEEK_CUR))
        guard count > 0 else { return }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(memory, buffer.baseAddress, count, 0))
        }
        lseek(memory, 0, SEEK_SET)
        append(bytes)
    }

    /// Milliseconds of a clock that only runs forward.
    private static func now() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}

/// Writes as much as a terminal takes without waiting: 0 when it takes nothing now, -1 when it is gone. Only calls what a signal
/// handler may call. Where the descriptor is shared, it does not wait for this write alone.
func writeAtOnce(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int, isOwn: Bool) -> Int {
    let flags = isOwn ? 0 : fcntl(descriptor, F_GETFL)
    if !isOwn { _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) }
    defer { if !isOwn { _ = fcntl(descriptor, F_SETFL, flags) } }
    var written = 0
    while written < count {
        let part = write(descriptor, bytes + written, count - written)
        if part > 0 {
            written += part
        } else if part == 0 || errno == EAGAIN {
            break
        } else if errno != EINTR {
            return -1
        }
    }
    return written
}

import Core
import DispatchModel
import Foundation
import Synchronization

/// The right to write into a journal: an advisory lock of the operating system (`flock`) on `writer.lock`.
///
/// The system lets go of it when the process ends, however that happens; a file left behind means nothing. The file
/// says who holds the lock, for the message that a second console shows.
final class WriterLock: Sendable {
    private let descriptor: Mutex<Int32>

    /// Takes the lock. Throws `.busy` with the holder when another process, or another journal of this one, has it.
    init(_ folder: JournalFolder, as writer: WriterIdentity) throws(JournalError) {
        let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw JournalError(fileError: errno, path: folder.lock) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = WriterLock.holder(file)
            Foundation.close(file)
            guard code == EWOULDBLOCK else { throw JournalError(fileError: code, path: folder.lock) }
            throw JournalError(.busy(holder), path: folder.path)
        }
        let text = "\(writer.pid)\n\(writer.since.rawValue)\n\(writer.host)\n"
        // Who holds it is only for a message: a full disk must not keep the journal from being opened and read.
        if text.withCString({ pwrite(file, $0, strlen($0), 0) }) > 0 { _ = ftruncate(file, off_t(text.utf8.count)) }
        descriptor = Mutex(file)
    }

    deinit {
        release()
    }

    /// Lets go of the lock.
    func release() {
        descriptor.withLock { file in
            if file >= 0 { Foundation.close(file) }
            file = -1
        }
    }

    /// True when somebody has the right to write, in this process or another.
    static func isHeld(_ folder: JournalFolder) -> Bool {
        let file = open(folder.lock, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { Foundation.close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private static func holder(_ file: Int32) -> WriterIdentity {
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = max(0, pread(file, &buffer, buffer.count, 0))
        let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
        guard lines.count >= 2, let pid = Int32(lines[0]), let since = Int64(lines[1]) else { return WriterIdentity() }
        return WriterIdentity(
            pid: pid, host: lines.count > 2 ? String(lines[2]) : "", since: Timestamp(rawValue: since))
    }
}

extension WriterIdentity {
    /// This process, opening a journal now.
    package static func thisProcess(at now: Timestamp) -> WriterIdentity {
        var name = [CChar](repeating: 0, count: 256)
        let known = gethostname(&name, name.count - 1) == 0
        let host = known ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
        return WriterIdentity(pid: getpid(), host: host, since: now)
    }
}

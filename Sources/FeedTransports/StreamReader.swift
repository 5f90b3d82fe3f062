import Feeds
import Formats
import Glibc

/// Reads lines from a stream: standard input or a named pipe.
struct StreamReader {
    private let pump: FeedPump
    private let errand: Errand

    /// Why reading ended.
    enum Ending: Equatable {
        case end
        case stopped
        /// Its name leads to it no longer.
        case gone
        case failed(Int32)
    }

    init(_ pump: FeedPump, _ errand: Errand) {
        self.pump = pump
        self.errand = errand
    }

    /// Reads standard input to its end.
    func readStandardInput() {
        if case .failed(let number) = read(STDIN_FILENO) { note("standard input", "标准输入", number) }
    }

    /// Reads a named pipe, which is made when it is not there. It is held open for writing too, so that it does not end
    /// when a writer goes.
    func readFIFO(_ path: String) {
        var backoff = Backoff()
        var random = SystemRandomNumberGenerator()
        while !pump.stopper.isStopped {
            let descriptor = openFIFO(path)
            if descriptor >= 0 {
                pump.note(nil)
                backoff.reset()
                let ending = read(descriptor, NamedOrigin(path))
                close(descriptor)
                if ending == .stopped { return }
            }
            errand.rest(milliseconds: backoff.wait(using: &random))
            pump.noteReopened()
        }
    }

    private func openFIFO(_ path: String) -> Int32 {
        if mkfifo(path, 0o600) != 0, errno != EEXIST {
            note(path, path, errno)
            return -1
        }
        let descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            note(path, path, errno)
            return -1
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else {
            pump.note(FeedTrouble("\(path) is no named pipe", "\(path) 不是命名管道"))
            close(descriptor)
            return -1
        }
        return descriptor
    }

    /// Reads a descriptor line by line; to its end, or until what it has is read and its name has gone.
    func read(_ descriptor: Int32, _ name: NamedOrigin? = nil) -> Ending {
        var splitter = LineSplitter()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let ready = pump.stopper.wait([readable(descriptor)], milliseconds: Errand.interval)
            errand.run()
            guard !pump.stopper.isStopped else { return .stopped }
            guard ready[0] != 0 else {
                guard let name, !name.isThere else { continue }
                splitter.end { _ = pump.takeLine($0) }
                pump.flush()
                return .gone
            }
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                splitter.takeBytes(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { _ = pump.takeLine($0) }
                pump.flush()
            } else if count == 0 {
                splitter.end { _ = pump.takeLine($0) }
                pump.flush()
                return .end
            } else if errno != EAGAIN, errno != EINTR {
                return .failed(errno)
            }
        }
    }

    private func note(_ english: String, _ chinese: String, _ number: Int32) {
        let reason = systemReason(number)
        pump.note(FeedTrouble("\(english) cannot be read: \(reason)", "无法读取\(chinese)：\(SystemReason.chinese(reason))"))
    }
}

/// The name in the file system under which a socket or a pipe is found. What is open goes on living when its name is removed,
/// and nobody can come to it any more.
struct NamedOrigin {
    private let path: String
    private let device: dev_t
    private let number: ino_t

    /// What stands at a path now; nil when nothing does.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        (self.path, device, number) = (path, status.st_dev, status.st_ino)
    }

    /// True while the same thing stands there.
    var isThere: Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_dev == device && status.st_ino == number
    }
}

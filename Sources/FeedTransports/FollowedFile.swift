import Feeds
import Glibc

/// Follows a file that another program appends to, over rotation and truncation.
///
/// A rotated file is read to its end before the new one; a truncated one is read from its beginning again. A line counts
/// once its end is written.
final class FollowedFile {
    private let path: String
    private let pump: FeedPump
    private let errand: Errand
    private let resume: FileResume
    private let watcher: FolderWatch
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    private var splitter = LineSplitter()
    private var descriptor: Int32 = -1
    private var progress = FileProgress(inode: 0, offset: 0)

    init(_ path: String, _ pump: FeedPump, _ errand: Errand, _ resume: FileResume) {
        self.path = path
        self.pump = pump
        self.errand = errand
        self.resume = resume
        watcher = FolderWatch(folderOf: path)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        buffer.deallocate()
    }

    /// Reads until it is stopped.
    func follow() {
        openResumed()
        while !pump.stopper.isStopped {
            errand.run()
            if descriptor < 0, !openAtPath() {
                watcher.wait(pump.stopper)
                continue
            }
            if readSome() { continue }
            if !changeFile() { watcher.wait(pump.stopper) }
        }
    }

    /// Opens the file that was read before, under its old or another name, behind what the journal has of it.
    private func openResumed() {
        let known = resume.progress
        if let known, inode(at: path) != known.inode, let renamed = FolderWatch.find(inode: known.inode, besides: path)
        {
            _ = open(renamed, at: known.offset)
        } else {
            _ = open(path, at: known.map { inode(at: path) == $0.inode ? $0.offset : 0 } ?? 0)
        }
        guard descriptor >= 0, !resume.isNew else { return }
        progress.offset = lastRecorded()
        lseek(descriptor, off_t(progress.offset), SEEK_SET)
        pump.flush(at: progress)
    }

    private func openAtPath() -> Bool { open(path, at: 0) }

    private func open(_ path: String, at offset: Int64) -> Bool {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let reason = descriptor < 0 ? systemReason() : "not a regular file"
            pump.note(FeedTrouble("\(path) cannot be read: \(reason)", "无法读取 \(path)：\(reason)"))
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
            return false
        }
        pump.note(nil as FeedTrouble?)
        splitter.reset()
        let start = offset <= Int64(status.st_size) ? offset : 0
        progress = FileProgress(inode: UInt64(status.st_ino), offset: start)
        lseek(descriptor, off_t(start), SEEK_SET)
        pump.flush(at: progress)
        return true
    }

    /// Reads once; false at the end of what is there.
    private func readSome() -> Bool {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return false }
        splitter.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { take($0) }
        pump.flush(at: progress)
        return true
    }

    private func take(_ piece: LineSplitter.Piece) {
        guard pump.take(piece) else { return }
        progress.offset += piece.bytes
    }

    /// At the end of what is there: goes on in a new file or from the beginning of a truncated one. False when neither.
    private func changeFile() -> Bool {
        var status = stat()
        if fstat(descriptor, &status) == 0, Int64(status.st_size) < progress.offset {
            lseek(descriptor, 0, SEEK_SET)
            splitter.reset()
            progress.offset = 0
            pump.flush(at: progress)
            pump.noteReopened()
            return true
        }
        guard let current = inode(at: path), current != progress.inode else { return false }
        // What was written between the last read and the renaming.
        while readSome() {}
        splitter.end { take($0) }
        pump.flush(at: progress)
        guard !pump.stopper.isStopped else { return true }
        close(descriptor)
        descriptor = -1
        pump.noteReopened()
        return openAtPath()
    }

    private func inode(at path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    /// The end of the last line whose message the journal has, from the known offset on.
    private func lastRecorded() -> Int64 {
        var decoder = FeedDecoder(format: pump.settings.format, words: pump.settings.words)
        var lines = LineSplitter()
        var (at, last) = (progress.offset, progress.offset)
        while !pump.stopper.isStopped {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { break }
            lines.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { piece in
                at += piece.bytes
                guard case .line(let bytes, _) = piece, let text = try? decoder.decode(bytes, now: .epoch) else {
                    return
                }
                if text.messages.contains(where: { resume.isRecorded($0.key) }) { last = at }
            }
        }
        return last
    }
}

extension LineSplitter.Piece {
    /// The bytes it took in the stream.
    var bytes: Int64 {
        switch self {
        case .line(_, let bytes), .tooLong(_, let bytes): bytes
        }
    }
}

import Feeds
import Formats
import Glibc

/// Follows a file that another program appends to, over rotation, truncation and writing over.
///
/// A rotated file is read to its end before those that came after it, and looked at for a while longer, since its writer
/// may not have noticed. A file that was written anew is read from its beginning again. A line counts once its end is
/// written, or when it is whole and nothing follows it.
final class FollowedFile {
    private let path: String
    private let pump: FeedPump
    private let errand: Errand
    private let resume: FileProgress?
    private let watcher: FolderWatch
    private let siblings: FileSiblings
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// What stands at the path, or stood there last.
    private var current: OpenFile?
    /// What stood there before and is still looked at, the oldest first.
    private var older: [OpenFile] = []
    /// Looks in a row for which nothing stood at the path.
    private var missed = 0

    /// The most files that are still looked at after their rotation.
    static let olderLimit = 4
    /// How long such a file may say nothing before it is let go of.
    static let olderTime = Duration.seconds(600)
    /// The most rotated files that could not be read that are told of, each by its name.
    static let tellLimit = 16
    /// How long a whole line waits for its end.
    static let lineTime = Duration.seconds(1)

    init(_ path: String, _ pump: FeedPump, _ errand: Errand, _ resume: FileProgress?) {
        self.path = path
        self.pump = pump
        self.errand = errand
        self.resume = resume
        watcher = FolderWatch(folderOf: path)
        siblings = FileSiblings(of: path)
    }

    deinit { buffer.deallocate() }

    /// Reads until it is stopped.
    func follow() {
        if let resume { takeUp(resume) }
        while !pump.stopper.isStopped {
            errand.run()
            if current == nil { openAtPath() }
            if readSome() || changeFile() { continue }
            takeUnfinished()
            watcher.wait(pump.stopper)
        }
    }

    // MARK: Where to go on

    /// Goes on where reading stopped: in the file of that time, whatever it is called now, and those that came after it.
    private func takeUp(_ place: FileProgress) {
        for place in place.older {
            if let found = siblings.file(continuing: place), found.path != path { older.append(found.file) }
        }
        let found = siblings.file(continuing: place)
        if let found, found.path == path {
            current = found.file
            opened()
            return
        }
        if let found { older.append(found.file) } else if place.offset > 0 { tellLost(place) }
        takeRotated(since: place)
        openAtPath()
    }

    /// Takes in the files that were rotated since a place was reached.
    private func takeRotated(since place: FileProgress) {
        let known = older.map(\.place) + (current.map { [$0.place] } ?? [])
        let rotated = siblings.rotated(since: place.modified, except: known)
        older += rotated.files
        for name in rotated.unread.prefix(FollowedFile.tellLimit) { tellUnread(name) }
    }

    private func openAtPath() {
        do throws(FeedTrouble) {
            current = try OpenFile(path)
            opened()
        } catch {
            pump.note(error)
        }
    }

    private func opened() {
        missed = 0
        watcher.renew()
        pump.note(nil as FeedTrouble?)
        pump.flush(at: progress)
    }

    /// How far everything was taken.
    private var progress: FileProgress? {
        let files = older + (current.map { [$0] } ?? [])
        guard var progress = files.last?.place else { return nil }
        progress.older = files.dropLast().map(\.place)
        return progress
    }

    // MARK: Reading

    /// Reads once, in the oldest file that has something; false at the end of what is there.
    private func readSome() -> Bool {
        for file in older where read(file) {
            pump.flush(at: progress)
            return true
        }
        guard let current else { return false }
        switch current.readSome(buffer, { pump.takeLine($0) }) {
        case .some:
            if current.isTold { pump.note(nil as FeedTrouble?) }
            current.isTold = false
            pump.flush(at: progress)
        case .nothing: return false
        case .changed: beginAnew(current)
        case .foreign:
            noteForeign()
            tellForeign(current)
            return false
        }
        return true
    }

    /// Reads a rotated file once. One that was written over has nothing further to say.
    private func read(_ file: OpenFile) -> Bool {
        switch file.readSome(buffer, { pump.takeLine($0) }) {
        case .some: return true
        case .nothing: return false
        case .changed: older.removeAll { $0 === file }
        case .foreign:
            tellForeign(file)
            older.removeAll { $0 === file }
        }
        return false
    }

    /// The file was cut short or written over. What stood behind the place that was reached may stand in a copy.
    private func beginAnew(_ file: OpenFile) {
        if let copy = siblings.copy(of: file.place) {
            retire(copy)
        } else {
            file.takeUnfinished { pump.takeLine($0) }
        }
        file.restart()
        pump.flush(at: progress)
        pump.noteReopened()
    }

    /// At the end of what is there: goes on in the file that has come to stand at the path. False when none has.
    private func changeFile() -> Bool {
        guard let file = current else { return false }
        var status = stat()
        guard stat(path, &status) == 0 else {
            missed += 1
            if missed > 2 { pump.note(FeedTrouble("\(path) is gone", "\(path) 已不存在")) }
            return false
        }
        if missed > 2 { pump.note(nil as FeedTrouble?) }
        missed = 0
        let isSame = file.place.inode == UInt64(status.st_ino) && file.place.device == UInt64(status.st_dev)
        guard !isSame, !pump.stopper.isStopped else { return false }
        // What was written between the last read and the renaming.
        if readSome() { return true }
        current = nil
        retire(file)
        takeRotated(since: file.place)
        pump.noteReopened()
        openAtPath()
        return true
    }

    // MARK: Rotated files, last lines

    private func retire(_ file: OpenFile) {
        older.append(file)
        while older.count > FollowedFile.olderLimit, let index = older.firstIndex(where: { $0 !== file }) {
            letGo(at: index)
        }
    }

    private func letGo(at index: Int) {
        older[index].takeUnfinished { pump.takeLine($0) }
        older.remove(at: index)
        pump.flush(at: progress)
    }

    /// Takes last lines that have no end but are whole, and lets go of rotated files that have been quiet for long.
    private func takeUnfinished() {
        let now = ContinuousClock.now
        for file in older + (current.map { [$0] } ?? []) where now - file.grew >= FollowedFile.lineTime {
            guard let line = file.unfinished, pump.understands(line) else { continue }
            file.takeUnfinished { pump.takeLine($0) }
            pump.flush(at: progress)
        }
        while let index = older.firstIndex(where: { now - $0.grew >= FollowedFile.olderTime }) { letGo(at: index) }
    }

    // MARK: What is told

    private func tellLost(_ place: FileProgress) {
        pump.tell(
            MessageFault(
                path: "", found: "no file that goes on where reading stopped",
                foundChinese: "找不到可从上次读到之处继续的文件",
                expected: "\(path), or what it was renamed to, with the \(place.offset) bytes read before",
                expectedChinese: "\(path) 或其改名后的文件，含先前已读的 \(place.offset) 字节"),
            about: path)
    }

    private func tellUnread(_ name: String) {
        pump.tell(
            MessageFault(
                path: "", found: "\(name), compressed or unreadable before it was read",
                foundChinese: " \(name)，读取之前已被压缩或无法读取",
                expected: "at most \(FileSiblings.rotatedLimit) rotated files that stay as they were written",
                expectedChinese: "轮转后的文件保持原样，至多 \(FileSiblings.rotatedLimit) 个"),
            about: name)
    }

    private func noteForeign() {
        pump.note(
            FeedTrouble(
                "\(path) is not UTF-8 but UTF-16 or UTF-32; let its writer write UTF-8",
                "\(path) 不是 UTF-8，而是 UTF-16 或 UTF-32；请让写入方改用 UTF-8"))
    }

    private func tellForeign(_ file: OpenFile) {
        guard !file.isTold else { return }
        file.isTold = true
        let fault = MessageFault(
            path: "", found: "text in UTF-16 or UTF-32", foundChinese: "UTF-16 或 UTF-32 文本", expected: "UTF-8",
            expectedChinese: "UTF-8")
        pump.tell(fault, about: path)
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

/// Tells when something in a file's folder has changed, so that a quiet file costs nothing.
final class FolderWatch {
    private let descriptor: Int32
    private let folder: String

    /// Watches the folder of a file. Where the system has no watch left, time alone wakes.
    init(folderOf path: String) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        folder = FolderWatch.folder(of: path)
        renew()
    }

    /// Watches the folder that has the name now: another may have taken its place, or it is there only since.
    func renew() {
        let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM)
        if descriptor >= 0 { inotify_add_watch(descriptor, folder, events) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Waits for a change, an errand's time or the end. False when nothing has changed.
    @discardableResult
    func wait(_ stopper: Stopper) -> Bool {
        guard descriptor >= 0 else {
            stopper.sleep(milliseconds: Int64(Errand.interval))
            return false
        }
        guard stopper.wait([readable(descriptor)], milliseconds: Errand.interval)[0] != 0 else { return false }
        var events = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &events, events.count) > 0 {}
        return true
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

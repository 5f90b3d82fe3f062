import Glibc

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

import Glibc

/// Tells when something in a file's folder has changed, so that a quiet file costs nothing.
final class FolderWatch {
    private let descriptor: Int32

    /// Watches the folder of a file. Where the system has no watch left, time alone wakes.
    init(folderOf path: String) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM)
        if descriptor >= 0 { inotify_add_watch(descriptor, FolderWatch.folder(of: path), events) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Waits for a change, an errand's time or the end.
    func wait(_ stopper: Stopper) {
        guard descriptor >= 0 else { return stopper.sleep(milliseconds: Int64(Errand.interval)) }
        guard stopper.wait([readable(descriptor)], milliseconds: Errand.interval)[0] != 0 else { return }
        var events = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &events, events.count) > 0 {}
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The path of a file by its number in the folder of another, as after a rotation; nil when it is not there.
    static func find(inode: UInt64, besides path: String) -> String? {
        let folder = folder(of: path)
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            guard UInt64(entry.pointee.d_ino) == inode else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            return folder + "/" + name
        }
        return nil
    }
}

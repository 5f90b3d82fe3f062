import Feeds
import Glibc

/// The files beside a followed one: those that it was renamed or copied to, and those that came after it.
struct FileSiblings {
    private let path: String
    private let folder: String
    private let name: String

    /// The most files of the folder that are looked at.
    static let limit = 4096
    /// The most rotated files that are taken in at once.
    static let rotatedLimit = 128
    /// Endings of files that were compressed after their rotation and cannot be read.
    private static let compressed = [".gz", ".xz", ".zst", ".bz2", ".lz4"]

    init(of path: String) {
        self.path = path
        folder = FolderWatch.folder(of: path)
        name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
    }

    /// A file of the folder by its name, with what tells it from others.
    private struct Entry {
        var path: String
        var name: String
        var inode: UInt64
        var size: Int64
        var modified: Int64
    }

    /// The file in which the bytes before a place stand, whatever it is called now: first the one with the number noted,
    /// then the followed path, then any.
    func file(continuing place: FileProgress) -> (path: String, file: OpenFile)? {
        let entries = entries().filter { $0.size >= place.offset }
        let same = entries.filter { $0.inode == place.inode }
        let others = entries.filter { $0.inode != place.inode }
        let ordered = same + others.filter { $0.path == path } + others.filter { $0.path != path }
        for entry in ordered {
            guard let file = try? OpenFile(entry.path, at: place.offset), file.continues(place) else { continue }
            return (entry.path, file)
        }
        return nil
    }

    /// The copy of a file that was cut short: what stood in it before is there, by the bytes before its place.
    func copy(of place: FileProgress) -> OpenFile? {
        guard place.offset > 0 else { return nil }
        for entry in entries() where entry.size >= place.offset && entry.path != path {
            guard let file = try? OpenFile(entry.path, at: place.offset), !file.isSame(as: place),
                file.continues(place)
            else { continue }
            return file
        }
        return nil
    }

    /// Files that came between the one last written at a time and the one that stands at the path now: rotated since, the
    /// oldest first. Those that were compressed meanwhile, or are too many, are told by their names.
    func rotated(since modified: Int64, except known: [FileProgress]) -> (files: [OpenFile], unread: [String]) {
        let newer = entries().filter { entry in
            entry.path != path && entry.modified >= modified && entry.size > 0 && isRotated(entry.name)
        }.sorted { ($0.modified, $1.name) < ($1.modified, $0.name) }
        var (files, unread): ([OpenFile], [String]) = ([], [])
        for entry in newer {
            let isCompressed = FileSiblings.compressed.contains { entry.name.hasSuffix($0) }
            guard !isCompressed, files.count < FileSiblings.rotatedLimit, let file = try? OpenFile(entry.path) else {
                unread.append(entry.name)
                continue
            }
            if !known.contains(where: { file.isSame(as: $0) }) { files.append(file) }
        }
        return (files, unread)
    }

    /// A name that a rotation gives: the file's own with a number, a date or `old` behind it, or a date within it.
    private func isRotated(_ other: String) -> Bool {
        var rest = other[...]
        for ending in FileSiblings.compressed where rest.hasSuffix(ending) { rest = rest.dropLast(ending.count) }
        if rest.hasPrefix(name) {
            rest = rest.dropFirst(name.count)
            guard let first = rest.first, ".-_".contains(first) else { return false }
            let mark = rest.dropFirst()
            return ["old", "prev", "bak"].contains(mark) || isStamp(mark, digits: 1)
        }
        guard let dot = name.lastIndex(of: "."), rest.hasPrefix(name[..<dot]), rest.hasSuffix(name[dot...]) else {
            return false
        }
        rest = rest.dropFirst(name[..<dot].count).dropLast(name[dot...].count)
        guard let first = rest.first, ".-_".contains(first) else { return false }
        return isStamp(rest.dropFirst(), digits: 6)
    }

    private func isStamp(_ text: Substring, digits: Int) -> Bool {
        let count = text.filter(\.isNumber).count
        return count >= digits && text.allSatisfy { $0.isASCII && ($0.isNumber || "-_.:TZ+".contains($0)) }
    }

    /// The regular files of the folder.
    private func entries() -> [Entry] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var found: [Entry] = []
        while found.count < FileSiblings.limit, let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = folder + "/" + name
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            found.append(
                Entry(
                    path: path == folder + "/" + self.name ? self.path : path, name: name,
                    inode: UInt64(status.st_ino), size: Int64(status.st_size),
                    modified: status.st_mtim.nanoseconds))
        }
        return found
    }
}

import Foundation
import JournalSQLite

/// Where a command writes what it makes: the file that a person named, or standard output where none was, or `-`.
///
/// Nothing that the program lives on is ever written over by it: what the command reads, what a data folder keeps, and the
/// settings. That is looked up by device and inode, so that links lead nowhere else.
package struct NamedOutput {
    /// The file; nil for standard output.
    package let file: String?
    /// The files and data folders that the command reads. What is found out while it reads is added.
    package var inputs: [String]
    private let folders: Folders

    /// An output by the name that was given. Throws what makes it impossible, before any work is done.
    ///
    /// - Parameter inputs: The files and data folders that the command reads; nil and names of what ships count for nothing.
    package init(_ name: String?, reading inputs: [String?], folders: Folders = Folders()) throws {
        file = name == "-" ? nil : name
        self.inputs = inputs.compactMap(\.self)
        self.folders = folders
        try check()
    }

    /// Writes it.
    package func write(_ bytes: some Sequence<UInt8>) throws {
        guard let file else { return try writeOutput(bytes) }
        try check()
        try writeFile(bytes, to: file)
    }

    /// True when it goes to standard output, where then nothing else may go.
    package var isStandardOutput: Bool { file == nil }

    /// True when both would be written to the same place.
    package func isSame(as other: NamedOutput) -> Bool {
        guard let file, let otherFile = other.file else { return file == nil && other.file == nil }
        let (own, others) = (FileLanding(file), FileLanding(otherFile))
        return own != nil && own == others && own?.isStream == false
    }

    private func check() throws {
        guard let file else { return }
        guard !file.isEmpty else { throw Failure.namelessFile }
        try requirePlace(of: file)
        guard let landing = FileLanding(file), let owner = owner(of: landing) else { return }
        throw Failure(
            .usage, owner.said(of: file), remedy: say("give another file to write", "请指定其他输出文件"))
    }

    /// Throws unless there is a folder for it; whether it takes the file is seen when it is written.
    private func requirePlace(of file: String) throws {
        var status = stat()
        if stat(file, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { return }
            throw Failure(unwritable: file, SystemCause(EISDIR))
        }
        guard errno == ENOENT else { throw Failure(unwritable: file, SystemCause(errno)) }
        // A link to what is not there yet has a folder elsewhere.
        guard !file.hasSuffix("/"), stat(folder(ofPath: FileLanding(file)?.path ?? file), &status) == 0 else {
            throw Failure(unwritable: file, SystemCause(ENOENT))
        }
    }

    /// Whose the file is that would be written over; nil when it is nobody's.
    private func owner(of landing: FileLanding) -> FileOwner? {
        if let identity = landing.identity {
            if let input = inputs.first(where: { FileLanding($0)?.identity == identity }) { return .command(input) }
            // A hard link lies anywhere.
            let read = inputs + [folders.live]
            let holder = read.first { folder in
                JournalFolder(folder).files.contains { FileLanding($0)?.identity == identity }
            }
            if let holder { return .data(holder) }
            if folders.settingsFiles.contains(where: { FileLanding($0)?.identity == identity }) { return .settings }
        }
        if let folder = dataFolder(of: landing.path) { return .data(folder) }
        return isSettings(landing.path) ? .settings : nil
    }

    /// The data folder in which a path is the name of something that is kept there, or lies below it.
    private func dataFolder(of path: String) -> String? {
        var (name, above) = (path, folder(ofPath: path))
        while above != name {
            let last = String(name.dropFirst(above == "/" ? 1 : above.count + 1))
            if DataFolder.keeps(last, in: above) { return above }
            (name, above) = (above, folder(ofPath: above))
        }
        return nil
    }

    private func isSettings(_ path: String) -> Bool {
        let (place, name) = (folder(ofPath: path), String(path.split(separator: "/").last ?? ""))
        let isTheme = name.hasSuffix(".toml") && folders.themes.contains { realPath($0) == place }
        return isTheme
            || Folders.settingsNames.contains(name) && folders.settingsFolders.contains { realPath($0) == place }
    }
}

/// Whose a file is that nobody may write over.
private enum FileOwner {
    /// The command reads it, under this name.
    case command(String)
    /// A data folder keeps it.
    case data(String)
    /// It sets the program up.
    case settings

    func said(of path: String) -> String {
        switch self {
        case .command(let name) where name == path:
            say("\(path) is read by this command and not written over", "\(path) 是本命令读取的文件，不予覆盖")
        case .command(let name):
            say(
                "\(path) is the same file as \(name), which this command reads, and is not written over",
                "\(path) 与本命令读取的 \(name) 是同一文件，不予覆盖")
        case .data(let folder):
            say(
                "\(path) belongs to the data folder \(folder) and is not written over",
                "\(path) 属于数据目录 \(folder)，不予覆盖")
        case .settings:
            say("\(path) is a settings file of this program and not written over", "\(path) 是本程序的配置文件，不予覆盖")
        }
    }
}

/// Where the bytes for a path would come to lie: links are followed, also to what is not there yet.
private struct FileLanding: Equatable {
    /// A file by itself, whatever it is called.
    struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t
    }

    /// The path without links.
    var path: String
    /// The file that is there; nil for none, and for what is no file.
    var identity: Identity?
    /// True for a device or a pipe, which can take more than one thing.
    var isStream = false

    /// As many links as the system follows (path_resolution(7)).
    private static let links = 40

    init?(_ name: String) {
        var path = name
        for _ in 0..<FileLanding.links {
            if let whole = realPath(path) {
                self.path = whole
                look()
                return
            }
            guard let next = FileLanding.destination(of: path) else { break }
            path = next.hasPrefix("/") ? next : folder(ofPath: path) + "/" + next
        }
        guard let place = realPath(folder(ofPath: path)), let last = path.split(separator: "/").last else { return nil }
        self.path = (place == "/" ? "" : place) + "/" + last
    }

    private mutating func look() {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        isStream = status.st_mode & S_IFMT != S_IFREG
        if !isStream { identity = Identity(device: status.st_dev, inode: status.st_ino) }
    }

    private static func destination(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }
}

/// What the program keeps in a data folder: a journal, and what belongs to a drill or to feeds.
private enum DataFolder {
    private static let drill: Set = ["drill.json", "scenario.toml", "keys.jsonl", "control.jsonl", "control.sock"]
    private static let feeds: Set = ["dead-letters", "feeds"]

    /// True when the name is one of those that are kept in the folder, and the folder is one of data.
    static func keeps(_ name: String, in folder: String) -> Bool {
        let journal = JournalFolder(folder)
        guard journal.owns(name) || drill.contains(name) || feeds.contains(name) else { return false }
        return journal.holdsJournal || access(folder + "/drill.json", F_OK) == 0
    }
}

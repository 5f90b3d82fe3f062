import Glibc

extension Theme {
    /// The most themes of a user's that are offered.
    private static let offered = 200

    /// The names of the themes that can be asked for: those inside the program and those in the folders, in order.
    package static func available(folders: [String]) -> [String] {
        let own = folders.flatMap { ThemeFolder.files(in: $0) }.map { String($0.dropLast(".toml".count)) }
        return Set(builtin + own.prefix(offered)).sorted()
    }
}

/// The theme files of some folders as they were when last looked at. It tells when one of them is another.
package struct ThemeFolder: Sendable {
    /// What tells a file from the one that stood there before.
    private struct Sign: Hashable, Sendable {
        var seconds, nanoseconds, bytes: Int
        var node: UInt64
    }

    /// The most files of a folder that are looked at.
    private static let limit = 500

    private let folders: [String]
    private var signs: [String: Sign]

    /// Looks at the folders for the first time.
    package init(_ folders: [String]) {
        self.folders = folders
        signs = ThemeFolder.signs(of: folders)
    }

    /// Looks again: true when a theme file has changed, come or gone since.
    package mutating func hasChanged() -> Bool {
        let now = ThemeFolder.signs(of: folders)
        defer { signs = now }
        return now != signs
    }

    private static func signs(of folders: [String]) -> [String: Sign] {
        var result: [String: Sign] = [:]
        for folder in folders {
            for name in files(in: folder) {
                var state = stat()
                guard stat("\(folder)/\(name)", &state) == 0 else { continue }
                result["\(folder)/\(name)"] = Sign(
                    seconds: state.st_mtim.tv_sec, nanoseconds: state.st_mtim.tv_nsec, bytes: Int(state.st_size),
                    node: UInt64(state.st_ino))
            }
        }
        return result
    }

    /// The names of the theme files of a folder, in order; none where it cannot be read.
    fileprivate static func files(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while names.count < limit, let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".toml"), name.count > ".toml".count, !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

extension ThemeWarning {
    /// True when it is about the whole file, which cannot be used.
    package var isOfWholeFile: Bool { key.isEmpty }
}

import Foundation

/// What tells one state of a file from another: which it is, how large, and of when.
package struct FileMark: Hashable, Sendable {
    private struct Facts: Hashable {
        var inode: UInt64
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
    }

    private let path: String
    private let facts: Facts?

    /// The mark of a file as it is now.
    package init(of path: String) {
        self.path = path
        var status = stat()
        guard stat(path, &status) == 0 else {
            facts = nil
            return
        }
        facts = Facts(
            inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }

    /// False where nothing had the name.
    package var isThere: Bool { facts != nil }
}

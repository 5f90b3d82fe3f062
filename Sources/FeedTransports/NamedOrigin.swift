import Glibc

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

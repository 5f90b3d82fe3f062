import Foundation

/// Writes a file whole, or says why it cannot be. What a link leads to is written, not the link; a device or a pipe takes the
/// bytes and stays what it is. A file that is there keeps its owner and who may read it, and one that nobody may write stays
/// as it is, whoever asks.
package func writeFile(_ bytes: some Sequence<UInt8>, to path: String) throws {
    var status = stat()
    let isThere = stat(path, &status) == 0
    // What takes the place of a folder fails without a cause.
    guard !isThere || status.st_mode & S_IFMT != S_IFDIR else { throw Failure(unwritable: path, SystemCause(EISDIR)) }
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else { return try pass(bytes, to: path) }
    guard isThere else {
        // A link to what is not there yet.
        guard lstat(path, &status) != 0 else { return try pass(bytes, to: path) }
        return try replace(path, with: Array(bytes), like: nil, named: path)
    }
    // The administrator may write what he likes; a file without the right to be written was meant to stay.
    guard status.st_mode & 0o222 != 0 else { throw Failure(unwritable: path, SystemCause(EACCES)) }
    guard access(path, W_OK) == 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
    try replace(URL(filePath: path).resolvingSymlinksInPath().path, with: Array(bytes), like: status, named: path)
}

/// Does a piece of work with a file while no other program does that asks here as well: what is read in it is still there when
/// it is written. The lock is the folder's (flock(2)) and leaves no file behind; where the disk has none the work is done
/// without. Throws when another keeps it for two seconds.
package func whileAlone<Result>(with path: String, _ work: () throws -> Result) throws -> Result {
    let folder = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var looks = 0
    while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        guard errno == EWOULDBLOCK || errno == EINTR else { break }
        looks += 1
        guard looks <= 100 else {
            throw Failure(
                .failure, say("\(path) is being written by another program", "\(path) 正被另一程序写入"),
                remedy: say("try again", "请稍后再试"))
        }
        _ = poll(nil, 0, 20)
    }
    return try work()
}

/// Puts bytes in the place of a file at once; `status` is that of the file before, `named` how a person knows it.
private func replace(_ path: String, with bytes: [UInt8], like status: stat?, named name: String) throws {
    let temporary = "\(path).\(UUID().uuidString.prefix(8)).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status == nil ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw Failure(unwritable: name, SystemCause(errno)) }
    do {
        defer { close(descriptor) }
        if let status {
            let isOthers = status.st_uid != geteuid() || status.st_gid != getegid()
            guard !isOthers || fchown(descriptor, status.st_uid, status.st_gid) == 0,
                fchmod(descriptor, status.st_mode & 0o7777) == 0
            else { throw Failure(unwritable: name, SystemCause(errno)) }
        }
        try write(bytes, into: descriptor, named: name)
        guard fsync(descriptor) == 0 else { throw Failure(unwritable: name, SystemCause(errno)) }
    } catch {
        unlink(temporary)
        throw error
    }
    guard rename(temporary, path) == 0 else {
        let cause = SystemCause(errno)
        unlink(temporary)
        throw Failure(unwritable: name, cause)
    }
}

/// Hands bytes to what is no file, or makes the file that a link names.
private func pass(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
    defer { close(descriptor) }
    try write(Array(bytes), into: descriptor, named: path)
}

private func write(_ bytes: [UInt8], into descriptor: Int32, named name: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Failure(unwritable: name, SystemCause(errno)) }
        rest = rest.dropFirst(count)
    }
}

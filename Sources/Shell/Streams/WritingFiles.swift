import Foundation

/// Writes a file whole, or says why it cannot be. What a link leads to is written, not the link; a device or a pipe takes the
/// bytes and stays what it is. A file that is there keeps its owner and who may read it, and one that nobody may write stays
/// as it is, whoever asks.
///
/// This is for files that the program itself keeps. What a person names goes through ``NamedOutput``.
package func writeFile(_ bytes: some Sequence<UInt8>, to path: String) throws {
    guard !path.isEmpty else { throw Failure.namelessFile }
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT != S_IFDIR else { throw Failure(unwritable: path, SystemCause(EISDIR)) }
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else { return try pass(bytes, to: path) }
    // A link to what is not there yet.
    guard isThere || lstat(path, &status) != 0 else { return try pass(bytes, to: path) }
    guard isThere else { return try replace(path, named: path, with: bytes, like: nil) }
    // The administrator may write what he likes; a file without the right to be written was meant to stay.
    guard status.st_mode & 0o222 != 0 else { throw Failure(unwritable: path, SystemCause(EACCES)) }
    guard access(path, W_OK) == 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
    try replace(realPath(path) ?? path, named: path, with: bytes, like: status)
}

/// Makes a folder and those that it lies in; how many of them were not there and were made.
@discardableResult package func makeFolders(_ path: String) throws -> Int {
    guard mkdir(path, 0o777) != 0 else { return 1 }
    let parent = folder(ofPath: path)
    switch errno {
    case EEXIST:
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw Failure(unwritable: path, SystemCause(ENOTDIR)) }
        return 0
    case ENOENT where parent != path && !path.isEmpty:
        let made = try makeFolders(parent)
        guard mkdir(path, 0o777) == 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
        return made + 1
    case let cause: throw Failure(unwritable: path, SystemCause(cause))
    }
}

extension Failure {
    /// A file is to be written and has no name.
    static var namelessFile: Failure {
        Failure(
            .usage, say("the name of the file to write is empty", "要写入的文件名为空"),
            remedy: say("give a file, or - for standard output", "请给出文件名，或用 - 表示标准输出"))
    }
}

/// A path without links; nil where nothing has its name.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The folder that a path lies in, as it was typed; `.` for a name alone.
func folder(ofPath path: String) -> String {
    let whole = path.reversed().drop { $0 == "/" }.reversed()
    guard let slash = whole.lastIndex(of: "/") else { return whole.isEmpty && !path.isEmpty ? "/" : "." }
    return slash == whole.startIndex ? "/" : String(whole[..<slash])
}

/// Puts a new file in the place of a name in one step, so that nobody ever finds half of it; `status` is that of the file
/// before.
private func replace(
    _ target: String, named path: String, with bytes: some Sequence<UInt8>, like status: stat?
) throws {
    let temporary = "\(folder(ofPath: target))/.watchfloor-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status == nil ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
    var cause = status.flatMap { own(descriptor, like: $0) }
    if cause == nil { cause = write(bytes, into: descriptor) }
    if cause == nil, fsync(descriptor) != 0 { cause = errno }
    close(descriptor)
    if cause == nil, rename(temporary, target) != 0 { cause = errno }
    guard let cause else { return }
    unlink(temporary)
    throw Failure(unwritable: path, SystemCause(cause))
}

/// Gives a new file the owner and the rights of the one before it; the error number where that cannot be.
private func own(_ descriptor: Int32, like status: stat) -> Int32? {
    let isOthers = status.st_uid != geteuid() || status.st_gid != getegid()
    if isOthers, fchown(descriptor, status.st_uid, status.st_gid) != 0 { return errno }
    return fchmod(descriptor, status.st_mode & 0o7777) == 0 ? nil : errno
}

/// Hands bytes to what is no file, or makes the file that a link names.
private func pass(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(unwritable: path, SystemCause(errno)) }
    defer { close(descriptor) }
    if let cause = write(bytes, into: descriptor) { throw Failure(unwritable: path, SystemCause(cause)) }
}

/// Writes all bytes; the error number where they cannot be.
private func write(_ bytes: some Sequence<UInt8>, into descriptor: Int32) -> Int32? {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return errno }
        rest = rest.dropFirst(count)
    }
    return nil
}

import Foundation

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

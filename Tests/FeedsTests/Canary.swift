import Glibc
import Testing

/// A file and a port that nothing may touch, and the proof that a touch would have been seen.
///
/// The file is watched by the kernel (inotify) for being opened; the port listens and is asked who came.
final class Canary {
    let path: String
    let port: UInt16
    private let watch: Int32
    private let listener: Int32

    init() throws {
        var name = Array("/tmp/watchfloor-canary-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        try #require(file >= 0)
        close(file)
        path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        watch = inotify_init1(Int32(IN_NONBLOCK))
        try #require(inotify_add_watch(watch, path, UInt32(IN_OPEN | IN_ACCESS)) >= 0)
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        try #require(isBound)
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        close(watch)
        close(listener)
        unlink(path)
    }

    /// True when somebody opened the file or connected since it was last asked.
    var isTouched: Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let events = read(watch, &buffer, buffer.count)
        let visitor = accept(listener, nil, nil)
        if visitor >= 0 { close(visitor) }
        return events > 0 || visitor >= 0
    }

    /// Opens the file: what a reader of external entities would do.
    func touch() {
        let file = open(path, O_RDONLY)
        if file >= 0 { close(file) }
    }
}

import Feeds
import Formats
import Glibc

/// Opens sockets for feeds.
enum SocketOpening {
    /// A Unix socket at a path that only this user may connect to, or any when it `isShared`. A socket that nobody listens
    /// on any more is replaced.
    static func unix(_ path: String, isShared: Bool = false) throws(FeedTrouble) -> Int32 {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw trouble(path) }
        // The mode of the descriptor becomes the mode of the socket in the file system.
        fchmod(descriptor, isShared ? 0o666 : 0o600)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            close(descriptor)
            throw FeedTrouble("\(path) is too long for a socket", "套接字路径过长：\(path)")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        removeAbandoned(path, address)
        let isBound = withAddress(&address) { bind(descriptor, $0, $1) == 0 }
        guard isBound, Glibc.listen(descriptor, 16) == 0 else {
            let error = trouble(path)
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// A TCP socket that listens. Other addresses than this machine's own need `isPublic`.
    static func listening(_ host: String, _ port: UInt16, isPublic: Bool) throws(FeedTrouble) -> Int32 {
        guard isPublic || FeedOrigin.isLoopback(host) else {
            throw FeedTrouble(
                "\(host) can be reached from other machines; ask for it with public = true in feeds.toml",
                "其他机器可访问 \(host)；如确需如此，请在 feeds.toml 写 public = true")
        }
        return try open(host, port, passive: true) { descriptor, address, length in
            var one: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
            return bind(descriptor, address, length) == 0 && Glibc.listen(descriptor, 16) == 0
        }
    }

    /// A TCP socket on its way to a server; it is connected once it can be written.
    static func connecting(_ host: String, _ port: UInt16) throws(FeedTrouble) -> Int32 {
        try open(host, port, passive: false) { descriptor, address, length in
            connect(descriptor, address, length) == 0 || errno == EINPROGRESS
        }
    }

    /// The port that a listening socket has.
    static func port(of descriptor: Int32) -> UInt16? {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isKnown, address.ss_family == sa_family_t(AF_INET) || address.ss_family == sa_family_t(AF_INET6) else {
            return nil
        }
        // Both families have the port in the third and fourth byte, in the order of the network.
        return withUnsafeBytes(of: &address) { UInt16($0[2]) << 8 | UInt16($0[3]) }
    }

    private static func open(
        _ host: String, _ port: UInt16, passive: Bool,
        _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) throws(FeedTrouble) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV | (passive ? AI_PASSIVE : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else {
            let reason = String(cString: gai_strerror(code))
            throw FeedTrouble("\(host): \(reason)", "\(host)：\(SystemReason.chinese(reason))")
        }
        defer { freeaddrinfo(list) }
        var error = FeedTrouble("\(host) has no address", "\(host) 没有地址")
        var entry = list
        while let one = entry?.pointee {
            let type = one.ai_socktype | Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
            let descriptor = socket(one.ai_family, type, one.ai_protocol)
            if descriptor >= 0 {
                if use(descriptor, UnsafePointer(one.ai_addr), one.ai_addrlen) { return descriptor }
                error = trouble("\(host):\(port)")
                close(descriptor)
            }
            entry = one.ai_next
        }
        throw error
    }

    private static func removeAbandoned(_ path: String, _ address: sockaddr_un) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { return }
        defer { close(probe) }
        var address = address
        if withAddress(&address, { connect(probe, $0, $1) }) != 0, errno == ECONNREFUSED { unlink(path) }
    }

    private static func withAddress<Result>(
        _ address: inout sockaddr_un, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func trouble(_ name: String) -> FeedTrouble {
        let reason = systemReason()
        return FeedTrouble("\(name): \(reason)", "\(name)：\(SystemReason.chinese(reason))")
    }
}

/// Asks whether a server answers, for checking settings.
package enum FeedServerProbe {
    /// True when a connection can be made within a time.
    package static func answers(_ host: String, _ port: UInt16, milliseconds: Int32) -> Bool {
        guard let descriptor = try? SocketOpening.connecting(host, port) else { return false }
        defer { close(descriptor) }
        var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&waited, 1, milliseconds) == 1 else { return false }
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
        return code == 0
    }
}

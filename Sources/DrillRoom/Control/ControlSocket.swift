import Formats
import Glibc

/// The Unix socket of a drill, named through its folder so that no path is too long for it.
enum ControlSocket {
    /// Binds a socket in a folder and listens; only its owner may connect. A socket left behind is replaced: whoever calls
    /// holds the right to write the drill. Throws what the system said.
    static func listen(in folder: String) throws(DrillProblem) -> Int32 {
        try withAddress(in: folder) { socket, address, length throws(DrillProblem) in
            _ = unlink(folder + "/" + DrillFolder.socketName)
            guard bind(socket, address, length) == 0 else { throw failure(folder) }
            guard chmod(folder + "/" + DrillFolder.socketName, 0o600) == 0, Glibc.listen(socket, 8) == 0 else {
                throw failure(folder)
            }
        }
    }

    /// Connects to the socket in a folder, at once or not at all: a drill that stands still, and whose queue of callers is full,
    /// must not hold up whoever calls.
    static func connect(in folder: String) throws(DrillProblem) -> Int32 {
        try withAddress(in: folder) { socket, address, length throws(DrillProblem) in
            guard fcntl(socket, F_SETFL, O_NONBLOCK) == 0 else { throw failure(folder) }
            guard Glibc.connect(socket, address, length) == 0 else {
                if errno == EAGAIN { throw silent }
                guard errno == ENOENT || errno == ECONNREFUSED else { throw failure(folder) }
                throw DrillProblem("control.absent", "no drill runs in \(folder)", "\(folder) 中没有正在进行的演练")
            }
            guard fcntl(socket, F_SETFL, 0) == 0 else { throw failure(folder) }
        }
    }

    /// Who is at the other end; nil when the system does not say.
    static func peer(of descriptor: Int32) -> uid_t? {
        var credentials = Credentials()
        var length = socklen_t(MemoryLayout<Credentials>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        return credentials.uid
    }

    /// The system's `struct ucred` (unix(7)), which its headers only show to programs that ask for GNU extensions.
    private struct Credentials {
        var pid: pid_t = 0
        var uid: uid_t = .max
        var gid: gid_t = .max
    }

    /// Makes a socket and its address. The folder is opened first and the socket is named through that: an address holds
    /// little more than a hundred bytes, a path thousands.
    private static func withAddress(
        in folder: String,
        _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) throws(DrillProblem) -> Void
    ) throws(DrillProblem) -> Int32 {
        let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else {
            throw DrillProblem("control.absent", "there is no drill in \(folder)", "\(folder) 中没有演练")
        }
        defer { close(place) }
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let made = socket(AF_UNIX, type, 0)
        guard made >= 0 else { throw failure(folder) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array("/proc/self/fd/\(place)/\(DrillFolder.socketName)".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let result = withUnsafePointer(to: &address) { pointer -> Result<Void, DrillProblem> in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> Result<Void, DrillProblem> in
                do throws(DrillProblem) {
                    return .success(try use(made, generic, socklen_t(MemoryLayout<sockaddr_un>.size)))
                } catch {
                    return .failure(error)
                }
            }
        }
        if case .failure(let problem) = result {
            close(made)
            throw problem
        }
        return made
    }

    /// The drill is there and says nothing.
    static let silent = DrillProblem("control.silent", "the drill does not answer", "演练没有应答")

    private static func failure(_ folder: String) -> DrillProblem {
        let cause = String(cString: strerror(errno))
        return DrillProblem(
            "control.socket", "the control socket in \(folder) cannot be used: \(cause)",
            "无法使用 \(folder) 中的控制套接字：\(SystemReason.chinese(cause))")
    }
}

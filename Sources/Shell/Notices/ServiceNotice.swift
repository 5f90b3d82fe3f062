import Foundation

/// Tells the service manager how a program does, by plain datagrams to the socket that it names (sd_notify(3)).
package struct ServiceNotice: Sendable {
    private let path: String
    /// How often the manager wants to hear of it at least, in milliseconds; nil where it does not.
    package let watchdog: Int64?

    /// The manager that an environment names; nil for none.
    package init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@"),
            path.utf8.count < MemoryLayout<sockaddr_un>.size - MemoryLayout<sa_family_t>.size
        else { return nil }
        self.path = path
        let isMeant = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        watchdog = isMeant ? environment["WATCHDOG_USEC"].flatMap { Int64($0) }.map { max(1, $0 / 1000) } : nil
    }

    /// The program is up.
    package func ready() { send("READY=1") }
    /// The program lives.
    package func alive() { send("WATCHDOG=1") }
    /// How it does, in words.
    package func status(_ text: String) { send("STATUS=" + text.filter { !$0.isNewline }) }
    /// The program ends by itself.
    package func stopping() { send("STOPPING=1") }

    private func send(_ text: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // An abstract name begins with a zero byte.
        let name = path.hasPrefix("@") ? [0] + Array(path.utf8.dropFirst()) : Array(path.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count + (path.hasPrefix("/") ? 1 : 0))
        let bytes = Array(text.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_DONTWAIT), $0, length)
            }
        }
    }
}

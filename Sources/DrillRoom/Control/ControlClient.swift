import Foundation
import Glibc

/// The trainer's end of the control socket.
package final class ControlClient {
    private let descriptor: Int32
    private var input = LineBuffer(limit: ControlClient.replyLimit)
    /// The most bytes of a reply that is taken.
    package static let replyLimit = 8 << 20

    /// Connects to the drill that runs in a folder. Throws `control.absent` when none does.
    package init(folder: String) throws(DrillProblem) {
        descriptor = try ControlSocket.connect(in: folder)
        guard ControlSocket.peer(of: descriptor) == geteuid() else {
            Glibc.close(descriptor)
            throw DrillProblem("control.stranger", "the drill in \(folder) is another user's", "\(folder) 中的演练属于其他用户")
        }
    }

    deinit { Glibc.close(descriptor) }

    /// True when a drill runs in a folder, though it may not answer.
    package static func hasDrill(in folder: String) -> Bool {
        do throws(DrillProblem) {
            _ = try ControlClient(folder: folder)
            return true
        } catch {
            return error.code == ControlSocket.silent.code
        }
    }

    /// Asks and waits for the answer, at most so many milliseconds. Throws when the drill has gone or does not answer.
    package func ask(_ request: ControlRequest, within milliseconds: Int32 = 10_000) throws(DrillProblem)
        -> ControlReply
    {
        guard var bytes = try? Array(JSONEncoder().encode(request)) else { throw ControlClient.gone }
        bytes.append(0x0A)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0, errno == EAGAIN {
                try wait(for: POLLOUT, within: milliseconds)
                continue
            }
            guard count > 0 else { throw ControlClient.gone }
            sent += count
        }
        let line = try receive(within: milliseconds)
        guard let reply = try? JSONDecoder().decode(ControlReply.self, from: Data(line)) else {
            throw DrillProblem("control.reply", "the drill's answer cannot be read", "无法识别演练的应答")
        }
        return reply
    }

    private func receive(within milliseconds: Int32) throws(DrillProblem) -> [UInt8] {
        while true {
            if let line = input.next() { return line }
            guard !input.isOverlong else { throw ControlClient.gone }
            try wait(for: POLLIN, within: milliseconds)
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            guard count > 0 else { throw ControlClient.gone }
            input.add(bytes[..<count])
        }
    }

    /// Waits until so much can be sent or has come.
    private func wait(for events: Int32, within milliseconds: Int32) throws(DrillProblem) {
        var polled = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        var ready = poll(&polled, 1, milliseconds)
        while ready < 0, errno == EINTR { ready = poll(&polled, 1, milliseconds) }
        guard ready > 0 else { throw ControlSocket.silent }
    }

    private static let gone = DrillProblem("control.gone", "the drill has ended or went away", "演练已结束或已退出")
}

import Foundation
import Glibc

/// A client that sends exactly the bytes that it is given, and reads answers.
package final class RawClient {
    /// Why a step failed.
    package struct Failure: Error, CustomStringConvertible {
        /// In words.
        package var description: String

        /// Creates a failure.
        package init(description: String) {
            self.description = description
        }
    }

    /// An answer as it came.
    package struct Answer: CustomStringConvertible {
        /// The code.
        package var status: Int
        /// The fields, names in lower case.
        package var fields: [String: String]
        /// The body.
        package var body: [UInt8]

        /// Creates an answer.
        package init(status: Int, fields: [String: String], body: [UInt8]) {
            self.status = status
            self.fields = fields
            self.body = body
        }

        /// The body as text.
        package var text: String { String(decoding: body, as: UTF8.self) }
        /// Everything, for messages.
        package var description: String { "\(status) \(fields) \(text.prefix(1000))" }

        /// The body as JSON.
        package var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
        }
    }

    /// The socket.
    package let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true

    /// Connects to a port of this machine.
    package init(_ port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            isOpen = false
            throw Failure(description: "connect: \(reason)")
        }
    }

    deinit { end() }

    /// Closes it.
    package func end() {
        if isOpen { close(descriptor) }
        isOpen = false
    }

    /// Says that nothing more comes.
    package func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Sends bytes; false when the other end does not take them any more.
    @discardableResult
    package func send(_ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Sends a text; false when the other end does not take it any more.
    @discardableResult
    package func send(_ text: String) -> Bool { send(text.utf8) }

    /// Reads some more; false at the end of the connection. Throws when nothing comes for a long time.
    package func readMore(seconds: Int32 = 30) throws -> Bool {
        var waited = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        guard poll(&waited, 1, seconds * 1000) > 0 else { throw Failure(description: "nothing came; have \(seen)") }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return false }
        buffer += bytes[..<count]
        return true
    }

    /// What came and was not read as an answer.
    package var seen: String { String(decoding: buffer.prefix(400), as: UTF8.self) }

    /// Reads one answer. `hasBody` is false for the answer to HEAD.
    package func answer(hasBody: Bool = true) throws -> Answer {
        while true {
            if let answer = try parsed(hasBody) { return answer }
            guard try readMore() else { throw Failure(description: "the connection ended; have \(seen)") }
        }
    }

    /// Reads to the end of the connection; returns what came beyond answers.
    package func rest() throws -> [UInt8] {
        while try readMore() {}
        return buffer
    }

    /// True when the other end closes within the time that a test has.
    package func isClosed() -> Bool { (try? rest()) != nil }

    private func parsed(_ hasBody: Bool) throws -> Answer? {
        guard let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let parts = lines[0].split(separator: " ")
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]) else {
            throw Failure(description: "no answer of HTTP: \(seen)")
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { throw Failure(description: "no field: \(line)") }
            fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...])
                .trimmingCharacters(in: .whitespaces)
        }
        let length = hasBody && status != 100 ? Int(fields["content-length"] ?? "0") ?? 0 : 0
        guard buffer.count >= end.upperBound + length else { return nil }
        let body = Array(buffer[end.upperBound..<end.upperBound + length])
        buffer.removeFirst(end.upperBound + length)
        return Answer(status: status, fields: fields, body: body)
    }
}

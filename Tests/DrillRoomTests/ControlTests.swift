import Dispatch
import Foundation
import Glibc
import Testing

@testable import DrillRoom

/// The control socket, on a real socket in a folder of its own.
@Suite struct ControlTests {
    /// A server whose requests are answered by hand.
    private final class Desk {
        let folder = TemporaryFolder()
        let server: ControlServer
        private let came = DispatchSemaphore(value: 0)

        init() throws {
            let came = came
            server = try ControlServer(folder: folder.path) { came.signal() }
        }

        deinit { server.close() }

        /// Waits until a request has come.
        func next() throws -> ControlServer.Ticket {
            while true {
                if let ticket = server.takeTickets().first { return ticket }
                try #require(came.wait(timeout: .now() + 60) == .success, "no request came")
            }
        }

        /// A plain connection, to send whatever one likes.
        func connect() throws -> Int32 { try ControlSocket.connect(in: folder.path) }
    }

    private func say(_ text: String, _ descriptor: Int32) {
        let bytes = Array(text.utf8)
        #expect(send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    }

    /// The next line; empty at the end.
    private func line(_ descriptor: Int32) throws -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while recv(descriptor, &byte, 1, 0) == 1 {
            if byte == 0x0A { break }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func onlyItsOwnerMayConnect() throws {
        let desk = try Desk()
        var status = stat()
        #expect(stat(desk.folder.path + "/" + DrillFolder.socketName, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let connection = try desk.connect()
        defer { close(connection) }
        #expect(ControlSocket.peer(of: connection) == geteuid())
    }

    @Test func aRequestIsAnswered() throws {
        let desk = try Desk()
        let connection = try desk.connect()
        defer { close(connection) }
        say("{\"do\":\"jump\",\"by\":60000}\n{\"do\":\"pause\"}\n", connection)
        let first = try desk.next()
        #expect(first.request.verb == .jump && first.request.by == 60_000)
        desk.server.answer(first, ControlReply(done: .init("jumped", "已快进"), status: nil))
        #expect(try line(connection).contains("jumped"))
    }

    @Test(arguments: [
        ("nonsense", "control.json"), ("{}", "control.json"), ("{\"do\":\"fly\"}", "control.json"),
        ("[1,2]", "control.json"),
        ("{\"do\":\"speed\"}", "control.speed"), ("{\"do\":\"speed\",\"speed\":1e9}", "control.speed"),
        ("{\"do\":\"message\",\"text\":\"\"}", "control.field"), ("{\"do\":\"jump\",\"by\":-5}", "control.jump"),
        ("\u{1B}]0;x\u{07}", "control.json"), ("{\"do\":\"message\",\"text\":7}", "control.json"),
    ])
    func malformedRequestsAreRefusedInWords(_ request: String, _ code: String) throws {
        let desk = try Desk()
        let connection = try desk.connect()
        defer { close(connection) }
        say(request + "\n", connection)
        let reply = try line(connection)
        #expect(reply.contains("\"\(code)\""), "\(reply)")
        #expect(!reply.unicodeScalars.contains("\u{1B}"))
        #expect(desk.server.takeTickets().isEmpty)
    }

    @Test func aMessageIsMadeSafeBeforeItIsTakenIn() throws {
        let desk = try Desk()
        let connection = try desk.connect()
        defer { close(connection) }
        say("{\"do\":\"message\",\"text\":\"a\\u001b[31mb\\u202e\"}\n", connection)
        let text = try #require(try desk.next().request.text)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func aLineWithoutEndIsCutOff() throws {
        let desk = try Desk()
        let connection = try desk.connect()
        defer { close(connection) }
        say(String(repeating: "x", count: ControlServer.lineLimit + 10), connection)
        #expect(try line(connection).contains("control.line"))
        #expect(try line(connection).isEmpty, "the connection is closed")
    }

    @Test func oneTrainerTooManyIsToldSo() throws {
        let desk = try Desk()
        var connections: [Int32] = []
        defer { for connection in connections { close(connection) } }
        // Each is known to the server once it has had an answer.
        for _ in 0..<ControlServer.peerLimit {
            let connection = try desk.connect()
            connections.append(connection)
            say("?\n", connection)
            #expect(try line(connection).contains("control.json"))
        }
        let more = try desk.connect()
        connections.append(more)
        #expect(try line(more).contains("control.busy"))
    }

    @Test func aPeerThatNeverReadsHoldsNobodyUp() throws {
        let desk = try Desk()
        let deaf = try desk.connect()
        defer { close(deaf) }
        let other = try desk.connect()
        defer { close(other) }
        // It asks and asks, and takes no answer: its own requests wait, nobody else's do.
        let big = String(repeating: "x", count: 1 << 20)
        for _ in 0..<3 {
            say("{\"do\":\"status\"}\n", deaf)
            desk.server.answer(try desk.next(), ControlReply(done: .init(big, big), status: nil))
        }
        say("{\"do\":\"pause\"}\n", other)
        let ticket = try desk.next()
        #expect(ticket.request.verb == .pause)
        desk.server.answer(ticket, ControlReply(done: .init("paused", "已暂停"), status: nil))
        #expect(try line(other).contains("paused"))
    }

    @Test("A drill that takes no caller any more is one that does not answer, and holds nobody up")
    func fullQueue() throws {
        let folder = TemporaryFolder()
        let listening = try ControlSocket.listen(in: folder.path)
        defer { close(listening) }
        var callers: [ControlClient] = []
        let problem = #expect(throws: DrillProblem.self) {
            for _ in 0..<64 { callers.append(try ControlClient(folder: folder.path)) }
        }
        #expect(ControlClient.hasDrill(in: folder.path))
        #expect(problem?.code == "control.silent" && !callers.isEmpty, "\(callers.count)")
        let silent = #expect(throws: DrillProblem.self) {
            _ = try callers[0].ask(ControlRequest(.status), within: 1)
        }
        #expect(silent?.code == "control.silent")
    }

    @Test func theClientSaysWhenNobodyIsThere() throws {
        let folder = TemporaryFolder()
        let problem = #expect(throws: DrillProblem.self) { _ = try ControlClient(folder: folder.path) }
        #expect(problem?.code == "control.absent")
        let gone = #expect(throws: DrillProblem.self) { _ = try ControlClient(folder: folder.path + "/none") }
        #expect(gone?.code == "control.absent")
    }

    @Test func aFolderWithALongPathHasASocketToo() throws {
        let folder = TemporaryFolder()
        let deep = folder.path + "/" + String(repeating: "d", count: 200)
        mkdir(deep, 0o700)
        let server = try ControlServer(folder: deep) {}
        defer { server.close() }
        let connection = try ControlSocket.connect(in: deep)
        defer { close(connection) }
        say("?\n", connection)
        #expect(try line(connection).contains("control.json"))
    }
}

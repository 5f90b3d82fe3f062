import Feeds
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import TestSupport
import Testing

@testable import FeedHTTP

/// Gathers what comes until the connection ends.
private final class Gatherer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let request: String
    private let done: EventLoopPromise<String>
    private var seen = ""

    init(_ request: String, _ done: EventLoopPromise<String>) {
        self.request = request
        self.done = done
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(Gatherer.wrapOutboundOut(ByteBuffer(string: request)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        seen += String(buffer: Gatherer.unwrapInboundIn(data))
    }

    func channelInactive(context: ChannelHandlerContext) { done.succeed(seen) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
        done.fail(error)
    }
}

@Suite("TLS", .tags(.process), .full)
struct TLSTests {
    private func ask(
        _ port: UInt16, _ certificate: Certificate, _ request: String, newest: TLSVersion = .tlsv13
    ) throws -> String {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        defer { try? group.syncShutdownGracefully() }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(certificate.certificate)
        configuration.minimumTLSVersion = .tlsv1
        configuration.maximumTLSVersion = newest
        let tls = try NIOSSLContext(configuration: configuration)
        let done = group.next().makePromise(of: String.self)
        _ = try ClientBootstrap(group: group).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandlers([
                    NIOSSLClientHandler(context: tls, serverHostname: "localhost"), Gatherer(request, done),
                ])
            }
        }.connect(host: "127.0.0.1", port: Int(port)).wait()
        return try done.futureResult.wait()
    }

    @Test("A round trip over TLS; what is older than TLS 1.2, or no TLS at all, gets nowhere")
    func roundTrip() throws {
        guard let certificate = try Certificate() else { return }
        let server = try TestServer(tls: (certificate.certificate, certificate.key))
        let request = TestServer.request("/v1/messages", alert("a1"), fields: "Connection: close\r\n")
        let answer = try ask(server.port, certificate, request)
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains("\"taken\":1"), "\(answer)")
        #expect(server.room.recorded == ["cad/a1"])
        #expect(try ask(server.port, certificate, request, newest: .tlsv12).contains("\"repeated\":1"))
        let older = try? ask(server.port, certificate, request, newest: .tlsv11)
        #expect(older ?? "" == "", "it ends without an answer")
        let plain = try server.client()
        plain.send(request)
        #expect(!String(decoding: try plain.rest(), as: UTF8.self).contains("200"))
        let figures = try ask(
            server.port, certificate, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(figures.contains("watchfloor_http_refusals_total{reason=\"tls\"} 2"), "\(figures)")
    }

    @Test("An address that others reach needs a certificate and the key that belongs to it")
    func settings() throws {
        var settings = HTTPSettings()
        try FeedServer.check(settings)
        settings.address = HTTPAddress(host: "0.0.0.0", port: 0)
        var error = #expect(throws: FeedTrouble.self) { try FeedServer.check(settings) }
        #expect(error?.english.contains("certificate and key") == true && error?.chinese.isEmpty == false)
        guard let certificate = try Certificate(), let other = try Certificate() else { return }
        settings.certificate = certificate.certificate
        settings.key = certificate.key
        try FeedServer.check(settings)
        settings.key = other.key
        error = #expect(throws: FeedTrouble.self) { try FeedServer.check(settings) }
        #expect(error?.english.contains("does not belong") == true)
        settings.key = "/nowhere/server.key"
        error = #expect(throws: FeedTrouble.self) { try FeedServer.check(settings) }
        #expect(error?.english.contains("/nowhere/server.key cannot be read") == true)
    }

    @Test("An address that is taken is tried again and told meanwhile")
    func taken() throws {
        let first = try TestServer()
        var settings = HTTPSettings()
        settings.address.port = first.port
        let room = Room()
        let second = FeedServer(
            settings, feeds: [TestServer.feed("b", TestServer.otherToken)], around: room.around, letters: first.letters,
            surroundings: HTTPSurroundings(inbox: { (0, 1) }, feeds: { [] }, version: ""))
        second.start()
        defer { second.stop() }
        #expect(room.wait { second.trouble != nil })
        #expect(second.counts[0].counts.trouble?.english.contains("in use") == true)
        first.server.stop()
        #expect(room.wait { second.port != nil })
        #expect(second.trouble == nil)
    }
}

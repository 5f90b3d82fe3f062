import Dispatch
import DispatchModel
import FeedTransports
import Feeds
import Formats
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// Listens for the feeds that speak HTTP, on one event loop of its own. Feeds share it: the token tells which one speaks.
package final class FeedServer: Sendable {
    /// How it listens.
    package let settings: HTTPSettings
    private let service: Service
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let connections: Connections
    private let state = Mutex(State())
    /// What new connections are encrypted by; nil for no TLS, or before it was read.
    private let tls = TLSInForce()

    private struct State {
        var channel: (any Channel)?
        var trouble: FeedTrouble?
        var hasEnded = false
    }

    /// A server that does not listen yet.
    /// - Parameters:
    ///   - settings: Where it listens and what it takes at most.
    ///   - feeds: The feeds whose senders may speak; those without a token are nobody's.
    ///   - around: Where it puts what it reads, and the time.
    ///   - letters: Where it keeps what cannot be taken.
    ///   - surroundings: What it tells about the console.
    package init(
        _ settings: HTTPSettings, feeds: [FeedSettings], around: IntakeSurroundings, letters: DeadLetterStore,
        surroundings: HTTPSurroundings
    ) {
        var settings = settings
        settings.limits.connections = min(settings.limits.connections, FeedServer.mostConnections)
        self.settings = settings
        service = Service(settings, feeds, around, letters, surroundings)
        connections = Connections(loop: group.next(), limit: settings.limits.connections, counts: service.counts)
    }

    /// Half of the file descriptors that the system gives: the other half stays with the journal and the other feeds.
    private static var mostConnections: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
        return max(8, Int(clamping: limit.rlim_cur) / 2 - 32)
    }

    /// Makes sure that a server could be run with these settings: who may reach it, certificate and key.
    package static func check(_ settings: HTTPSettings) throws(FeedTrouble) {
        guard settings.address.isLoopback || settings.isSecure else {
            throw FeedTrouble(
                "\(settings.address) can be reached from other machines: give certificate and key in [http] of feeds.toml, or listen on 127.0.0.1",
                "其他机器可访问 \(settings.address)：请在 feeds.toml 的 [http] 给出 certificate 与 key，或改为监听 127.0.0.1")
        }
        _ = try TLS.context(settings)
    }

    /// The port that it listens on, once it does.
    package var port: UInt16? {
        state.withLock { $0.channel?.localAddress?.port.map { UInt16(clamping: $0) } }
    }

    /// Why it does not listen; nil while it does.
    package var trouble: FeedTrouble? { state.withLock { $0.trouble } }

    /// The requests that sent something and were not taken since no feed's sender made them.
    package var strangers: RequestsOfStrangers { service.requestsOfStrangers }

    /// What has come of each feed so far, with the server's trouble.
    package var counts: [(feed: String, counts: FeedCounts)] {
        let trouble = trouble
        return service.feeds.map { feed in
            var counts = feed.counts
            counts.trouble = trouble
            return (feed.settings.name, counts)
        }
    }

    /// Begins to listen. An address that cannot be had is tried again, as by every other feed.
    package func start() {
        listen(wait: 500)
        let (loop, service) = (group.next(), service)
        loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { [weak self] task in
            guard let self, !service.isStopping else { return task.cancel() }
            service.look(trouble)
        }
    }

    /// From now on new connections get the certificate that stands in its file now, and senders are known by these tokens,
    /// by the feed's name. Throws when the certificate cannot be used: the old one stays, and so do the tokens.
    package func use(tokens: [String: HTTPFeedSettings]) throws(FeedTrouble) {
        let context = try TLS.context(settings)
        tls.use(context)
        service.use(settings, tokens)
    }

    private func listen(wait: Int64) {
        guard !service.isStopping else { return }
        do throws(FeedTrouble) {
            try FeedServer.check(settings)
            let (host, port) = (settings.address.host, Int(settings.address.port))
            try bootstrap().bind(host: host, port: port).whenComplete { [self] result in
                switch result {
                case .success(let channel): listening(channel)
                case .failure(let error): tryAgain(FeedServer.trouble(settings.address, error), wait)
                }
            }
        } catch {
            tryAgain(error, wait)
        }
    }

    private func listening(_ channel: any Channel) {
        state.withLock { state in
            state.channel = channel
            state.trouble = nil
        }
        if service.isStopping { channel.close(promise: nil) }
    }

    private func tryAgain(_ trouble: FeedTrouble, _ wait: Int64) {
        state.withLock { $0.trouble = trouble }
        group.next().scheduleTask(in: .milliseconds(wait)) { [self] in listen(wait: min(30_000, wait * 2)) }
    }

    private static func trouble(_ address: HTTPAddress, _ error: any Error) -> FeedTrouble {
        let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
        return FeedTrouble("\(address): \(reason)", "\(address)：\(SystemReason.chinese(reason))")
    }

    private func bootstrap() throws(FeedTrouble) -> ServerBootstrap {
        let (service, connections, tls) = (service, connections, tls)
        let context = try TLS.context(settings)
        tls.use(context)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    // Without descriptors accepting waits a second instead of turning in a circle.
                    try channel.pipeline.syncOperations.addHandler(
                        AcceptBackoffHandler(shouldForwardIOErrorCaught: false))
                }
            }
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try FeedServer.furnish(channel, service, connections, tls.context)
                }
            }
    }

    private static func furnish(
        _ channel: any Channel, _ service: Service, _ connections: Connections, _ tls: NIOSSLContext?
    ) throws {
        let limits = service.limits
        let handler = RequestHandler(
            service: service, connections: connections, isLocal: channel.isLocal,
            peer: channel.remoteAddress?.ipAddress ?? "")
        if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.headBytes
        decoding.maxHeaderListSize = limits.headBytes
        decoding.maxHeaderFieldCount = limits.headFields
        try channel.pipeline.syncOperations.addHandlers([
            HeadGuard(handler), HTTPResponseEncoder(),
            ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding),
                maximumBufferSize: limits.headBytes + 1 << 16), HTTPServerPipelineHandler(), handler,
        ])
    }

    // MARK: The end

    deinit {
        // Loops must not be let go of while they turn.
        if !state.withLock({ $0.hasEnded }) { group.shutdownGracefully { _ in } }
    }

    /// Takes nothing new from now on: stops listening, ends idle connections, and lets the others finish. Returns at once.
    package func quiesce() {
        service.beginStopping()
        state.withLock { $0.channel }?.close(promise: nil)
        group.next().execute { [connections] in connections.endIdle() }
    }

    /// Ends. What is being taken in has a while to be settled; then whoever still waits is told to send again.
    package func stop() {
        let hadEnded = state.withLock { state in
            defer { state.hasEnded = true }
            return state.hasEnded
        }
        guard !hadEnded else { return }
        quiesce()
        let empty = DispatchSemaphore(value: 0)
        let (loop, connections) = (group.next(), connections)
        loop.execute {
            connections.endIdle()
            connections.whenNoneIsOpen().whenComplete { _ in empty.signal() }
        }
        let stopTime = DispatchTimeInterval.milliseconds(Int(settings.limits.stopTime.milliseconds))
        if empty.wait(timeout: .now() + stopTime) == .timedOut {
            loop.execute { connections.endAll() }
            // Long enough for what was written to leave.
            _ = empty.wait(timeout: .now() + .milliseconds(250))
        }
        service.end()
        try? group.syncShutdownGracefully()
        state.withLock { $0.channel = nil }
    }
}

extension Channel {
    /// True when the other end is on this machine.
    fileprivate var isLocal: Bool {
        guard let address = remoteAddress?.ipAddress else { return false }
        return address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }
}

extension FeedConfiguration {
    /// The settings of the server of each address, and its feeds. Feeds of the command line may name another address than
    /// the file, which then speaks without TLS.
    private var addresses: [(settings: HTTPSettings, feeds: [FeedSettings])] {
        var found: [(settings: HTTPSettings, feeds: [FeedSettings])] = []
        for feed in feeds {
            guard case .http(let address) = feed.origin else { continue }
            var settings = http
            if let address, address != http.address {
                settings = HTTPSettings()
                settings.address = address
                settings.limits = http.limits
            }
            if let index = found.firstIndex(where: { $0.settings.address == settings.address }) {
                found[index].feeds.append(feed)
            } else {
                found.append((settings, [feed]))
            }
        }
        return found
    }

    /// Makes sure that the servers could be run; throws what keeps one from it.
    package func checkServers() throws(FeedTrouble) {
        for (settings, _) in addresses { try FeedServer.check(settings) }
    }

    /// The servers of the feeds that speak HTTP, one an address, not started yet.
    package func servers(
        _ around: IntakeSurroundings, _ letters: DeadLetterStore, _ surroundings: HTTPSurroundings
    ) -> [FeedServer] {
        addresses.map { settings, feeds in
            FeedServer(settings, feeds: feeds, around: around, letters: letters, surroundings: surroundings)
        }
    }

    /// Where a feed's bytes come from, as it would be written.
    package func origin(of feed: FeedSettings) -> String {
        guard case .http(let address) = feed.origin else { return feed.origin.written }
        return "\(http.isSecure ? "https" : "http")://\(address ?? http.address)"
    }
}

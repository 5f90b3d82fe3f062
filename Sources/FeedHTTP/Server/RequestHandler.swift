import DispatchModel
import NIOCore
import NIOHTTP1

/// Serves the requests of one connection, one after the other. Used on the connection's event loop alone.
///
/// Every state has a time after which it ends: see ``Phase``.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What is being done.
    enum State {
        /// Between two requests, or in the head of one.
        case waiting
        /// The body is read past; what is answered at its end is certain.
        case passing(Route?, Answer?)
        /// The body is read for a feed.
        case reading(BodyRequest)
        /// A feed works on the body.
        case settling
        /// The answer is about to be written.
        case answering
        /// The answer was the last one; what comes is not looked at.
        case closing
    }

    /// What is waited for, each with a time of its own.
    enum Phase {
        case head
        case body
        case settling
        case answering
        case idle
        case lingering
    }

    let service: Service
    let connections: Connections
    let isLocal: Bool
    /// The address of the client.
    let peer: String
    /// The handler before the parser.
    weak var front: HeadGuard?
    var context: ChannelHandlerContext?
    /// True once a request has shown the token of a feed.
    var isTrusted = false
    /// True while an answer has not gone out.
    var isWriting = false
    var state = State.waiting
    var route: Route?
    var version = HTTPVersion.http1_1
    var keepsAlive = true
    var isHeadOnly = false
    var isInputClosed = false
    var headBytes = 0
    var bodyBytes = 0
    var body = ByteBuffer()
    /// Tells an answer that comes too late from one that is waited for.
    var serial = 0
    var heldAnswer: Answer?
    var clock = PhaseClock()

    init(service: Service, connections: Connections, isLocal: Bool, peer: String) {
        self.peer = peer
        self.service = service
        self.connections = connections
        self.isLocal = isLocal
    }

    // MARK: The connection

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func channelActive(context: ChannelHandlerContext) {
        if connections.add(self) { enter(.head) } else { turnAway() }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        letOut()
        state = .closing
        serial += 1
        clock.stop()
        connections.remove(self)
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        clock.stop()
        connections.remove(self)
        self.context = nil
    }

    /// True while it is in no request.
    var mayGiveWay: Bool {
        switch state {
        case .waiting: !isWriting
        case .closing: true
        case .passing, .reading, .settling, .answering: false
        }
    }

    /// When it began to do what it does.
    var since: NIODeadline { clock.since }

    /// Ends it at once.
    func drop() {
        state = .closing
        context?.close(promise: nil)
    }

    /// Answers that the program ends, when somebody waits for an answer.
    func giveUp() {
        switch state {
        case .waiting, .closing: drop()
        case .passing, .reading, .settling, .answering:
            letOut()
            serial += 1
            heldAnswer = nil
            send(.stopping)
        }
    }

    // MARK: Bytes

    /// Bytes have come and are about to be parsed; false when they are not wanted any more.
    func bytesCame(_ count: Int) -> Bool {
        switch state {
        case .waiting:
            if headBytes == 0 { enter(.head) }
            headBytes += count
            return true
        case .closing: return false
        case .passing, .reading, .settling, .answering: return true
        }
    }

    /// The bytes were parsed. A head that is longer than is taken, and still not whole, is refused.
    func bytesWereParsed() {
        guard case .waiting = state, headBytes > service.limits.headBytes else { return }
        sendRaw(service.check.headTooLarge)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch RequestHandler.unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(let part): takePart(part)
        case .end: finish()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed = event else { return context.fireUserInboundEventTriggered(event) }
        isInputClosed = true
        keepsAlive = false
        switch state {
        case .waiting: drop()
        case .closing: if !isWriting { drop() }
        case .passing, .reading, .settling, .answering: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let answer = FramingError.answer(error, service.check) else {
            if case .waiting = state, FramingError.isHandshake(error) { service.counts.note(.tls) }
            return drop()
        }
        if case .closing = state { return }
        letOut()
        serial += 1
        send(answer)
    }

    // MARK: Time

    /// The time of a phase is over.
    func expire(_ phase: Phase) {
        switch phase {
        case .head where headBytes > 0:
            sendRaw(.problem(.requestTimeout, .headTooSlow, "the head of the request took too long").closing)
        case .head, .idle:
            service.counts.note(.idle)
            drop()
        case .body:
            letOut()
            send(.problem(.requestTimeout, .bodyTooSlow, "the body of the request took too long").closing)
        case .settling:
            serial += 1
            send(.unrecorded)
        case .answering, .lingering: drop()
        }
    }

    /// How much of the body has come, for the rate that it must have.
    var receivedBytes: Int { bodyBytes }
}

/// Answers, and how the connection goes on or ends after them.
extension RequestHandler {
    /// Answers once the answer before has gone out: who does not read gets no second one.
    func answer(_ answer: Answer) {
        serial += 1
        state = .answering
        if isWriting { heldAnswer = answer } else { send(answer) }
    }

    func send(_ answer: Answer) {
        if case .closing = state { return }
        guard let context else { return }
        service.note(route, answer)
        let closes = answer.closes || !keepsAlive || service.isStopping
        let head = HTTPResponseHead(
            version: version, status: answer.status, headers: HTTPHeaders(service.fields(answer, version, closes)))
        context.write(RequestHandler.wrapOutboundOut(.head(head)), promise: nil)
        if !isHeadOnly {
            let buffer = context.channel.allocator.buffer(bytes: answer.body)
            context.write(RequestHandler.wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        }
        // Before the end is written, since that lets the next request in.
        rest(closing: closes)
        let promise = watchedWrite(closing: closes)
        context.writeAndFlush(RequestHandler.wrapOutboundOut(.end(nil)), promise: promise)
    }

    /// Answers what never became a request, past the parts of HTTP, and closes.
    func sendRaw(_ answer: Answer) {
        service.note(nil, answer)
        rest(closing: true)
        front?.write(raw(answer), watchedWrite(closing: true))
    }

    /// There are too many connections. Before a handshake nothing can be said.
    func turnAway() {
        state = .closing
        guard let context, !service.isSecure else { return drop() }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let promise = context.eventLoop.makePromise(of: Void.self)
        promise.futureResult.whenComplete { _ in bound.value.drop() }
        let answer = Answer.problem(.serviceUnavailable, .connections, "there are too many connections")
        front?.write(raw(answer.retry(afterMilliseconds: 1000)), promise)
    }

    func raw(_ answer: Answer) -> [UInt8] {
        var text = "HTTP/1.1 \(answer.status.code) \(answer.status.reasonPhrase)\r\n"
        for (name, value) in service.fields(answer, .http1_1, true) { text += "\(name): \(value)\r\n" }
        return Array((text + "\r\n").utf8) + answer.body
    }

    func rest(closing: Bool) {
        state = closing ? .closing : .waiting
        headBytes = 0
        serial += 1
        enter(closing ? .answering : .idle)
    }

    /// A promise whose fulfilment lets reading go on, or the connection end.
    func watchedWrite(closing: Bool) -> EventLoopPromise<Void>? {
        guard let context else { return nil }
        isWriting = true
        let promise = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let limit = context.eventLoop.scheduleTask(in: service.limits.writeTime.amount) {
            guard bound.value.isWriting else { return }
            bound.value.service.counts.note(.writeTooSlow)
            bound.value.drop()
        }
        promise.futureResult.whenComplete { _ in
            limit.cancel()
            bound.value.written(closing: closing)
        }
        return promise
    }

    func written(closing: Bool) {
        isWriting = false
        if closing { return linger() }
        if let answer = heldAnswer {
            heldAnswer = nil
            send(answer)
        } else {
            front?.release()
        }
    }

    /// Closes its own side first and listens for a while: a client that is still sending would otherwise lose the answer.
    func linger() {
        guard let context, !isInputClosed else { return drop() }
        enter(.lingering)
        context.close(mode: .output, promise: nil)
        front?.release()
    }
}

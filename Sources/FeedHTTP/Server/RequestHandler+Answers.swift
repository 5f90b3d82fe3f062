import NIOCore
import NIOHTTP1

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

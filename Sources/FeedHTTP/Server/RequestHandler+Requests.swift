import NIOCore
import NIOHTTP1

/// From the head of a request to the feed that works on its body.
extension RequestHandler {
    func begin(_ head: HTTPRequestHead) {
        guard case .waiting = state else { return }
        headBytes = 0
        bodyBytes = 0
        version = head.version
        isHeadOnly = head.method == .HEAD
        // After an upgrade that is not ours the parser reads no further.
        keepsAlive = head.isKeepAlive && head.method != .CONNECT && !head.headers.contains(name: "upgrade")
        route = Route(target: head.uri)
        enter(.body)
        let check = service.check
        switch check.look(at: head, isLocal: isLocal) {
        case .failure(let error):
            if head.method == .POST { service.noteLoss(error.answer, of: nil, from: peer) }
            refuse(error.answer, head)
        case .success((let route, let feed)):
            self.route = route
            isTrusted = isTrusted || feed != nil
            guard route.format != nil, let feed else {
                // Strangers are told no more than whether all is well.
                state = .passing(
                    route, route == .health ? service.health(inFull: feed != nil || check.isOwnHost(head.headers)) : nil
                )
                return
            }
            if head.method == .OPTIONS {
                state = .passing(route, check.permission(head.headers))
                return
            }
            begin(service.isStopping ? .failure(AnswerError(.stopping)) : admitted(route, feed, head), head)
        }
    }

    func begin(_ request: Result<BodyRequest, AnswerError>, _ head: HTTPRequestHead) {
        switch request {
        case .failure(let error): refuse(error.answer, head)
        case .success(let request):
            state = .reading(request)
            body = ByteBuffer()
            guard expectsContinue(head), let context else { return }
            let answer = HTTPResponseHead(version: version, status: .continue)
            context.writeAndFlush(RequestHandler.wrapOutboundOut(.head(answer)), promise: nil)
        }
    }

    func admitted(
        _ route: Route, _ feed: Int, _ head: HTTPRequestHead
    ) -> Result<BodyRequest, AnswerError> {
        let request = service.check.body(route, feed, head.headers)
        if case .failure(let error) = request { service.noteLoss(error.answer, of: feed, from: peer) }
        // Whoever is known not to be able to record lets nobody wait for it.
        if case .success = request, service.isFailing { return .failure(AnswerError(.unrecorded)) }
        if case .success = request, let answer = service.feeds[feed].enter(route) {
            return .failure(AnswerError(answer))
        }
        return request
    }

    /// Answers at the end of the body, so that the connection can go on, unless the body is not worth waiting for.
    func refuse(_ answer: Answer, _ head: HTTPRequestHead) {
        let isLong = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0 > service.limits.bodyBytes
        if answer.closes || expectsContinue(head) || isLong {
            send(answer.closing)
        } else {
            state = .passing(route, answer)
        }
    }

    func expectsContinue(_ head: HTTPRequestHead) -> Bool {
        head.version.minor > 0 && head.headers["expect"].contains { $0.lowercased() == "100-continue" }
    }

    func takePart(_ part: ByteBuffer) {
        bodyBytes += part.readableBytes
        let isTooLong = bodyBytes > service.limits.bodyBytes
        switch state {
        case .passing(_, let answer) where isTooLong:
            send((answer.flatMap { $0.refusal == nil ? nil : $0 } ?? service.check.tooLarge).closing)
        case .reading(let request) where isTooLong:
            letOut()
            service.noteLoss(service.check.tooLarge, of: request.feed, from: peer)
            send(service.check.tooLarge.closing)
        case .reading(let request):
            let feed = service.feeds[request.feed]
            guard feed.reserve(bytes: part.readableBytes) else {
                letOut()
                return send(feed.full(request.route, .feedFull, 1000).closing)
            }
            body.writeImmutableBuffer(part)
        case .passing, .waiting, .settling, .answering, .closing: break
        }
    }

    func finish() {
        switch state {
        case .passing(let route, let answer):
            state = .answering
            enter(.answering)
            // Not at once: an answer lets the next request in, which would be answered inside this one, and so on.
            later { $0.answer(answer ?? route.map($0.service.answer) ?? .unrecorded) }
        case .reading(let request): settle(request)
        case .waiting, .settling, .answering, .closing: break
        }
    }

    func settle(_ request: BodyRequest) {
        guard let context else { return }
        state = .settling
        enter(.settling)
        let (feed, count, serial) = (service.feeds[request.feed], body.readableBytes, serial)
        let (loop, bound) = (context.eventLoop, NIOLoopBound(self, eventLoop: context.eventLoop))
        let bytes = Array(body.readableBytesView)
        body = ByteBuffer()
        feed.takeBody(request, bytes) { [service] answer in
            feed.leave(bytes: count)
            service.post(to: loop) {
                guard bound.value.serial == serial else { return }
                bound.value.answer(answer)
            }
        }
    }

    /// Lets the feed of a body that is not going to be worked on have its room back.
    func letOut() {
        guard case .reading(let request) = state else { return }
        state = .answering
        service.feeds[request.feed].leave(bytes: body.readableBytes)
        body = ByteBuffer()
    }

    func later(_ body: @escaping @Sendable (RequestHandler) -> Void) {
        guard let context else { return }
        let (serial, bound) = (serial, NIOLoopBound(self, eventLoop: context.eventLoop))
        context.eventLoop.execute {
            if bound.value.serial == serial { body(bound.value) }
        }
    }
}

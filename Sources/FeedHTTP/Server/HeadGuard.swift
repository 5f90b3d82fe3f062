import NIOCore
import NIOHTTP1
import NIOSSL

/// Stands before the parser: counts the bytes of heads, which the parser holds back until they are whole, and reads
/// nothing further while an answer has not gone out.
final class HeadGuard: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let handler: RequestHandler
    private var context: ChannelHandlerContext?
    private var holdsRead = false

    init(_ handler: RequestHandler) {
        self.handler = handler
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        handler.front = self
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard handler.bytesCame(HeadGuard.unwrapInboundIn(data).readableBytes) else { return }
        context.fireChannelRead(data)
        handler.bytesWereParsed()
    }

    func read(context: ChannelHandlerContext) {
        if handler.isWriting { holdsRead = true } else { context.read() }
    }

    /// Reads what was held back.
    func release() {
        guard holdsRead else { return }
        holdsRead = false
        context?.read()
    }

    /// Writes bytes past the parts of HTTP, for an answer to what never became a request.
    func write(_ bytes: [UInt8], _ promise: EventLoopPromise<Void>?) {
        guard let context else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        var buffer = context.channel.allocator.buffer(capacity: bytes.count)
        buffer.writeBytes(bytes)
        context.writeAndFlush(HeadGuard.wrapOutboundOut(.byteBuffer(buffer)), promise: promise)
    }
}

/// What is said about bytes that are no request.
enum FramingError {
    /// The answer; nil for a connection that is best closed without one.
    static func answer(_ error: any Error, _ check: RequestCheck) -> Answer? {
        if error is ByteToMessageDecoderError.PayloadTooLargeError { return check.headTooLarge }
        guard let error = error as? HTTPParserError else { return nil }
        switch error {
        case .headerOverflow: return check.headTooLarge
        case .invalidVersion:
            return .problem(.httpVersionNotSupported, .malformed, "HTTP/1.0 and HTTP/1.1 are spoken").closing
        case .invalidEOFState, .closedConnection: return .malformed("the request ended before its end")
        case .unexpectedContentLength:
            return .malformed("write Content-Length once, or Transfer-Encoding, not both")
        case .invalidContentLength: return .malformed("write Content-Length in digits")
        case .invalidChunkSize: return .malformed("a chunk needs its size in hexadecimal digits")
        default: return .malformed("this is no HTTP/1.1 request")
        }
    }

    /// True for a handshake that failed.
    static func isHandshake(_ error: any Error) -> Bool {
        if case NIOSSLError.handshakeFailed = error { true } else { false }
    }
}

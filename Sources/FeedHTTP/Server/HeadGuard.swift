import NIOCore

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

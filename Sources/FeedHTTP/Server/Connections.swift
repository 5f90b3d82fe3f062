import NIOCore

/// The open connections of one event loop.
///
/// Unchecked: only touched on that loop, which every entrance makes sure of.
final class Connections: @unchecked Sendable {
    private let loop: any EventLoop
    private let limit: Int
    private let counts: ServerCounts
    private var all: [ObjectIdentifier: RequestHandler] = [:]
    private var whenEmpty: EventLoopPromise<Void>?

    init(loop: any EventLoop, limit: Int, counts: ServerCounts) {
        self.loop = loop
        self.limit = limit
        self.counts = counts
    }

    /// How many are open.
    var count: Int {
        loop.preconditionInEventLoop()
        return all.count
    }

    /// Takes in a connection; false when there are too many and none can give way.
    ///
    /// One that has shown no token gives way before one that has, and of these the one that has waited for longest; one
    /// that is in the middle of a request never does.
    func add(_ handler: RequestHandler) -> Bool {
        loop.preconditionInEventLoop()
        if all.count >= limit {
            let idle = all.values.filter(\.mayGiveWay)
            let first = idle.min { ($0.isTrusted ? 1 : 0, $0.since) < ($1.isTrusted ? 1 : 0, $1.since) }
            guard let first else {
                counts.note(.connections)
                return false
            }
            remove(first)
            counts.note(.evicted)
            first.drop()
        }
        all[ObjectIdentifier(handler)] = handler
        counts.opened()
        return true
    }

    /// Forgets a connection that has ended.
    func remove(_ handler: RequestHandler) {
        loop.preconditionInEventLoop()
        guard all.removeValue(forKey: ObjectIdentifier(handler)) != nil else { return }
        counts.closed()
        if all.isEmpty { whenEmpty?.succeed() }
        if all.isEmpty { whenEmpty = nil }
    }

    /// Ends those that are idle and lets the others finish.
    func endIdle() {
        loop.preconditionInEventLoop()
        for handler in all.values where handler.mayGiveWay { handler.drop() }
    }

    /// Answers whoever still waits that the program ends.
    func endAll() {
        loop.preconditionInEventLoop()
        for handler in Array(all.values) { handler.giveUp() }
    }

    /// Told once none is open.
    func whenNoneIsOpen() -> EventLoopFuture<Void> {
        loop.preconditionInEventLoop()
        if all.isEmpty { return loop.makeSucceededVoidFuture() }
        let promise = whenEmpty ?? loop.makePromise()
        whenEmpty = promise
        return promise.futureResult
    }
}

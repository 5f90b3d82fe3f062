/// What the terminal said and nobody has dealt with yet. A flood of keys is dealt with in pieces: between them whoever asks
/// takes data in and draws, so keys never hold anything up.
package struct InputQueue {
    /// The most inputs handed out at once.
    package static let most = 128

    private var waiting: [TerminalInput] = []
    private var head = 0

    /// A queue with nothing in it.
    package init() {}

    /// True when everything was handed out.
    package var isEmpty: Bool { head == waiting.count }

    /// The next inputs in their order, at most ``most``. Waits for the screen only when there are none; while enough are
    /// waiting the screen is not asked, so that the queue is bounded by what it gives at once.
    package mutating func next(
        from screen: any Screen, timeout milliseconds: Int?, wake descriptor: Int32?
    ) -> [TerminalInput] {
        if waiting.count - head < InputQueue.most {
            waiting += screen.inputs(timeout: isEmpty ? milliseconds : 0, wake: descriptor)
        }
        let end = min(waiting.count, head + InputQueue.most)
        let next = Array(waiting[head..<end])
        head = end
        if isEmpty {
            waiting.removeAll()
            head = 0
        }
        return next
    }
}

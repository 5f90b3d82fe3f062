/// What the terminal said and nobody has dealt with yet. A flood of keys is dealt with in pieces: between them whoever asks
/// takes data in and draws, so keys never hold anything up.
public struct InputQueue {
    /// The most inputs handed out at once.
    public static let most = 128

    private var waiting: [TerminalInput] = []
    private var head = 0

    /// A queue with nothing in it.
    public init() {}

    /// True when everything was handed out.
    public var isEmpty: Bool { head == waiting.count }

    /// The next inputs in their order, at most ``most``. Waits for the screen only when there are none; while enough are
    /// waiting the screen is not asked, so that the queue is bounded by what it gives at once.
    public mutating func next(
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

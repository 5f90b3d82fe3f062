import DispatchModel

/// Judges, for a guard, whether its wall lives: a wall gives a picture every second. It is started anew when it does not, each
/// time after a longer wait, and never given up: nobody stands by to start it by hand.
package struct GuardWatch {
    /// What is to be done with the wall's program.
    package enum Order: Hashable, Sendable {
        /// Nothing.
        case wait
        /// It is to be started.
        case start
        /// It is to be killed.
        case kill
    }

    /// How long a wall may give no picture until it is taken for dead.
    package static let patience = Span.seconds(3)
    /// How long until it is killed.
    package static let limit = Span.seconds(6)
    /// How long its first picture may take: a large journal has to be read.
    package static let firstLimit = Span.minutes(2)
    /// The longest wait before another start.
    package static let longestWait = Span.seconds(30)
    /// How long it must have lived until its ends are forgotten.
    static let goodLife = Span.minutes(1)

    /// How often it was started anew since it last lived well.
    package private(set) var restarts = 0
    private var started: Timestamp?
    private var firstFrame: Timestamp?
    private var lastFrame: Timestamp?
    private var endedAt: Timestamp?
    private var lastAlive: Timestamp?

    /// A watch over a wall that was not started yet.
    package init() {}

    /// True while its program runs.
    package var isRunning: Bool { started != nil }

    /// It was started.
    package mutating func start(at steady: Timestamp) {
        (started, firstFrame, lastFrame) = (steady, nil, nil)
    }

    /// It gave a picture.
    package mutating func hear(at steady: Timestamp) {
        if firstFrame == nil { firstFrame = steady }
        (lastFrame, lastAlive) = (steady, steady)
        if let firstFrame, steady - firstFrame >= GuardWatch.goodLife { restarts = 0 }
    }

    /// Its program has ended.
    package mutating func end(at steady: Timestamp) {
        guard started != nil else { return }
        (started, firstFrame, lastFrame, endedAt) = (nil, nil, nil, steady)
        restarts += 1
    }

    /// Since when it gives no sign, where that is too long; nil while it lives, and before it ever did.
    package func silentSince(at steady: Timestamp) -> Timestamp? {
        guard let lastAlive, steady - lastAlive > GuardWatch.patience else { return nil }
        return lastAlive
    }

    /// What is to be done with it.
    package func order(at steady: Timestamp) -> Order {
        guard let started else {
            guard let endedAt else { return .start }
            return steady - endedAt >= wait ? .start : .wait
        }
        if let lastFrame { return steady - lastFrame > GuardWatch.limit ? .kill : .wait }
        return steady - started > GuardWatch.firstLimit ? .kill : .wait
    }

    /// How long the next start waits: a second, and twice as long each time.
    private var wait: Span {
        min(.seconds(1 << Int64(min(max(restarts - 1, 0), 5))), GuardWatch.longestWait)
    }
}

import DispatchModel
import NIOCore

/// The time that a connection has left for what it is doing.
struct PhaseClock {
    /// When the phase began.
    private(set) var since = NIODeadline.now()
    fileprivate var timer: Scheduled<Void>?
    fileprivate var ends = NIODeadline.now()
    fileprivate var counted = 0

    fileprivate mutating func begin(_ time: TimeAmount) {
        timer?.cancel()
        since = .now()
        ends = since + time
        counted = 0
    }

    /// No time runs any more.
    mutating func stop() {
        timer?.cancel()
        timer = nil
    }
}

extension RequestHandler {
    /// Goes over to a phase and begins its time.
    func enter(_ phase: Phase) {
        let limits = service.limits
        let time: Span =
            switch phase {
            case .head: limits.headTime
            case .body: limits.bodyTime
            case .settling: limits.answerTime
            case .answering: limits.writeTime
            case .idle: limits.idleTime
            case .lingering: min(limits.writeTime, .seconds(2))
            }
        clock.begin(time.amount)
        schedule(phase)
    }

    /// A body is also looked at in between: it must have come at the least rate.
    private func schedule(_ phase: Phase) {
        guard let loop = context?.eventLoop else { return }
        let isBody = if case .body = phase { true } else { false }
        let wake = isBody ? min(clock.ends, .now() + service.limits.rateTime.amount) : clock.ends
        let bound = NIOLoopBound(self, eventLoop: loop)
        clock.timer = loop.scheduleTask(deadline: wake) { bound.value.look(phase) }
    }

    private func look(_ phase: Phase) {
        let least = service.limits.leastRate * Int(service.limits.rateTime.milliseconds) / 1000
        let isFastEnough = receivedBytes - clock.counted >= least
        guard NIODeadline.now() < clock.ends, isFastEnough else { return expire(phase) }
        clock.counted = receivedBytes
        schedule(phase)
    }
}

extension Span {
    /// The same as the event loops measure it.
    var amount: TimeAmount { .milliseconds(milliseconds) }
}

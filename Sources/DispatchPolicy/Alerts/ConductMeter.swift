import DispatchModel

/// How one alert came and went of late: whether it chatters or flaps.
///
/// Chattering (ISA-18.2): it came on three times or more within a minute; it ends once it has not come on for a minute.
/// Flapping, after the flap detection of Nagios and its kin: time goes by in steps of 30 s; each of the last 20 in which
/// the alert came on or ended weighs from 0.8 for the oldest to 1.15 for the newest; their sum over 20 is the share. At
/// 30 % or more it begins, below 25 % it ends.
package struct ConductMeter: Sendable {
    /// How it behaves, as of the last look.
    package private(set) var conduct: AlertConduct
    /// The weighted share of steps with a change, in percent of 20 steps.
    package private(set) var percent: Int64 = 0

    /// The times at which it came on last, the newest last, at most three.
    private var raises: [Timestamp] = []
    /// One bit a step, the newest lowest.
    private var steps: UInt32 = 0
    private var newest: Int64 = .min
    /// An alert known as flapping when the meter was made stays so until as many steps have been seen.
    private var keepUntil = Timestamp(rawValue: .min)

    /// How long a step is.
    package static let step = Span.seconds(30)
    /// How many steps count.
    package static let stepCount = 20
    /// Within how long three make chattering.
    package static let minute = Span.minutes(1)
    /// Weight of each step in hundredths, the newest first: 115 down to 80.
    private static let weights: [Int64] = (0..<stepCount).map { 115 - Int64($0) * 35 / Int64(stepCount - 1) }

    /// A meter of an alert that has not come on or ended since.
    package init(conduct: AlertConduct = .steady, from: Timestamp = .epoch) {
        self.conduct = conduct
        if conduct != .steady {
            keepUntil = from + Span(milliseconds: ConductMeter.step.milliseconds * Int64(ConductMeter.stepCount))
        }
    }

    /// It came on or ended.
    package mutating func change(isRaise: Bool, at now: Timestamp) {
        advance(to: now)
        steps |= 1
        guard isRaise else { return }
        raises.append(now)
        if raises.count > 3 { raises.removeFirst() }
    }

    /// Looks at the time; true when it behaves differently now.
    package mutating func look(at now: Timestamp) -> Bool {
        advance(to: now)
        let sum = ConductMeter.weights.indices.reduce(Int64(0)) { sum, index in
            steps & (1 << index) == 0 ? sum : sum + ConductMeter.weights[index]
        }
        percent = sum / Int64(ConductMeter.stepCount)
        let was = conduct
        let isQuiet = raises.last.map { $0 + ConductMeter.minute <= now } ?? true
        let isQuick = raises.count == 3 && now - raises[0] < ConductMeter.minute
        if isQuick || was == .chattering && !isQuiet {
            conduct = .chattering
        } else if percent >= 30 || percent >= 25 && was == .flapping {
            conduct = .flapping
        } else if was == .steady || now >= keepUntil {
            conduct = .steady
        }
        return was != conduct
    }

    /// When it may behave differently by nothing happening; nil while it is steady.
    package func nextDue(after now: Timestamp) -> Timestamp? {
        switch conduct {
        case .steady: nil
        case .chattering: max(raises.last.map { $0 + ConductMeter.minute } ?? keepUntil, now + .seconds(1))
        case .flapping: Timestamp(rawValue: (ConductMeter.index(now) + 1) * ConductMeter.step.milliseconds)
        }
    }

    private mutating func advance(to now: Timestamp) {
        let index = max(newest, ConductMeter.index(now))
        let passed = newest == .min ? 32 : index - newest
        steps = passed >= 32 ? 0 : (steps << UInt32(passed)) & ((1 << UInt32(ConductMeter.stepCount)) - 1)
        newest = index
    }

    private static func index(_ time: Timestamp) -> Int64 {
        let (step, now) = (step.milliseconds, time.rawValue)
        return now >= 0 ? now / step : (now - step + 1) / step
    }
}

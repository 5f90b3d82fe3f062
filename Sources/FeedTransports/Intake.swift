import Core
import DispatchModel
import DispatchPolicy
import Feeds
import Formats

/// What one feed says on its way to the board, by the rules that hold whichever way it comes: messages are normalised,
/// silence, refusals and the origin are watched, and it is judged what became of a part of what was sent.
///
/// A value with two faces: ``FeedPump`` brings it lines and lets their sender wait, the HTTP server the bodies of requests,
/// which are answered. Times are parameters.
package struct Intake: Sendable {
    private var normaliser: Normaliser
    private var heartbeat: HeartbeatWatch?
    private var refusals: RefusalWatch
    private var troubles: TroubleWatch

    /// The intake of a feed that begins at a time that never steps.
    package init(_ settings: FeedSettings, limits: NormalisingLimits = NormalisingLimits(), now: Timestamp) {
        normaliser = Normaliser(feed: settings.name, limits: limits)
        heartbeat = settings.heartbeat.map { HeartbeatWatch(feed: settings.name, deadline: $0, now: now) }
        refusals = RefusalWatch(feed: settings.name, now: now)
        troubles = TroubleWatch(feed: settings.name)
    }

    // MARK: Messages

    /// Adds what a message that came at `now` says to what others have said; returns what is odd about its time, and
    /// whether its id came before. `content` is a digest of the message as it came; nil for one of its fields.
    package mutating func takeMessage(
        _ message: FeedMessage, now: Timestamp, content: UInt64? = nil, into observations: inout [Observation]
    ) -> (mark: TimeMark?, isRepetition: Bool) {
        normaliser.takeMessage(message, now: now, content: content, into: &observations)
    }

    /// Forgets the id of an observation that was refused, so that its message is no repetition when it is sent again.
    package mutating func forget(_ observation: Observation) { normaliser.forget(observation.source?.id ?? "") }

    /// How far the sender's clock is from the console's.
    package var skew: ClockSkew { normaliser.skew }
    /// Ids forgotten before their window ended.
    package var forgotten: Int64 { normaliser.forgotten }

    // MARK: What is watched

    /// Something has come; returns the end of the alert about silence, when it was on or may have been.
    package mutating func hear(now: Timestamp, steady: Timestamp) -> Observation? {
        heartbeat?.hear(now: now, steady: steady)
    }

    /// Something was not taken; returns the alert about that, when it is the first.
    package mutating func refuse(_ english: String, _ chinese: String, now: Timestamp) -> Observation? {
        refusals.refuse(english, chinese, now: now)
    }

    /// Notes why the origin cannot be read; nil when it can.
    package mutating func note(_ trouble: FeedTrouble?, steady: Timestamp) { troubles.note(trouble, steady: steady) }

    /// What the watches have to say, about once a second: silence beyond the heartbeat deadline, the end of refusals, an
    /// origin that cannot be read.
    package mutating func look(now: Timestamp, steady: Timestamp) -> [Observation] {
        [
            heartbeat?.look(now: now, steady: steady), refusals.look(now: now), troubles.look(now: now, steady: steady),
        ].compactMap { $0 }
    }

    // MARK: What became of it

    /// What became of a part of what was sent: a line, or a piece of a body.
    package enum Fate: Hashable, Sendable {
        /// It is on disk, or has nothing to say to the board.
        case taken
        /// All of it was known.
        case repeated
        /// The board could do nothing with it. Telemetry is told of and not kept: a receiver that is no unit of the roster
        /// says so every second.
        case refused(Ignored, isTelemetry: Bool)
    }

    /// What became of a part by what became of its observations, none of which failed.
    package static func fate(_ settlements: ArraySlice<Settlement>, of observations: ArraySlice<Observation>) -> Fate {
        for case .refused(let reason) in settlements {
            return .refused(reason, isTelemetry: observations.allSatisfy(\.isTelemetry))
        }
        return settlements.isEmpty || settlements.contains(.recorded) ? .taken : .repeated
    }
}

extension Observation {
    /// True for where a unit is, or why that is doubtful: the newest counts, and none is missed.
    package var isTelemetry: Bool {
        switch content {
        case .position, .doubtfulPosition: true
        default: false
        }
    }
}

/// What the intake of a feed needs from around it: where it puts what it has understood, and what it could not, and the time.
package struct IntakeSurroundings: Sendable {
    /// Where observations are offered.
    package var inlet: any ObservationInlet
    /// Keeps what could not be understood, on the disk when it returns; false when it could not be kept.
    package var bury: @Sendable ([DeadLetter]) -> Bool
    /// The console's clock.
    package var now: @Sendable () -> Timestamp
    /// A time that never steps, for silence and for how fast a feed may speak.
    package var steady: @Sendable () -> Timestamp

    /// Surroundings whose functions any thread may call; without a steady time the clock is taken for one.
    package init(
        inlet: any ObservationInlet, bury: @escaping @Sendable ([DeadLetter]) -> Bool,
        now: @escaping @Sendable () -> Timestamp, steady: (@Sendable () -> Timestamp)? = nil
    ) {
        self.inlet = inlet
        self.bury = bury
        self.now = now
        self.steady = steady ?? now
    }
}

extension MessageFault {
    /// Why the board could do nothing with a message, so that its sender or the roster can be put right.
    package init(_ reason: Ignored) {
        switch reason {
        case .unknownUnit(let callsign):
            self.init(
                path: "unit", found: MessageFault.excerpt(callsign), foundChinese: " \(MessageFault.excerpt(callsign))",
                expected: "a unit of the roster", expectedChinese: "编成中的警力")
        case .unknownIncident:
            self.init(
                path: "incident", found: "an incident that is not on the board", foundChinese: "看板上没有的警情",
                expected: "one that this feed has reported before", expectedChinese: "此数据源先前上报的警情")
        case .noAssignment:
            self.init(
                path: "incident", found: "no assignment of the unit to it", foundChinese: "该警力未派往此警情",
                expected: "an assignment that was made and not withdrawn", expectedChinese: "已作出且未撤回的派警")
        case .contradiction:
            self.init(
                path: "id", found: "the id of another message, which says something else",
                foundChinese: "另一条内容不同的消息的编号", expected: "an id of its own, or the same message again",
                expectedChinese: "自己的编号，或同一条消息")
        case .unreadable:
            self.init(
                path: "id", found: "the id of a message whose record cannot be read",
                foundChinese: "一条记录无法读取的消息的编号",
                expected: "a sound journal; watchfloor journal verify names what is damaged",
                expectedChinese: "完好的日志；watchfloor journal verify 指出损坏之处")
        case .ahead:
            self.init(
                path: "time", found: "a time that has not come", foundChinese: "尚未到来的时间",
                expected: "a time up to now; report what is booked for later when it falls due",
                expectedChinese: "不晚于现在的时间；预约警情请到时再上报")
        case .known:
            self.init(
                path: "", found: "nothing new", foundChinese: "无新内容", expected: "something that is not known yet",
                expectedChinese: "尚未知悉的内容")
        }
    }
}

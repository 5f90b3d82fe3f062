import Core
import DispatchModel
import DispatchPolicy
import Feeds

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
    package mutating func take(
        _ message: FeedMessage, now: Timestamp, content: UInt64? = nil, into observations: inout [Observation]
    ) -> (mark: TimeMark?, isRepetition: Bool) {
        normaliser.take(message, now: now, content: content, into: &observations)
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

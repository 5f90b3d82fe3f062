import DispatchModel

/// How a room deals with alerts: which latch, which a rule hides, when supervisors are called, what counts as a flood.
///
/// All of it is data that a room may replace. A drill has the rules of its room; the drills that ship have none, so that
/// a seed gives the same journal byte for byte whatever is recognised elsewhere.
package struct AlertRules: Hashable, Sendable {
    /// Alerts that stay after their condition has gone, until they are reset.
    package var latching: [AlertPattern] = []
    /// Alerts that are hidden by design. Of several that fit the first counts.
    package var suppression: [SuppressionRule] = []
    /// When supervisors are called; nil for never.
    package var escalation: Escalation?
    /// What counts as a flood; nil when floods are not recognised.
    package var flood: FloodLimits?
    /// True when alerts that come and go too often are recognised.
    package var recognisesConduct = false

    /// The most suppression rules.
    package static let suppressionLimit = 64

    /// No rules: nothing latches, is hidden by rule, escalated or recognised.
    package init() {}

    /// The rules that ship with the console: nothing latches or is hidden, the rest at the figures of the standards.
    package static let standard: AlertRules = {
        var rules = AlertRules()
        rules.escalation = Escalation()
        rules.flood = FloodLimits()
        rules.recognisesConduct = true
        return rules
    }()

    /// Events as decided, with the latch set on those that come on and latch in this room.
    package func latched(_ events: [EventBody]) -> [EventBody] {
        guard !latching.isEmpty else { return events }
        return events.map { body in
            guard case .alertRaised(var event) = body else { return body }
            let facts = AlertFacts(kind: event.kind, severity: event.severity, reported: event.reported)
            event.latching = latching.contains { $0.matches(facts) }
            return .alertRaised(event)
        }
    }
}

/// Hides alerts by design (ISA-18.2: suppressed by design) while its conditions hold.
package struct SuppressionRule: Hashable, Sendable {
    /// The rule's name: the reason that is shown for everything it hides.
    package var name: String
    /// What it hides. An alert of high severity only when the rule says so.
    package var pattern: AlertPattern
    /// It hides only while another alert that fits this is on; nil when it needs no cause.
    package var cause: AlertPattern?
    /// The cause must be at the same place, by its words.
    package var samePlace: Bool
    /// It hides only in these hours of the day; nil for always.
    package var hours: DailyHours?

    /// Creates a rule.
    package init(
        name: String, pattern: AlertPattern, cause: AlertPattern? = nil, samePlace: Bool = false,
        hours: DailyHours? = nil
    ) {
        self.name = name
        self.pattern = pattern
        self.cause = cause
        self.samePlace = samePlace
        self.hours = hours
    }
}

/// Hours of every day, by the room's clock; from 22:00 to 06:00 they go over midnight.
package struct DailyHours: Hashable, Sendable {
    /// The minute of the day at which they begin (0..<1440).
    package var from: Int
    /// The minute of the day before which they end; the same as `from` for the whole day.
    package var to: Int

    /// Creates hours of the day.
    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    /// True at a time of a room whose clock is so many minutes ahead of UTC.
    package func contains(_ now: Timestamp, minutesEast: Int) -> Bool {
        let minute = Int(DailyHours.local(now, minutesEast) / 60_000)
        if from < to { return (from..<to).contains(minute) }
        return minute >= from || minute < to
    }

    /// When they next begin or end, strictly later.
    package func edge(after now: Timestamp, minutesEast: Int) -> Timestamp {
        let local = DailyHours.local(now, minutesEast)
        let waits = [from, to].map { minute -> Int64 in
            let wait = Int64(minute) * 60_000 - local
            return wait > 0 ? wait : wait + 86_400_000
        }
        return now + Span(milliseconds: min(waits[0], waits[1]))
    }

    /// Milliseconds since the room's midnight.
    private static func local(_ now: Timestamp, _ minutesEast: Int) -> Int64 {
        let local = (now.rawValue &+ Int64(minutesEast) * 60_000) % 86_400_000
        return local < 0 ? local + 86_400_000 : local
    }
}

/// Who is called about an alert of high severity that nobody answers, and when.
package struct Escalation: Hashable, Sendable {
    /// How long an alert may go unanswered before the first is called.
    package var first: Span
    /// How long after each call the next is made.
    package var every: Span
    /// The names of those called, in order; without any there is one call, to the room.
    package var supervisors: [String]

    /// An escalation; 60 s and then every 120 s unless told otherwise.
    package init(first: Span = .seconds(60), every: Span = .seconds(120), supervisors: [String] = []) {
        self.first = first
        self.every = every
        self.supervisors = supervisors
    }

    /// How many calls are made.
    package var levels: Int64 { Int64(max(1, supervisors.count)) }

    /// How long after it began to ask for an answer a call is made, counted from 1.
    package func wait(before level: Int64) -> Span {
        Span(milliseconds: first.milliseconds &+ every.milliseconds &* (level - 1))
    }
}

/// When alerts come faster than anybody can answer (EEMUA 191, ISA-18.2).
package struct FloodLimits: Hashable, Sendable {
    /// A flood begins above so many alerts in the window.
    package var above: Int
    /// It ends below so many.
    package var below: Int
    /// The window.
    package var window: Span

    /// Limits; a flood begins above 10 in 10 minutes and ends below 5 unless told otherwise.
    package init(above: Int = 10, below: Int = 5, window: Span = .minutes(10)) {
        self.above = above
        self.below = below
        self.window = window
    }
}

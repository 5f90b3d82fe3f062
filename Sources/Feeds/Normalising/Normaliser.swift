import DispatchModel

/// What a feed's times and repetitions are measured against.
package struct NormalisingLimits: Hashable, Sendable {
    /// A message with an id that came within this time is not taken again.
    var repetitionWindow = Span.minutes(10)
    /// The most ids remembered within the window; beyond them the oldest are forgotten, which is counted.
    var repetitionLimit = 65_536
    /// True when a repetition is marked but says again what it says: for a sender that waits to be told what became of it.
    package var repeatsAreTold = false
    /// A time this far ahead of the console's clock is taken for the sender's clock and put back to now.
    package var future = Span.seconds(60)
    /// The time of a reported incident this far ahead is no clock's error: it is booked for later, and kept.
    package var booked = Span.minutes(15)
    /// A time this far back is marked late.
    package var late = Span.minutes(5)
    /// Units, and alerts, whose newest times are remembered.
    var unitLimit = 20_000

    /// The limits of a feed that says nothing else.
    package init() {}
}

/// What is odd about the time of a message.
package enum TimeMark: String, CaseIterable, Sendable {
    /// It lies ahead of the console's clock; the time of receipt stands in its place.
    case future
    /// It came long after it happened; the stated time is kept.
    case late
    /// It is of another age, as of a clock that was never set; the time of receipt stands in its place.
    case ancient
    /// Something newer about the same came before it: a position changes nothing any more, a status is placed in its time,
    /// an alert that has ended meanwhile is shown as one that came and went.
    case outOfOrder
    /// An alert that had ended by its sender's own word before it came; it is shown as one that came and went.
    case expired
}

/// What became of one message.
package struct Normalised: Hashable, Sendable {
    /// What it says to the board, in order.
    package var observations: [Observation] = []
    /// What is odd about its time.
    package var mark: TimeMark?
    /// True when its id came before within the window.
    package var isRepetition = false
}

/// Brings the messages of one feed into the board's terms: repetitions, odd times and the sender's clock.
///
/// A value without clock or files: the time of receipt is a parameter.
package struct Normaliser: Sendable {
    /// The feed's name: the source of everything it says.
    package let feed: String
    /// How far the sender's clock is from the console's.
    package private(set) var skew = ClockSkew()
    /// Ids forgotten before their window ended.
    package private(set) var forgotten: Int64 = 0
    let limits: NormalisingLimits
    /// Ids and what stood in the messages that had them first.
    private var known: [String: UInt64] = [:]
    private var arrivals: [(id: String, at: Timestamp)] = []
    private var head = 0
    private var order: MessageOrder

    /// A normaliser of a feed that has said nothing yet.
    package init(feed: String, limits: NormalisingLimits = NormalisingLimits()) {
        self.feed = feed
        self.limits = limits
        order = MessageOrder(unitLimit: limits.unitLimit)
    }

    /// What a message that came at `now` says.
    package mutating func takeMessage(_ message: FeedMessage, now: Timestamp, content: UInt64? = nil) -> Normalised {
        var result = Normalised()
        (result.mark, result.isRepetition) = takeMessage(
            message, now: now, content: content, into: &result.observations)
        return result
    }

    /// Adds what a message that came at `now` says to what others have said; returns what is odd about its time, and
    /// whether its id came before within the window.
    ///
    /// A repetition says nothing again, unless its content is another: whether that is news or an id used twice is for the
    /// board to say, which knows what was recorded.
    /// - Parameter content: A digest of the message as it came; nil for one of its fields.
    package mutating func takeMessage(
        _ message: FeedMessage, now: Timestamp, content: UInt64? = nil, into observations: inout [Observation]
    ) -> (mark: TimeMark?, isRepetition: Bool) {
        if let doubted = message.doubted(at: now) {
            return takeMessage(doubted, now: now, content: content, into: &observations)
        }
        let isBooked = message.kind == .incidentReport && message.time.map { $0 > now + limits.booked } == true
        if let time = message.time, message.doubts.isEmpty || message.doubts.isDisjoint(with: Normaliser.untimely),
            !isBooked, DoubtfulTime.isOfThisAge(time, now)
        {
            skew.note(stated: time, received: now)
        }
        let before = message.id.isEmpty ? nil : contentBefore(message, now, content)
        // An alert goes on and off and changes under one name: what is other than before is news of it.
        let isNews = message.kind == .alert && (before == .other || before == .same && order.isComingBack(message))
        let isRepetition = before != nil && !isNews
        guard isNews || before != .same || limits.repeatsAreTold else { return (nil, true) }
        // A doubtful position may state any time; it is what is known now, and keeps no later one out.
        var (time, mark) = judged(message.doubts.isEmpty ? message.time : nil, now)
        if isBooked, let stated = message.time { time = stated }
        // What is told again is what it was: the journal knows it.
        var place = MessageOrder.Place()
        if message.doubts.isEmpty, !isRepetition || message.kind != .alert { place = order.place(message, at: time) }
        if place.isOvertaken { mark = .outOfOrder }
        if message.hasExpired(at: now) { mark = .expired }
        if !place.isMoot {
            let key = isNews ? "\(message.key) \(now.rawValue)-\(known.count)" : message.key
            observe(message, under: key, time, now, place, into: &observations)
        }
        return (mark, isRepetition)
    }

    /// Doubts because of which a stated time says nothing about the sender's clock.
    private static let untimely: Set<PositionDoubt> = [.rolledOverDate, .noTime]

    /// Forgets the id of a message that was not taken after all, so that it is no repetition when it is sent again.
    /// - Parameter key: The message's key, which its first observation carries as the id of its source.
    package mutating func forget(_ key: String) {
        known[key] = nil
    }

    private func judged(_ stated: Timestamp?, _ now: Timestamp) -> (Timestamp, TimeMark?) {
        guard let stated else { return (now, nil) }
        if DoubtfulTime.isAncient(stated, now) { return (now, .ancient) }
        if stated > now + limits.future { return (now, .future) }
        if now - stated > limits.late { return (stated, .late) }
        return (min(stated, now), nil)
    }

    /// What an id that came before came with.
    private enum Before {
        case same, other
    }

    /// Remembers an id; says what it came with when it was remembered already. An alert's coming on and end, and the
    /// reports and updates of an incident, are messages of different kinds and may share an id.
    private mutating func contentBefore(_ message: FeedMessage, _ now: Timestamp, _ content: UInt64?) -> Before? {
        forget(until: now - limits.repetitionWindow)
        let (key, content) = (message.key, content ?? UInt64(bitPattern: Int64(message.hashValue)))
        if let before = known.updateValue(content, forKey: key) {
            // Of an alert the newest word counts; of what should say the same always, the first.
            if message.kind != .alert { known[key] = before }
            return before == content ? .same : .other
        }
        arrivals.append((key, now))
        if known.count > limits.repetitionLimit {
            known[arrivals[head].id] = nil
            head += 1
            forgotten += 1
        }
        return nil
    }

    private mutating func forget(until time: Timestamp) {
        while head < arrivals.count, arrivals[head].at < time {
            known[arrivals[head].id] = nil
            head += 1
        }
        if head > 1024, head * 2 > arrivals.count {
            arrivals.removeFirst(head)
            head = 0
        }
    }
}

extension FeedMessage {
    /// The identity of the message within its feed.
    package var key: String { kind == .alert && !isActive && !id.isEmpty ? id + " resolved" : id }

    /// True for an alert that comes after the end that its sender stated.
    func hasExpired(at now: Timestamp) -> Bool {
        kind == .alert && isActive && end.map { $0 <= now } ?? false
    }

    /// When the alert is over by its sender's word: the event's end where that is stated, else the end of its words.
    var end: Timestamp? { ends ?? expires }
}

import DispatchModel

/// By when a dispute is to be warned of, routed and settled (三及时), by its grade (层级预警), counted from the first report.
///
/// No standard names these spans; they are the room's own. The shipped ones are ours, with one exception: a people's
/// mediation committee settles a dispute within a month as a rule (人民调解工作若干规定, Ministry of Justice order 75 of
/// 2002, article 33), which is the span to settle a slight one.
package struct DisputeDeadlines: Hashable, Sendable {
    /// The spans of one grade; nil for a step without a deadline.
    package struct Spans: Hashable, Sendable {
        /// Until those concerned are warned (及时预警).
        package var warn: Span?
        /// Until it is routed to whoever settles it (及时分流).
        package var route: Span?
        /// Until it is settled (及时化解).
        package var settle: Span?

        /// Creates the spans of a grade.
        package init(warn: Span?, route: Span?, settle: Span?) {
            self.warn = warn
            self.route = route
            self.settle = settle
        }
    }

    /// The spans by grade; a grade that is missing has no deadlines.
    package var spans: [DisputeGrade: Spans]
    /// How much of a span has passed when the alert comes that its end is near, in percent, 1 to 100.
    package var nearPercent: Int64

    /// The longest time from a hand-over to mediation to its due date.
    package static let longestMediation = Span.hours(24 * 366)

    /// Creates deadlines.
    package init(spans: [DisputeGrade: Spans], nearPercent: Int64 = 80) {
        self.spans = spans
        self.nearPercent = nearPercent
    }

    /// The deadlines that ship with the console.
    package static let standard = DisputeDeadlines(spans: [
        .red: Spans(warn: .minutes(5), route: .minutes(15), settle: .hours(24)),
        .orange: Spans(warn: .minutes(15), route: .hours(1), settle: .hours(72)),
        .yellow: Spans(warn: .hours(1), route: .hours(4), settle: .hours(24 * 7)),
        .blue: Spans(warn: .hours(4), route: .hours(24), settle: .hours(24 * 30)),
    ])

    /// The deadlines of a dispute that was first reported at a time.
    func graded(_ incident: IncidentID, _ grade: DisputeGrade, received: Timestamp) -> DisputeGraded {
        let spans = spans[grade]
        return DisputeGraded(
            incident: incident, grade: grade, warnBy: spans?.warn.map { received + $0 },
            routeBy: spans?.route.map { received + $0 }, settleBy: spans?.settle.map { received + $0 })
    }

    /// When a deadline that runs from one time to another comes near.
    func near(from start: Timestamp, to end: Timestamp) -> Timestamp {
        guard end > start else { return end }
        return start + Span(milliseconds: (end - start).milliseconds / 100 * nearPercent)
    }
}

extension AlertKind {
    /// The step of a dispute whose deadline an alert of this kind is about; nil for any other kind.
    package var disputeStep: DisputeStep? {
        switch self {
        case .disputeWarning: .warned
        case .disputeRouting: .routed
        case .disputeSettling: .settled
        default: nil
        }
    }
}

extension Incident {
    /// From when to when a clock of a dispute runs; nil while it does not. Handed over to mediation, the mediation's due
    /// date takes the place of the deadline to settle; settled, nothing is left to do.
    func disputeClock(_ kind: AlertKind) -> (start: Timestamp, end: Timestamp)? {
        guard isOpen, let dispute, dispute.settled == nil else { return nil }
        if kind == .mediationDue { return dispute.mediation.map { ($0.since, $0.due) } }
        guard let step = kind.disputeStep, step != .settled || dispute.mediation == nil else { return nil }
        guard dispute[step].done == nil, let by = dispute[step].by else { return nil }
        return (received, by)
    }
}

extension Deadlines {
    /// The kinds of obligation that a dispute has.
    static let disputeKinds: [AlertKind] = [.disputeWarning, .disputeRouting, .disputeSettling, .mediationDue]

    /// A deadline of a dispute is due when it comes near: a warning, of little severity for a slight dispute.
    func disputeDue(_ incident: Incident, _ kind: AlertKind) -> (due: Timestamp, deadline: Deadline)? {
        guard let clock = incident.disputeClock(kind) else { return nil }
        let severity: AlertSeverity = incident.dispute?.grade == .blue ? .low : .medium
        return (disputes.near(from: clock.start, to: clock.end), Deadline(clock.end - clock.start, severity))
    }

    /// When an alert of an obligation comes to matter most, because what was near has passed; nil when it never does.
    func breaks(_ key: Obligation, on board: Board) -> Timestamp? {
        guard let incident = key.incident.flatMap({ board.incidents[$0] }) else { return nil }
        return incident.disputeClock(key.kind)?.end
    }
}

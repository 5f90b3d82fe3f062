import DispatchModel

extension Normaliser {
    /// Adds what a message says to the board. The keys of all but the first carry a number after the message's id, so that
    /// the journal holds each at most once.
    func observe(
        _ message: FeedMessage, under key: String, _ time: Timestamp, _ now: Timestamp, _ place: MessageOrder.Place,
        into observations: inout [Observation]
    ) {
        var saying = Saying(message: message, key: key, feed: feed, now: now)
        switch message.kind {
        case .incidentReport:
            saying.add(
                .incident(reported(message, time, now), isPriorityStated: message.priority != nil), to: &observations)
            sayGrade(message, &saying, &observations)
        case .incidentUpdate: sayUpdates(message, time, now, &saying, &observations)
        case .unitStatus:
            if let status = status(message, time, place) { saying.add(status, to: &observations) }
        case .unitPosition:
            if !message.doubts.isEmpty {
                saying.add(.doubtfulPosition(callsign: message.unit, reasons: message.doubts), to: &observations)
            } else if let point = message.place.point {
                saying.add(.position(callsign: message.unit, point: point, at: time), to: &observations)
            }
        case .alert:
            for alert in alerts(message, time, now, over: place.over) { saying.add(.alert(alert), to: &observations) }
        case .heartbeat: break
        }
    }

    /// What one message says, one thing after another.
    private struct Saying {
        let message: FeedMessage
        let key: String
        let feed: String
        let now: Timestamp
        var count = 0

        mutating func add(_ content: Observation.Content, to observations: inout [Observation]) {
            count += 1
            let id = count == 1 || message.id.isEmpty ? key : "\(key)#\(count)"
            observations.append(
                Observation(
                    source: id.isEmpty ? nil : SourceKey(source: feed, id: id), at: now, actor: .feed(feed),
                    content: content))
        }
    }

    private func reported(_ message: FeedMessage, _ time: Timestamp, _ now: Timestamp) -> IncidentReported {
        IncidentReported(
            type: message.type, priority: message.priority ?? .p3, place: message.place, beat: message.beat,
            received: time, report: report(message, time, now),
            source: SourceKey(source: feed, id: message.incident))
    }

    /// What a caller said, with the times of the call. One that lies ahead or in another age is no time of a call.
    private func report(_ message: FeedMessage, _ time: Timestamp, _ now: Timestamp) -> Report {
        var report = Report(at: time, by: message.caller, text: message.text)
        let isCredible = { (stated: Timestamp) in
            stated <= now + limits.future && !DoubtfulTime.isAncient(stated, now)
        }
        report.rang = message.rang.flatMap { isCredible($0) ? $0 : nil }
        report.answered = message.answered.flatMap { isCredible($0) ? $0 : nil }
        return report
    }

    private func sayGrade(_ message: FeedMessage, _ saying: inout Saying, _ observations: inout [Observation]) {
        guard let grade = message.grade else { return }
        let incident = IncidentReference.source(SourceKey(source: feed, id: message.incident))
        saying.add(.disputeGraded(incident, grade), to: &observations)
    }

    private func sayUpdates(
        _ message: FeedMessage, _ time: Timestamp, _ now: Timestamp, _ saying: inout Saying,
        _ observations: inout [Observation]
    ) {
        let incident = IncidentReference.source(SourceKey(source: feed, id: message.incident))
        if !message.reopened.isEmpty {
            saying.add(.reopened(incident, reason: message.reopened, stated: time), to: &observations)
        }
        if !message.text.isEmpty {
            let report = report(message, time, now)
            saying.add(.report(incident, report, isLast: !message.disposition.isEmpty), to: &observations)
        } else if !message.caller.isEmpty {
            saying.add(.caller(incident, message.caller), to: &observations)
        }
        let place = message.place == Place() ? nil : message.place
        if !message.type.isEmpty || message.priority != nil || place != nil || !message.beat.isEmpty {
            let revision = IncidentTriaged(
                type: message.type, priority: message.priority, place: place, beat: message.beat)
            saying.add(.revised(incident, revision), to: &observations)
        }
        sayGrade(message, &saying, &observations)
        if !message.disposition.isEmpty {
            saying.add(.closed(incident, disposition: message.disposition, stated: time), to: &observations)
        }
    }

    private func status(_ message: FeedMessage, _ time: Timestamp, _ place: MessageOrder.Place) -> Observation.Content?
    {
        guard let status = message.status else { return nil }
        guard !message.incident.isEmpty, let milestone = status.milestone else {
            return .status(callsign: message.unit, status: status, stated: time, isOvertaken: place.isOvertaken)
        }
        return .milestone(
            MilestoneObservation(
                incident: .source(SourceKey(source: feed, id: message.incident)), callsign: message.unit,
                milestone: milestone, stated: time, isOvertaken: place.isOvertaken, freeSince: place.freeSince))
    }

    /// What is not meant is never more than low, whatever its sender calls it. Nor is what had ended by its sender's own
    /// word when it came: it comes and goes at once, and stays in view until it is answered.
    private func alerts(_ message: FeedMessage, _ time: Timestamp, _ now: Timestamp, over: Timestamp?)
        -> [AlertObservation]
    {
        let over = message.hasExpired(at: now) ? message.end : over
        var alert = AlertObservation(
            reported: reported(message, time),
            severity: message.standing == .actual && over == nil ? message.severity : .low,
            isActive: message.isActive, at: time)
        guard let over else { return [alert] }
        let raised = alert
        (alert.isActive, alert.at) = (false, max(time, over))
        return [raised, alert]
    }

    private func reported(_ message: FeedMessage, _ time: Timestamp) -> ReportedAlert {
        ReportedAlert(
            source: SourceKey(source: feed, id: message.alert), text: message.text, place: message.place,
            standing: message.standing, expires: message.expires, ends: message.ends,
            sent: message.name.isEmpty ? nil : time, messages: message.name.isEmpty ? [] : [message.name],
            isUnlinked: message.isUnlinked)
    }
}

extension UnitStatus {
    /// The milestone of an assignment that a unit reaches with this status; nil when it is none.
    fileprivate var milestone: Milestone? {
        switch self {
        case .dispatched: .assigned
        case .enRoute: .enRoute
        case .onScene: .arrived
        case .transporting: .transporting
        case .clear, .available: .cleared
        case .outOfService, .emergency: nil
        }
    }
}

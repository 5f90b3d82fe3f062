import DispatchModel

extension Normaliser {
    /// What a message says to the board. The keys of all but the first carry a number after the message's id, so that the
    /// journal holds each at most once.
    func observations(_ message: FeedMessage, _ time: Timestamp, _ now: Timestamp) -> [Observation] {
        let contents = contents(message, time, now)
        if contents.count == 1 { return [observation(contents[0], message.key, now)] }
        return contents.enumerated().map { index, content in
            let isFurther = index > 0 && !message.id.isEmpty
            return observation(content, isFurther ? "\(message.key)#\(index + 1)" : message.key, now)
        }
    }

    private func observation(_ content: Observation.Content, _ id: String, _ now: Timestamp) -> Observation {
        Observation(
            source: id.isEmpty ? nil : SourceKey(source: feed, id: id), at: now, actor: .feed(feed), content: content)
    }

    private func contents(_ message: FeedMessage, _ time: Timestamp, _ now: Timestamp) -> [Observation.Content] {
        switch message.kind {
        case .incidentReport: [.incident(reported(message, time))] + grade(message)
        case .incidentUpdate: updates(message, time)
        case .unitStatus: status(message, time)
        case .unitPosition:
            message.doubts.isEmpty
                ? message.place.point.map { [.position(callsign: message.unit, point: $0, at: time)] } ?? []
                : [.doubtfulPosition(callsign: message.unit, reasons: message.doubts)]
        case .alert: alerts(message, time, now).map(Observation.Content.alert)
        case .heartbeat: []
        }
    }

    private func reported(_ message: FeedMessage, _ time: Timestamp) -> IncidentReported {
        IncidentReported(
            type: message.type, priority: message.priority ?? .p3, place: message.place, beat: message.beat,
            received: time, report: Report(at: time, caller: message.caller, text: message.text),
            source: SourceKey(source: feed, id: message.incident))
    }

    private func grade(_ message: FeedMessage) -> [Observation.Content] {
        let incident = IncidentReference.source(SourceKey(source: feed, id: message.incident))
        return message.grade.map { [.disputeGraded(incident, $0)] } ?? []
    }

    private func updates(_ message: FeedMessage, _ time: Timestamp) -> [Observation.Content] {
        let incident = IncidentReference.source(SourceKey(source: feed, id: message.incident))
        var contents: [Observation.Content] = []
        if !message.text.isEmpty {
            contents.append(.report(incident, Report(at: time, caller: message.caller, text: message.text)))
        }
        let place = message.place == Place() ? nil : message.place
        if !message.type.isEmpty || message.priority != nil || place != nil || !message.beat.isEmpty {
            contents.append(
                .revised(
                    incident,
                    IncidentTriaged(type: message.type, priority: message.priority, place: place, beat: message.beat)))
        }
        contents += grade(message)
        if !message.disposition.isEmpty { contents.append(.closed(incident, disposition: message.disposition)) }
        return contents
    }

    private func status(_ message: FeedMessage, _ time: Timestamp) -> [Observation.Content] {
        guard let status = message.status else { return [] }
        guard !message.incident.isEmpty, let milestone = status.milestone else {
            return [.status(callsign: message.unit, status: status)]
        }
        return [
            .milestone(
                MilestoneObservation(
                    incident: .source(SourceKey(source: feed, id: message.incident)), callsign: message.unit,
                    milestone: milestone, stated: time))
        ]
    }

    /// What is not meant is never more than low, whatever its sender calls it. Nor is what had ended by its sender's own
    /// word when it came: it comes and goes at once, and stays in view until it is answered.
    private func alerts(_ message: FeedMessage, _ time: Timestamp, _ now: Timestamp) -> [AlertObservation] {
        let hasExpired = message.hasExpired(at: now)
        var alert = AlertObservation(
            reported: ReportedAlert(
                source: SourceKey(source: feed, id: message.alert), text: message.text, place: message.place,
                standing: message.standing, expires: message.expires),
            severity: message.standing == .actual && !hasExpired ? message.severity : .low,
            isActive: message.isActive, at: time)
        guard hasExpired, let expires = message.expires else { return [alert] }
        let raised = alert
        (alert.isActive, alert.at) = (false, max(time, expires))
        return [raised, alert]
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

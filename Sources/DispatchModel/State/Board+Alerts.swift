// What events about alerts do. An alert that is neither active nor unanswered, latched or hidden leaves the board.
extension Board {
    mutating func raise(_ event: AlertRaised) {
        counters.alerts = max(counters.alerts, event.alert.rawValue)
        var alert = alerts[event.alert] ?? Alert(id: event.alert)
        alert.kind = event.kind
        alert.severity = event.severity
        // Linked with an incident it stays so from occurrence to occurrence.
        alert.incident = event.incident ?? alert.incident
        alert.unit = event.unit
        alert.active = true
        alert.occurrence &+= 1
        alert.ask()
        alert.raised = event.at
        alert.changed = event.at
        alert.limit = event.limit
        alert.reported = event.reported
        alert.latching = event.latching
        alert.priority = event.priority
        alert.status = event.status
        alert.timer = event.timer
        put(alert)
        if event.kind == .emergency, let incident = event.incident {
            incidents.change(incident) { $0.emergency = event.unit }
        }
    }

    mutating func revise(_ event: AlertRevised) -> Bool {
        guard var alert = alerts[event.alert] else { return false }
        alert.reported = event.reported
        alert.changed = event.at
        put(alert)
        return true
    }

    mutating func put(_ alert: Alert) {
        forgetNames(of: alerts[alert.id])
        alerts.put(alert)
        noteNames(of: alert)
    }

    /// Notes the names under which its sender may speak of an alert.
    mutating func noteNames(of alert: Alert) {
        guard let reported = alert.reported else { return }
        reportedAlerts[reported.source] = alert.id
        for key in reported.messageKeys { alertMessages[key] = alert.id }
    }

    private mutating func forgetNames(of alert: Alert?) {
        guard let alert, let reported = alert.reported else { return }
        if reportedAlerts[reported.source] == alert.id { reportedAlerts[reported.source] = nil }
        for key in reported.messageKeys where alertMessages[key] == alert.id { alertMessages[key] = nil }
    }

    mutating func change(_ id: AlertID, at: Timestamp, _ how: (inout Alert) -> Void) -> Bool {
        let state = alerts.update(id) { alert in
            how(&alert)
            alert.changed = at
            return alert.state
        }
        if state == .normal { forgetNames(of: alerts.remove(id)) }
        return state != nil
    }

    mutating func link(_ event: AlertLinked) -> Bool {
        guard alerts.contains(event.alert), incidents.contains(event.incident) else { return false }
        alerts.change(event.alert) { $0.incident = event.incident }
        if let from = event.from, from != event.incident {
            incidents.change(from) { $0.alerts.removeAll { $0 == event.alert } }
        }
        return incidents.change(event.incident) { incident in
            guard !incident.alerts.contains(event.alert) else { return }
            if incident.alerts.count >= Incident.alertLimit { incident.alerts.removeFirst() }
            incident.alerts.append(event.alert)
        }
    }
}

extension ReportedAlert {
    /// The names of the messages that it went on under.
    fileprivate var messageKeys: [SourceKey] { messages.map { SourceKey(source: source.source, id: $0) } }
}

extension Alert {
    /// It asks for an answer from now on.
    mutating func ask() {
        acknowledged = false
        answered = nil
        escalations = 0
    }

    mutating func answer(at time: Timestamp) {
        acknowledged = true
        answered = time
    }

    /// Whoever shelves it or takes it out of service has seen it: that is the answer to this occurrence. A rule answers
    /// nothing.
    mutating func hide(_ hiding: AlertHiding) {
        hidings.removeAll { $0.way == hiding.way }
        hidings.append(hiding)
        hidings.sort { $0.way.rawValue < $1.way.rawValue }
        if hiding.way != .suppressed { answer(at: hiding.since) }
    }

    /// Back in sight it asks again when its condition lasts; what came and went meanwhile still asks.
    mutating func show(_ way: AlertHidingWay) {
        guard hiding(way) != nil else { return }
        hidings.removeAll { $0.way == way }
        if hidings.isEmpty, active { ask() }
    }
}

extension ReportedAlert {
    /// The source of the alerts about feeds themselves; their identity is the feed's name.
    package static let feedWatch = "watchfloor.feeds"
    /// The source of the alerts about messages that were not taken; their identity is the feed's name.
    package static let refusalWatch = "watchfloor.refusals"
    /// The source of the alerts about feeds that cannot be read; their identity is the feed's name.
    package static let troubleWatch = "watchfloor.troubles"
    /// The source of the alerts about programs that were to tell somebody; their identity is whom.
    package static let noticeWatch = "watchfloor.notices"
    /// What the names of the program's own sources begin with; no feed's does.
    package static let ownPrefix = "watchfloor."

    /// The feed whose silence this is about; nil for what a feed reports.
    package var silentFeed: String? { source.source == ReportedAlert.feedWatch ? source.id : nil }
    /// The feed whose messages were not taken; nil for what a feed reports.
    package var refusedFeed: String? { source.source == ReportedAlert.refusalWatch ? source.id : nil }
    /// The feed that cannot be read; nil for what a feed reports.
    package var unreadFeed: String? { source.source == ReportedAlert.troubleWatch ? source.id : nil }
    /// The feed that an alert of the program's own is about; nil for what a feed reports.
    package var ownFeed: String? { silentFeed ?? refusedFeed ?? unreadFeed }
    /// Whom a program could not tell of an alert; nil for what a feed reports.
    package var uncalled: String? { source.source == ReportedAlert.noticeWatch ? source.id : nil }

    /// A text of the program's own in both languages, a line each, at most some 400 characters each.
    package static func bilingual(_ english: String, _ chinese: String) -> String {
        [english, chinese].map { text in
            String(text.prefix(400)).split(whereSeparator: \.isNewline).joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// The parts of such a text; the whole twice when it is none.
    package var bilingualText: (english: String, chinese: String) {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return lines.count == 2 ? (lines[0], lines[1]) : (text, text)
    }
}

extension Board {
    /// When a feed was last heard, while it is silent beyond its deadline; nil while it speaks or nobody watches it.
    ///
    /// Everything that came from it is at least as old as that: silence clears nothing and changes nothing.
    package func lastHeard(fromSilentFeed name: String) -> Timestamp? {
        guard let alert = alert(reportedAs: SourceKey(source: ReportedAlert.feedWatch, id: name)), alert.active else {
            return nil
        }
        return alert.raised - .seconds(alert.limit)
    }
}

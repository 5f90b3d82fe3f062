import DispatchModel

/// What other systems say of incidents. Their word for a record of theirs never hits another incident, and none about what
/// is closed stays unseen.
extension ObservationDecider {
    /// The time ahead from which a reported incident is booked for later.
    private static let booked = Span.minutes(10)

    /// A new incident; a message of its own about one that is known is another caller's report of it, never lost, nor is a
    /// more urgent priority that it states.
    func report(
        _ incident: IncidentReported, isPriorityStated: Bool, from message: SourceKey?, at now: Timestamp,
        _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        guard incident.received <= now + Self.booked else { throw .ahead }
        var incident = incident
        incident.source = incident.source ?? message
        if let source = incident.source, let known = board.incidentNumber(source: source) {
            guard let message, message != source else { throw .known }
            var report = incident.report
            report.source = message
            let subject = board.survivorNumber(of: known) ?? known
            add(report, to: subject, isLast: false, &draft, on: board)
            if isPriorityStated, board.incidents.read(subject, { incident.priority < $0.priority }) == true {
                draft.add(.incidentTriaged(IncidentTriaged(incident: subject, priority: incident.priority)))
            }
            return
        }
        incident.incident = draft.nextIncident()
        incident.report.number = draft.nextReport()
        draft.add(.incidentReported(incident))
    }

    /// Another report of an incident, unless it came before.
    func add(
        _ report: Report, from message: SourceKey?, to reference: IncidentReference, isLast: Bool,
        _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        let incident = try board.findNumber(reference)
        var report = report
        report.source = report.source ?? message
        if let source = report.source, board.incidentNumber(source: source) != nil { throw .known }
        add(report, to: incident, isLast: isLast, &draft, on: board)
    }

    /// Who reported a record first is known better now: what its sender says takes the place of what was known.
    func correct(
        _ caller: Caller, of reference: IncidentReference, _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        let record = try board.recordNumber(reference)
        guard let number = board.incidents.read(record, { $0.reports.first?.number }) ?? nil,
            let incident = board.survivor(of: record) ?? board.incidents[record],
            let report = incident.reports.first(where: { $0.number == number })
        else { throw .unknownIncident }
        let corrected = report.by.corrected(by: caller)
        guard corrected != report.by else { throw .known }
        draft.add(
            .callerCorrected(
                CallerCorrected(incident: incident.id, report: number, before: report.by, after: corrected)))
    }

    /// What is reported of a closed incident after its end brings it back to the queue. A recording tells its own endings.
    private func add(
        _ report: Report, to incident: IncidentID, isLast: Bool, _ draft: inout Draft, on board: Board
    ) {
        if !isLast, board.mode.mode == .live, let closed = board.incidents.read(incident, { $0.closed }) ?? nil,
            report.at > closed
        {
            draft.add(.incidentReopened(IncidentReopened(incident: incident, reason: "report", at: report.at)))
        }
        var report = report
        report.number = draft.nextReport()
        draft.add(.reportAdded(ReportAdded(incident: incident, report: report)))
        board.incidents.read(incident) { draft.wake($0) }
    }

    /// The end of a record ends the incident that it became. Was that merged, the other incident goes on and is told.
    func close(
        _ reference: IncidentReference, _ disposition: String, at: Timestamp, _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        let subject = try ReferredIncident(reference, on: board)
        guard subject.incident.isOpen else {
            guard board.mode.mode == .live, !disposition.isEmpty, disposition != subject.incident.disposition else {
                throw .known
            }
            return subject.note([disposition], &draft)
        }
        guard !subject.isMerged else { return subject.note([disposition], &draft) }
        if let reopened = subject.incident.reopened, at < reopened { throw .known }
        draft.close(subject.incident, disposition, at: at)
    }

    /// A record is open again, and with it the incident that carries it.
    func reopen(
        _ reference: IncidentReference, _ reason: String, at: Timestamp, _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        let subject = try ReferredIncident(reference, on: board)
        if let closed = subject.incident.closed {
            guard at >= closed else { throw .known }
            let event = IncidentReopened(incident: subject.incident.id, reason: reason, at: at)
            draft.add(.incidentReopened(event))
        }
        if subject.isMerged {
            subject.note([reason], &draft)
        } else if subject.incident.closed == nil {
            throw .known
        }
    }

    /// Keeps of a revision what is news. A closed incident keeps what it was closed as: what is said of it later is told, and
    /// a more urgent priority brings it back. A recording tells its own endings.
    func revise(
        _ reference: IncidentReference, by revision: IncidentTriaged, at now: Timestamp, _ draft: inout Draft,
        on board: Board
    ) throws(Ignored) {
        let subject = try ReferredIncident(reference, on: board)
        let incident = subject.incident
        if !incident.isOpen {
            guard board.mode.mode == .live, let news = subject.news(in: revision) else { throw .known }
            let isMoreUrgent = revision.priority.map { $0 < incident.priority } ?? false
            guard isMoreUrgent else { return subject.note(news, &draft) }
            draft.add(.incidentReopened(IncidentReopened(incident: incident.id, reason: "report", at: now)))
        }
        guard !subject.isMerged else { return subject.revise(by: revision, &draft) }
        var event = revision
        event.incident = incident.id
        if event.type == incident.type { event.type = "" }
        if event.priority == incident.priority { event.priority = nil }
        if event.place == incident.place { event.place = nil }
        if event.beat == incident.beat { event.beat = "" }
        if incident.stage > .gathered { event.confirmed = false }
        let isNews = !event.type.isEmpty || event.priority != nil || event.place != nil || !event.beat.isEmpty
        guard isNews || event.confirmed else { throw .known }
        draft.add(.incidentTriaged(event))
        if event.priority.map({ $0 < incident.priority }) == true { draft.wake(incident) }
    }

    /// An incident is a dispute of a grade; of a record that was merged only a graver one counts.
    func grade(
        _ reference: IncidentReference, _ grade: DisputeGrade, _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        let subject = try ReferredIncident(reference, on: board)
        let incident = subject.incident
        guard incident.isOpen, incident.dispute?.grade != grade else { throw .known }
        if subject.isMerged, let known = incident.dispute, known.grade < grade { throw .known }
        draft.add(.disputeGraded(disputeDeadlines.graded(incident.id, grade, received: incident.received)))
    }
}

/// What a reference means: the record that it names, and the incident that carries it.
private struct ReferredIncident {
    /// The number that the record became.
    let record: IncidentID
    /// That incident, or the one it was merged into.
    let incident: Incident

    init(_ reference: IncidentReference, on board: Board) throws(Ignored) {
        record = try board.recordNumber(reference)
        guard let incident = board.incidents[board.survivorNumber(of: record) ?? record] else {
            throw .unknownIncident
        }
        self.incident = incident
    }

    /// True when the incident carries more than the record.
    var isMerged: Bool { record != incident.id }

    /// Tells on the incident what was said of the record, in the words that were used.
    func note(_ words: [String], _ draft: inout Draft) {
        let text = words.filter { !$0.isEmpty }.joined(separator: ", ")
        draft.add(.noteAdded(NoteAdded(incident: incident.id, text: "#\(record.rawValue): \(text)")))
    }

    /// What a revision says otherwise than the incident, in words; nil when it says nothing else.
    func news(in revision: IncidentTriaged) -> [String]? {
        var words: [String] = []
        if let priority = revision.priority, priority != incident.priority { words.append("P\(priority.rawValue)") }
        if revision.type != incident.type { words.append(revision.type) }
        if let place = revision.place, place != incident.place { words.append(place.allWords) }
        if revision.beat != incident.beat { words.append(revision.beat) }
        words.removeAll(where: \.isEmpty)
        return words.isEmpty ? nil : words
    }

    /// The more urgent priority counts, as when it was merged; what else is said of the record is told.
    func revise(by revision: IncidentTriaged, _ draft: inout Draft) {
        var words = [revision.type, revision.place?.allWords ?? "", revision.beat]
        if let priority = revision.priority {
            if priority < incident.priority {
                draft.add(.incidentTriaged(IncidentTriaged(incident: incident.id, priority: priority)))
                draft.wake(incident)
            } else if priority > incident.priority {
                words.append("P\(priority.rawValue)")
            }
        }
        if words.contains(where: { !$0.isEmpty }) { note(words, &draft) }
    }
}

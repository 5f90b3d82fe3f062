// What events about incidents do.
extension Board {
    mutating func report(_ event: IncidentReported) {
        var incident = Incident(
            id: event.incident, source: event.source, type: event.type, priority: event.priority, place: event.place,
            beat: event.beat, stage: event.stage, received: event.received)
        incident.reports = [event.report]
        incidents.put(incident)
        if let key = event.source { sources[key] = event.incident }
        if let key = event.report.source { sources[key] = event.incident }
        counters.incidents = max(counters.incidents, event.incident.rawValue)
        counters.reports = max(counters.reports, event.report.number)
    }

    mutating func close(_ id: IncidentID, _ disposition: String, at: Timestamp) -> Bool {
        let known = incidents.change(id) { incident in
            incident.stage = .closed
            incident.disposition = disposition
            incident.closed = at
            incident.endHold(at: at)
        }
        guard known else { return false }
        closedOrder.append(id)
        archiveClosed()
        return true
    }

    mutating func reopen(_ id: IncidentID, at: Timestamp) -> Bool {
        incidents.change(id) { incident in
            let isHandled = incident.assignments.contains { $0.withdrawn == nil && $0.arrived != nil }
            // A log may have sent a unit to it while it was closed.
            incident.stage = isHandled ? .handled : incident.openAssignments.isEmpty ? .triaged : .assigned
            incident.disposition = ""
            incident.closed = nil
            incident.mergedInto = nil
            incident.dispute?.settled = nil
            incident.dispute?.mediation = nil
            incident.restartWaiting(at: at)
        }
    }

    mutating func merge(_ event: IncidentMerged) -> Bool {
        guard let from = incidents[event.incident], incidents.contains(event.into) else { return false }
        incidents.update(event.into) { into in
            // Split off, opened again and merged once more, a report may have come back already.
            let present = Set(into.reports.map(\.number))
            into.reports.append(contentsOf: from.reports.filter { !present.contains($0.number) })
            into.received = min(into.received, from.received)
            // A call for help stays one under the other number.
            if into.emergency == nil { into.emergency = from.emergency }
        }
        claim(from.reports, of: from, for: event.into)
        incidents.update(event.incident) { incident in
            incident.mergedInto = event.into
            incident.forgetProposal(about: event.into)
        }
        incidents.update(event.into) { $0.forgetProposal(about: event.incident) }
        return close(event.incident, from.disposition, at: event.at)
    }

    mutating func move(_ event: ReportsMoved) -> Bool {
        guard let from = incidents[event.incident], incidents.contains(event.to) else { return false }
        let moved = from.reports.filter { event.reports.contains($0.number) }
        incidents.update(event.incident) { incident in
            incident.reports.removeAll { event.reports.contains($0.number) }
        }
        incidents.update(event.to) { incident in
            let present = Set(incident.reports.map(\.number))
            incident.reports.append(contentsOf: moved.filter { !present.contains($0.number) })
        }
        claim(moved, of: from, for: event.to)
        passOn(from: event.incident, to: event.to, moved: Set(moved.map(\.number)))
        return true
    }

    /// What had been merged goes on where all of its reports are now, as when it is split off again.
    private mutating func passOn(from: IncidentID, to: IncidentID, moved: Set<Int64>) {
        let merged = incidents.elements.filter { incident in
            incident.mergedInto == from && incident.id != to && !incident.reports.isEmpty
                && incident.reports.allSatisfy { moved.contains($0.number) }
        }
        for incident in merged { incidents.change(incident.id) { $0.mergedInto = to } }
    }

    /// The keys of reports go where the reports go; the record's own key stays with the incident that it became, which
    /// knows what it was merged into.
    private mutating func claim(_ reports: [Report], of from: Incident, for id: IncidentID) {
        for report in reports {
            if let key = report.source, key != from.source { sources[key] = id }
        }
    }

    mutating func link(_ one: IncidentID, _ other: IncidentID) -> Bool {
        guard incidents.contains(one), incidents.contains(other) else { return false }
        for (id, peer) in [(one, other), (other, one)] {
            incidents.update(id) { incident in
                if !incident.linked.contains(peer) { incident.linked.append(peer) }
                incident.forgetProposal(about: peer)
            }
        }
        return true
    }

    mutating func restore(_ before: Incident) -> Bool {
        guard let now = incidents[before.id] else { return false }
        var restored = before
        restored.history = now.history
        restored.historyDropped = now.historyDropped
        incidents.put(restored)
        passOnCallers(of: restored)
        if !restored.isOpen { closedOrder.append(restored.id) }
        for report in restored.reports {
            if let key = report.source { sources[key] = restored.id }
        }
        return true
    }

    /// Lets closed incidents leave the board when they are too many or too old.
    private mutating func archiveClosed() {
        while closedStart < closedOrder.count {
            let id = closedOrder[closedStart]
            let over = closedOrder.count - closedStart > Board.closedLimit
            guard let closed = incidents.read(id, { $0.closed }) ?? nil else {
                closedStart += 1
                continue
            }
            guard over || lastEventAt - closed > Board.closedKept, let incident = incidents[id] else { break }
            closedStart += 1
            forgetProposals(of: incident)
            incidents.remove(id)
            counters.archived += 1
            if let key = incident.source, sources[key] == id { sources[key] = nil }
            for report in incident.reports {
                if let key = report.source, sources[key] == id { sources[key] = nil }
            }
        }
        if closedStart > Board.closedLimit {
            closedOrder.removeFirst(closedStart)
            closedStart = 0
        }
    }
}

extension Board {
    /// Two incidents are said to be two events.
    mutating func dismiss(_ event: DuplicateDismissed) -> Bool {
        guard incidents.contains(event.incident), incidents.contains(event.with) else { return false }
        return incidents.change(event.incident) { $0.dismiss(event.with) }
            && incidents.change(event.with) { $0.dismiss(event.incident) }
    }

    /// Two incidents seem to be one event.
    mutating func propose(_ event: DuplicateProposed) -> Bool {
        guard event.proposal.other != event.incident, incidents.contains(event.proposal.other),
            incidents.contains(event.incident)
        else { return false }
        tell(event.incident, event.proposal)
        guard incidents[event.incident]?.proposals.contains(where: { $0.other == event.proposal.other }) == true else {
            return true
        }
        tell(event.proposal.other, event.proposal.mirrored(for: event.incident))
        return true
    }

    /// Gives an incident a proposal. One that has to make room leaves the other incident too.
    private mutating func tell(_ id: IncidentID, _ proposal: DuplicateProposal) {
        let left = incidents.update(id) { $0.add(proposal) } ?? []
        for other in left { incidents.change(other) { $0.forgetProposal(about: id) } }
    }

    /// An incident leaves the board: nobody is asked about it any more.
    mutating func forgetProposals(of incident: Incident) {
        for proposal in incident.proposals {
            incidents.change(proposal.other) { $0.forgetProposal(about: incident.id) }
        }
    }
}

extension DuplicateProposal {
    /// What the other incident is told about the first.
    fileprivate func mirrored(for incident: IncidentID) -> DuplicateProposal {
        var mirrored = self
        mirrored.other = incident
        return mirrored
    }
}

extension Incident {
    /// Keeps the likeliest proposals, one for each other incident, and those dismissed last. Returns the incidents whose
    /// proposals had to go.
    fileprivate mutating func add(_ proposal: DuplicateProposal) -> [IncidentID] {
        proposals.removeAll { $0.other == proposal.other }
        proposals.append(proposal)
        proposals.sort { ($1.likeness, $0.other) < ($0.likeness, $1.other) }
        let left =
            proposals.filter { !$0.dismissed }.dropFirst(DuplicateProposal.limit)
            + proposals.filter(\.dismissed).sorted { $1.other < $0.other }.dropFirst(DuplicateProposal.dismissedLimit)
        proposals.removeAll { kept in left.contains { $0.other == kept.other } }
        return left.map(\.other)
    }

    fileprivate mutating func dismiss(_ other: IncidentID) {
        for slot in proposals.indices where proposals[slot].other == other { proposals[slot].dismissed = true }
    }

    /// Forgets the proposal about an incident that it has been joined with.
    mutating func forgetProposal(about other: IncidentID) { proposals.removeAll { $0.other == other } }
}

extension Board {
    /// Puts right who made a report, in the incident that has it and in those that were merged with it; false when none has.
    mutating func correct(_ event: CallerCorrected) -> Bool {
        guard incidents.read(event.incident, { $0.has(report: event.report) }) == true else { return false }
        incidents.update(event.incident) { $0.setCaller(of: event.report, to: event.after) }
        passOnCaller(of: event.report, event.after)
        return true
    }

    /// A merged incident keeps its reports, to take them along when it is opened again: they name the same callers as where
    /// they are now.
    mutating func passOnCallers(of restored: Incident) {
        for report in restored.reports { passOnCaller(of: report.number, report.by) }
    }

    private mutating func passOnCaller(of report: Int64, _ caller: Caller) {
        let merged = incidents.elements.filter { incident in
            incident.mergedInto != nil && incident.reports.contains { $0.number == report && $0.by != caller }
        }
        for incident in merged { incidents.update(incident.id) { $0.setCaller(of: report, to: caller) } }
    }
}

extension Board {
    /// The board without anything that is known of a caller: for pictures that leave the room.
    package func withoutCallers() -> Board {
        var copy = self
        for id in incidents.elements.map(\.id) {
            copy.incidents.update(id) { incident in
                for slot in incident.reports.indices { incident.reports[slot].by = Caller() }
            }
        }
        return copy
    }
}

extension Incident {
    fileprivate func has(report number: Int64) -> Bool { reports.contains { $0.number == number } }

    fileprivate mutating func setCaller(of number: Int64, to caller: Caller) {
        for slot in reports.indices where reports[slot].number == number { reports[slot].by = caller }
    }
}

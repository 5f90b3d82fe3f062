import DispatchModel

extension Observation {
    /// True for what must say the same whenever it comes under the same id. An alert need not: its words and severity may
    /// change while it is on.
    package var isComparable: Bool {
        switch content {
        case .incident, .report, .caller, .revised, .closed, .milestone, .status: true
        default: false
        }
    }

    /// True when a record that a message of the same id made says something else, so that the id was used for two things.
    ///
    /// Only what the record holds of the message is compared. A time counts when both state one: what is received later
    /// than it happened states it.
    package func contradicts(_ record: EventRecord, on board: Board) -> Bool {
        switch (content, record.body) {
        case (.incident(let said, let isPriorityStated), .incidentReported(let recorded)):
            return said.type != recorded.type || isPriorityStated && said.priority != recorded.priority
                || said.place != recorded.place || said.beat != recorded.beat
                || said.report.words != recorded.report.words || said.report.by != recorded.report.by
                || differ(said.received, recorded.received, record)
        case (.incident(let said, _), .reportAdded(let recorded)): return differ(said.report, recorded.report, record)
        case (.report(let incident, let said, _), .reportAdded(let recorded)):
            return differ(said, recorded.report, record) || isOther(incident, record, board)
        case (.caller(let incident, let said), .callerCorrected(let recorded)):
            return recorded.after.corrected(by: said) != recorded.after || isOther(incident, record, board)
        // What opens a closed incident again, or ends what a unit did elsewhere, is recorded before what the message says.
        case (.incident, .incidentReopened): return false
        case (.report(let incident, _, _), .incidentReopened): return isOther(incident, record, board)
        case (.milestone(let said), .assignmentAdvanced) where isOther(said.incident, record, board):
            return isOther(said.callsign, record.body, board)
        case (.revised(let incident, let said), .incidentTriaged(let recorded)):
            return !said.type.isEmpty && !recorded.type.isEmpty && said.type != recorded.type
                || !said.beat.isEmpty && !recorded.beat.isEmpty && said.beat != recorded.beat
                || said.priority != nil && recorded.priority != nil && said.priority != recorded.priority
                || said.place != nil && recorded.place != nil && said.place != recorded.place
                || isOther(incident, record, board)
        case (.closed(let incident, let disposition, _), .incidentClosed(let recorded)):
            return disposition != recorded.disposition || isOther(incident, record, board)
        // An end first clears the units that are still there.
        case (.closed(let incident, _, _), .assignmentAdvanced(let recorded)):
            return recorded.milestone != .cleared || isOther(incident, record, board)
        // What is said of a record that is merged or closed is told as a remark.
        case (.revised(let incident, _), .noteAdded), (.closed(let incident, _, _), .noteAdded),
            (.revised(let incident, _), .incidentReopened):
            return isOther(incident, record, board)
        case (.milestone, .unitStatusChanged): return true
        case (.milestone(let said), .incidentReopened): return isOther(said.incident, record, board)
        case (.milestone(let said), let body): return body.unit == nil || differs(said, from: body, board)
        case (.status(let callsign, let status, _, _), let body):
            return body.unit == nil || differs(status, from: body) || isOther(callsign, body, board)
        // Another kind of message.
        case (.incident, _), (.report, _), (.caller, _), (.revised, _), (.closed, _): return true
        default: return false
        }
    }

    private func differs(_ status: UnitStatus, from body: EventBody) -> Bool {
        if case .unitStatusChanged(let recorded) = body { return recorded.status != status }
        // A unit that goes out of service leaves what it was busy with first.
        guard case .assignmentAdvanced(let recorded) = body else { return false }
        return status != .outOfService && recorded.milestone != status.milestone
    }

    private func differ(_ said: Report, _ recorded: Report, _ record: EventRecord) -> Bool {
        said.text != recorded.text || said.by != recorded.by || differ(said.at, recorded.at, record)
    }

    private func differ(_ said: Timestamp, _ recorded: Timestamp, _ record: EventRecord) -> Bool {
        said < at && recorded < record.at && said != recorded
    }

    private func differs(_ said: MilestoneObservation, from body: EventBody, _ board: Board) -> Bool {
        if case .assignmentAdvanced(let recorded) = body, recorded.milestone != said.milestone { return true }
        return isOther(said.callsign, body, board)
    }

    private func isOther(_ callsign: String, _ body: EventBody, _ board: Board) -> Bool {
        guard let unit = body.unit, let said = board.unitNumber(callsign: callsign) else { return false }
        return unit != said
    }

    private func isOther(_ reference: IncidentReference, _ record: EventRecord, _ board: Board) -> Bool {
        guard let recorded = record.body.incidents.first else { return false }
        let said: IncidentID? =
            switch reference {
            case .source(let key): board.incidentNumber(source: key)
            case .number(let number): number
            }
        guard let said else { return false }
        func survivor(_ id: IncidentID) -> IncidentID { board.survivorNumber(of: id) ?? id }
        return survivor(said) != survivor(recorded)
    }
}

extension EventBody {
    /// The incidents that the event is about, at most two.
    package var incidents: (first: IncidentID?, second: IncidentID?) {
        switch self {
        case .incidentReported(let event): (event.incident, nil)
        case .reportAdded(let event): (event.incident, nil)
        case .incidentTriaged(let event): (event.incident, nil)
        case .incidentHeld(let event): (event.incident, nil)
        case .holdReleased(let event): (event.incident, nil)
        case .noteAdded(let event): (event.incident, nil)
        case .noteStruck(let event): (event.incident, nil)
        case .incidentClosed(let event): (event.incident, nil)
        case .incidentReopened(let event): (event.incident, nil)
        case .incidentMerged(let event): (event.incident, event.into)
        case .reportsMoved(let event): (event.incident, event.to)
        case .incidentsLinked(let event): (event.incident, event.with)
        case .unitAssigned(let event): (event.incident, event.divertedFrom)
        case .assignmentAdvanced(let event): (event.incident, nil)
        case .assignmentWithdrawn(let event): (event.incident, nil)
        case .alertRaised(let event): (event.incident, nil)
        case .incidentRestored(let event): (event.before.id, nil)
        case .alertLinked(let event): (event.incident, event.from)
        case .duplicateProposed(let event): (event.incident, event.proposal.other)
        case .duplicateDismissed(let event): (event.incident, event.with)
        case .disputeGraded(let event): (event.incident, nil)
        case .disputeAdvanced(let event): (event.incident, nil)
        case .mediationBegun(let event): (event.incident, nil)
        default: (nil, nil)
        }
    }

    /// The unit that the event is about.
    package var unit: UnitID? {
        switch self {
        case .unitRegistered(let event): event.unit
        case .unitStatusChanged(let event): event.unit
        case .unitPositionReported(let event): event.unit
        case .unitAssigned(let event): event.unit
        case .assignmentAdvanced(let event): event.unit
        case .assignmentWithdrawn(let event): event.unit
        case .alertRaised(let event): event.unit
        case .unitRestored(let event): event.before.unit
        default: nil
        }
    }

    /// The alert that the event is about.
    package var alert: AlertID? {
        switch self {
        case .alertRaised(let event): event.alert
        case .alertSeverityRaised(let event): event.alert
        case .alertAcknowledged(let event): event.alert
        case .alertCleared(let event): event.alert
        case .alertRestored(let event): event.before.id
        case .alertReset(let event): event.alert
        case .alertHidden(let event): event.alert
        case .alertShown(let event): event.alert
        case .alertEscalated(let event): event.alert
        case .alertConductChanged(let event): event.alert
        case .alertLinked(let event): event.alert
        case .alertRevised(let event): event.alert
        case .alertSeverityLowered(let event): event.alert
        default: nil
        }
    }
}

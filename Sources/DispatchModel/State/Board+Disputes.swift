extension Board {
    /// Folds what happens to disputes.
    mutating func foldDispute(_ body: EventBody) -> Bool {
        switch body {
        case .disputeGraded(let event):
            return incidents.change(event.incident) { incident in
                var dispute = incident.dispute ?? Dispute()
                dispute.grade = event.grade
                dispute.warnBy = event.warnBy
                dispute.routeBy = event.routeBy
                dispute.settleBy = event.settleBy
                // Graded anew it is a matter again.
                dispute.settled = nil
                incident.dispute = dispute
            }
        case .disputeAdvanced(let event):
            return incidents.change(event.incident) { incident in
                switch event.step {
                case .warned: incident.dispute?.warned = event.at
                case .routed: incident.dispute?.routed = event.at
                case .settled: incident.dispute?.settled = event.at
                }
            }
        case .mediationBegun(let event):
            return incidents.change(event.incident) { $0.dispute?.mediation = event.mediation }
        default: return false
        }
    }
}

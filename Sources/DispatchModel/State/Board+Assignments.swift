// What events about assignments do: they move the incident and its unit together.
extension Board {
    mutating func assign(_ event: UnitAssigned, at: Timestamp) -> Bool {
        counters.assignments = max(counters.assignments, event.assignment.rawValue)
        let known = incidents.change(event.incident) { incident in
            incident.assignments.append(Assignment(id: event.assignment, unit: event.unit, assigned: event.assigned))
            if incident.isOpen { incident.stage = max(incident.stage, .assigned) }
            incident.endHold(at: at)
        }
        guard known else { return false }
        return units.change(event.unit) { unit in
            // Nothing but a status set on purpose ends an officer's call for help.
            if unit.status != .emergency {
                unit.status = .dispatched
                unit.statusSince = event.assigned ?? at
            }
            unit.incident = event.incident
            unit.assignment = event.assignment
            unit.reason = ""
        }
    }

    mutating func advance(_ event: AssignmentAdvanced) -> Bool {
        let status = incidents.update(event.incident) { incident -> UnitStatus? in
            guard let slot = incident.assignments.lastIndex(where: { $0.id == event.assignment }) else { return nil }
            incident.assignments[slot][event.milestone] = event.at
            if event.backwards {
                incident.assignments[slot].timesBackwards = true
                incident.timesBackwards = true
            }
            if event.milestone == .arrived, incident.isOpen { incident.stage = .handled }
            return incident.assignments[slot].impliedStatus
        }
        guard let status = status ?? nil else { return false }
        return units.change(event.unit) { unit in
            guard unit.assignment == event.assignment else { return }
            if event.milestone == .cleared {
                unit.release(as: unit.status == .emergency ? .emergency : .available, since: event.at)
            } else if unit.status != .emergency, unit.status != status {
                unit.status = status
                unit.statusSince = event.at
            }
        }
    }

    mutating func withdraw(_ event: AssignmentWithdrawn) -> Bool {
        let known = incidents.update(event.incident) { incident -> Bool in
            guard let slot = incident.assignments.lastIndex(where: { $0.id == event.assignment }) else { return false }
            incident.assignments[slot].withdrawn = event.at
            let handled = incident.assignments.contains { $0.withdrawn == nil && $0.arrived != nil }
            let assigned = incident.assignments.contains { $0.withdrawn == nil }
            if incident.isOpen { incident.stage = handled ? .handled : assigned ? .assigned : .triaged }
            return true
        }
        guard known == true else { return false }
        return units.change(event.unit) { unit in
            guard unit.assignment == event.assignment else { return }
            unit.release(as: unit.status == .emergency ? .emergency : .available, since: event.at)
        }
    }
}

extension FieldUnit {
    /// Takes the unit off whatever it was busy with.
    mutating func release(as status: UnitStatus, since: Timestamp) {
        if self.status != status { statusSince = since }
        self.status = status
        incident = nil
        assignment = nil
        reason = ""
    }
}

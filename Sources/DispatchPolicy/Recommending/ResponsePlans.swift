import DispatchModel

/// What a response plan asks for: so many units of any of these kinds.
package struct PlanRequirement: Hashable, Sendable {
    /// Kinds that will do.
    package var kinds: Set<UnitKind>
    /// How many.
    package var count: Int

    /// Creates a requirement.
    package init(kinds: Set<UnitKind>, count: Int) {
        self.kinds = kinds
        self.count = count
    }
}

/// A response plan or run card (预案): which kinds and how many units an incident asks for.
package struct ResponsePlan: Hashable, Sendable {
    /// Its name, shown beside the set.
    package var name: String
    /// Incident type codes it is for; empty means every type.
    package var types: Set<String>
    /// The least urgent priority it is for.
    package var downTo: Priority
    /// What it asks for.
    package var requirements: [PlanRequirement]

    /// Creates a plan.
    package init(name: String, types: Set<String>, downTo: Priority, requirements: [PlanRequirement]) {
        self.name = name
        self.types = types
        self.downTo = downTo
        self.requirements = requirements
    }
}

/// The plans of a room; the first that fits an incident counts.
package struct ResponsePlans: Hashable, Sendable {
    /// The plans, the most particular first.
    package var plans: [ResponsePlan]

    /// Creates a set of plans.
    package init(_ plans: [ResponsePlan]) {
        self.plans = plans
    }

    /// The plan for an incident; nil when none fits.
    package func plan(for incident: Incident) -> ResponsePlan? {
        plans.first { plan in
            incident.priority <= plan.downTo && (plan.types.isEmpty || plan.types.contains(incident.type))
        }
    }

    /// The plans that ship with the console: two patrols and a quick-response unit for what is most urgent, fire and
    /// medical kinds for their incidents, else one patrol.
    package static let standard: ResponsePlans = {
        let patrol: Set<UnitKind> = [.vehiclePatrol, .footPatrol, .bicyclePatrol]
        let pump = PlanRequirement(kinds: [.engine], count: 1)
        let medic = PlanRequirement(kinds: [.ambulance], count: 1)
        let oneCar = PlanRequirement(kinds: patrol, count: 1)
        return ResponsePlans([
            ResponsePlan(
                name: "structure-fire", types: ["structure-fire"], downTo: .p5,
                requirements: [
                    PlanRequirement(kinds: [.engine], count: 3), PlanRequirement(kinds: [.truck], count: 2),
                    PlanRequirement(kinds: [.commandOfficer], count: 1),
                ]),
            ResponsePlan(name: "medical-urgent", types: ["medical"], downTo: .p2, requirements: [pump, medic]),
            ResponsePlan(name: "medical", types: ["medical"], downTo: .p5, requirements: [medic]),
            ResponsePlan(
                name: "fire", types: ["alarms", "outside-fire", "vehicle-fire", "fire"], downTo: .p5,
                requirements: [pump, PlanRequirement(kinds: [.truck], count: 1)]),
            ResponsePlan(
                name: "p1", types: [], downTo: .p1,
                requirements: [
                    PlanRequirement(kinds: patrol, count: 2), PlanRequirement(kinds: [.quickResponse], count: 1),
                ]),
            ResponsePlan(name: "p2", types: [], downTo: .p2, requirements: [PlanRequirement(kinds: patrol, count: 2)]),
            ResponsePlan(name: "one", types: [], downTo: .p5, requirements: [oneCar]),
        ])
    }()
}

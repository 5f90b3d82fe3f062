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

/// What an incident's response plan asks for beyond the units that were sent.
package struct PlanShortfall: Hashable, Sendable {
    /// The plan's name.
    package var plan: String
    /// How many units the plan asks for, of kinds that the room has.
    package var asked: Int
    /// What is missing.
    package var missing: [PlanRequirement]

    /// Creates a shortfall.
    package init(plan: String, asked: Int, missing: [PlanRequirement]) {
        self.plan = plan
        self.asked = asked
        self.missing = missing
    }

    /// How many units of those asked for are there or were.
    package var sent: Int { asked - missing.reduce(0) { $0 + $1.count } }
}

extension ResponsePlans {
    /// What an incident's plan still asks for; nil while nothing is missing.
    ///
    /// Only an incident that has a unit can be short: one without waits, and one that everybody has left is to be closed.
    /// `present` are the kinds of unit that the room has: what it has none of it cannot lack.
    package func shortfall(of incident: Incident, on board: Board, present: Set<UnitKind>) -> PlanShortfall? {
        guard incident.isOpen, incident.assignments.contains(where: \.isOpen), let plan = plan(for: incident) else {
            return nil
        }
        let known = UnitKindMask(present)
        let asked = plan.requirements.lazy.filter { UnitKindMask($0.kinds).meets(known) }
        let missing = asked.unmet(by: incident.countedKinds(on: board))
        guard !missing.isEmpty else { return nil }
        return PlanShortfall(plan: plan.name, asked: asked.reduce(0) { $0 + $1.count }, missing: missing)
    }
}

extension Sequence<PlanRequirement> {
    /// What units of these kinds leave to be sent.
    func unmet(by sent: [UnitKind]) -> [PlanRequirement] {
        var sent = sent
        return compactMap { requirement in
            let kinds = UnitKindMask(requirement.kinds)
            var left = requirement.count
            while left > 0, let slot = sent.firstIndex(where: kinds.contains) {
                sent.remove(at: slot)
                left -= 1
            }
            return left > 0 ? PlanRequirement(kinds: requirement.kinds, count: left) : nil
        }
    }
}

/// Kinds of unit as bits: every row of the queue asks for its plan in every frame, and hashing kinds is dear.
private struct UnitKindMask {
    private var bits: UInt64 = 0

    init(_ kinds: Set<UnitKind>) {
        for kind in kinds { bits |= 1 << UInt64(kind.rawValue) }
    }

    func contains(_ kind: UnitKind) -> Bool { bits >> UInt64(kind.rawValue) & 1 == 1 }
    func meets(_ other: UnitKindMask) -> Bool { bits & other.bits != 0 }
}

extension Incident {
    /// The kinds of the units that count for the plan: those assigned, and those that were there and have done their part.
    /// One taken back, or gone out of service at the scene, has not; nor has one from before the incident was opened again,
    /// nor one whose crew calls for help.
    fileprivate func countedKinds(on board: Board) -> [UnitKind] {
        assignments.compactMap { assignment in
            guard assignment.withdrawn == nil else { return nil }
            return board.units.read(assignment.unit) { unit in
                guard let cleared = assignment.cleared else { return unit.status == .emergency ? nil : unit.kind }
                guard assignment.wasThere, reopened.map({ cleared > $0 }) ?? true else { return nil }
                let brokeOff = unit.status == .outOfService && unit.statusSince == cleared
                return brokeOff ? nil : unit.kind
            } ?? nil
        }
    }
}

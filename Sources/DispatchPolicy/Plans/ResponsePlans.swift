import DispatchModel

/// What a response plan asks for: so many units of any of these kinds, a slot of the plan.
package struct PlanRequirement: Hashable, Sendable {
    /// Kinds that will do.
    package var kinds: Set<UnitKind>
    /// How many.
    package var count: Int
    /// Those of the kinds that are sent only where no other is free.
    package var substitutes: Set<UnitKind>
    /// What the slot is called, such as “engine”; nil where its kinds say it. A slot with a name is missing even where the
    /// room has no unit of its kinds.
    package var name: BilingualText?

    /// Creates a requirement.
    package init(
        kinds: Set<UnitKind>, count: Int, substitutes: Set<UnitKind> = [], name: BilingualText? = nil
    ) {
        self.kinds = kinds
        self.count = count
        self.substitutes = substitutes
        self.name = name
    }

    /// The kinds that are sent first; all of them where there is no substitute.
    package var preferred: Set<UnitKind> { substitutes.isEmpty ? kinds : kinds.subtracting(substitutes) }

    /// The same slot for so many units.
    func counting(_ count: Int) -> PlanRequirement {
        var some = self
        some.count = count
        return some
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
    /// The beats it is for, by code; empty means everywhere.
    package var beats: Set<String>
    /// The hours of the day in which an incident must have been received; nil for always.
    package var hours: DailyHours?

    /// Creates a plan.
    package init(
        name: String, types: Set<String>, downTo: Priority, requirements: [PlanRequirement], beats: Set<String> = [],
        hours: DailyHours? = nil
    ) {
        self.name = name
        self.types = types
        self.downTo = downTo
        self.requirements = requirements
        self.beats = beats
        self.hours = hours
    }

    /// True for an incident that it is for, in a room whose clock is so many minutes ahead of UTC.
    func fits(_ incident: Incident, minutesEast: Int) -> Bool {
        guard incident.priority <= downTo, types.isEmpty || types.contains(incident.type),
            beats.isEmpty || beats.contains(incident.beat)
        else { return false }
        return hours?.contains(incident.received, minutesEast: minutesEast) ?? true
    }
}

/// The plans of a room; the first that fits an incident counts.
package struct ResponsePlans: Hashable, Sendable {
    /// The plans, the most particular first.
    package var plans: [ResponsePlan]
    /// How far the room's clock is ahead of UTC, in minutes, for plans that are for some hours.
    package var minutesEast = 0

    /// Creates a set of plans.
    package init(_ plans: [ResponsePlan]) {
        self.plans = plans
    }

    /// The plan for an incident; nil when none fits.
    package func plan(for incident: Incident) -> ResponsePlan? {
        plans.first { $0.fits(incident, minutesEast: minutesEast) }
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
    /// `present` are the kinds of unit that the room has: what it has none of it cannot lack, unless the slot has a name.
    package func shortfall(of incident: Incident, on board: Board, present: Set<UnitKind>) -> PlanShortfall? {
        guard incident.isOpen, incident.assignments.contains(where: \.isOpen), let plan = plan(for: incident) else {
            return nil
        }
        let known = UnitKindMask(present)
        let asked = plan.requirements.lazy.filter { $0.name != nil || UnitKindMask($0.kinds).meets(known) }
        let missing = asked.unmet(by: incident.countedKinds(on: board))
        guard !missing.isEmpty else { return nil }
        return PlanShortfall(plan: plan.name, asked: asked.reduce(0) { $0 + $1.count }, missing: missing)
    }
}

extension Sequence<PlanRequirement> {
    /// What units of these kinds leave to be sent. A slot takes the units that it is meant for before its substitutes.
    func unmet(by sent: [UnitKind]) -> [PlanRequirement] {
        var sent = sent
        return compactMap { requirement in
            let kinds = UnitKindMask(requirement.kinds)
            let first = requirement.substitutes.isEmpty ? kinds : UnitKindMask(requirement.preferred)
            var left = requirement.count
            while left > 0,
                let slot = sent.firstIndex(where: first.contains) ?? sent.firstIndex(where: kinds.contains)
            {
                sent.remove(at: slot)
                left -= 1
            }
            return left > 0 ? requirement.counting(left) : nil
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

/// Larson's hypercube: units that differ, atoms that each prefer them in an order, service times that do not depend on
/// the distance; a unit is back at its idle place at once.
///
/// Larson, "A hypercube queuing model for facility location and redistricting in urban emergency services", Computers &
/// Operations Research 1 (1974).
package struct Hypercube: Hashable, Sendable {
    /// Calls per unit of time of each atom.
    package var arrivalRates: [Double]
    /// Services per unit of time of each unit.
    package var serviceRates: [Double]
    /// For each atom the units in the order in which they are wanted.
    package var preference: [[Int]]
    /// Travel time of each idle unit to each atom.
    package var travelIdle: [[Double]]
    /// Travel time from each atom to each other, for calls that waited; nil where none does.
    package var travelAtoms: [[Double]]?
    /// Whether calls wait, first come first served, when all units are busy; otherwise they are lost.
    package var isQueueing: Bool

    /// Creates the model.
    package init(
        arrivalRates: [Double], serviceRates: [Double], preference: [[Int]], travelIdle: [[Double]],
        travelAtoms: [[Double]]?, isQueueing: Bool
    ) {
        self.arrivalRates = arrivalRates
        self.serviceRates = serviceRates
        self.preference = preference
        self.travelIdle = travelIdle
        self.travelAtoms = travelAtoms
        self.isQueueing = isQueueing
    }

    /// How many units.
    package var units: Int { serviceRates.count }
    /// How many atoms.
    package var atoms: Int { arrivalRates.count }
    /// Calls per unit of time.
    package var arrivalRate: Double { arrivalRates.reduce(0, +) }
    /// The share of calls of each atom.
    var shares: [Double] { arrivalRates.map { $0 / arrivalRate } }
    /// Arrival rate over the service rate of all units together.
    package var load: Double { arrivalRate / serviceRates.reduce(0, +) }

    /// The first free unit in an atom's order; nil when all bits of the busy units are set.
    @inline(__always)
    func choice(atom: Int, busy: Int) -> Int? {
        preference[atom].first { busy & (1 << $0) == 0 }
    }

    /// The mean travel time of a call of each atom that waited: the unit comes from the place of any earlier call.
    var queuedTravel: [Double]? {
        travelAtoms.map { times in
            arrivalRates.indices.map { atom in
                zip(shares, times).reduce(0) { $0 + $1.0 * $1.1[atom] }
            }
        }
    }
}

/// What the hypercube says, exactly, approximately or simulated.
package struct HypercubeAnswer: Hashable, Sendable {
    /// The share of time that each unit is busy.
    package internal(set) var utilisation: [Double]
    /// The share of time with all units idle.
    package internal(set) var allIdle: Double
    /// The share of time with all units busy.
    package internal(set) var allBusy: Double
    /// The share of time in which a call waits.
    package internal(set) var queueNotEmpty = 0.0
    /// The mean wait of all calls.
    package internal(set) var meanWait = 0.0
    /// The share of calls lost.
    package internal(set) var lost = 0.0
    /// The share of calls that wait.
    package internal(set) var waiting = 0.0
    /// By unit and atom, the share of served calls answered at once.
    package internal(set) var immediate: [[Double]]
    /// By unit and atom, the share of served calls.
    package internal(set) var dispatch: [[Double]]
    /// Mean travel time of calls that waited, by atom; nil where that is not known.
    package internal(set) var queuedTravelByAtom: [Double]?
    /// The same over all atoms.
    package internal(set) var queuedTravel: Double?
}

extension HypercubeAnswer {
    /// Mean travel time by atom.
    package func travelByAtom(_ model: Hypercube) -> [Double] {
        (0..<model.atoms).map { atom in
            let share = dispatch.reduce(0) { $0 + $1[atom] }
            return travelSum(model, atom: atom) / max(share, .leastNormalMagnitude)
        }
    }

    private func travelSum(_ model: Hypercube, atom: Int) -> Double {
        var sum = 0.0
        for unit in 0..<model.units {
            sum += immediate[unit][atom] * model.travelIdle[unit][atom]
            sum += (dispatch[unit][atom] - immediate[unit][atom]) * (queuedTravelByAtom?[atom] ?? 0)
        }
        return sum
    }

    /// Mean travel time by unit, of calls answered at once.
    func travelByUnit(_ model: Hypercube) -> [Double] {
        (0..<model.units).map { unit in
            let sum = zip(immediate[unit], model.travelIdle[unit]).reduce(0) { $0 + $1.0 * $1.1 }
            return sum / max(immediate[unit].reduce(0, +), .leastNormalMagnitude)
        }
    }

    /// Mean travel time of all calls.
    package func travel(_ model: Hypercube) -> Double {
        (0..<model.atoms).reduce(0) { $0 + travelSum(model, atom: $1) }
    }

    /// The share of served calls that another than the atom's first unit answers.
    package func outOfPrimary(_ model: Hypercube) -> Double {
        1 - (0..<model.atoms).reduce(0) { $0 + dispatch[model.preference[$1][0]][$1] }
    }
}

import DispatchModel

extension UnitKind {
    /// True when a unit of this kind can stand in for one of another while that is away: street patrols for each other, any
    /// other kind for its own alone. A chief's car is no engine, and a grid worker no patrol car.
    package func covers(_ other: UnitKind) -> Bool {
        self == other || isStreetPatrol && other.isStreetPatrol
    }

    private var isStreetPatrol: Bool {
        switch self {
        case .vehiclePatrol, .footPatrol, .bicyclePatrol: true
        case .onlineWatch, .stakeout, .quickResponse, .auxiliaryPolice, .gridWorker, .patrolVolunteer, .propertyGuard,
            .railwayPolice, .engine, .truck, .ambulance, .commandOfficer, .rescue, .investigation, .support:
            false
        }
    }
}

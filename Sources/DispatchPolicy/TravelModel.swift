import DispatchModel

/// How long units need to get somewhere: straight line times a detour factor, at a speed by kind.
///
/// Plain arithmetic only, so that every machine has the same answer to the last bit.
package struct TravelModel: Hashable, Sendable {
    /// How fast units of a kind drive or walk, in kilometres an hour, above 0.
    package struct Speed: Hashable, Sendable {
        /// With lights and sirens, to P1 and P2.
        package var urgent: Double
        /// Otherwise.
        package var ordinary: Double

        /// Creates a speed.
        package init(urgent: Double, ordinary: Double) {
            self.urgent = urgent
            self.ordinary = ordinary
        }
    }

    /// Road length over straight-line length.
    package var detour = 1.3
    /// How fast units get on in each hour of the day by the room's clock, times their speeds; empty where every hour is alike.
    package var traffic: [Double] = []
    /// How far the room's clock is ahead of UTC, in minutes, for the hours of the traffic.
    package var minutesEast = 0

    /// By the kinds' raw values.
    private var speeds: [Speed]

    /// Creates the model with its stated figures: 5 km/h on foot, 15 km/h by bicycle, 50 and 35 km/h on wheels.
    package init() {
        let highest = UnitKind.allCases.reduce(0) { max($0, Int($1.rawValue)) }
        speeds = [Speed](repeating: Speed(urgent: 50, ordinary: 35), count: highest + 1)
        let onFoot: [UnitKind] = [
            .footPatrol, .gridWorker, .patrolVolunteer, .propertyGuard, .stakeout, .onlineWatch,
        ]
        for kind in onFoot { self[kind] = Speed(urgent: 5, ordinary: 5) }
        self[.bicyclePatrol] = Speed(urgent: 15, ordinary: 15)
    }

    /// The speed of a kind.
    package subscript(kind: UnitKind) -> Speed {
        get { speeds[Int(kind.rawValue)] }
        set { speeds[Int(kind.rawValue)] = newValue }
    }

    /// Metres along the straight line (equirectangular; under 0.1 % wrong within a city).
    package static func metres(from: GeoPoint, to: GeoPoint) -> Double {
        let perDegree = 111_195.0
        let north = (to.latitude - from.latitude) * perDegree
        let middle = (to.latitude + from.latitude) / 2 * .pi / 180
        let east = (to.longitude - from.longitude) * perDegree * cosine(middle)
        return (north * north + east * east).squareRoot()
    }

    /// The cosine of an angle within a quarter turn either way, by its Taylor series to the 18th power (wrong by less
    /// than 3e-12).
    static func cosine(_ angle: Double) -> Double {
        let square = angle * angle
        var sum = 1.0
        var term = 1.0
        for step in stride(from: 1.0, through: 17, by: 2) {
            term *= -square / (step * (step + 1))
            sum += term
        }
        return sum
    }

    /// Speed in kilometres an hour.
    package func speed(of kind: UnitKind, urgent: Bool) -> Double {
        urgent ? self[kind].urgent : self[kind].ordinary
    }

    /// How fast units get on at a time, times their speeds: 1 where every hour is alike.
    package func pace(at now: Timestamp) -> Double {
        guard traffic.count == 24 else { return 1 }
        let day: Int64 = 86_400_000
        let local = (now.rawValue &+ Int64(minutesEast) * 60_000) % day
        return traffic[Int((local + day) % day / 3_600_000)]
    }

    /// Seconds a unit of a kind needs from one point to another, at the speeds of an hour without traffic.
    package func seconds(from: GeoPoint, to: GeoPoint, kind: UnitKind, urgent: Bool) -> Double {
        TravelModel.metres(from: from, to: to) * detour / (speed(of: kind, urgent: urgent) / 3.6)
    }
}

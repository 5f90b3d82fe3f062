import DispatchModel
import Glibc

/// How long units need to get somewhere: straight line times a detour factor, at a speed by kind.
public struct TravelModel: Sendable {
    /// Road length over straight-line length.
    public var detour = 1.3

    /// Creates the model with its stated figures.
    public init() {}

    /// Metres along the straight line (equirectangular; under 0.1 % wrong within a city).
    public static func metres(from: GeoPoint, to: GeoPoint) -> Double {
        let perDegree = 111_195.0
        let north = (to.latitude - from.latitude) * perDegree
        let middle = (to.latitude + from.latitude) / 2 * .pi / 180
        let east = (to.longitude - from.longitude) * perDegree * cos(middle)
        return (north * north + east * east).squareRoot()
    }

    /// Speed in kilometres an hour.
    public func speed(of kind: UnitKind, urgent: Bool) -> Double {
        switch kind {
        case .footPatrol, .gridWorker, .patrolVolunteer, .propertyGuard, .stakeout, .onlineWatch: 5
        case .bicyclePatrol: 15
        default: urgent ? 50 : 35
        }
    }

    /// Seconds a unit of a kind needs from one point to another.
    public func seconds(from: GeoPoint, to: GeoPoint, kind: UnitKind, urgent: Bool) -> Double {
        TravelModel.metres(from: from, to: to) * detour / (speed(of: kind, urgent: urgent) / 3.6)
    }
}

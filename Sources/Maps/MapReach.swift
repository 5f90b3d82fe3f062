import DispatchModel
import DispatchPolicy

/// How far units come: what response circles are drawn by.
package struct MapReach: Hashable, Sendable {
    private let travel: TravelModel

    /// By the speeds and the detour of a travel model.
    package init(_ travel: TravelModel) { self.travel = travel }

    /// Metres along the straight line that a unit of a kind covers in so many minutes, driving urgently.
    package func metres(of kind: UnitKind, minutes: Double) -> Double {
        minutes * 60 * travel.speed(of: kind, urgent: true) / 3.6 / travel.detour
    }
}

import DispatchModel

/// A place that a unit is to be asked to stand at.
package struct StandingOffer: Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID
    /// Where.
    package var place: Place

    /// Creates an offer.
    package init(unit: UnitID, place: Place) {
        self.unit = unit
        self.place = place
    }
}

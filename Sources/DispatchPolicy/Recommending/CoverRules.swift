import DispatchModel

/// Which kinds of unit can stand in for which while those are away.
///
/// A unit of its own kind always can. A chief's car is no engine, and a grid worker no patrol car, unless the room says so.
package struct CoverRules: Hashable, Sendable {
    /// The kinds that can stand in for each kind, beside its own.
    package var standIns: [UnitKind: Set<UnitKind>]

    /// Creates rules.
    package init(standIns: [UnitKind: Set<UnitKind>]) {
        self.standIns = standIns
    }

    /// The rules that ship with the console: street patrols for each other, any other kind for its own alone.
    package static let standard: CoverRules = {
        let street: Set<UnitKind> = [.vehiclePatrol, .footPatrol, .bicyclePatrol]
        return CoverRules(
            standIns: Dictionary(uniqueKeysWithValues: street.map { ($0, street.subtracting([$0])) }))
    }()

    /// True when a unit of one kind can stand in for one of another.
    package func covers(_ kind: UnitKind, _ other: UnitKind) -> Bool {
        kind == other || standIns[other]?.contains(kind) == true
    }
}

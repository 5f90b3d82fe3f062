/// The kinds of actor behind an event.
package enum ActorKind: UInt8, CaseIterable, Sendable {
    /// The program itself.
    case system = 1
    /// An operator at a console.
    case dispatcher
    /// A feed or a replayed log.
    case feed
    /// The deadline engine and other rules.
    case policy
    /// A unit's crew.
    case crew
}

/// Who or what made an event.
package struct Actor: Recordable, Hashable, Sendable {
    /// The kind of actor.
    package var kind: ActorKind = .system
    /// A dispatcher's name, a feed's name; empty for the program itself.
    package var name: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        kind: ActorKind = .system, name: String = ""
    ) {
        self.kind = kind
        self.name = name
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "kind", &kind)
        visitor.visit(2, "name", &name)
    }

    /// An operator at a console.
    package static func dispatcher(_ name: String) -> Actor { Actor(kind: .dispatcher, name: name) }
    /// A feed or a replayed log.
    package static func feed(_ name: String) -> Actor { Actor(kind: .feed, name: name) }
    /// A unit's crew, simulated or by radio terminal.
    package static func crew(_ name: String) -> Actor { Actor(kind: .crew, name: name) }
    /// The deadline engine and other rules.
    package static let policy = Actor(kind: .policy)
    /// The program itself.
    package static let system = Actor()
}

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

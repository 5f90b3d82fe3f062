/// Who or what made an event.
public struct Actor: Recordable, Hashable, Sendable {
    /// The kind of actor.
    public var kind: ActorKind = .system
    /// A dispatcher's name, a feed's name; empty for the program itself.
    public var name: String = ""

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        kind: ActorKind = .system, name: String = ""
    ) {
        self.kind = kind
        self.name = name
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "kind", &kind)
        visitor.visit(2, "name", &name)
    }

    /// An operator at a console.
    public static func dispatcher(_ name: String) -> Actor { Actor(kind: .dispatcher, name: name) }
    /// A feed or a replayed log.
    public static func feed(_ name: String) -> Actor { Actor(kind: .feed, name: name) }
    /// A unit's crew, simulated or by radio terminal.
    public static func crew(_ name: String) -> Actor { Actor(kind: .crew, name: name) }
    /// The deadline engine and other rules.
    public static let policy = Actor(kind: .policy)
    /// The program itself.
    public static let system = Actor()
}

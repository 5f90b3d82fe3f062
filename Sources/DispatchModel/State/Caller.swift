/// Who reported an incident, where they are called back, behind which door they are, and by which way the report came.
///
/// It belongs to one report of one incident and lives nowhere else: nothing on a board lists persons, and no index leads
/// from one of them to an incident. It goes where its report goes, as when incidents are merged or split.
package struct Caller: Recordable, Hashable, Sendable {
    /// What they are called, in their own or a feed's words; empty when not given.
    package var name: String = ""
    /// The number by which they are called back, as it was given; empty when not given.
    package var callback: String = ""
    /// Flat, room or floor; empty when not given.
    package var flat: String = ""
    /// How the report came in; nil when not said.
    package var way: CallWay?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(name: String = "", callback: String = "", flat: String = "", way: CallWay? = nil) {
        self.name = name
        self.callback = callback
        self.flat = flat
        self.way = way
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "name", &name)
        visitor.visit(2, "callback", &callback)
        visitor.visit(3, "flat", &flat)
        visitor.visit(4, "way", &way)
    }

    /// The most characters of a name.
    package static let nameLimit = 200
    /// The most characters of a number.
    package static let callbackLimit = 40
    /// The most characters of a flat.
    package static let flatLimit = 60

    /// True when nothing is known of them.
    package var isEmpty: Bool { self == Caller() }

    /// This with what another says in place of what it says otherwise: what that leaves open stays.
    package func corrected(by other: Caller) -> Caller {
        Caller(
            name: other.name.isEmpty ? name : other.name, callback: other.callback.isEmpty ? callback : other.callback,
            flat: other.flat.isEmpty ? flat : other.flat, way: other.way ?? way)
    }
}

/// By which way a report came to the room.
package enum CallWay: UInt8, CaseIterable, Sendable {
    /// By telephone.
    case phone = 1
    /// As a text message.
    case text
    /// From an alarm: a panel, a button, a detector.
    case alarm
    /// Somebody came to the counter or to a crew.
    case walkIn
    /// From another desk or service.
    case otherDesk
}

extension Report {
    /// Who reported.
    package var by: Caller {
        get { Caller(name: caller, callback: callback, flat: flat, way: way) }
        set { (caller, callback, flat, way) = (newValue.name, newValue.callback, newValue.flat, newValue.way) }
    }
}

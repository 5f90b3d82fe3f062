/// The number of an incident on this board, shown as `#4821`. Given once, in order, and never again.
package struct IncidentID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number itself, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier numbers first.
    package static func < (left: IncidentID, right: IncidentID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of a unit on this board; people know the unit by its callsign.
package struct UnitID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The order of registration, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier registered first.
    package static func < (left: UnitID, right: UnitID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of one sending of one unit to one incident.
package struct AssignmentID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The order of assignment, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier assignments first.
    package static func < (left: AssignmentID, right: AssignmentID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of an alert on this board.
package struct AlertID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The order of raising, from 1.
    package var rawValue: UInt32

    /// Creates the identifier of a number.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Earlier alerts first.
    package static func < (left: AlertID, right: AlertID) -> Bool { left.rawValue < right.rawValue }
}

/// Where in the journal an event stands: 1 is the first, 0 is before everything.
package typealias JournalPosition = Int64

/// What another system calls a record. The journal holds each key at most once, so nothing is recorded twice.
package struct SourceKey: Recordable, Hashable, Sendable {
    /// The system: a feed's or a mapping's name.
    package var source: String = ""
    /// Its own identity for the record.
    package var id: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        source: String = "", id: String = ""
    ) {
        self.source = source
        self.id = id
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "source", &source)
        visitor.visit(2, "id", &id)
    }
}

extension SourceKey {
    /// Equal when both are the same bytes: what another system tells apart stays apart, and every backend of the
    /// journal agrees. (`String` alone would take "é" for "e" and an accent.)
    package static func == (left: SourceKey, right: SourceKey) -> Bool {
        sameBytes(left.id, right.id) && sameBytes(left.source, right.source)
    }

    private static func sameBytes(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        let same = left.utf8.withContiguousStorageIfAvailable { one in
            right.utf8.withContiguousStorageIfAvailable { other in one.elementsEqual(other) }
        }
        return (same ?? nil) ?? left.utf8.elementsEqual(right.utf8)
    }

    /// Feeds the bytes of both texts to the hasher.
    package func hash(into hasher: inout Hasher) {
        var (source, id) = (source, id)
        source.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
        id.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

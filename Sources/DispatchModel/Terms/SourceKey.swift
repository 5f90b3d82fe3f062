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

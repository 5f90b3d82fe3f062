/// An element of an XML document, with its text and the elements inside it.
struct XMLNode: Sendable {
    /// Its name without prefix.
    var name: String
    /// The namespace that its prefix stands for; empty for none.
    var namespace: String
    /// All text directly inside, without blanks at the ends.
    var text = ""
    /// The elements directly inside, in order.
    var children: [XMLNode] = []

    /// The first element of this name inside, of the same namespace.
    func child(_ name: String) -> XMLNode? {
        children.first { $0.name == name && $0.namespace == namespace }
    }

    /// All elements of this name inside, of the same namespace.
    func all(_ name: String) -> [XMLNode] {
        children.filter { $0.name == name && $0.namespace == namespace }
    }
}

/// What a reader of XML takes at most.
struct XMLLimits: Sendable {
    /// Bytes of the whole document.
    var bytes = 4 << 20
    /// Elements inside one another.
    var depth = 32
    /// Elements in all. With the bytes it bounds the time that reading takes.
    var elements = 50_000
    /// Attributes of one element.
    var attributes = 64
    /// Namespaces declared at a time. With the elements it bounds the time that looking up prefixes takes.
    var namespaces = 64
}

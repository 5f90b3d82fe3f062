/// An element of an XML document, with its text and the elements inside it.
package struct XMLNode: Sendable {
    /// Its name without prefix.
    package var name: String
    /// The namespace that its prefix stands for; empty for none.
    package var namespace: String
    /// All text directly inside, without blanks at the ends.
    package var text = ""
    /// The elements directly inside, in order.
    package var children: [XMLNode] = []

    /// Creates an element without text.
    package init(name: String, namespace: String, children: [XMLNode] = []) {
        self.name = name
        self.namespace = namespace
        self.children = children
    }

    /// The first element of this name inside, of the same namespace.
    package func child(_ name: String) -> XMLNode? {
        children.first { $0.name == name && $0.namespace == namespace }
    }

    /// All elements of this name inside, of the same namespace.
    package func all(_ name: String) -> [XMLNode] {
        children.filter { $0.name == name && $0.namespace == namespace }
    }
}

/// What a reader of XML takes at most.
package struct XMLLimits: Sendable {
    /// Bytes of the whole document.
    package var bytes = 4 << 20
    /// Elements inside one another.
    package var depth = 32
    /// Elements in all. With the bytes it bounds the time that reading takes.
    package var elements = 50_000
    /// Attributes of one element.
    package var attributes = 64
    /// Namespaces declared at a time. With the elements it bounds the time that looking up prefixes takes.
    package var namespaces = 64

    /// The limits of a feed's message.
    package init() {}
}

/// Elements with an identity, stored side by side.
///
/// The order is the order of insertion, except that removing an element moves the last one into its place; it depends
/// only on what was done, so two boards with the same history are equal byte for byte.
@frozen
public struct Table<Key: TableKey, Element: Sendable>: Sendable {
    /// The elements, for going through all of them.
    @inlinable public var elements: [Element] { stored }
    @usableFromInline var stored: [Element] = []
    @usableFromInline var slots = Key.Slots(expecting: [])
    @usableFromInline let key: @Sendable (Element) -> Key

    /// Creates an empty table whose elements are told apart by `key`.
    @inlinable
    public init(key: @escaping @Sendable (Element) -> Key) {
        self.key = key
    }

    /// Number of elements.
    @inlinable public var count: Int { stored.count }

    /// The element of an identity.
    @inlinable
    public subscript(id: Key) -> Element? {
        slots[id].map { stored[$0] }
    }

    /// What is read off an element where it lies; nil when there is none. Taking an element out of the table copies it.
    @inlinable
    public func read<Result>(_ id: Key, _ body: (Element) -> Result) -> Result? {
        guard let slot = slots[id] else { return nil }
        // By its address: taken out by the list's own subscript it would be copied all the same.
        return stored.withUnsafeBufferPointer { body($0[slot]) }
    }

    /// True when the table has such an element.
    @inlinable
    public func contains(_ id: Key) -> Bool {
        slots[id] != nil
    }

    /// Adds an element or replaces the one of the same identity.
    @inlinable
    public mutating func put(_ element: Element) {
        let id = key(element)
        if let slot = slots[id] {
            stored[slot] = element
        } else {
            slots.set(id, stored.count)
            stored.append(element)
        }
    }

    /// Changes an element in place; nil when there is none.
    @discardableResult @inlinable
    public mutating func update<Result>(_ id: Key, _ change: (inout Element) -> Result) -> Result? {
        guard let slot = slots[id] else { return nil }
        return change(&stored[slot])
    }

    /// Changes an element in place; false when there is none.
    @discardableResult @inlinable
    public mutating func change(_ id: Key, _ how: (inout Element) -> Void) -> Bool {
        guard let slot = slots[id] else { return false }
        how(&stored[slot])
        return true
    }

    /// Takes an element out.
    @discardableResult @inlinable
    public mutating func remove(_ id: Key) -> Element? {
        guard let slot = slots.remove(id) else { return nil }
        let last = stored.removeLast()
        guard slot < stored.count else { return last }
        let removed = stored[slot]
        stored[slot] = last
        slots.set(key(last), slot)
        return removed
    }

    /// Replaces everything, as when a snapshot is read. Later elements of the same identity win.
    @inlinable
    public mutating func replaceAll(with new: [Element]) {
        let keys = new.withUnsafeBufferPointer { elements in elements.indices.map { key(elements[$0]) } }
        slots = Key.Slots(expecting: keys)
        var isDistinct = true
        for (slot, id) in keys.enumerated() {
            if slots[id] != nil { isDistinct = false }
            slots.set(id, slot)
        }
        if isDistinct {
            stored = new
        } else {
            stored.removeAll(keepingCapacity: true)
            slots = Key.Slots(expecting: keys)
            for element in new { put(element) }
        }
    }
}

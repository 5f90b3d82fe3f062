/// Elements with an identity, stored side by side.
///
/// The order is the order of insertion, except that removing an element moves the last one into its place; it depends
/// only on what was done, so two boards with the same history are equal byte for byte.
public struct Table<Key: Hashable & Sendable, Element: Sendable>: Sendable {
    /// The elements, for going through all of them.
    public private(set) var elements: [Element] = []
    private var slots: [Key: Int] = [:]
    private let key: @Sendable (Element) -> Key

    /// Creates an empty table whose elements are told apart by `key`.
    public init(key: @escaping @Sendable (Element) -> Key) {
        self.key = key
    }

    /// Number of elements.
    public var count: Int { elements.count }

    /// The element of an identity.
    public subscript(id: Key) -> Element? {
        slots[id].map { elements[$0] }
    }

    /// True when the table has such an element.
    public func contains(_ id: Key) -> Bool {
        slots[id] != nil
    }

    /// Adds an element or replaces the one of the same identity.
    public mutating func put(_ element: Element) {
        let id = key(element)
        if let slot = slots[id] {
            elements[slot] = element
        } else {
            slots[id] = elements.count
            elements.append(element)
        }
    }

    /// Changes an element in place; nil when there is none.
    @discardableResult
    public mutating func update<Result>(_ id: Key, _ change: (inout Element) -> Result) -> Result? {
        guard let slot = slots[id] else { return nil }
        return change(&elements[slot])
    }

    /// Changes an element in place; false when there is none.
    @discardableResult
    public mutating func change(_ id: Key, _ how: (inout Element) -> Void) -> Bool {
        guard let slot = slots[id] else { return false }
        how(&elements[slot])
        return true
    }

    /// Takes an element out.
    @discardableResult
    public mutating func remove(_ id: Key) -> Element? {
        guard let slot = slots.removeValue(forKey: id) else { return nil }
        let last = elements.removeLast()
        guard slot < elements.count else { return last }
        let removed = elements[slot]
        elements[slot] = last
        slots[key(last)] = slot
        return removed
    }

    /// Replaces everything, as when a snapshot is read. Later elements of the same identity win.
    public mutating func replaceAll(with new: [Element]) {
        elements.removeAll(keepingCapacity: true)
        elements.reserveCapacity(new.count)
        slots = Dictionary(minimumCapacity: new.count)
        for element in new { put(element) }
    }
}

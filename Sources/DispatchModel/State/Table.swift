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

/// Tells where in a list the element of an identity stands.
public protocol SlotIndex: Sendable {
    /// What elements are told apart by.
    associatedtype Key: Hashable & Sendable

    /// An index of nothing, in which these are to be noted next.
    init(expecting keys: [Key])

    /// Where the element of an identity stands; nil for none.
    subscript(key: Key) -> Int? { get }

    /// Notes where the element of an identity stands.
    mutating func set(_ key: Key, _ slot: Int)

    /// Forgets an identity; says where its element stood.
    mutating func remove(_ key: Key) -> Int?
}

/// What elements of a ``Table`` are told apart by: it says how they are found.
public protocol TableKey: Hashable, Sendable {
    /// What finds them.
    associatedtype Slots: SlotIndex where Slots.Key == Self
}

/// The index of identities that are no numbers.
@frozen
public struct HashedSlots<Key: Hashable & Sendable>: SlotIndex {
    @usableFromInline var slots: [Key: Int]

    /// An index of nothing, in which these are to be noted next.
    @inlinable
    public init(expecting keys: [Key]) {
        slots = Dictionary(minimumCapacity: keys.count)
    }

    /// Where the element of an identity stands; nil for none.
    @inlinable
    public subscript(key: Key) -> Int? { slots[key] }

    /// Notes where the element of an identity stands.
    @inlinable
    public mutating func set(_ key: Key, _ slot: Int) { slots[key] = slot }

    /// Forgets an identity; says where its element stood.
    @inlinable
    public mutating func remove(_ key: Key) -> Int? { slots.removeValue(forKey: key) }
}

/// The index of numbers that are given in order and never again: a list from the first number that is still there, so that
/// nothing is hashed. What leaves, leaves mostly from the front, whose room is given back. A number far from all others, as
/// only a journal from elsewhere could have, costs no more than one in a dictionary.
@frozen
public struct NumberedSlots<Key: Hashable & Sendable & RawRepresentable>: SlotIndex where Key.RawValue == UInt32 {
    /// Slots by number, from `first` on; -1 for none.
    @usableFromInline var near: [Int32] = []
    @usableFromInline var first = 0
    /// How many entries at the front of `near` are empty.
    @usableFromInline var gone = 0
    /// Numbers too far from the others.
    @usableFromInline var far: [Key: Int] = [:]

    /// The most empty entries for the sake of one number.
    @usableFromInline static var gap: Int { 4096 }

    /// An index of nothing, in which these are to be noted next, in any order.
    @inlinable
    public init(expecting keys: [Key]) {
        guard let least = keys.lazy.map(\.rawValue).min(), let most = keys.lazy.map(\.rawValue).max() else { return }
        first = Int(least)
        let count = Int(most) - first + 1
        if count <= 8 * keys.count + Self.gap { near = Array(repeating: -1, count: count) }
    }

    /// Where the element of a number stands; nil for none.
    @inlinable
    public subscript(key: Key) -> Int? {
        let place = Int(key.rawValue) - first
        if place >= 0, place < near.count, near[place] >= 0 { return Int(near[place]) }
        return far.isEmpty ? nil : far[key]
    }

    /// Notes where the element of a number stands.
    @inlinable
    public mutating func set(_ key: Key, _ slot: Int) {
        if near.isEmpty { (first, gone) = (Int(key.rawValue), 0) }
        let place = Int(key.rawValue) - first
        guard slot <= Int32.max, place >= 0, place <= near.count + Self.gap, far[key] == nil else {
            far[key] = slot
            return
        }
        while near.count <= place { near.append(-1) }
        near[place] = Int32(slot)
        gone = min(gone, place)
    }

    /// Forgets a number; says where its element stood.
    @inlinable
    public mutating func remove(_ key: Key) -> Int? {
        let place = Int(key.rawValue) - first
        guard place >= 0, place < near.count, near[place] >= 0 else { return far.removeValue(forKey: key) }
        defer { giveBack() }
        let slot = Int(near[place])
        near[place] = -1
        return slot
    }

    /// Gives back the room of the numbers at the front that have left, once that is the greater part.
    @usableFromInline
    mutating func giveBack() {
        while gone < near.count, near[gone] < 0 { gone += 1 }
        guard gone > 1024, gone * 2 > near.count else { return }
        near.removeFirst(gone)
        (first, gone) = (first + gone, 0)
    }
}

extension String: TableKey {
    /// Found by hashing.
    public typealias Slots = HashedSlots<String>
}

extension IncidentID: TableKey {
    /// Found by their number.
    public typealias Slots = NumberedSlots<IncidentID>
}

extension UnitID: TableKey {
    /// Found by their number.
    public typealias Slots = NumberedSlots<UnitID>
}

extension AlertID: TableKey {
    /// Found by their number.
    public typealias Slots = NumberedSlots<AlertID>
}

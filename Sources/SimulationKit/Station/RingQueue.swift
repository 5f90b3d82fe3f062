/// A line first in, first out, in a ring that grows to the longest line it held and allocates nothing after.
///
/// Each element keeps its number: the first ever entered is 0. One that leaves out of turn is found by its number.
struct RingQueue<Element> {
    private var ring: ContiguousArray<Element?>
    private(set) var head = 0
    private(set) var tail = 0

    init() {
        ring = ContiguousArray(repeating: nil, count: 16)
    }

    /// Elements between head and tail, those that left out of turn among them.
    @inline(__always) var isEmpty: Bool { head == tail }

    /// Enters an element at the end; its number.
    @discardableResult @inline(__always)
    mutating func append(_ element: Element) -> Int {
        if tail &- head == ring.count { grow() }
        ring[tail & (ring.count &- 1)] = element
        tail &+= 1
        return tail &- 1
    }

    /// Puts an element that had its turn back at the front.
    mutating func putBack(_ element: Element) {
        if tail &- head == ring.count { grow() }
        head &-= 1
        ring[head & (ring.count &- 1)] = element
    }

    /// Takes the first element that has not left out of turn.
    @inline(__always)
    mutating func popFirst() -> Element? {
        while head != tail {
            let place = head & (ring.count &- 1)
            head &+= 1
            if let element = ring[place] { return element }
        }
        return nil
    }

    /// Takes an element out of turn by its number; nil when it is no longer there.
    mutating func remove(_ number: Int) -> Element? {
        guard number >= head, number < tail else { return nil }
        let place = number & (ring.count - 1)
        defer { ring[place] = nil }
        return ring[place]
    }

    private mutating func grow() {
        var wider = ContiguousArray<Element?>(repeating: nil, count: ring.count * 2)
        for number in head..<tail { wider[number & (wider.count - 1)] = ring[number & (ring.count - 1)] }
        ring = wider
    }
}

extension RingQueue: Sendable where Element: Sendable {}

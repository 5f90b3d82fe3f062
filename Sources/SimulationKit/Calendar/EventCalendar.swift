/// What is going to happen, in order of time; events of one instant in the order in which they were entered.
///
/// Time is a whole number of ticks; the model says what a tick is (milliseconds in a district). A heap of four children
/// a node holds the events. Taking the first one leaves a hole at the root that the next entered event falls into: the
/// usual step of a simulation, one out and one in, costs one descent. Nothing is allocated once the heap has grown to
/// the largest number of events that stood in it.
@frozen
public struct EventCalendar<Payload> {
    @usableFromInline
    @frozen
    struct Entry {
        @usableFromInline var time: Int64
        @usableFromInline var sequence: UInt64
        @usableFromInline var payload: Payload

        @inlinable @inline(__always)
        init(time: Int64, sequence: UInt64, payload: Payload) {
            self.time = time
            self.sequence = sequence
            self.payload = payload
        }

        @inlinable @inline(__always)
        static func < (one: Entry, other: Entry) -> Bool {
            one.time < other.time || (one.time == other.time && one.sequence < other.sequence)
        }
    }

    @usableFromInline var heap: ContiguousArray<Entry> = []
    @usableFromInline var sequence: UInt64 = 0
    /// The root was taken and nothing has come in its place yet.
    @usableFromInline var isHollow = false

    /// Creates an empty calendar with room for a number of events.
    @inlinable
    public init(reserving capacity: Int = 64) {
        heap.reserveCapacity(capacity)
    }

    /// The number of events that are to happen.
    @inlinable public var count: Int { heap.count - (isHollow ? 1 : 0) }

    /// Whether nothing is to happen.
    @inlinable public var isEmpty: Bool { count == 0 }

    /// The time of the next event.
    @inlinable public var nextTime: Int64? {
        if !isHollow { return heap.first?.time }
        var least: Int64?
        for index in 1..<min(5, heap.count) { least = min(least ?? .max, heap[index].time) }
        return least
    }

    /// Enters an event.
    @inlinable @inline(__always)
    public mutating func schedule(_ payload: Payload, at time: Int64) {
        let entry = Entry(time: time, sequence: sequence, payload: payload)
        sequence &+= 1
        if isHollow {
            isHollow = false
            sink(entry)
        } else {
            heap.append(entry)
            rise(entry)
        }
    }

    /// Takes the next event out.
    @inlinable @inline(__always)
    public mutating func next() -> (time: Int64, payload: Payload)? {
        if isHollow { settle() }
        guard let first = heap.first else { return nil }
        if heap.count == 1 { heap.removeLast() } else { isHollow = true }
        return (first.time, first.payload)
    }

    /// Takes the next event out if it is due by a time.
    @inlinable
    public mutating func next(by limit: Int64) -> (time: Int64, payload: Payload)? {
        guard let time = nextTime, time <= limit else { return nil }
        return next()
    }

    /// Takes everything out; the room stays.
    @inlinable
    public mutating func removeAll() {
        heap.removeAll(keepingCapacity: true)
        isHollow = false
    }

    @inlinable
    mutating func settle() {
        isHollow = false
        let last = heap.removeLast()
        if !heap.isEmpty { sink(last) }
    }

    @inlinable @inline(__always)
    mutating func rise(_ entry: Entry) {
        heap.withUnsafeMutableBufferPointer { heap in
            var index = heap.count &- 1
            while index > 0 {
                let parent = (index &- 1) >> 2
                guard entry < heap[parent] else { break }
                heap[index] = heap[parent]
                index = parent
            }
            heap[index] = entry
        }
    }

    @inlinable @inline(__always)
    mutating func sink(_ entry: Entry) {
        heap.withUnsafeMutableBufferPointer { heap in
            let count = heap.count
            var index = 0
            while true {
                let first = index &<< 2 &+ 1
                guard first < count else { break }
                var least = first
                for child in first &+ 1..<min(first &+ 4, count) {
                    least = heap[child] < heap[least] ? child : least
                }
                guard heap[least] < entry else { break }
                heap[index] = heap[least]
                index = least
            }
            heap[index] = entry
        }
    }
}

extension EventCalendar.Entry: Sendable where Payload: Sendable {}
extension EventCalendar: Sendable where Payload: Sendable {}

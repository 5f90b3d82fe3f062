import DispatchModel

/// A priority queue of subjects by the time they fall due, then by subject, so that the order is the same in every run. A
/// subject is in it at most once: it holds no more entries than there are subjects.
struct DueQueue<Subject: Hashable & Comparable & Sendable>: Sendable {
    struct Entry: Hashable, Comparable, Sendable {
        var due: Timestamp
        var subject: Subject

        static func < (left: Entry, right: Entry) -> Bool {
            left.due == right.due ? left.subject < right.subject : left.due < right.due
        }
    }

    /// A binary heap, the earliest at the root.
    private var heap: [Entry] = []
    private var slots: [Subject: Int] = [:]

    var first: Entry? { heap.first }
    var count: Int { heap.count }

    /// Watches a subject from an earlier time on. A later time than the one it is watched from already changes
    /// nothing: whoever takes it out then finds that it is not due and puts it back.
    mutating func insert(_ due: Timestamp, _ subject: Subject) {
        let entry = Entry(due: due, subject: subject)
        if let slot = slots[subject] {
            guard entry < heap[slot] else { return }
            heap[slot] = entry
            rise(from: slot)
        } else {
            heap.append(entry)
            slots[subject] = heap.count - 1
            rise(from: heap.count - 1)
        }
    }

    /// Takes a subject out.
    mutating func remove(_ subject: Subject) {
        guard let slot = slots.removeValue(forKey: subject), let last = heap.popLast(), slot < heap.count else {
            return
        }
        heap[slot] = last
        slots[last.subject] = slot
        rise(from: slot)
        sink(from: slot)
    }

    /// Watches a subject from a time on, whatever it was watched from before; from none: takes it out.
    mutating func set(_ due: Timestamp?, _ subject: Subject) {
        remove(subject)
        if let due { insert(due, subject) }
    }

    /// What is watched.
    var subjects: [Subject] { heap.map(\.subject) }

    /// Takes the earliest out.
    mutating func removeFirst() {
        if let first { remove(first.subject) }
    }

    private mutating func rise(from slot: Int) {
        var child = slot
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            exchange(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink(from slot: Int) {
        var parent = slot
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { return }
            let right = left + 1
            let least = right < heap.count && heap[right] < heap[left] ? right : left
            guard heap[least] < heap[parent] else { return }
            exchange(least, parent)
            parent = least
        }
    }

    private mutating func exchange(_ one: Int, _ other: Int) {
        heap.swapAt(one, other)
        slots[heap[one].subject] = one
        slots[heap[other].subject] = other
    }
}

import DispatchModel

/// Incidents in the order of a time, then of their number, so that it depends on what is in it and not on how that got
/// there. Adding at the end and taking off the front, the usual cases, are cheap.
struct NewestList: Sendable {
    struct Key: Hashable, Comparable, Sendable {
        var at: Timestamp
        var id: IncidentID
        /// Where its owner keeps what it has of the incident.
        var slot: UInt32 = 0
        /// Where the incident is, in millionths of a degree, so that one farther off is passed over without being looked up.
        var latitude: Int32 = 0
        var longitude: Int32 = 0

        static func < (left: Key, right: Key) -> Bool {
            left.at == right.at ? left.id < right.id : left.at < right.at
        }
    }

    private var keys: [Key] = []
    private var start = 0

    var count: Int { keys.count - start }
    var isEmpty: Bool { count == 0 }
    var first: Key? { isEmpty ? nil : keys[start] }
    /// From the newest to the oldest.
    var newestFirst: ReversedCollection<ArraySlice<Key>> { keys[start...].reversed() }

    mutating func insert(_ key: Key) {
        if let last = keys.last, !isEmpty, key < last {
            keys.insert(key, at: place(of: key))
        } else {
            keys.append(key)
        }
    }

    mutating func remove(_ key: Key) {
        let slot = place(of: key)
        guard slot < keys.count, keys[slot] == key else { return }
        if slot == start {
            start += 1
            // What was taken off the front is given back now and then.
            if start > 64, start * 2 > keys.count {
                keys.removeFirst(start)
                start = 0
            }
        } else {
            keys.remove(at: slot)
        }
    }

    /// The first slot whose key is not before this one.
    private func place(of key: Key) -> Int {
        var (low, high) = (start, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Anything with rows in an order, looked up both ways.
package protocol ListOrder<ID> {
    /// What tells its rows apart.
    associatedtype ID: Hashable & Comparable & Sendable
    /// Number of rows.
    var count: Int { get }
    /// What stands in a row, from 0; nil outside.
    func id(at row: Int) -> ID?
    /// The row of a thing; nil when it is not listed.
    func row(of id: ID) -> Int?
}

/// Identities in the order of their sort keys, kept so when a few of them change.
///
/// A refresh costs the sorting of what changed and one move of the rest; looking up costs a binary search.
package struct OrderedRows<ID: Hashable & Comparable & Sendable>: ListOrder, Sendable {
    struct Row: Comparable, Sendable {
        var key: SortKey
        var id: ID

        @inline(__always)
        static func < (left: Row, right: Row) -> Bool {
            left.key == right.key ? left.id < right.id : left.key.precedes(right.key)
        }
    }

    /// The most things that are remembered as having come in until the list is settled.
    static var enteredLimit: Int { 10_000 }

    private(set) var rows: [Row] = []
    private var keys: [ID: SortKey] = [:]

    /// No rows.
    package init() {}

    /// Number of rows.
    package var count: Int { rows.count }

    /// What stands in a row.
    package func id(at row: Int) -> ID? { rows.indices.contains(row) ? rows[row].id : nil }

    /// The row of a thing.
    package func row(of id: ID) -> Int? { keys[id].map { lowerBound(Row(key: $0, id: id)) } }

    /// True when the thing is listed.
    package func contains(_ id: ID) -> Bool { keys[id] != nil }

    /// The number of rows whose key is lower.
    func rank(of key: SortKey) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key.precedes(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Takes all rows anew.
    mutating func rebuild(_ new: [(id: ID, key: SortKey)]) {
        rows = new.map { Row(key: $0.key, id: $0.id) }.sorted()
        keys = Dictionary(minimumCapacity: new.count)
        for row in rows { keys[row.id] = row.key }
    }

    /// Changes some rows: a key puts the thing where the key says, nil takes it out. Returns true when anything moved.
    @discardableResult
    mutating func update(_ changes: [(id: ID, key: SortKey?)]) -> Bool {
        var entered: [ID] = []
        return update(changes, entered: &entered)
    }

    /// The same, and adds what was not listed before to `entered` as long as that holds less than `enteredLimit`.
    mutating func update(_ changes: [(id: ID, key: SortKey?)], entered: inout [ID]) -> Bool {
        var gone: [Int] = []
        var come: [Row] = []
        for (id, key) in changes {
            let known = keys[id]
            if known == key { continue }
            if let known {
                gone.append(lowerBound(Row(key: known, id: id)))
            } else if entered.count < OrderedRows.enteredLimit {
                entered.append(id)
            }
            keys[id] = key
            if let key { come.append(Row(key: key, id: id)) }
        }
        guard !gone.isEmpty || !come.isEmpty else { return false }
        gone.sort()
        come.sort()
        merge(gone: gone, come: come)
        return true
    }

    /// Copies what stays in long stretches, leaving out the rows of `gone` and putting in those of `come`.
    private mutating func merge(gone: [Int], come: [Row]) {
        let old = rows
        let places = come.map(lowerBound)
        let total = old.count - gone.count + come.count
        rows = Array(unsafeUninitializedCapacity: total) { target, count in
            old.withUnsafeBufferPointer { source in
                var from = 0
                var nextGone = 0
                var filled = 0
                func copy(upTo end: Int) {
                    guard from < end, let base = target.baseAddress, let start = source.baseAddress else { return }
                    (base + filled).initialize(from: start + from, count: end - from)
                    filled += end - from
                }
                func keep(upTo end: Int) {
                    while nextGone < gone.count, gone[nextGone] < end {
                        copy(upTo: gone[nextGone])
                        from = gone[nextGone] + 1
                        nextGone += 1
                    }
                    copy(upTo: end)
                    from = max(from, end)
                }
                for (row, place) in zip(come, places) {
                    keep(upTo: place)
                    target.initializeElement(at: filled, to: row)
                    filled += 1
                }
                keep(upTo: source.count)
                count = filled
            }
        }
    }

    private func lowerBound(_ row: Row) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// An order that was held still.
package struct FrozenOrder<ID: Hashable & Comparable & Sendable>: ListOrder, Sendable {
    private let ids: [ID]
    private let rows: [ID: Int]

    /// The order as it stands.
    package init(_ order: some ListOrder<ID>) {
        ids = (0..<order.count).compactMap { order.id(at: $0) }
        rows = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Number of rows.
    package var count: Int { ids.count }
    /// What stands in a row.
    package func id(at row: Int) -> ID? { ids.indices.contains(row) ? ids[row] : nil }
    /// The row of a thing.
    package func row(of id: ID) -> Int? { rows[id] }
}

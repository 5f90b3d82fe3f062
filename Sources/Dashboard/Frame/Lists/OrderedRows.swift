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
/// The rows lie in pages, so that a change moves the rest of one page and not of the whole list; looking up costs a
/// binary search. Where much changes at once all pages are made anew, which costs the sorting of what changed and one
/// move of the rest.
package struct OrderedRows<ID: Hashable & Comparable & Sendable>: ListOrder, Sendable {
    struct Row: Comparable, Sendable {
        var key: SortKey
        var id: ID

        @inline(__always)
        static func < (left: Row, right: Row) -> Bool {
            left.key == right.key ? left.id < right.id : left.key.precedes(right.key)
        }
    }

    /// A row by its page and its place there; that after the last row is the first place of a page that is not there.
    private typealias Place = (page: Int, row: Int)

    /// The most things that are remembered as having come in until the list is settled.
    static var enteredLimit: Int { 10_000 }
    /// The most rows of a page; made anew, a page has half as many.
    static var pageLimit: Int { 512 }

    /// None is empty.
    private var pages: [[Row]] = []
    /// The number of rows before each page.
    private var starts: [Int] = []
    private var keys: [ID: SortKey] = [:]
    /// Number of rows.
    package private(set) var count = 0

    /// No rows.
    package init() {}

    /// All rows, in order.
    var rows: FlattenSequence<[[Row]]> { pages.joined() }

    /// What stands in a row.
    package func id(at row: Int) -> ID? { self.row(at: row)?.id }

    /// A row with its key.
    func row(at number: Int) -> Row? {
        guard number >= 0, number < count else { return nil }
        let page = starts.partition { $0 <= number } - 1
        return pages[page][number - starts[page]]
    }

    /// The row of a thing.
    package func row(of id: ID) -> Int? {
        keys[id].map { key in
            let row = Row(key: key, id: id)
            return number(of: place { $0 < row })
        }
    }

    /// True when the thing is listed.
    package func contains(_ id: ID) -> Bool { keys[id] != nil }

    /// The number of rows whose key is lower.
    func rank(of key: SortKey) -> Int { number(of: place { $0.key.precedes(key) }) }

    /// Takes all rows anew.
    mutating func rebuild(_ new: [(id: ID, key: SortKey)]) {
        let rows = new.map { Row(key: $0.key, id: $0.id) }.sorted()
        keys = Dictionary(minimumCapacity: new.count)
        for row in rows { keys[row.id] = row.key }
        fill(rows)
    }

    /// Changes some rows: a key puts the thing where the key says, nil takes it out. Returns true when anything moved.
    @discardableResult
    mutating func update(_ changes: [(id: ID, key: SortKey?)]) -> Bool {
        var entered: [ID] = []
        return update(changes, entered: &entered)
    }

    /// The same, and adds what was not listed before to `entered` as long as that holds less than `enteredLimit`.
    mutating func update(_ changes: [(id: ID, key: SortKey?)], entered: inout [ID]) -> Bool {
        var gone: [Row] = []
        var come: [Row] = []
        for (id, key) in changes {
            let known = keys[id]
            if known == key { continue }
            if let known {
                gone.append(Row(key: known, id: id))
            } else if entered.count < OrderedRows.enteredLimit {
                entered.append(id)
            }
            keys[id] = key
            if let key { come.append(Row(key: key, id: id)) }
        }
        guard !gone.isEmpty || !come.isEmpty else { return false }
        if (gone.count + come.count) * OrderedRows.movesOfOne > count {
            merge(gone: gone, come: come)
        } else {
            for row in gone { remove(row) }
            for row in come { insert(row) }
            number()
        }
        return true
    }

    // MARK: Pages

    /// Moving one row within its page costs about as much as passing over so many when all pages are made anew.
    private static var movesOfOne: Int { 32 }

    /// The place of the first row that is not before something.
    @inline(__always)
    private func place(_ isBefore: (Row) -> Bool) -> Place {
        let page = pages.partition { $0.last.map(isBefore) ?? true }
        return page < pages.count ? (page, pages[page].partition(isBefore)) : (page, 0)
    }

    private func number(of place: Place) -> Int {
        place.page < starts.count ? starts[place.page] + place.row : count
    }

    private mutating func remove(_ row: Row) {
        let place = place { $0 < row }
        guard place.page < pages.count, pages[place.page][place.row].id == row.id else { return }
        pages[place.page].remove(at: place.row)
        if pages[place.page].isEmpty { pages.remove(at: place.page) }
    }

    private mutating func insert(_ row: Row) {
        var place = place { $0 < row }
        if place.page == pages.count {
            guard let last = pages.last else {
                pages.append([row])
                return
            }
            place = (pages.count - 1, last.count)
        }
        pages[place.page].insert(row, at: place.row)
        guard pages[place.page].count > OrderedRows.pageLimit else { return }
        let half = pages[place.page].count / 2
        pages.insert(Array(pages[place.page][half...]), at: place.page + 1)
        pages[place.page].removeSubrange(half...)
    }

    /// Counts the rows before each page.
    private mutating func number() {
        starts.removeAll(keepingCapacity: true)
        count = 0
        for page in pages {
            starts.append(count)
            count += page.count
        }
    }

    /// Makes all pages anew, leaving out the rows of `gone` and putting in those of `come`.
    private mutating func merge(gone: [Row], come: [Row]) {
        let gone = gone.sorted()
        let come = come.sorted()
        var (nextGone, nextCome) = (0, 0)
        var merged: [Row] = []
        merged.reserveCapacity(count - gone.count + come.count)
        for page in pages {
            for row in page {
                if nextGone < gone.count, gone[nextGone].id == row.id {
                    nextGone += 1
                    continue
                }
                while nextCome < come.count, come[nextCome] < row {
                    merged.append(come[nextCome])
                    nextCome += 1
                }
                merged.append(row)
            }
        }
        merged += come[nextCome...]
        fill(merged)
    }

    private mutating func fill(_ rows: [Row]) {
        let size = OrderedRows.pageLimit / 2
        pages = stride(from: 0, to: rows.count, by: size).map { Array(rows[$0..<min($0 + size, rows.count)]) }
        number()
    }
}

extension Array {
    /// How many elements at the beginning are before something; all of those that are stand before all others.
    @inline(__always)
    fileprivate func partition(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
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

/// Rows in an order, a few of which stand before all others whatever the order, its direction and the filter.
struct PinnedRows<ID: Hashable & Comparable & Sendable>: ListOrder, Sendable {
    /// What stands first, in its own order.
    private(set) var pinned: [ID] = []
    /// Everything else.
    var rest = OrderedRows<ID>()

    var count: Int { pinned.count + rest.count }

    func id(at row: Int) -> ID? {
        pinned.indices.contains(row) ? pinned[row] : rest.id(at: row - pinned.count)
    }

    func row(of id: ID) -> Int? {
        pinned.firstIndex(of: id) ?? rest.row(of: id).map { $0 + pinned.count }
    }

    func isPinned(_ id: ID) -> Bool { !pinned.isEmpty && pinned.contains(id) }

    /// Puts things first; false when they are already. What was not listed before has entered.
    mutating func pin(_ ids: [ID], entered: inout [ID]) -> Bool {
        guard ids != pinned else { return false }
        entered += ids.filter { !pinned.contains($0) && !rest.contains($0) }
        pinned = ids
        return true
    }
}

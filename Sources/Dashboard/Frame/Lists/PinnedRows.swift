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

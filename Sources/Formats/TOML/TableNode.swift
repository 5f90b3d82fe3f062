/// A table while its file is being read: who has written to it decides who may go on doing so.
///
/// The rules are those of TOML 1.0: a header names a table once, dotted keys add to tables that dotted keys of the same
/// section have made, an inline table is whole where it stands.
final class TableNode {
    /// How a table came about.
    enum Origin: Equatable {
        /// It is named within a longer header only.
        case implied
        /// A header names it.
        case header
        /// The dotted keys of a section (the number of its header) made it.
        case dotted(section: Int)
    }

    /// What a key stands for.
    private enum Item {
        case value(TOMLValue)
        case table(TableNode)
        case tables(ArrayNode)
    }

    /// The elements of an array of tables.
    private final class ArrayNode {
        var elements: [TableNode]
        init(_ first: TableNode) { elements = [first] }
    }

    /// How deep tables and lists may lie within each other.
    static let deepest = 64

    private var origin: Origin
    private var place: TextPlace
    /// How many tables it lies within.
    let depth: Int
    private var keys: [String] = []
    private var items: [String: (item: Item, place: TextPlace)] = [:]

    init(_ origin: Origin, at place: TextPlace, depth: Int) {
        self.origin = origin
        self.place = place
        self.depth = depth
    }

    /// The table as a value that no longer changes.
    var table: TOMLTable {
        TOMLTable(
            keys: keys,
            entries: items.mapValues { item, place in
                switch item {
                case .value(let value): return .init(value: value, place: place)
                case .table(let node): return .init(value: node.value, place: node.place)
                case .tables(let list):
                    let elements = list.elements.map(\.value)
                    return .init(value: TOMLValue(content: .array(elements), place: place), place: place)
                }
            })
    }

    private var value: TOMLValue { TOMLValue(content: .table(table), place: place) }

    /// Sets a key that is not yet written.
    func set(_ key: TOMLKey, to value: TOMLValue) throws(TOMLProblem) {
        if let earlier = items[key.name] { throw key.writtenAlready(earlier.place) }
        add(.value(value), key)
    }

    /// The table that a part of a dotted key leads to.
    func opened(by key: TOMLKey, section: Int) throws(TOMLProblem) -> TableNode {
        guard let earlier = items[key.name] else {
            return try addTable(key, .dotted(section: section), at: key.place)
        }
        guard case .table(let node) = earlier.item, node.origin == .implied || node.origin == .dotted(section: section)
        else { throw key.writtenAlready(earlier.place) }
        node.origin = .dotted(section: section)
        return node
    }

    /// The table that a part of a header, not its last, leads to.
    func passed(by key: TOMLKey, header: TextPlace) throws(TOMLProblem) -> TableNode {
        switch items[key.name]?.item {
        case nil: return try addTable(key, .implied, at: header)
        case .table(let node)?: return node
        case .tables(let list)?:
            if let last = list.elements.last { return last }
            throw key.writtenAlready(place)
        case .value(let value)?: throw key.writtenAlready(value.place)
        }
    }

    /// The table that a header's last part names.
    func named(by key: TOMLKey, header: TextPlace) throws(TOMLProblem) -> TableNode {
        guard let earlier = items[key.name] else { return try addTable(key, .header, at: header) }
        guard case .table(let node) = earlier.item, node.origin == .implied else {
            throw key.writtenAlready(earlier.place)
        }
        node.origin = .header
        node.place = header
        return node
    }

    /// A new element of the array of tables that a header's last part names.
    func appended(by key: TOMLKey, header: TextPlace) throws(TOMLProblem) -> TableNode {
        let node = TableNode(.header, at: header, depth: depth + 2)
        try key.checkDepth(node.depth)
        switch items[key.name] {
        case nil: add(.tables(ArrayNode(node)), TOMLKey(name: key.name, place: header))
        case (.tables(let list), _)?: list.elements.append(node)
        case let earlier?: throw key.writtenAlready(earlier.place)
        }
        return node
    }

    private func addTable(_ key: TOMLKey, _ origin: Origin, at place: TextPlace) throws(TOMLProblem) -> TableNode {
        let node = TableNode(origin, at: place, depth: depth + 1)
        try key.checkDepth(node.depth)
        add(.table(node), key)
        return node
    }

    private func add(_ item: Item, _ key: TOMLKey) {
        keys.append(key.name)
        items[key.name] = (item, key.place)
    }
}

/// One part of a key as a file writes it.
struct TOMLKey {
    /// The part without its quotes.
    var name: String
    /// Where it begins.
    var place: TextPlace

    /// The problem of a key that is written at another place already.
    func writtenAlready(_ earlier: TextPlace) -> TOMLProblem {
        TOMLProblem(
            line: place.line, column: place.column,
            english: "\"\(name)\" is written already in line \(earlier.line); take one of the two out",
            chinese: "“\(name)”已在第 \(earlier.line) 行写过，请删去其中之一")
    }

    /// Refuses what lies deeper than anything that people write.
    func checkDepth(_ depth: Int) throws(TOMLProblem) {
        guard depth <= TableNode.deepest else {
            throw TOMLProblem(
                line: place.line, column: place.column,
                english: "lies more than \(TableNode.deepest) tables deep; write it flatter",
                chinese: "嵌套超过 \(TableNode.deepest) 层，请减少层次")
        }
    }
}

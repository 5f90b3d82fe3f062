import DispatchModel
import Formats

/// Incidents by where they are: in cells as wide as the radius in which others are looked for, and by the words of
/// their place. A look-up touches at most nine cells and one list of words.
struct PlaceGrid: Sendable {
    /// A cell: rows from south to north, columns from west to east within a row.
    private struct Cell: Hashable {
        var row: Int64
        var column: Int64
    }

    private let radius: Int64
    private var cells: [Cell: NewestList] = [:]
    private var words: [UInt64: NewestList] = [:]

    /// A grid in which others are looked for within so many metres.
    init(radius: Int64) {
        self.radius = max(1, min(radius, 100_000))
    }

    /// Adds an incident, which must not be in it.
    mutating func insert(_ key: NewestList.Key, point: GeoPoint?, place: PlaceKey?) {
        if let point { cells[cell(of: point), default: NewestList()].insert(key) }
        if let place { words[place.hash, default: NewestList()].insert(key) }
    }

    /// Takes an incident out, as it was put in.
    mutating func remove(_ key: NewestList.Key, point: GeoPoint?, place: PlaceKey?) {
        if let point { PlaceGrid.remove(key, from: &cells, at: cell(of: point)) }
        if let place { PlaceGrid.remove(key, from: &words, at: place.hash) }
    }

    private static func remove<Name>(_ key: NewestList.Key, from lists: inout [Name: NewestList], at name: Name) {
        lists[name]?.remove(key)
        if lists[name]?.isEmpty == true { lists[name] = nil }
    }

    /// Shows the incidents at a place written alike, then those near a point, to a visitor: of each list its newest, at
    /// most `most`, until the visitor has seen enough of it. The visitor is told which are found by a cell; of those none
    /// is shown twice, but one that was found by words may be.
    func visit(point: GeoPoint?, place: PlaceKey?, most: Int, _ wantsMore: (NewestList.Key, Bool) -> Bool) {
        func show(_ list: NewestList?, _ isCell: Bool) {
            guard let list else { return }
            for key in list.newestFirst.prefix(most) where !wantsMore(key, isCell) { return }
        }
        show(place.flatMap { words[$0.hash] }, false)
        guard let point else { return }
        let middle = cell(of: point).row
        for row in [middle, middle - 1, middle + 1] {
            // Columns of another row are as wide, but do not lie exactly above one another.
            let column = column(of: point, row: row)
            for column in [column, column - 1, column + 1] { show(cells[Cell(row: row, column: column)], true) }
        }
    }

    private func cell(of point: GeoPoint) -> Cell {
        let row = point.latitudeMicrodegrees.flooredDivision(by: height).quotient
        return Cell(row: row, column: column(of: point, row: row))
    }

    /// The height of a row in millionths of a degree; a degree of latitude is never less than 110,574 m.
    private var height: Int64 { radius * 1_000_000 / 110_574 + 1 }

    private func column(of point: GeoPoint, row: Int64) -> Int64 {
        // A degree of longitude is shortest at the end of the row that is nearer to a pole.
        let edge = max(abs(row * height), abs((row + 1) * height))
        let degrees = min(Double(edge) / 1_000_000, 89)
        let width = Double(height) / TravelModel.cosine(degrees * .pi / 180)
        return Int64((Double(point.longitudeMicrodegrees) / width).rounded(.down))
    }
}

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

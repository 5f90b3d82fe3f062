import DispatchModel

/// The incidents of late by place, caller, type and words: what a new one is compared with, and how rare a word is.
///
/// What it holds follows from the board alone, and it holds at most `limit` incidents: the newest.
struct DuplicateIndex: Sendable {
    private(set) var entries: [IncidentID: Evidence] = [:]
    private let limit: Int
    private var order = NewestList()
    private var grid: PlaceGrid
    private var callers: [UInt64: NewestList] = [:]
    private var wordCounts: [UInt64: Int64] = [:]
    private var typeCounts: [String: Int64] = [:]
    private var placeCounts: [UInt64: Int64] = [:]
    private var eventCount: Int64 = 0

    init(radius: Int64, limit: Int) {
        grid = PlaceGrid(radius: radius)
        self.limit = max(2, limit)
    }

    var count: Int { entries.count }

    mutating func put(_ id: IncidentID, _ evidence: Evidence) {
        guard entries[id] != evidence else { return }
        remove(id)
        entries[id] = evidence
        let key = NewestList.Key(at: evidence.last, id: id)
        order.insert(key)
        grid.insert(key, point: evidence.point, place: evidence.place)
        for caller in evidence.callers { callers[caller, default: NewestList()].insert(key) }
        if !evidence.isEcho {
            for word in evidence.words { wordCounts[word, default: 0] += 1 }
            typeCounts[evidence.type, default: 0] += 1
            if let place = evidence.place { placeCounts[place.hash, default: 0] += 1 }
            eventCount += 1
        }
        while entries.count > limit, let oldest = order.first { remove(oldest.id) }
    }

    mutating func remove(_ id: IncidentID) {
        guard let evidence = entries.removeValue(forKey: id) else { return }
        let key = NewestList.Key(at: evidence.last, id: id)
        order.remove(key)
        grid.remove(key, point: evidence.point, place: evidence.place)
        for caller in evidence.callers {
            callers[caller]?.remove(key)
            if callers[caller]?.isEmpty == true { callers[caller] = nil }
        }
        guard !evidence.isEcho else { return }
        for word in evidence.words { DuplicateIndex.countDown(&wordCounts, word) }
        DuplicateIndex.countDown(&typeCounts, evidence.type)
        if let place = evidence.place { DuplicateIndex.countDown(&placeCounts, place.hash) }
        eventCount -= 1
    }

    /// Forgets incidents whose latest report came in before a time.
    mutating func forget(before time: Timestamp) {
        while let oldest = order.first, oldest.at < time { remove(oldest.id) }
    }

    /// At most `limit` incidents that may be the same event: near it, at a place written alike or by the same caller,
    /// with a report since `earliest`; the newest of each.
    func candidates(for evidence: Evidence, besides own: IncidentID?, since earliest: Timestamp, limit: Int)
        -> [IncidentID]
    {
        var found: Set<IncidentID> = []
        let each = max(1, limit / 3)
        func look(_ key: NewestList.Key) -> Bool {
            guard key.at >= earliest, found.count < limit else { return false }
            if key.id != own { found.insert(key.id) }
            return true
        }
        for caller in evidence.callers where isTelling(caller) {
            for key in callers[caller]?.newestFirst ?? NewestList().newestFirst where !look(key) { break }
        }
        grid.visit(point: evidence.point, place: evidence.place, most: each, look)
        return found.sorted()
    }

    /// False for a caller of many incidents, such as an alarm company, who tells nothing apart.
    func isTelling(_ caller: UInt64) -> Bool { (callers[caller]?.count ?? 0) <= DuplicateIndex.callsOfOne }

    /// The most incidents of late that one person is taken to have called about.
    private static let callsOfOne = 4

    /// How many events besides those of two incidents have a word, at least 0.
    func others(withWord word: UInt64) -> Int64 { max(0, (wordCounts[word] ?? 0) - 2) }
    /// How many events besides those of two incidents have a type, at least 0.
    func others(ofType type: String) -> Int64 { max(0, (typeCounts[type] ?? 0) - 2) }
    /// How many events besides those of two incidents are at a place written alike, at least 0.
    func others(at place: PlaceKey) -> Int64 { max(0, (placeCounts[place.hash] ?? 0) - 2) }
    /// How many events there are besides those of two incidents, at least 0.
    var others: Int64 { max(0, eventCount - 2) }

    private static func countDown<Name>(_ counts: inout [Name: Int64], _ name: Name) {
        guard let count = counts[name] else { return }
        counts[name] = count > 1 ? count - 1 : nil
    }
}

import DispatchModel

/// The incidents of late by place, caller, type and words: what a new one is compared with, and how rare a word is.
///
/// What it holds follows from the board alone, and it holds at most `limit` incidents: the newest.
struct DuplicateIndex: Sendable {
    /// Where each incident's evidence is kept.
    private var slots: [IncidentID: UInt32] = [:]
    private var kept: ContiguousArray<Evidence?> = []
    /// The outlines of what is kept, in the same slots.
    private var outlines: ContiguousArray<Outline> = []
    private var free: [UInt32] = []
    /// The most incidents that it keeps.
    let limit: Int
    private let radius: Int64
    private var order = NewestList()
    private var grid: PlaceGrid
    private var callers: [UInt64: NewestList] = [:]
    private var wordCounts: [UInt64: Int64] = [:]
    private var typeCounts: [Int: Int64] = [:]
    private var placeCounts: [UInt64: Int64] = [:]
    private var eventCount: Int64 = 0

    init(radius: Int64, limit: Int) {
        grid = PlaceGrid(radius: radius)
        self.limit = max(2, limit)
        self.radius = radius
    }

    var count: Int { slots.count }

    /// The evidence of an incident; nil when it is not in the index.
    subscript(id: IncidentID) -> Evidence? { slots[id].flatMap { kept[Int($0)] } }

    /// Where the evidence of an incident is kept; nil when it is not in the index.
    func slot(of id: IncidentID) -> UInt32? { slots[id] }
    /// The outline of the evidence in a slot.
    func outline(in slot: UInt32) -> Outline { outlines[Int(slot)] }

    mutating func put(_ id: IncidentID, _ evidence: Evidence) {
        let slot = slots[id] ?? newSlot(id, evidence)
        let before = kept[Int(slot)]
        guard before != evidence else { return }
        kept[Int(slot)] = evidence
        outlines[Int(slot)] = Outline(evidence)
        list(key(id, slot, evidence), evidence, before)
        count(evidence, before)
        while slots.count > limit, let oldest = order.first { remove(oldest.id) }
    }

    private func key(_ id: IncidentID, _ slot: UInt32, _ evidence: Evidence) -> NewestList.Key {
        NewestList.Key(
            at: evidence.last, id: id, slot: slot,
            latitude: Int32(clamping: evidence.point?.latitudeMicrodegrees ?? 0),
            longitude: Int32(clamping: evidence.point?.longitudeMicrodegrees ?? 0))
    }

    private mutating func newSlot(_ id: IncidentID, _ evidence: Evidence) -> UInt32 {
        let slot = free.popLast() ?? UInt32(kept.count)
        if Int(slot) == kept.count {
            kept.append(nil)
            outlines.append(Outline(evidence))
        }
        slots[id] = slot
        return slot
    }

    /// Puts an incident in the lists in which it is found, in place of what was known of it.
    private mutating func list(_ key: NewestList.Key, _ evidence: Evidence, _ before: Evidence?) {
        if let before {
            let known = self.key(key.id, key.slot, before)
            if known == key, before.point == evidence.point, before.place == evidence.place,
                before.callers == evidence.callers
            {
                return
            }
            unlist(known, before)
        }
        order.insert(key)
        grid.insert(key, point: evidence.point, place: evidence.place)
        for caller in evidence.callers { callers[caller, default: NewestList()].insert(key) }
    }

    private mutating func unlist(_ key: NewestList.Key, _ evidence: Evidence) {
        order.remove(key)
        grid.remove(key, point: evidence.point, place: evidence.place)
        for caller in evidence.callers {
            callers[caller]?.remove(key)
            if callers[caller]?.isEmpty == true { callers[caller] = nil }
        }
    }

    /// Counts what an incident has, in place of what was known of it; an echo counts for nothing.
    private mutating func count(_ evidence: Evidence?, _ before: Evidence?) {
        let new = evidence?.isEcho == false ? evidence : nil
        let old = before?.isEcho == false ? before : nil
        let (words, oldWords) = (new?.words ?? [], old?.words ?? [])
        if words != oldWords {
            for word in words where !oldWords.contains(word) { wordCounts[word, default: 0] += 1 }
            for word in oldWords where !words.contains(word) { DuplicateIndex.countDown(&wordCounts, word) }
        }
        if new?.typeNumber != old?.typeNumber {
            if let type = new?.typeNumber { typeCounts[type, default: 0] += 1 }
            if let type = old?.typeNumber { DuplicateIndex.countDown(&typeCounts, type) }
        }
        if new?.place?.hash != old?.place?.hash {
            if let place = new?.place { placeCounts[place.hash, default: 0] += 1 }
            if let place = old?.place { DuplicateIndex.countDown(&placeCounts, place.hash) }
        }
        eventCount += (new == nil ? 0 : 1) - (old == nil ? 0 : 1)
    }

    mutating func remove(_ id: IncidentID) {
        guard let slot = slots.removeValue(forKey: id), let evidence = kept[Int(slot)] else { return }
        kept[Int(slot)] = nil
        free.append(slot)
        unlist(key(id, slot, evidence), evidence)
        count(nil, evidence)
    }

    /// Forgets incidents whose latest report came in before a time.
    mutating func forget(before time: Timestamp) {
        while let oldest = order.first, oldest.at < time { remove(oldest.id) }
    }

    /// At most `limit` incidents that may be the same event: near it, at a place written alike or by the same caller,
    /// with a report since `earliest`; the newest of each.
    func candidates(for evidence: Evidence, besides own: IncidentID?, since earliest: Timestamp, limit: Int)
        -> [NewestList.Key]
    {
        var found: [NewestList.Key] = []
        found.reserveCapacity(limit)
        // An incident lies in one cell only: in the cells just those found by caller or words can come again.
        var known = 0
        func look(_ key: NewestList.Key, _ isInCell: Bool) -> Bool {
            guard key.at >= earliest, found.count < limit else { return false }
            if isInCell, !isNear(key, evidence.point) { return true }
            // So few that going through them is quicker than hashing.
            guard key.id != own, !found[..<known].contains(where: { $0.id == key.id }) else { return true }
            found.append(key)
            if !isInCell { known = found.count }
            return true
        }
        for caller in evidence.callers where isTelling(caller) {
            for key in callers[caller]?.newestFirst ?? NewestList().newestFirst where !look(key, false) { break }
        }
        grid.visit(point: evidence.point, place: evidence.place, most: max(1, limit / 3), look)
        return found
    }

    /// True when an incident lies within the radius of a point. One farther off is no candidate for where it is; by its
    /// caller or the words of its place it is found before.
    private func isNear(_ key: NewestList.Key, _ point: GeoPoint?) -> Bool {
        guard let point else { return false }
        let there = GeoPoint(
            latitudeMicrodegrees: Int64(key.latitude), longitudeMicrodegrees: Int64(key.longitude))
        // As in `Outline.metres`, which rounds down. A degree of latitude is never less than 110,574 m.
        guard abs(there.latitudeMicrodegrees - point.latitudeMicrodegrees) <= (radius + 1) * 1_000_000 / 110_574 + 1
        else {
            return false
        }
        return Int64(TravelModel.metres(from: point, to: there)) <= radius
    }

    /// False for a caller of many incidents, such as an alarm company, who tells nothing apart.
    func isTelling(_ caller: UInt64) -> Bool { (callers[caller]?.count ?? 0) <= DuplicateIndex.callsOfOne }

    /// The most incidents of late that one person is taken to have called about.
    private static let callsOfOne = 4

    /// How many events besides those of two incidents have a word, at least 0.
    func others(withWord word: UInt64) -> Int64 { max(0, (wordCounts[word] ?? 0) - 2) }
    /// How many events besides those of two incidents have a type, at least 0.
    func others(ofType number: Int) -> Int64 { max(0, (typeCounts[number] ?? 0) - 2) }
    /// How many events besides those of two incidents are at a place written alike, at least 0.
    func others(at place: UInt64) -> Int64 { max(0, (placeCounts[place] ?? 0) - 2) }
    /// How many events there are besides those of two incidents, at least 0.
    var others: Int64 { max(0, eventCount - 2) }

    private static func countDown<Name>(_ counts: inout [Name: Int64], _ name: Name) {
        guard let count = counts[name] else { return }
        counts[name] = count > 1 ? count - 1 : nil
    }
}

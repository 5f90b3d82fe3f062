import DispatchModel

/// What of an incident's evidence is compared with dozens of others: plain numbers, so that looking one up counts no
/// references.
struct Outline: Hashable, Sendable {
    /// When its first report came in.
    let first: Timestamp
    /// When its latest report came in.
    let last: Timestamp
    let point: GeoPoint?
    /// The hash of its place's words; nil when they say nothing.
    let place: UInt64?
    /// True when they name a spot rather than a whole street.
    let isExact: Bool
    /// The number that ``TypeWords`` gives its type; nil when that has no room for it.
    let typeNumber: Int?
    /// Its callers, hashed: at most one a report that is looked at.
    let callers: Callers

    init(_ evidence: Evidence) {
        first = evidence.first
        last = evidence.last
        point = evidence.point
        place = evidence.place?.hash
        isExact = evidence.place?.isExact ?? false
        typeNumber = evidence.typeNumber
        callers = Callers(evidence.callers)
    }

    /// The span between the reports of two incidents that are nearest in time.
    func seconds(from other: Outline) -> Int64 {
        max(0, max(first - other.last, other.first - last).seconds)
    }

    /// Metres between two known points, rounded down.
    func metres(from other: Outline) -> Int64? {
        guard let point, let there = other.point else { return nil }
        return Int64(TravelModel.metres(from: point, to: there))
    }

    /// A few hashed callers.
    struct Callers: Hashable, Sendable {
        private var hashes = SIMD4<UInt64>()
        private var count = 0

        init(_ callers: [UInt64]) {
            for caller in callers.prefix(4) {
                hashes[count] = caller
                count += 1
            }
        }

        /// True when both have one that is wanted.
        func shareOne(with other: Callers, where isWanted: (UInt64) -> Bool) -> Bool {
            for index in 0..<count {
                for its in 0..<other.count where other.hashes[its] == hashes[index] && isWanted(hashes[index]) {
                    return true
                }
            }
            return false
        }
    }
}

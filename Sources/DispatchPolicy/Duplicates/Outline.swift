import DispatchModel

/// What of an incident's evidence is compared with dozens of others: plain numbers that fit a line of a processor's cache,
/// so that going through many of them takes little.
struct Outline: Hashable, Sendable {
    /// The beginnings of its callers' hashes, at most one a report that is looked at; 0 for none.
    private var callers = SIMD4<UInt32>()
    /// When its first report came in.
    let first: Timestamp
    /// When its latest report came in.
    let last: Timestamp
    /// The hash of its place's words; 0 when they say nothing.
    let place: UInt64
    /// Millionths of a degree, as in ``GeoPoint``; no sense without ``hasPoint``.
    private let latitude: Int32
    private let longitude: Int32
    /// The number that ``TypeWords`` gives its type; -1 when that has no room for it.
    private let type: Int32
    let hasPoint: Bool
    /// True when its place's words name a spot rather than a whole street.
    let isExact: Bool

    init(_ evidence: Evidence) {
        first = evidence.first
        last = evidence.last
        place = evidence.place?.hash ?? 0
        isExact = evidence.place?.isExact ?? false
        hasPoint = evidence.point != nil
        latitude = Int32(clamping: evidence.point?.latitudeMicrodegrees ?? 0)
        longitude = Int32(clamping: evidence.point?.longitudeMicrodegrees ?? 0)
        type = Int32(clamping: evidence.typeNumber ?? -1)
        for (index, caller) in evidence.callers.prefix(4).enumerated() {
            callers[index] = UInt32(truncatingIfNeeded: caller) | 1
        }
    }

    /// The number of its type; nil when it has none.
    var typeNumber: Int? { type < 0 ? nil : Int(type) }

    /// The span between the reports of two incidents that are nearest in time.
    func seconds(from other: Outline) -> Int64 {
        max(0, max(first - other.last, other.first - last).seconds)
    }

    /// Metres between two known points, rounded down.
    func metres(from other: Outline) -> Int64? {
        guard hasPoint, other.hasPoint else { return nil }
        return Int64(TravelModel.metres(from: point, to: other.point))
    }

    private var point: GeoPoint {
        GeoPoint(latitudeMicrodegrees: Int64(latitude), longitudeMicrodegrees: Int64(longitude))
    }

    /// False when they have no caller in common; when true, they may have.
    func mayShareCaller(with other: Outline) -> Bool {
        for index in 0..<4 where callers[index] != 0 {
            if other.callers[0] == callers[index] || other.callers[1] == callers[index]
                || other.callers[2] == callers[index] || other.callers[3] == callers[index]
            {
                return true
            }
        }
        return false
    }
}

import DispatchModel
import DispatchPolicy

/// Where units cannot be heard: the district's blind spots, and areas where radio has failed for now.
package struct RadioCover: Hashable, Sendable {
    /// Where radio never reaches.
    package var blindSpots: [Area]
    /// Where it has failed, each with the instant at which it works again; nil until somebody mends it.
    package private(set) var outages: [Outage] = []

    /// The most outages at a time; further ones are taken for the last.
    package static let outageLimit = 64

    /// Creates a cover; without blind spots every unit is always heard.
    package init(blindSpots: [Area] = []) {
        self.blindSpots = blindSpots
    }

    /// A part of the district.
    package enum Area: Hashable, Sendable {
        /// All of it.
        case everywhere
        /// So many metres around a point.
        case circle(centre: GeoPoint, metres: Double)
        /// Inside the corners.
        case polygon([GeoPoint])
    }

    /// An area where radio has failed.
    package struct Outage: Hashable, Sendable {
        /// Where.
        package var area: Area
        /// From when.
        package var from: Timestamp
        /// Until when; nil until mended.
        package var until: Timestamp?
    }

    /// Radio fails in an area, now or at a time to come.
    package mutating func fail(_ area: Area, from: Timestamp, until: Timestamp?) {
        if outages.count >= Self.outageLimit { outages.removeLast() }
        outages.append(Outage(area: area, from: from, until: until))
    }

    /// Radio works again wherever it has failed by now.
    package mutating func mend(at now: Timestamp) {
        outages.removeAll { $0.from <= now }
    }

    /// True when a unit at a point is not heard. A unit whose place nobody knows is heard unless radio has failed everywhere.
    func isDead(at point: GeoPoint?, _ now: Timestamp) -> Bool {
        let down = outages.lazy.filter { $0.from <= now && ($0.until.map { now < $0 } ?? true) }
        guard let point else { return down.contains { $0.area == .everywhere } }
        return blindSpots.contains { $0.contains(point) } || down.contains { $0.area.contains(point) }
    }
}

extension RadioCover.Area {
    /// True when a point lies inside. The corners of a polygon are joined by straight lines in degrees.
    package func contains(_ point: GeoPoint) -> Bool {
        switch self {
        case .everywhere: true
        case .circle(let centre, let metres): TravelModel.metres(from: centre, to: point) <= metres
        case .polygon(let corners): Ring(corners).contains(point)
        }
    }
}

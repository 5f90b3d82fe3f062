import DispatchModel

/// A unit under way along a straight line at an even speed.
struct Movement: Hashable, Sendable {
    var from: GeoPoint
    var to: GeoPoint
    var start: Timestamp
    var end: Timestamp

    /// Where the unit is at an instant.
    func point(at time: Timestamp) -> GeoPoint {
        if time <= start || end <= start { return time < end ? from : to }
        if time >= end { return to }
        let part = Double((time - start).milliseconds) / Double((end - start).milliseconds)
        func between(_ a: Int64, _ b: Int64) -> Int64 { a + Int64((Double(b - a) * part).rounded()) }
        return GeoPoint(
            latitudeMicrodegrees: between(from.latitudeMicrodegrees, to.latitudeMicrodegrees),
            longitudeMicrodegrees: between(from.longitudeMicrodegrees, to.longitudeMicrodegrees))
    }
}

import DispatchModel

extension DemandHistory {
    /// What is to be expected, and where: calls by cell of the ground where their points are known, the busiest of them, and
    /// the calls of beats without any point at the middles that are given.
    ///
    /// - Parameters:
    ///   - centres: Middles of beats by code.
    ///   - limit: The most points of demand; what lies beyond goes to the nearest kept one's beat no more, and is left out.
    package func expectedDemand(centres: [String: GeoPoint], limit: Int = 250) -> [StandingPlan.Demand] {
        var counts: [GroundCell: Double] = [:]
        for (key, count) in ground { counts[key.cell, default: 0] += Double(count) }
        let cells = counts.sorted { ($1.value, $0.key.row, $0.key.column) < ($0.value, $1.key.row, $1.key.column) }
        if !cells.isEmpty {
            return cells.prefix(limit).map { StandingPlan.Demand(point: $0.key.middle, weight: $0.value) }
        }
        var beats: [Int: Double] = [:]
        for (cell, count) in self.cells { beats[Int(cell.beat), default: 0] += Double(count) }
        return beats.sorted { $0.key < $1.key }.compactMap { beat, count in
            centres[self.beats.names[beat]].map { StandingPlan.Demand(point: $0, weight: count) }
        }
    }

    /// The middles of the beats by the points of their calls: weighted means; beats without any are left out.
    package func beatCalls() -> [(beat: String, calls: Int)] {
        var beats: [Int: Int] = [:]
        for (cell, count) in cells { beats[Int(cell.beat), default: 0] += Int(count) }
        return beats.map { (beat: self.beats.names[$0.key], calls: $0.value) }
            .sorted { ($1.calls, $0.beat) < ($0.calls, $1.beat) }
    }
}

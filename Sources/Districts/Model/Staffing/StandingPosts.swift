import DispatchModel
import DispatchPolicy
import SimulationKit

extension DistrictModel {
    /// How a unit's place is chosen: reached within so many seconds, while each unit is busy for a share of its time.
    private static let standing = (seconds: 300.0, busy: 0.4, placesOfBeat: 12)

    /// Sends the units on wheels, but those with a response circle of their own, to the duty points and middles of beats from
    /// which the expected calls are best covered (MEXCLP, `CoverageLocation`), each shift by itself. They wait there instead of
    /// going round their beats.
    mutating func standAtPosts() {
        let places = standingPlaces
        let demand = standingDemand
        let movable = units.indices.filter { index in
            let speed = travel.speed(of: units[index].kind, urgent: true)
            return units[index].circleMinutes == 0 && speed > 20
        }
        for (_, group) in Dictionary(grouping: movable, by: { units[$0].shifts }).sorted(by: {
            $0.key.lexicographicallyPrecedes($1.key)
        }) {
            guard let first = group.first else { continue }
            let kind = units[first].kind
            let reach = places.map { place in
                demand.indices.filter { index in
                    guard let point = place.point else { return false }
                    return travel.seconds(from: point, to: demand[index].point, kind: kind, urgent: true)
                        <= Self.standing.seconds
                }
            }
            let plan = CoverageLocation(
                weights: demand.map(\.weight), reach: reach, units: group.count, busyFraction: Self.standing.busy
            ).solved()
            send(group, to: plan.places.map { places[$0] })
        }
    }

    /// Duty points, each once, and the middles of beats.
    private var standingPlaces: [Place] {
        var places: [Place] = []
        for unit in units
        where unit.dutyPoint.point != nil && !places.contains(where: { $0.point == unit.dutyPoint.point }) {
            places.append(unit.dutyPoint)
        }
        return places + beats.map { Place(text: $0.code, point: $0.centre) }
    }

    /// Each beat's share of the calls, on some of its known places or its middle.
    private var standingDemand: [(point: GeoPoint, weight: Double)] {
        beats.flatMap { beat -> [(point: GeoPoint, weight: Double)] in
            let step = max(1, beat.places.count / Self.standing.placesOfBeat)
            let points = stride(from: 0, to: beat.places.count, by: step).map { beat.places[$0] }
            guard !points.isEmpty else { return [(beat.centre, beat.weight)] }
            return points.map { ($0, beat.weight / Double(points.count)) }
        }
    }

    /// Each place goes to the unit of the group that is nearest to it now and has none yet.
    private mutating func send(_ group: [Int], to places: [Place]) {
        var left = group
        for place in places {
            guard let target = place.point else { continue }
            let nearest = left.min { metres(from: $0, to: target) < metres(from: $1, to: target) }
            guard let nearest else { return }
            units[nearest].dutyPoint = place
            units[nearest].patrols = false
            left.removeAll { $0 == nearest }
        }
    }

    private func metres(from unit: Int, to target: GeoPoint) -> Double {
        let point = units[unit].dutyPoint.point ?? beat(units[unit].homeBeat)?.centre
        return point.map { TravelModel.metres(from: $0, to: target) } ?? .infinity
    }
}

import DispatchModel
import DispatchPolicy
import Foundation
import SimulationKit

/// A call log whose truth is known: four stations with an engine each, fires and medical calls, everything drawn. An
/// engine goes to every call of its station at once, so that no waiting hides in the handling; calls are few.
struct WrittenLog {
    static let handling = 70.0
    static let turnout = 60.0
    static let start = 45.0
    static let kilometresPerHour = 40.0
    static let detour = 1.3
    static let onScene = (fire: 1500.0, medical: 700.0)
    static let callsPerHour = 0.3
    static let days = 126
    static let stations = [(37.700, -122.450), (37.700, -122.400), (37.740, -122.450), (37.740, -122.400)]

    static let mapping = """
        title = "Written"
        source = "written"
        detect = ["Id"]
        [time]
        format = ["ISO 8601"]
        zone = "UTC"
        [columns]
        incident = "Id"
        unit = "Unit"
        received = "Received"
        assigned = "Sent"
        en_route = "Moved"
        arrived = "There"
        cleared = "Free"
        type = "Type"
        priority = "Priority"
        beat = "Station"
        location = "Location"
        unit_type = "Kind"
        [priority]
        default = "P3"
        [priority.values]
        2 = "P2"
        3 = "P3"
        [types]
        Fire = ["fire", "Fire", "火灾"]
        Medical = ["medical", "Medical", "医疗"]
        [units.types]
        ENGINE = { kind = "engine", pane = "patrol" }
        [beats]
        name = "Station {beat}"
        [home]
        area = "Station"
        numbered = ["E"]
        name = "Station {area}"
        """

    /// The log of a seed as CSV.
    static func csv(seed: UInt64) -> String {
        var stream = RandomStream(seed: seed)
        var text = "Id,Unit,Received,Sent,Moved,There,Free,Type,Priority,Station,Location,Kind\n"
        var clock = 0.0
        var number = 0
        while true {
            clock += stream.exponential(mean: 3600 / callsPerHour)
            if clock >= Double(days) * 86_400 { return text }
            number += 1
            let station = stream.index(below: stations.count)
            let place = (
                stations[station].0 + stream.uniform(-0.018...0.018),
                stations[station].1 + stream.uniform(-0.022...0.022)
            )
            let isFire = stream.chance(0.3)
            let handled = clock + stream.lognormal(mean: handling, coefficientOfVariation: 0.5)
            let moved = handled + stream.lognormal(mean: turnout, coefficientOfVariation: 0.4)
            let there =
                moved + way(from: stations[station], to: place) * stream.lognormal(mean: 1, coefficientOfVariation: 0.2)
            let free =
                there
                + stream.lognormal(mean: isFire ? onScene.fire : onScene.medical, coefficientOfVariation: 0.6)
            let times = [clock, handled, moved, there, free].map(time).joined(separator: ",")
            text += "\(number),E\(station + 1),\(times),\(isFire ? "Fire,2" : "Medical,3"),\(station + 1),"
            text += "\"(\(place.0), \(place.1))\",ENGINE\n"
        }
    }

    private static func way(from: (Double, Double), to: (Double, Double)) -> Double {
        guard let one = GeoPoint(latitude: from.0, longitude: from.1),
            let other = GeoPoint(latitude: to.0, longitude: to.1)
        else { return 0 }
        return start + TravelModel.metres(from: one, to: other) * detour / (kilometresPerHour / 3.6)
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        let date = Date(timeIntervalSince1970: 1_704_067_200 + Double(whole))
        return date.formatted(.iso8601)
    }
}

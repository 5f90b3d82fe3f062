import DispatchModel

/// Where help is sent to when an officer calls for it: where the officer is, never just where they were going.
struct EmergencyPlace {
    /// The place of the incident that the call makes.
    let place: Place
    /// Its beat; empty when that is not known.
    let beat: String

    /// Stands before where a unit was going to and has not been seen to be.
    private static let arrow = "→ "
    /// So near in metres to a place that has a name, a position is called by that name.
    private static let near = 200.0

    /// The place of a unit at a moment: what it has arrived at, else where it was heard, with where it was going to behind
    /// an arrow; unheard on the way, where it was going to, else its duty point.
    init(of unit: FieldUnit, task: (incident: Incident, assignment: Assignment)?, on board: Board) {
        let duty = Self.named(unit.dutyPoint, or: unit)
        let heard = board.position(of: unit).flatMap { $0.at == nil ? nil : $0.point }
        if let task, task.assignment.arrived != nil {
            let place = task.incident.place
            self.init(Place(text: place.text, point: heard ?? place.point), task.incident.beat)
        } else if let heard {
            self.init(heard, going: task?.incident, duty: duty, unit)
        } else if let task, task.assignment.enRoute != nil {
            self.init(Place(text: Self.arrow + task.incident.place.text, point: task.incident.place.point), "")
        } else {
            let going = task.map { " " + Self.arrow + $0.incident.place.text } ?? ""
            self.init(Place(text: duty.text + going, point: duty.point), unit.homeBeat)
        }
    }

    private init(_ place: Place, _ beat: String) {
        self.place = place
        self.beat = beat
    }

    private init(_ heard: GeoPoint, going: Incident?, duty: Place, _ unit: FieldUnit) {
        if let going, let point = going.place.point, TravelModel.metres(from: heard, to: point) <= Self.near {
            self.init(Place(text: going.place.text, point: heard), going.beat)
            return
        }
        if let point = duty.point, TravelModel.metres(from: heard, to: point) <= Self.near {
            self.init(Place(text: duty.text, point: heard), unit.homeBeat)
            return
        }
        let going = going.map { " " + Self.arrow + $0.place.text } ?? ""
        self.init(Place(text: Self.written(heard) + going, point: heard), "")
    }

    private static func named(_ place: Place, or unit: FieldUnit) -> Place {
        Place(text: place.text.isEmpty ? unit.callsign : place.text, point: place.point)
    }

    /// A point as both languages write it: degrees to the fourth decimal, some ten metres.
    private static func written(_ point: GeoPoint) -> String {
        "\(degrees(point.latitudeMicrodegrees)), \(degrees(point.longitudeMicrodegrees))"
    }

    private static func degrees(_ micro: Int64) -> String {
        let tenths = (abs(micro) + 50) / 100
        let fraction = String(tenths % 10_000)
        let zeros = String(repeating: "0", count: 4 - fraction.utf8.count)
        return "\(micro < 0 ? "-" : "")\(tenths / 10_000).\(zeros)\(fraction)"
    }
}

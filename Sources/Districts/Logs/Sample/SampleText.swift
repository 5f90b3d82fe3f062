import DispatchModel

/// How the sample writes times and numbers.
enum SampleText {
    /// Friday 15 May 2026, or the day after behind midnight; seconds count from 16:00.
    static func date(_ seconds: Int) -> String {
        "05/\(15 + (seconds + 16 * 3600) / 86_400)/2026"
    }

    static func clock(_ seconds: Int) -> String {
        let time = (seconds + 16 * 3600) % 86_400
        let hour = time / 3600
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return "\(date(seconds)) \(two(twelve)):\(two(time / 60 % 60)):\(two(time % 60)) \(hour < 12 ? "AM" : "PM")"
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    static func point(_ point: GeoPoint) -> String {
        "\"(\(degrees(point.latitudeMicrodegrees)), \(degrees(point.longitudeMicrodegrees)))\""
    }

    /// Degrees with six places; the district lies north and east.
    private static func degrees(_ microdegrees: Int64) -> String {
        let fraction = String(microdegrees % 1_000_000)
        return "\(microdegrees / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
    }

    /// The unit type as the log writes it.
    static func typeName(_ kind: UnitKind) -> String {
        switch kind {
        case .vehiclePatrol: "VEHICLE PATROL"
        case .footPatrol: "FOOT PATROL"
        case .bicyclePatrol: "BICYCLE PATROL"
        case .quickResponse: "QUICK RESPONSE"
        case .gridWorker: "GRID WORKER"
        case .patrolVolunteer: "PATROL VOLUNTEER"
        case .auxiliaryPolice: "AUXILIARY POLICE"
        case .ambulance: "AMBULANCE"
        case .engine: "ENGINE"
        case .truck: "TRUCK"
        default: "COMMAND"
        }
    }
}

import DispatchModel

@testable import Districts

/// Small logs of a town, in columns of its own.
enum TownLog {
    static let mapping = """
        title = "Town"
        source = "town"
        [time]
        format = ["MM/dd/yyyy hh:mm:ss a", "ISO 8601"]
        zone = "UTC"
        [columns]
        incident = "Call"
        unit = "Unit"
        received = "Received"
        assigned = "Dispatch"
        arrived = "OnScene"
        cleared = "Avail"
        type = "Type"
        priority = "Priority"
        place = ["Address", "Quarter|Ward"]
        disposition = "Dispo"
        latitude = "Lat"
        longitude = "Lon"
        [priority.values]
        high = "P1"
        2 = "P2"
        [types]
        Fire = ["fire", "Fire", "火灾"]
        [units.callsigns]
        "E*" = { kind = "engine", pane = "patrol" }
        """

    static let header = "Call,Unit,Received,Dispatch,OnScene,Avail,Type,Priority,Address,Ward,Dispo,Lat,Lon"

    /// A row of 2 May 2020; hours and minutes are clock times of the evening.
    static func row(
        _ call: String, _ unit: String, _ times: [String], type: String = "Fire", priority: String = "2",
        address: String = "1 MILL LANE", point: String = "48.1,11.5"
    ) -> String {
        let stamps = times.map { $0.contains(":") ? "05/02/2020 \($0):00 PM" : $0 }.joined(separator: ",")
        return "\(call),\(unit),\(stamps),\(type),\(priority),\(address),North,done,\(point)"
    }

    static let evening = ["08:00", "08:02", "08:08", "08:30"]

    static func log(_ rows: [String], header: String = header, mapping: String = mapping) throws -> CallLog {
        try log(text: ([header] + rows).joined(separator: "\n"), mapping: mapping)
    }

    static func log(text: String, mapping: String = mapping) throws -> CallLog {
        try log(bytes: Array(text.utf8), mapping: mapping)
    }

    static func log(bytes: [UInt8], mapping: String = mapping) throws -> CallLog {
        try CallLog(bytes: bytes, name: "town.csv", mapping: Mapping(text: mapping, file: "town.toml"))
    }
}

extension CallLog {
    /// The calls as they are reported.
    var incidents: [IncidentReported] {
        observations.compactMap { observation in
            if case .incident(let incident, _) = observation.content { return incident }
            return nil
        }
    }

    /// What is said of units, by the keys of their rows.
    var milestones: [MilestoneObservation] {
        observations.compactMap { observation in
            if case .milestone(let milestone) = observation.content { return milestone }
            return nil
        }
    }
}

/// The verbs of the command line.
package enum Verb: String, CaseIterable, Hashable, Sendable {
    /// Dispatch units to an incident.
    case dispatch = "D"
    /// Dispatch units although they are busy.
    case divert = "DV"
    /// A crew has read its assignment.
    case acknowledged = "AK"
    /// A crew moves.
    case enRoute = "EN"
    /// A crew has arrived.
    case arrived = "A"
    /// First report from the scene.
    case feedback = "FB"
    /// A crew takes somebody away.
    case transporting = "T"
    /// A crew has reached the hospital or station.
    case atDestination = "TD"
    /// Units are free again.
    case clearUnit = "CU"
    /// A unit is taken off its incident.
    case withdraw = "W"
    /// A unit is not to be sent.
    case outOfService = "OOS"
    /// A unit can be sent.
    case available = "AV"
    /// A unit's status is set.
    case status = "ST"
    /// An officer is in danger.
    case emergency = "E"
    /// A new incident, or a note when an incident's number follows.
    case new = "N"
    /// Another caller's report.
    case report = "R"
    /// An incident is confirmed as it is.
    case triage = "TR"
    /// An incident's priority is set.
    case priority = "P"
    /// An incident's type is set.
    case type = "TY"
    /// An incident's place is set.
    case place = "PL"
    /// An incident's beat is set.
    case beat = "BT"
    /// An incident is put aside.
    case hold = "H"
    /// A hold ends.
    case releaseHold = "HR"
    /// An incident is a dispute of a grade.
    case grade = "GR"
    /// Those concerned in a dispute were warned.
    case warned = "WN"
    /// A dispute was routed to whoever settles it.
    case routed = "RT"
    /// A dispute was settled.
    case settled = "SE"
    /// A dispute is handed over to mediation.
    case mediate = "MD"
    /// An incident is closed.
    case close = "CE"
    /// A closed incident is opened again.
    case reopen = "RO"
    /// An incident goes into another.
    case merge = "M"
    /// Reports become an incident of their own.
    case split = "SP"
    /// Two incidents have to do with each other.
    case crossReference = "X"
    /// Alerts are answered.
    case acknowledge = "ACK"
    /// The last own action is undone.
    case undo = "U"

    /// The verb of a code in any case; nil when there is none.
    package init?(code: String) {
        self.init(rawValue: code.uppercased())
    }

    /// The catalogue's names for the same order. With an argument they are read as the verb, with the selected thing as
    /// subject when none is named; alone they open the console's dialog.
    var longNames: [String] {
        switch self {
        case .dispatch: ["assign"]
        case .divert: ["divert"]
        case .acknowledged: ["status-acknowledged"]
        case .enRoute: ["status-en-route"]
        case .arrived: ["status-on-scene"]
        case .feedback: ["feedback"]
        case .transporting: ["status-transporting"]
        case .atDestination, .clearUnit, .status, .report, .triage, .type, .priority, .place, .beat: []
        case .withdraw: ["withdraw", "unassign"]
        case .outOfService: ["status-out-of-service"]
        case .available: ["status-available"]
        case .emergency: ["emergency"]
        case .new: ["create", "new", "note"]
        case .hold: ["hold"]
        case .releaseHold: ["release-hold"]
        case .grade: ["grade"]
        case .warned: ["warned"]
        case .routed: ["routed"]
        case .settled: ["settled"]
        case .mediate: ["mediate"]
        case .close: ["close-incident", "close"]
        case .reopen: ["reopen"]
        case .merge: ["merge"]
        case .split: ["split"]
        case .crossReference: ["cross-reference"]
        case .acknowledge: ["acknowledge"]
        case .undo: ["undo"]
        }
    }

    /// The verb that a catalogue name is another word for.
    static func named(_ name: String) -> Verb? {
        allCases.first { $0.longNames.contains(name) }
    }

    /// What may stand after it, in order.
    var slots: [Slot] {
        switch self {
        case .dispatch, .divert: [.units, .incident]
        case .acknowledged, .enRoute, .arrived, .transporting, .atDestination: [.units]
        case .feedback: [.units, .text]
        case .clearUnit: [.units, .disposition]
        case .withdraw, .outOfService: [.unit, .text]
        case .available: [.units]
        case .status: [.unit, .status, .text]
        case .emergency: [.unit]
        case .new: [.newIncident]
        case .report: [.incident, .text]
        case .triage, .releaseHold, .warned, .routed, .settled: [.incident]
        case .grade: [.incident, .grade]
        case .mediate: [.incident, .mediation, .text]
        case .priority: [.incident, .priority]
        case .type: [.incident, .type]
        case .place: [.incident, .place]
        case .beat: [.incident, .beat]
        case .hold: [.incident, .duration, .text]
        case .close: [.incident, .disposition]
        case .reopen: [.incident, .text]
        case .merge, .crossReference: [.incident, .incident]
        case .split: [.incident, .reports]
        case .acknowledge: [.alert]
        case .undo: []
        }
    }
}

/// A kind of thing that may stand at a place in a line; completion offers what fits.
enum Slot: Hashable {
    case unit, units, incident, disposition, status, priority, type, place, beat, duration, reports, alert, text
    case grade, mediation
    case newIncident
}

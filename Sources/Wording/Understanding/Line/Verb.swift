/// The verbs of the command line, in the order in which help shows them. What each takes and does stands in its command's
/// entry in ``Catalogue``.
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
    /// An incident is closed.
    case close = "CE"
    /// A closed incident is opened again.
    case reopen = "RO"
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

    /// The verb that a whole word is another name for.
    static func named(_ name: String) -> Verb? { Catalogue.verbsByWord[name] }

    /// What may stand after it, in order.
    var slots: [Slot] { Catalogue.slots[self] ?? [] }
}

/// A kind of thing that may stand at a place in a line; completion offers what fits.
enum Slot: Hashable, Sendable {
    case unit, units, incident, disposition, status, priority, type, place, beat, duration, reports, alert, text
    case grade, mediation
    case newIncident
}

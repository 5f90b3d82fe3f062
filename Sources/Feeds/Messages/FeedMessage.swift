import DispatchModel

/// The kinds of message that a feed sends.
package enum MessageKind: String, CaseIterable, Sendable {
    /// Somebody reports an incident.
    case incidentReport = "incident.report"
    /// An incident is reported again, is something else than it was, or has ended.
    case incidentUpdate = "incident.update"
    /// A unit does something else now.
    case unitStatus = "unit.status"
    /// Where a unit is.
    case unitPosition = "unit.position"
    /// Something that needs an operator's answer came on or has ended.
    case alert
    /// The feed is alive.
    case heartbeat
}

/// One message, understood: what every decoder makes. Fields that its kind does not have keep their defaults.
package struct FeedMessage: Hashable, Sendable {
    /// What it says.
    package var kind: MessageKind
    /// The sender's identity for the message; empty when it has none.
    package var id = ""
    /// When it happened, as the sender states it.
    package var time: Timestamp?
    /// The sender's identity for the incident; empty when none is named.
    package var incident = ""
    /// The callsign of the unit.
    package var unit = ""
    /// The code of the incident's type; empty when not said.
    package var type = ""
    /// The incident's priority; nil when not said.
    package var priority: Priority?
    /// Where; empty when not said.
    package var place = Place()
    /// The beat that owns the incident; empty when not said.
    package var beat = ""
    /// Who reported, where to call them back, and how the report came in.
    package var caller = Caller()
    /// When the call that reports it began to ring; nil when that is not said.
    package var rang: Timestamp?
    /// When that call was answered; nil when that is not said.
    package var answered: Timestamp?
    /// What is reported.
    package var text = ""
    /// The grade of a dispute; nil when not said.
    package var grade: DisputeGrade?
    /// How the incident ended; empty while it has not.
    package var disposition = ""
    /// Why the incident is open again after it had ended; empty when that is not said.
    package var reopened = ""
    /// What the unit does.
    package var status: UnitStatus?
    /// The sender's identity for the alert.
    package var alert = ""
    /// How much the alert matters.
    package var severity = AlertSeverity.medium
    /// False once the alert has ended.
    package var isActive = true
    /// Whether the alert is meant.
    package var standing = AlertStanding.actual
    /// When the alert ends by its sender's word; nil when it does not say.
    package var expires: Timestamp?
    /// When the event itself ends, where that is later than its words expire; nil when that is not said.
    package var ends: Timestamp?
    /// The name by which later messages may refer to this one (CAP); empty when none does.
    package var name = ""
    /// True for an update that does not say of what.
    package var isUnlinked = false
    /// Why the position is not to be trusted; empty when it is.
    package var doubts: Set<PositionDoubt> = []

    /// A message of a kind, all else at its default.
    package init(_ kind: MessageKind) {
        self.kind = kind
    }
}

import DispatchModel

/// The kinds of message that a feed sends.
public enum MessageKind: String, CaseIterable, Sendable {
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
public struct FeedMessage: Hashable, Sendable {
    /// What it says.
    public var kind: MessageKind
    /// The sender's identity for the message; empty when it has none.
    public var id = ""
    /// When it happened, as the sender states it.
    public var time: Timestamp?
    /// The sender's identity for the incident; empty when none is named.
    public var incident = ""
    /// The callsign of the unit.
    public var unit = ""
    /// The code of the incident's type; empty when not said.
    public var type = ""
    /// The incident's priority; nil when not said.
    public var priority: Priority?
    /// Where; empty when not said.
    public var place = Place()
    /// The beat that owns the incident; empty when not said.
    public var beat = ""
    /// Who reported.
    public var caller = ""
    /// What is reported.
    public var text = ""
    /// The grade of a dispute; nil when not said.
    public var grade: DisputeGrade?
    /// How the incident ended; empty while it has not.
    public var disposition = ""
    /// Why the incident is open again after it had ended; empty when that is not said.
    public var reopened = ""
    /// What the unit does.
    public var status: UnitStatus?
    /// The sender's identity for the alert.
    public var alert = ""
    /// How much the alert matters.
    public var severity = AlertSeverity.medium
    /// False once the alert has ended.
    public var isActive = true
    /// Whether the alert is meant.
    public var standing = AlertStanding.actual
    /// When the alert ends by its sender's word; nil when it does not say.
    public var expires: Timestamp?
    /// When the event itself ends, where that is later than its words expire; nil when that is not said.
    public var ends: Timestamp?
    /// The name by which later messages may refer to this one (CAP); empty when none does.
    public var name = ""
    /// True for an update that does not say of what.
    public var isUnlinked = false
    /// Why the position is not to be trusted; empty when it is.
    public var doubts: Set<PositionDoubt> = []

    /// A message of a kind, all else at its default.
    public init(_ kind: MessageKind) {
        self.kind = kind
    }
}

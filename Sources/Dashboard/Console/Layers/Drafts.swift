import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// What a form or line was about whose words were left with Esc.
enum DraftSubject: Hashable, Sendable {
    case create
    case triage(IncidentID)
    case caller(IncidentID, Int64)
    case raise(AlertID)
    case shelve(AlertID)
    case note([IncidentID])
    case disposition([IncidentID])
    case reopen(IncidentID)
    case statusReason([UnitID], UnitStatus)
    case outOfService(AlertID)
    case mediation(IncidentID, MediationKind)

    /// What opens it again.
    var command: CommandName {
        switch self {
        case .create: .create
        case .triage: .triage
        case .caller: .correctCaller
        case .raise: .raiseIncident
        case .shelve: .shelveAlert
        case .note: .note
        case .disposition: .closeIncident
        case .reopen: .reopen
        case .statusReason(_, let status): UnitAction.command(for: status)
        case .outOfService: .alertOutOfService
        case .mediation: .mediate
        }
    }
}

/// Words left with Esc: none of them is ever given by itself.
struct Draft: Sendable {
    var subject: DraftSubject
    /// What stands in each field; nil where nobody changed it.
    var texts: [String?]
}

/// Esc loses nothing that was typed: the same form or line brings it back, and says so.
struct Drafts: Sendable {
    /// The most drafts that are kept, the newest of them.
    private static let limit = 32

    /// What was typed and left, the newest last.
    private(set) var kept: [Draft] = []
    /// A hand-over that was left half answered.
    private var handover: HandoverView?
    /// A roll call that is not recorded yet: whatever takes it off the screen, it is still here.
    private(set) var rollCall: RollCallView?
    /// What was left just now, until that is said.
    private var left: DraftSubject?

    /// Keeps what was typed; nothing is kept where nothing was changed.
    mutating func keep(_ draft: Draft) {
        kept.removeAll { $0.subject == draft.subject }
        guard draft.texts.contains(where: { $0 != nil }) else { return }
        kept = kept.suffix(Drafts.limit - 1) + [draft]
        left = draft.subject
    }

    /// What was typed about this and left.
    mutating func take(_ subject: DraftSubject) -> Draft? {
        kept.firstIndex { $0.subject == subject }.map { kept.remove(at: $0) }
    }

    /// Keeps the answers of a hand-over that was left.
    mutating func keep(_ view: HandoverView) { handover = view.answered > 0 ? view : nil }

    /// The hand-over that was left.
    mutating func takeHandover() -> HandoverView? {
        defer { handover = nil }
        return handover
    }

    /// Keeps what was noted in a roll call so far.
    mutating func keep(_ view: RollCallView) { rollCall = view.called > 0 ? view : nil }

    /// The roll call was recorded.
    mutating func forgetRollCall() { rollCall = nil }

    /// What was left just now; it is said once.
    mutating func takeLeft() -> DraftSubject? {
        defer { left = nil }
        return left
    }
}

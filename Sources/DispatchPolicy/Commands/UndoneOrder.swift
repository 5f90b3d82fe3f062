import DispatchModel

/// The orders that taking back tells apart, by their names in the journal. How any other is taken back, its memo says alone.
package enum UndoneOrder: String, CaseIterable, Sendable {
    case note
    case addReport = "add-report"
    case advance
    case dismissDuplicate = "dismiss-duplicate"
    case emergency
    case acknowledge
    case resetAlert = "reset-alert"
    case shelveAlert = "shelve-alert"
    case takeAlertOutOfService = "take-alert-out-of-service"
    case showAlert = "show-alert"
    case raiseIncident = "raise-incident"
    case joinAlert = "join-alert"
    case setIncidentCheck = "set-incident-check"
    case setTimer = "set-timer"
    case endTimer = "end-timer"
}

extension ActionMemo {
    /// The order that it remembers; nil for one that is taken back like any other.
    package var order: UndoneOrder? { UndoneOrder(rawValue: name) }

    /// The unit whose call for help the action was; nil for any other action.
    package var calledForHelp: UnitID? { order == .emergency ? units.first?.unit : nil }
}

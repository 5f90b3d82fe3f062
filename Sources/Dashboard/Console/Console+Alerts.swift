import DispatchModel
import Keymap
import Panes
import Wording

extension Console {
    /// Commands about alerts.
    func runAlert(_ name: CommandName) {
        switch name {
        case .acknowledge:
            guard case .alert(let id)? = subject, let alert = drawnAlerts[id] ?? board.alerts[id] else {
                return say(.warning, words.message(.nothingSelected))
            }
            perform(.acknowledge(id, occurrence: alert.occurrence, severity: alert.severity))
        case .nextAlert:
            guard let next = view.alerts.nextUnanswered(after: view.focus == .alerts ? view.alertList.selected : nil)
            else { return say(.info, words.message(.noNextAlert)) }
            select(.alert(next))
        case .openAlertSubject:
            guard case .alert(let id)? = subject, let alert = board.alerts[id] else {
                return say(.warning, words.message(.nothingSelected))
            }
            if let incident = alert.incident, select(.incident(incident)) { return }
            if let unit = alert.unit, select(.unit(unit)) { return }
            say(.warning, words.message(.nothingSelected))
        default: return
        }
    }
}

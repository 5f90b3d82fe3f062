import TerminalKit
import Wording

/// The alerts.
struct AlertRoom: Room {
    var name: PaneName { .alerts }
    var mode: Mode { .alerts }
    var isFiltered: Bool { true }

    func subject(in view: ConsoleView) -> Subject? { view.alertList.selected.map(Subject.alert) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .alert(let id) = subject { view.alertList.selected == id } else { false }
    }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) { view.alertList.move(step, in: view.alerts) }
    func takeLost(in view: inout ConsoleView) -> Subject? { view.alertList.takeLost().map(Subject.alert) }

    func notes(_ frame: Frame) -> [String] { frame.alertNotes() }
    func count(_ frame: Frame) -> String { " \(frame.words.grouped(frame.view.alerts.unansweredCount))" }
    func isUrgent(_ frame: Frame) -> Bool { frame.view.alerts.unansweredCount > 0 }
    func emptyText(_ frame: Frame) -> String {
        frame.view.alerts.showsHidden ? frame.words.noneHidden : frame.words.noAlert
    }
    func draw(_ inside: Rect, into frame: inout Frame) { frame.drawAlerts(inside) }
}

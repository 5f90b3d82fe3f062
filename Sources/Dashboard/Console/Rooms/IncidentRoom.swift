import TerminalKit
import Wording

/// The queue of open incidents.
struct IncidentRoom: Room {
    var name: PaneName { .dispatch }
    var mode: Mode { .dispatch }
    var isFiltered: Bool { true }
    var sortColumns: [ColumnName] { IncidentSort.allCases.map(\.column) }

    func subject(in view: ConsoleView) -> Subject? { view.incidentList.selected.map(Subject.incident) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .incident(let id) = subject { view.incidentList.selected == id } else { false }
    }

    func markCount(in view: ConsoleView) -> Int { view.incidentList.marked.count }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        view.incidentList.move(step, in: view.incidents)
    }

    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool {
        guard let sort = IncidentSort(column: column) else { return false }
        view.incidents.reversed = view.incidents.sort == sort && !view.incidents.reversed
        view.incidents.sort = sort
        return true
    }

    func reverse(in view: inout ConsoleView) { view.incidents.reversed.toggle() }

    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)? {
        (view.incidents.sort.column, view.incidents.reversed)
    }

    func takeLost(in view: inout ConsoleView) -> Subject? { view.incidentList.takeLost().map(Subject.incident) }

    func notes(_ frame: Frame) -> [String] { frame.dispatchNotes() }
    func count(_ frame: Frame) -> String { " \(frame.words.grouped(frame.view.incidents.count))" }
    func emptyText(_ frame: Frame) -> String {
        frame.strip.watching ? frame.words.noneOpen : frame.words.noIncident
    }
    func draw(_ inside: Rect, into frame: inout Frame) { frame.drawDispatch(inside) }
}

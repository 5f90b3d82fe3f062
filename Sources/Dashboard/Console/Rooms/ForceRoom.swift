import DispatchModel
import TerminalKit
import Wording

/// The units of patrol, or those of quick response.
struct ForceRoom: Room {
    let name: PaneName
    /// Where the person is in its list.
    let list: WritableKeyPath<ConsoleView, ListState<UnitID>> & Sendable
    /// The units in order.
    let index: WritableKeyPath<ConsoleView, UnitIndex> & Sendable

    var mode: Mode { .units }
    var isFiltered: Bool { true }
    var sortColumns: [ColumnName] { UnitSort.allCases.map(\.column) }

    func subject(in view: ConsoleView) -> Subject? { view[keyPath: list].selected.map(Subject.unit) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .unit(let id) = subject { view[keyPath: list].selected == id } else { false }
    }

    func markCount(in view: ConsoleView) -> Int { view[keyPath: list].marked.count }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        let units = view[keyPath: index]
        view[keyPath: list].move(step, in: units)
    }

    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool {
        guard let sort = UnitSort(column: column) else { return false }
        view[keyPath: index].reversed = view[keyPath: index].sort == sort && !view[keyPath: index].reversed
        view[keyPath: index].sort = sort
        return true
    }

    func reverse(in view: inout ConsoleView) { view[keyPath: index].reversed.toggle() }

    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)? {
        (view[keyPath: index].sort.column, view[keyPath: index].reversed)
    }

    func takeLost(in view: inout ConsoleView) -> Subject? { view[keyPath: list].takeLost().map(Subject.unit) }

    func notes(_ frame: Frame) -> [String] {
        name == .patrol ? frame.patrolNotes() : frame.circleNotes()
    }

    func count(_ frame: Frame) -> String {
        let tally = frame.view[keyPath: index].tally
        return " \(tally.free)/\(tally.total)"
    }

    func emptyText(_ frame: Frame) -> String {
        name == .patrol ? frame.words.noPatrol : frame.words.noQuickResponse
    }

    func draw(_ inside: Rect, into frame: inout Frame) {
        name == .patrol ? frame.drawPatrol(inside) : frame.drawQuickResponse(inside)
    }
}

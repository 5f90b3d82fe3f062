import DispatchModel
import TerminalKit
import Wording

/// A pane: what is selected in it, how it is moved about in and sorted, what its title says, how it is drawn.
///
/// A room has no state of its own beside where the person is, which stands in the `ConsoleView` that it is given.
protocol Room: Sendable {
    /// Its name.
    var name: PaneName { get }
    /// The mode that keys are looked up in while it has them.
    var mode: Mode { get }
    /// True when its list can be filtered.
    var isFiltered: Bool { get }
    /// The columns that it can be sorted by, in their order; empty for none.
    var sortColumns: [ColumnName] { get }

    /// What is selected while it has the keys, and shown in the detail.
    func subject(in view: ConsoleView) -> Subject?
    /// What a command means while it has the keys: nothing where a pane has no things of its own.
    func meant(in view: ConsoleView) -> Subject?
    /// True when this thing is selected in its list, whatever has the keys.
    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool
    /// How many of its rows are marked, in sight or not.
    func markCount(in view: ConsoleView) -> Int
    /// Moves the selection, or what is in sight. `below` are the lines that the detail has beyond those in sight.
    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int)
    /// Sorts it by a column; by the one it is sorted by already, the order turns round. False when it has no such column.
    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool
    /// Turns its order round.
    func reverse(in view: inout ConsoleView)
    /// What it is sorted by; nil when it is not sorted.
    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)?
    /// What was selected and has left the list, once.
    func takeLost(in view: inout ConsoleView) -> Subject?
    /// Puts its list in its place where so many rows of it are shown, and notes that what came in has been placed.
    func settle(in view: inout ConsoleView, rows: Int)
    /// Holds the order of its list still.
    func freeze(in view: inout ConsoleView)
    /// Lets its list follow the board again.
    func thaw(in view: inout ConsoleView)

    /// Its title, behind its digit.
    func title(_ frame: Frame) -> String
    /// Its title in the line of tabs.
    func tabTitle(_ frame: Frame) -> String
    /// What stands at the right of its title behind the filter and the marks.
    func notes(_ frame: Frame) -> [String]
    /// The most telling number of it behind its tab, with a space before it; empty for none.
    func count(_ frame: Frame) -> String
    /// True when its tab asks to be looked at.
    func isUrgent(_ frame: Frame) -> Bool
    /// What it says while it has nothing to show.
    func emptyText(_ frame: Frame) -> String
    /// Draws it inside its outline.
    func draw(_ inside: Rect, into frame: inout Frame)
}

/// A thing on the board, as a row or a detail shows it.
package enum Subject: Hashable, Sendable {
    /// An incident.
    case incident(IncidentID)
    /// A unit.
    case unit(UnitID)
    /// An alert.
    case alert(AlertID)
    /// A feed of this console, by its name.
    case feed(String)

    /// True for what events are about: a feed has counts instead.
    var hasTimeline: Bool { if case .feed = self { false } else { true } }
}

/// A step in a pane.
enum RoomStep {
    /// So many rows.
    case rows(Int)
    /// So many windows.
    case pages(Int)
    case top
    case bottom
}

extension PaneName {
    /// The pane of this name. Nothing else tells panes apart by their names.
    var room: any Room {
        switch self {
        case .dispatch: IncidentRoom()
        case .patrol: ForceRoom(name: .patrol, list: \.patrolList, index: \.patrol)
        case .quickResponse: ForceRoom(name: .quickResponse, list: \.quickResponseList, index: \.quickResponse)
        case .alerts: AlertRoom()
        case .activity: ActivityRoom()
        case .feeds: FeedRoom()
        case .scorecard: ScorecardRoom()
        case .detail: DetailRoom()
        }
    }

    /// The digit that goes to the pane; nil for one that has none.
    package var digit: Int? { PaneName.numbered.firstIndex(of: self).map { $0 + 1 } }

    /// The panes that have a digit, in its order.
    package static let numbered: [PaneName] = [
        .dispatch, .patrol, .quickResponse, .alerts, .activity, .feeds, .scorecard,
    ]
}

extension Room {
    var isFiltered: Bool { false }
    var sortColumns: [ColumnName] { [] }
    func meant(in view: ConsoleView) -> Subject? { subject(in: view) }
    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool { false }
    func markCount(in view: ConsoleView) -> Int { 0 }
    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool { false }
    func reverse(in view: inout ConsoleView) {}
    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)? { nil }
    func takeLost(in view: inout ConsoleView) -> Subject? { nil }
    func settle(in view: inout ConsoleView, rows: Int) {}
    func freeze(in view: inout ConsoleView) {}
    func thaw(in view: inout ConsoleView) {}
    func tabTitle(_ frame: Frame) -> String { title(frame) }
    func notes(_ frame: Frame) -> [String] { [] }
    func count(_ frame: Frame) -> String { "" }
    func isUrgent(_ frame: Frame) -> Bool { false }

    func title(_ frame: Frame) -> String {
        guard let digit = name.digit else { return frame.words.title(name) }
        return "\(digit) \(frame.words.title(name))"
    }
}

extension ConsoleView {
    /// What the detail shows beside a pane without things of its own.
    var subjectBeside: Subject? { detailSubject ?? incidentList.selected.map(Subject.incident) }
}

extension ListState {
    /// Takes a step in the list.
    mutating func move(_ step: RoomStep, in live: some ListOrder<ID>) {
        switch step {
        case .rows(let distance): move(by: distance, in: live)
        case .pages(let pages): page(by: pages, in: live)
        case .top: top(in: live)
        case .bottom: bottom(in: live)
        }
    }

    /// What was selected and has left the list, once.
    mutating func takeLost() -> ID? {
        defer { selectionLost = nil }
        return selectionLost
    }
}

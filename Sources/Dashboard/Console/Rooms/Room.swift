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
    func mode(in view: ConsoleView) -> Mode
    /// The command that goes to it; nil for one that is gone to with Tab alone.
    var command: CommandName? { get }
    /// True when it lists things that commands may be about. The others need no detail beside them.
    var hasThings: Bool { get }
    /// True when it takes the place of the forces while it has the keys, being looked at now and then.
    var standsAside: Bool { get }
    /// True when its list can be filtered.
    var isFiltered: Bool { get }
    /// True when it has a tab and is gone to with Tab. What has none is shown for as long as it is asked for.
    var hasTab: Bool { get }
    /// True when the keys to the left and to the right move about in it, instead of going to the next pane.
    var movesAside: Bool { get }
    /// The columns that it can be sorted by, in their order; empty for none.
    var sortColumns: [ColumnName] { get }
    /// The columns that its list can have, in the order in which they are offered; empty for a pane without a choice.
    var columns: [ColumnName] { get }
    /// Those of them that it always has: without them nobody knows what a row is and how urgent.
    var fixedColumns: [ColumnName] { get }

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
    /// Looks at what it shows from beyond the board, in every round of the run loop.
    func look(on console: Console)
    /// The wheel was turned over it, a step away from the user or, when below zero, towards them. False for what does not
    /// zoom: its rows move instead.
    func zoom(_ steps: Int, on console: Console) -> Bool
    /// It was given the keys.
    func enter(on console: Console)
    /// Enter: opens what is selected in it.
    func open(on console: Console)
    /// What was selected and has left the list, once.
    func takeLost(in view: inout ConsoleView) -> Subject?
    /// Puts its list in its place where so many rows of it are shown, and notes that what came in has been placed.
    func settle(in view: inout ConsoleView, rows: Int)
    /// Puts what is no list on its part of the screen; nil while it has none.
    func settle(in view: inout ConsoleView, inside: Rect?)
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
    /// So many columns, for what moves aside.
    case columns(Int)
    /// So many windows.
    case pages(Int)
    case top
    case bottom
}

/// Every pane there is. Nothing else lists them.
enum Rooms {
    /// In the order of their digits and of Tab; the detail, to which no digit goes, last.
    static let all: [any Room] = [
        IncidentRoom(), ForceRoom.patrol, ForceRoom.quickResponse, AlertRoom(), ActivityRoom(), FeedRoom(),
        ScorecardRoom(), MapRoom(), DetailRoom(),
    ]

    fileprivate static let byName: [PaneName: any Room] = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The pane that a command goes to; nil for every other command.
    static func goneTo(by command: CommandName) -> PaneName? { all.first { $0.command == command }?.name }
}

/// The panes that others know by name: the layout, keys that go somewhere, what selects a thing. Any other is named by its room
/// alone.
extension PaneName {
    /// The incident queue.
    package static let dispatch = PaneName("dispatch", "Dispatch", "调度")
    /// Units that move about their beat.
    package static let patrol = PaneName("patrol", title: UnitPane.patrol.title)
    /// Units that wait at a duty point.
    package static let quickResponse = PaneName("quick-response", title: UnitPane.quickResponse.title)
    /// What needs an answer.
    package static let alerts = PaneName("alerts", "Alerts", "告警")
    /// What happened.
    package static let activity = PaneName("activity", "Activity", "动态")
    /// Where messages come from, and how that goes.
    package static let feeds = PaneName("feeds", "Feeds", "数据源")
    /// How the console's own alerts compare with the limits of the standards.
    package static let scorecard = PaneName("scorecard", "Scorecard", "告警考核")
    /// The selected thing with its timeline.
    package static let detail = PaneName("detail", "Detail", "详情")

    /// The pane of this name.
    var room: any Room {
        guard let room = Rooms.byName[self] else { preconditionFailure("no room is called \(rawValue)") }
        return room
    }

    /// The digit that goes to the pane; nil for one that has none.
    package var digit: Int? {
        guard room.command != nil else { return nil }
        return PaneName.tabs.firstIndex(of: self).map { $0 + 1 }
    }

    /// Every pane.
    package static let allCases: [PaneName] = Rooms.all.map(\.name)

    /// The panes that have a tab, in the order in which Tab goes through them.
    package static let tabs: [PaneName] = Rooms.all.filter(\.hasTab).map(\.name)
}

// What a pane need not say: it shows something beside the board's own lists, that nothing is selected in.
extension Room {
    func mode(in view: ConsoleView) -> Mode { .normal }
    var command: CommandName? { nil }
    var hasThings: Bool { false }
    var standsAside: Bool { !hasThings }
    var isFiltered: Bool { false }
    var hasTab: Bool { true }
    var movesAside: Bool { false }
    var sortColumns: [ColumnName] { [] }
    var columns: [ColumnName] { [] }
    var fixedColumns: [ColumnName] { [] }
    func subject(in view: ConsoleView) -> Subject? { view.subjectBeside }
    func meant(in view: ConsoleView) -> Subject? { hasThings ? subject(in: view) : view.detailSubject }
    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {}
    func look(on console: Console) {}
    func zoom(_ steps: Int, on console: Console) -> Bool { false }
    func enter(on console: Console) {}

    func open(on console: Console) {
        guard meant(in: console.view) != nil else { return console.say(.info, console.words.nothingToOpen(name)) }
        console.layers.open(DetailLayer())
    }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool { false }
    func markCount(in view: ConsoleView) -> Int { 0 }
    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool { false }
    func reverse(in view: inout ConsoleView) {}
    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)? { nil }
    func takeLost(in view: inout ConsoleView) -> Subject? { nil }
    func settle(in view: inout ConsoleView, rows: Int) {}
    func settle(in view: inout ConsoleView, inside: Rect?) {}
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
        case .columns: break
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

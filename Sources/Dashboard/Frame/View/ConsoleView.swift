import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// Everything about the console that is not on the board: where the person is, what is open, what is being typed.
///
/// Plain data. The dashboard changes it; panes only read it.
package struct ConsoleView: Sendable {
    /// What the strip at the top says.
    package var strip = StripState()
    /// What has changed since the lists were last brought up to date.
    var touched = Touched.all
    /// The open incidents in order.
    package var incidents = IncidentIndex()
    /// The patrol units in order.
    package var patrol = UnitIndex(pane: .patrol)
    /// The quick-response units in order.
    package var quickResponse = UnitIndex(pane: .quickResponse)
    /// The alerts in order.
    package var alerts = AlertIndex()
    /// The unresolved calls for help, which stand first in the lists of incidents and alerts.
    package var emergencies = EmergencyIndex()
    /// Over a board of the past the calls for help of the present; nil at the present.
    package var presentCalls: [CallLine]?
    /// Calls for help that could not be recorded; they stand first.
    package var unrecordedCalls: [CallLine] = []
    /// The feeds of this console, the worst first.
    package var feeds = FeedIndex()
    /// Why there may be none.
    package var feedsPlace = FeedsPlace.here
    /// The console's own figures; nil while there are none.
    package var scorecard: ScorecardView?

    /// Where the person is in the incident list.
    package var incidentList = ListState<IncidentID>()
    /// Where the person is in the patrol list.
    package var patrolList = ListState<UnitID>()
    /// Where the person is in the quick-response list.
    package var quickResponseList = ListState<UnitID>()
    /// Where the person is in the alert list.
    package var alertList = ListState<AlertID>()
    /// Where the person is in the list of feeds.
    package var feedList = ListState<String>()
    /// Where the person is on the map, and what is on it.
    package var map = MapState()

    /// The pane that keys go to.
    package var focus: PaneName = .dispatch
    /// The pane that fills the screen; nil for the usual layout.
    package var zoomed: PaneName?
    /// What lies over the panes.
    var layers = Layers()
    /// The filter of each list.
    var filters: [PaneName: Filter] = [:]
    /// The pane to go back to from the detail or the activity log.
    var returnFocus = PaneName.dispatch
    /// Where the keys for the next waiting incident and the next unanswered alert went last.
    var jumped: (incident: IncidentID?, alert: AlertID?)
    /// A message that stays in sight over the panes and takes no keys; nil for none.
    package var banner: BannerView?
    /// Why what is shown is not live or not being recorded, in a bar over the whole width; nil while all is well.
    package var trouble: String?
    /// What the bottom line shows.
    package var bottom: BottomLine = .hints([])
    /// Messages that stay until they are answered or outdated, newest first, beside the bottom line.
    package var notices: [Notice] = []
    /// The filter of each list in the words it was typed in; empty for none. Shown in the pane's title.
    package var filterTexts: [PaneName: String] = [:]
    /// The columns that were chosen for a list, in their order; nil for the usual ones.
    var columns: [PaneName: [ColumnName]] = [:]
    /// The view that was chosen last; nil for the usual one.
    var taken: SavedView?
    /// The newest events, newest first; at most `activityLimit`.
    package var activity: [EventRecord] = []
    /// Events of the activity log scrolled past.
    package var activityOffset = 0
    /// What is looked for in the activity log.
    var activitySearch = ActivitySearch()
    /// The events of the selected thing, oldest first.
    package var timeline: [EventRecord] = []
    /// What happened at the place of the selected incident before; nil when nothing is known yet.
    package var earlier: EarlierHere?
    /// What is to be known of the place of the selected incident; nil when none is selected.
    package var hazards: HazardsSeen?
    /// Lines of the detail scrolled past.
    package var detailOffset = 0
    /// Board time until which a row counts as new and is flagged; rows are new for `newFor` after they were received.
    package var newFor = Span.seconds(15)
    /// For how long after a further call about an incident its row is marked, whoever has looked at it.
    package var callbackFor = Span.minutes(2)
    /// Incidents about which somebody called again and whose detail was not shown since; their rows stay marked.
    package var unheard: Set<IncidentID> = []
    /// When the order of the lists was frozen; nil when they are live.
    package var frozenSince: Timestamp?
    /// How wide the texts of the lists were so far.
    var paneWidths: [PaneName: PaneWidths] = [:]
    /// The clocks whose passing the screen marks.
    package var limits = ViewLimits()

    /// The console as it opens.
    package init() {}

    /// The thing that the focused pane, or the last one that has things, has selected.
    package var subject: Subject? { focus.room.subject(in: self) }

    /// The pane that keys go to while nothing is asked over it: the detail where that has the whole screen.
    package var paneWithKeys: PaneName { layers.showsDetail ? .detail : focus }

    /// True when a list shows what is selected in it: it has the keys, or the detail has them for its thing.
    package func hasCursor(_ pane: PaneName) -> Bool {
        guard focus == .detail else { return focus == pane }
        return subject.map { pane.room.isSelected($0, in: self) } ?? false
    }

    /// What the detail shows while the focus is on a pane without things of its own; nil for the selected incident.
    package var detailSubject: Subject?

    /// Brings the lists up to date with what was touched. The predicates say what each list shows.
    package mutating func refresh(board: Board, touched: Touched, filters: ListFilters = ListFilters()) {
        let all = touched.everything
        emergencies.refresh(board: board, touched: touched)
        incidents.pin(emergencies.pinnedIncidents)
        alerts.pin(emergencies.pinnedAlerts)
        incidents.refresh(board: board, touched: touched.incidents, everything: all, filter: filters.incidents)
        let origin = incidentList.selected.flatMap { board.incidents.read($0) { $0.place.point } ?? nil }
        (patrol.origin, quickResponse.origin) = (origin, origin)
        patrol.refresh(board: board, touched: touched.units, everything: all, filter: filters.patrol)
        quickResponse.refresh(board: board, touched: touched.units, everything: all, filter: filters.quickResponse)
        alerts.refresh(board: board, touched: touched.alerts, everything: all, filter: filters.alerts)
        map.refresh(board: board, touched: touched)
    }

    /// The kinds of unit that the room has.
    package var kindsPresent: Set<UnitKind> {
        let tallies = [patrol.tallies, quickResponse.tallies].joined()
        return Set(tallies.filter { $0.value.total + $0.value.outOfService > 0 }.map(\.key))
    }

    /// Puts every list in its place on a screen of this size: after `refresh`, after a change of size, focus, zoom or
    /// overlay, and before drawing.
    package mutating func settle(size: Size) {
        let layout = Layout(size: size, view: self)
        for pane in PaneName.allCases {
            pane.room.settle(in: &self, rows: layout.listRows(pane))
            pane.room.settle(in: &self, inside: layout.inside(pane))
        }
    }

    /// Holds the order of every list still.
    package mutating func freeze(at now: Timestamp) {
        frozenSince = now
        for pane in PaneName.allCases { pane.room.freeze(in: &self) }
    }

    /// Lets every list follow the board again.
    package mutating func thaw() {
        frozenSince = nil
        for pane in PaneName.allCases { pane.room.thaw(in: &self) }
    }

    /// The events that the activity log keeps.
    package static let activityLimit = 300

    /// Takes notice of an event for the activity log. Somebody who reads further down keeps their place.
    mutating func noteActivity(_ record: EventRecord) {
        if record.body.isRoutine { return }
        activity.insert(record, at: 0)
        if activityOffset > 0 { activityOffset = min(activityOffset + 1, ConsoleView.activityLimit - 1) }
        if activity.count > ConsoleView.activityLimit { activity.removeLast() }
    }

    /// Shows other events in the activity log, given in their order, from the newest on.
    mutating func showActivity(_ records: [EventRecord]) {
        activity = records.reversed().filter { !$0.body.isRoutine }
        activityOffset = 0
    }
}

/// Which things each list shows; nil for all of them. Only lives for the time of a refresh.
package struct ListFilters {
    /// Open incidents to show.
    package var incidents: ((Incident) -> Bool)?
    /// Patrol units to show.
    package var patrol: ((FieldUnit) -> Bool)?
    /// Quick-response units to show.
    package var quickResponse: ((FieldUnit) -> Bool)?
    /// Alerts to show.
    package var alerts: ((Alert) -> Bool)?

    /// Filters; nil shows everything.
    package init(
        incidents: ((Incident) -> Bool)? = nil, patrol: ((FieldUnit) -> Bool)? = nil,
        quickResponse: ((FieldUnit) -> Bool)? = nil, alerts: ((Alert) -> Bool)? = nil
    ) {
        self.incidents = incidents
        self.patrol = patrol
        self.quickResponse = quickResponse
        self.alerts = alerts
    }
}

/// The rules of the room that the screen measures by.
package struct ViewLimits: Sendable {
    /// How long an incident may wait and a unit stay in a status.
    package var deadlines = Deadlines.standard
    /// How old a position may be before it is marked.
    package var positionStale = Span.minutes(3)

    /// What incidents of a type and priority ask for.
    package var responsePlans = ResponsePlans.standard

    /// The limits that ship with the console.
    package init() {}

    /// Creates limits.
    package init(deadlines: Deadlines, positionStale: Span, responsePlans: ResponsePlans = .standard) {
        self.responsePlans = responsePlans
        self.deadlines = deadlines
        self.positionStale = positionStale
    }
}

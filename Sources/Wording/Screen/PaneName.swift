import DispatchModel

/// The panes of the console.
package enum PaneName: String, CaseIterable, Hashable, Sendable {
    /// The incident queue.
    case dispatch
    /// Units that move about their beat.
    case patrol
    /// Units that wait at a duty point.
    case quickResponse = "quick-response"
    /// What needs an answer.
    case alerts
    /// What happened.
    case activity
    /// Where messages come from, and how that goes.
    case feeds
    /// How the console's own alerts compare with the limits of the standards.
    case scorecard
    /// The selected thing with its timeline.
    case detail
}

extension PaneName {
    /// The title of the pane.
    package var title: BilingualText {
        PaneName.titles[self] ?? BilingualText(rawValue, rawValue)
    }

    private static let titles: [PaneName: BilingualText] = [
        .dispatch: BilingualText("Dispatch", "调度"), .patrol: BilingualText("Patrol", "巡逻"),
        .quickResponse: BilingualText("Quick response", "快反"), .alerts: BilingualText("Alerts", "告警"),
        .activity: BilingualText("Activity", "动态"), .feeds: BilingualText("Feeds", "数据源"),
        .scorecard: BilingualText("Scorecard", "告警考核"), .detail: BilingualText("Detail", "详情"),
    ]
}

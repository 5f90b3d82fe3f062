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
        switch self {
        case .dispatch: BilingualText("Dispatch", "调度")
        case .patrol: BilingualText("Patrol", "巡逻")
        case .quickResponse: BilingualText("Quick response", "快反")
        case .alerts: BilingualText("Alerts", "告警")
        case .activity: BilingualText("Activity", "动态")
        case .feeds: BilingualText("Feeds", "数据源")
        case .scorecard: BilingualText("Scorecard", "告警考核")
        case .detail: BilingualText("Detail", "详情")
        }
    }
}

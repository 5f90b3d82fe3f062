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

extension Words {
    /// A pane's title.
    package func title(_ pane: PaneName) -> String {
        switch pane {
        case .dispatch: pick("Dispatch", "调度")
        case .patrol: pick("Patrol", "巡逻")
        case .quickResponse: pick("Quick response", "快反")
        case .alerts: pick("Alerts", "告警")
        case .activity: pick("Activity", "动态")
        case .feeds: pick("Feeds", "数据源")
        case .scorecard: pick("Scorecard", "告警考核")
        case .detail: pick("Detail", "详情")
        }
    }

    /// What the queue says while nothing is open, where nothing can be entered.
    package var noneOpen: String { pick("No incident is open.", "当前无警情。") }

    /// What a pane says while it has nothing to show, and what to do then.
    package func empty(_ pane: PaneName) -> String {
        switch pane {
        case .dispatch:
            pick(
                "No incident is open. Press \(key(.create)) to enter one.", "当前无警情。按 \(key(.create)) 新建警情。")
        case .patrol:
            pick(
                "No patrol unit on the board. A roster brings them: --roster FILE or roster.toml, in a replay its mapping file.",
                "尚无巡逻单元，由编成带入：--roster 文件或 roster.toml；回放时为其映射文件。")
        case .quickResponse:
            pick(
                "No quick-response unit on the board. A roster brings them: --roster FILE or roster.toml, in a replay its mapping file.",
                "尚无快反单元，由编成带入：--roster 文件或 roster.toml；回放时为其映射文件。")
        case .alerts: pick("No alert. Deadlines are being watched.", "无告警，各项时限监看中。")
        case .activity: pick("Nothing has happened yet.", "尚无动态。")
        case .feeds:
            pick(
                "No feed runs here. Write feeds.toml, or give one with --feed; “watchfloor feeds check” tests it.",
                "此处没有数据源在运行。请编写 feeds.toml 或用 --feed 指定，“watchfloor feeds check”可检查配置。")
        case .scorecard:
            pick("No journal to take figures from.", "没有可供统计的日志。")
        case .detail: pick("Nothing selected. Choose a row in a pane.", "未选中任何项，请在列表中选择一行。")
        }
    }

    /// What a pane says when the filter lets nothing through, and what to do then.
    package func emptyFiltered(_ pane: PaneName, filter: String) -> String {
        pick(
            "\(title(pane)): nothing matches “\(filter)”. Press \(key(.clearFilter)) to show everything.",
            "\(title(pane))：没有与“\(filter)”匹配的项。按 \(key(.clearFilter)) 显示全部。")
    }
}

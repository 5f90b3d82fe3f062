import DispatchModel

/// What a command is about; help is ordered by it.
package enum CommandGroup: String, CaseIterable, Sendable, Hashable, Codable {
    /// Moving about.
    case navigation
    /// Sending units.
    case assignment
    /// What happens to an incident.
    case incident
    /// What happens to a unit.
    case unit
    /// Answering alerts.
    case alert
    /// Where messages come from.
    case feed
    /// What is seen and how.
    case view
    /// The replay's clock.
    case replay
    /// The board as it stood before.
    case past
    /// Dialogs and text fields.
    case text
    /// The program itself.
    case program

    /// The group's heading.
    package var title: BilingualText {
        switch self {
        case .navigation: BilingualText("Moving about", "移动")
        case .assignment: BilingualText("Assignment", "派警")
        case .incident: BilingualText("Incident", "警情")
        case .unit: BilingualText("Unit", "警力单元")
        case .alert: BilingualText("Alert", "告警")
        case .feed: BilingualText("Feeds", "数据源")
        case .view: BilingualText("View", "显示")
        case .replay: BilingualText("Replay", "回放")
        case .past: BilingualText("Looking back", "历史回看")
        case .text: BilingualText("Dialogs and text", "对话与输入")
        case .program: BilingualText("Program", "程序")
        }
    }
}

import DispatchModel

/// Where keys are bound. A lookup walks a chain of modes from the most particular to the most general.
package enum Mode: String, CaseIterable, Sendable, Hashable, Codable {
    /// Live in every mode, in text fields and dialogs too, and in the middle of a chord.
    case always
    /// Every pane.
    case normal
    /// The incident queue.
    case dispatch
    /// The patrol and quick-response panes.
    case units
    /// The alert pane.
    case alerts
    /// The activity log.
    case activity
    /// The detail view of one thing.
    case detail
    /// The map.
    case map
    /// The popup of recommended units.
    case assign
    /// The popup of incidents that seem to be the same event.
    case duplicates
    /// A plain question; its focus starts on Cancel.
    case confirm
    /// A text field, where an unbound character is text.
    case input
    /// A menu.
    case menu
    /// The help screen.
    case help
    /// The dead letters.
    case letters
    /// The list of a hand-over from shift to shift.
    case handover
    /// The roll call of the crews on duty.
    case rollCall = "roll-call"
    /// The list of timers.
    case timers
    /// The command palette; it stands before `input` in its chain.
    case palette
    /// The trainer's console, which has commands of its own (``TrainerOrder``).
    case trainer

    /// What the mode is called in help.
    package var title: BilingualText {
        switch self {
        case .always: BilingualText("everywhere", "随处可用")
        case .normal: BilingualText("every pane", "所有窗格")
        case .dispatch: BilingualText("dispatch", "警情列表")
        case .units: BilingualText("units", "警力单元")
        case .alerts: BilingualText("alerts", "告警")
        case .activity: BilingualText("activity", "动态")
        case .detail: BilingualText("detail", "详情")
        case .map: BilingualText("map", "地图")
        case .assign: BilingualText("assign", "派警推荐")
        case .duplicates: BilingualText("same event?", "疑似重复")
        case .confirm: BilingualText("question", "确认框")
        case .input: BilingualText("text field", "输入框")
        case .menu: BilingualText("menu", "菜单")
        case .help: BilingualText("help", "帮助")
        case .letters: BilingualText("dead letters", "死信")
        case .handover: BilingualText("hand-over", "交接班")
        case .rollCall: BilingualText("roll call", "电台点名")
        case .timers: BilingualText("timers", "计时提醒")
        case .palette: BilingualText("palette", "命令面板")
        case .trainer: BilingualText("trainer", "导调台")
        }
    }

    /// The chain to look keys up in while this mode is the most particular one.
    package var chain: [Mode] {
        switch self {
        case .always: [.always]
        case .normal: [.normal, .always]
        case .dispatch, .units, .alerts, .activity, .detail, .map: [self, .normal, .always]
        case .palette: [.palette, .input, .always]
        case .assign, .duplicates, .confirm, .input, .menu, .help, .letters, .handover, .rollCall, .timers,
            .trainer:
            [self, .always]
        }
    }

    /// A number of its own from 0 on, for tables.
    package var ordinal: Int {
        switch self {
        case .always: 0
        case .normal: 1
        case .dispatch: 2
        case .units: 3
        case .alerts: 4
        case .activity: 5
        case .detail: 6
        case .assign: 7
        case .confirm: 8
        case .input: 9
        case .menu: 10
        case .help: 11
        case .letters: 12
        case .palette: 13
        case .duplicates: 14
        case .trainer: 15
        case .map: 16
        case .handover: 17
        case .rollCall: 18
        case .timers: 19
        }
    }
}

import DispatchModel
import DispatchPolicy

extension Words {
    /// A field that a command cannot do without.
    package func field(_ field: RequiredField) -> String {
        switch field {
        case .type: pick("type", "类型")
        case .place: pick("place", "地点")
        case .text: pick("text", "文字")
        case .reason: pick("reason", "原因")
        case .disposition: pick("disposition", "处置结果")
        case .units: pick("units", "警力单元")
        }
    }

    /// An operator's action with what it was about: `assign 3A12, #4821`.
    package func action(_ name: String, of things: [String]) -> String {
        things.isEmpty ? action(name) : "\(action(name)) \(list(things))"
    }

    /// What an action was about: its units, then its incidents; where it had neither, its alerts.
    package func subjects(of memo: ActionMemo, on board: Board) -> [String] {
        let units = memo.units.map { callsign($0.unit, on: board) }
        let things = units + memo.incidents.map { number($0.id) }
        return things.isEmpty ? memo.alerts.map { "“\(alertName($0, board))”" } : things
    }

    /// An operator's action by its command's name in the journal.
    package func action(_ name: String) -> String {
        switch name {
        case "create": pick("new incident", "新建警情")
        case "add-report": pick("add report", "添加报警")
        case "triage": pick("triage", "分流")
        case "note": pick("note", "备注")
        case "hold": pick("hold", "搁置")
        case "release-hold": pick("release hold", "解除搁置")
        case "merge": pick("merge", "合并")
        case "split": pick("split", "拆分")
        case "cross-reference": pick("cross-reference", "关联")
        case "dismiss-duplicate": pick("not the same", "并非同一警情")
        case "reopen": pick("reopen", "重新打开")
        case "close-incident": pick("close incident", "办结警情")
        case "assign": pick("assign", "派警")
        case "withdraw": pick("withdraw", "撤回")
        case "advance": pick("unit progress", "单元进展")
        case "set-status": pick("set status", "设定状态")
        case "emergency": pick("officer emergency", "紧急求助")
        case "acknowledge": pick("acknowledge alert", "确认告警")
        case "reset-alert": pick("reset alert", "复位告警")
        case "shelve-alert": pick("shelve alert", "搁置告警")
        case "take-alert-out-of-service": pick("take alert out of service", "停用告警")
        case "show-alert": pick("show alert again", "恢复显示告警")
        case "raise-incident": pick("incident from alert", "告警转警情")
        case "join-alert": pick("join alert to incident", "告警关联警情")
        case "grade-dispute": pick("grade dispute", "纠纷定级")
        case "advance-dispute": pick("dispute step", "纠纷进展")
        case "mediate": pick("hand over to mediation", "移交调解")
        case "undo": pick("undo", "撤销")
        default: name
        }
    }
}

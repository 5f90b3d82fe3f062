import DispatchModel
import DispatchPolicy

extension Refusals {
    /// Why a command about a dispute was refused.
    func disputeRefusal(_ rejection: Rejection) -> Refusal {
        switch rejection {
        case .notDispute(let id):
            Refusal(
                pick("\(number(id)) is not graded as a dispute", "\(number(id)) 尚未定为纠纷"),
                pick("grade it first: GR \(id.rawValue) yellow", "请先定级：GR \(id.rawValue) 黄色"))
        case .sameGrade(let id, let grade):
            Refusal(
                pick("\(number(id)) is graded \(self.grade(grade)) already", "\(number(id)) 本已定为\(self.grade(grade))"),
                pick("name another grade", "请指定其他等级"))
        case .stepDone(let id, let step):
            Refusal(
                pick("Dispute \(number(id)) is \(done(step)) already", "纠纷 \(number(id)) \(done(step))"),
                pick("undo takes it back", "可用撤销收回"))
        case .disputeSettled(let id):
            Refusal(
                pick("Dispute \(number(id)) is settled", "纠纷 \(number(id)) 已化解"),
                pick("grade it anew if it goes on", "若再起，请重新定级"))
        case .mediationDue(let id, let latest):
            Refusal(
                pick("The due date of \(number(id)) must be to come", "\(number(id)) 的期限须在将来"),
                pick("at the latest \(date(latest))", "最迟 \(date(latest))"))
        default: Refusal("")
        }
    }
}

extension Refusals {
    func incidentRefusal(_ rejection: Rejection, on board: Board) -> Refusal {
        switch rejection {
        case .unknownIncident(let id):
            Refusal(
                pick("\(number(id)) is not on the board", "看板上没有 \(number(id))"),
                pick("check the number; what was closed long ago is in the journal", "请核对编号；早已解决的警情在日志中"))
        case .incidentClosed(let id):
            Refusal(
                pick("\(number(id)) is closed", "\(number(id)) 已解决"),
                pick("reopen it first: RO \(id.rawValue)", "请先重新打开：RO \(id.rawValue)"))
        case .incidentOpen(let id):
            Refusal(
                pick("\(number(id)) is open already", "\(number(id)) 本已打开"),
                pick("nothing needs to be reopened", "无需重新打开"))
        case .samePriority(let id, let level):
            Refusal(
                pick("\(number(id)) is \(priority(level)) already", "\(number(id)) 本已是\(priority(level))"),
                pick("name another priority, type, place or beat", "请指定其他等级、类型、地点或巡区"))
        case .sameTriage(let id, let change):
            Refusal(
                pick(
                    "\(number(id)) already has: \(asked(change, on: board))",
                    "\(number(id)) 本已是：\(asked(change, on: board))"),
                pick("nothing was changed", "未作更改"))
        case .unknownReport(let id, _):
            Refusal(
                pick("\(number(id)) does not have that report any more", "\(number(id)) 已没有该条报警"),
                pick("it may have been split off: look where it went", "可能已拆分，请查看其去向"))
        case .sameCaller(let id):
            Refusal(
                pick("The caller of \(number(id)) is known as that already", "\(number(id)) 的报警人本已如此"),
                pick("nothing was changed", "未作更改"))
        case .notHeld(let id):
            Refusal(
                pick("\(number(id)) is not held", "\(number(id)) 未被搁置"),
                pick("hold it with H \(id.rawValue) 15m", "搁置请用 H \(id.rawValue) 15m"))
        case .holdInPast(let id):
            Refusal(
                pick("The end of the hold of \(number(id)) lies in the past", "\(number(id)) 的搁置期限已过"),
                pick("name a later time", "请指定更晚的时间"))
        case .sameIncident(let id):
            Refusal(
                pick("\(number(id)) was named twice", "两次指定了 \(number(id))"),
                pick("name two different incidents", "请指定两起不同的警情"))
        case .notProposed(let id, let other):
            Refusal(
                pick(
                    "Nobody is asked whether \(number(id)) and \(number(other)) are the same any more",
                    "\(number(id)) 与 \(number(other)) 是否同一警情已无待定提示"),
                pick("nothing needs to be dismissed", "无需再排除"))
        case .splitNeedsReports(let id):
            Refusal(
                pick(
                    "A split of \(number(id)) must take some reports and leave some",
                    "拆分 \(number(id)) 须移出部分报警并保留部分"),
                reportNumbers(of: id, on: board))
        default: Refusal("")
        }
    }

    /// What a triage asked for, field by field.
    private func asked(_ change: TriageChange, on board: Board) -> String {
        var parts: [String] = []
        if let priority = change.priority { parts.append(self.priority(priority)) }
        if let type = change.type {
            parts.append(pick("type \(self.type(type, on: board))", "类型 \(self.type(type, on: board))"))
        }
        if let place = change.place { parts.append(pick("place \(place[.english])", "地点 \(place[.chinese])")) }
        if let beat = change.beat {
            parts.append(beat.isEmpty ? pick("no beat", "无巡区") : pick("beat \(beat)", "巡区 \(beat)"))
        }
        return list(parts)
    }

    private func reportNumbers(of id: IncidentID, on board: Board) -> String {
        let numbers = board.incidents[id]?.reports.indices.map { "\($0 + 1)" } ?? []
        return pick("its reports are \(list(numbers))", "其报警为第 \(list(numbers)) 条")
    }
}

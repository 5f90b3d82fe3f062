import DispatchModel
import DispatchPolicy

extension Refusals {
    func unitRefusal(_ rejection: Rejection, on board: Board) -> Refusal {
        switch rejection {
        case .unknownUnit(let id):
            Refusal(
                pick("\(callsign(id, on: board)) is not on the board", "看板上没有 \(callsign(id, on: board))"),
                pick("check the callsign", "请核对呼号"))
        case .unitBusy(let id, let status, let incident):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) is \(self.status(status)) for \(number(incident))",
                    "\(callsign(id, on: board)) 正在处置 \(number(incident))（\(self.status(status))）"),
                pick(
                    "divert it with DV \(callsign(id, on: board)), or pick another unit",
                    "用 DV \(callsign(id, on: board)) 改派，或另选单元"))
        case .unitUnavailable(let id, let status):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) is \(self.status(status)) and cannot be sent",
                    "\(callsign(id, on: board)) \(self.status(status))，不能派出"),
                pick(
                    "make it available first: AV \(callsign(id, on: board))",
                    "请先设为待命：AV \(callsign(id, on: board))"))
        case .alreadyAssigned(let id, let incident):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) is assigned to \(number(incident))",
                    "\(callsign(id, on: board)) 已派往 \(number(incident))"),
                pick(
                    "withdraw it with W \(callsign(id, on: board)) if it should not go",
                    "如不需要，用 W \(callsign(id, on: board)) 撤回"))
        case .notAssigned(let id):
            Refusal(
                pick("\(callsign(id, on: board)) is not assigned to anything", "\(callsign(id, on: board)) 没有任务"),
                pick(
                    "send it with D \(callsign(id, on: board)) and an incident",
                    "用 D \(callsign(id, on: board)) 加警情编号派出"))
        default: statusRefusal(rejection, on: board)
        }
    }

    private func statusRefusal(_ rejection: Rejection, on board: Board) -> Refusal {
        switch rejection {
        case .statusNotAllowed(let id, let from, let to, let allowed):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) cannot go from \(status(from)) to \(status(to))",
                    "\(callsign(id, on: board)) 不能由\(status(from))转为\(status(to))"),
                pick(
                    "allowed: \(list(allowed.map { status($0) })); or give a reason: ST",
                    "可转为：\(list(allowed.map { status($0) }))；或用 ST 并注明原因"))
        case .sameStatus(let id, let status):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) is \(self.status(status)) already",
                    "\(callsign(id, on: board)) 本已\(self.status(status))"),
                pick("nothing needs to be done", "无需操作"))
        case .milestoneReached(let id, let milestone):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) has “\(self.milestone(milestone))” recorded already",
                    "\(callsign(id, on: board)) 已记录“\(self.milestone(milestone))”"),
                pick(
                    "\(key(.undo)) undoes your own last action", "按 \(key(.undo)) 可撤销本人上一操作"))
        case .milestoneInFuture(let id, let milestone, let at):
            Refusal(
                pick(
                    "\(callsign(id, on: board)): “\(self.milestone(milestone))” at \(clock(at)) is still to come",
                    "\(callsign(id, on: board)) 的“\(self.milestone(milestone))”时刻 \(clock(at)) 尚未到来"),
                pick("leave the time out for now, or give one that has passed", "现在发生的请勿填时刻，否则请填写已过的时刻"))
        case .milestoneOutOfOrder(let id, let milestone, let at, let known, let knownAt):
            Refusal(
                pick(
                    "\(callsign(id, on: board)): “\(self.milestone(milestone))” at \(clock(at)) does not go with “\(self.milestone(known))” at \(clock(knownAt))",
                    "\(callsign(id, on: board)) 的“\(self.milestone(milestone))”\(clock(at)) 与“\(self.milestone(known))”\(clock(knownAt)) 次序不符"
                ),
                known.rawValue < milestone.rawValue
                    ? pick("give a time from \(clock(knownAt)) on", "请填写不早于 \(clock(knownAt)) 的时刻")
                    : pick("give a time up to \(clock(knownAt))", "请填写不晚于 \(clock(knownAt)) 的时刻"))
        case .notAsked(let id):
            Refusal(
                pick(
                    "\(callsign(id, on: board)) was not asked to stand anywhere, or that has lapsed",
                    "\(callsign(id, on: board)) 没有待答复的驻点建议"),
                pick("propose a place in the picture of demand first", "请先在信息研判中提出建议"))
        case .noUnits:
            Refusal(
                pick("No unit was named", "未指定单元"), pick("name a callsign or mark units", "请给出呼号或标记单元"))
        default: Refusal("")
        }
    }
}

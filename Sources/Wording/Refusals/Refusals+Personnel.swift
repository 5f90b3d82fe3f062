import DispatchModel
import DispatchPolicy

extension Refusals {
    func personnelRefusal(_ rejection: Rejection, on board: Board) -> Refusal {
        switch rejection {
        case .notChecked(let id):
            Refusal(
                pick("\(callsign(id, on: board)) has no personnel check", "\(callsign(id, on: board)) 未设人员清点"),
                pick("begin one with PAR \(callsign(id, on: board))", "用 PAR \(callsign(id, on: board)) 开始清点"))
        case .incidentNotChecked(let id):
            Refusal(
                pick("\(number(id)) has no personnel check", "\(number(id)) 未设人员清点"),
                pick("begin one with PAR \(number(id))", "用 PAR \(number(id)) 开始清点"))
        case .checkInterval(let shortest, let longest):
            Refusal(
                pick("That is no interval for a personnel check", "人员清点间隔不当"),
                pick(
                    "give one from \(duration(shortest)) to \(duration(longest))",
                    "间隔须在 \(duration(shortest)) 至 \(duration(longest)) 之间"))
        case .timerDue(let latest):
            Refusal(
                pick("A timer cannot ring then", "计时提醒的时刻不当"),
                pick("give a time to come, up to \(dateAndClock(latest))", "时刻须晚于现在，不晚于 \(dateAndClock(latest))"))
        case .timersFull(let limit):
            Refusal(
                pick("\(limit) timers run already", "已有\(limit)个计时提醒"),
                pick("end some in the list of timers", "请先在提醒列表中结束一部分"))
        case .timerEnded:
            Refusal(pick("The timer has ended", "该计时提醒已结束"), pick("nothing needs to be done", "无需操作"))
        case .alertOfTimer:
            Refusal(
                pick("A timer is no incident", "计时提醒不是警情"),
                pick("answer it, or enter an incident of its own", "请确认该提醒，或另行录入警情"))
        default: Refusal("")
        }
    }
}

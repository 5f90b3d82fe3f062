import DispatchModel
import DispatchPolicy

extension Words {
    /// One way in which a thing differs from what was drawn: `#4821 was P2, is now P1`.
    package func difference(_ difference: Difference, on board: Board) -> String {
        switch difference {
        case .priority(let incident, let was, let now):
            changed(number(incident), from: priority(was), to: priority(now))
        case .type(let incident, let was, let now):
            changed(number(incident), from: type(was, on: board), to: type(now, on: board))
        case .place(let incident, let was, let now):
            pick(
                "\(number(incident)) was at \(quoted(was)), is now at \(quoted(now))",
                "\(number(incident)) 原地点 \(quoted(was))，现为 \(quoted(now))")
        case .closed(let incident): pick("\(number(incident)) has been closed", "\(number(incident)) 已解决")
        case .reopened(let incident): pick("\(number(incident)) is open again", "\(number(incident)) 已重新打开")
        case .units(let incident, let was, let now):
            pick(
                "\(number(incident)) had units \(callsigns(was, on: board)), now has \(callsigns(now, on: board))",
                "\(number(incident)) 原警力 \(callsigns(was, on: board))，现为 \(callsigns(now, on: board))")
        case .status(let unit, let was, let now):
            changed(callsign(unit, on: board), from: status(was), to: status(now))
        case .task(let unit, let was, let now):
            pick(
                "\(callsign(unit, on: board)) was on \(task(was)), is now on \(task(now))",
                "\(callsign(unit, on: board)) 原任务\(task(was))，现任务\(task(now))")
        case .incidentGone(let incident):
            pick("\(number(incident)) is no longer on the board", "\(number(incident)) 已不在看板上")
        case .unitGone(let unit):
            pick(
                "\(callsign(unit, on: board)) is no longer on the board", "\(callsign(unit, on: board)) 已不在看板上")
        }
    }

    private func changed(_ subject: String, from was: String, to now: String) -> String {
        pick("\(subject) was \(was), is now \(now)", "\(subject) 原为\(was)，现为\(now)")
    }

    private func task(_ incident: IncidentID?) -> String {
        incident.map(number) ?? pick("nothing", "无")
    }

    func quoted(_ text: String) -> String {
        text.isEmpty ? pick("an unknown place", "未知地点") : pick("“\(text)”", "“\(text)”")
    }
}

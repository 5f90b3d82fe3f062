import DispatchModel

extension Happenings {
    func tell(_ event: UnitCheckSet, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let who = viewpoint == .unit(event.unit) ? "" : callsign(event.unit, on: board) + " "
        guard event.interval > 0 else { return pick("\(who)personnel check ended", "\(who)人员清点结束") }
        let every = length(.seconds(event.interval))
        return pick("\(who)personnel check every \(every)", "\(who)每\(every)清点人员")
    }

    func tell(_ event: IncidentCheckSet, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let what = viewpoint == .incident(event.incident) ? "" : number(event.incident) + " "
        guard event.interval > 0 else {
            return pick("\(what)personnel check of its crews ended", "\(what)人员清点结束")
        }
        let every = length(.seconds(event.interval))
        return pick("\(what)personnel check of its crews every \(every)", "\(what)每\(every)清点到场警力")
    }

    func tell(_ event: CrewAnswered, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let who = viewpoint == .unit(event.unit) ? "" : callsign(event.unit, on: board) + " "
        return event.isRollCall
            ? pick("\(who)answered the roll call", "\(who)点名应答") : pick("\(who)asked, is well", "\(who)清点应答，平安")
    }

    func tell(_ event: CrewMissed, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let who = viewpoint == .unit(event.unit) ? "" : callsign(event.unit, on: board) + " "
        return event.isRollCall
            ? pick("\(who)did not answer the roll call", "\(who)点名未应答")
            : pick("\(who)was not heard for its personnel check", "\(who)人员清点未应答")
    }

    func tell(_ event: RollCallTaken, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let answered = pick("\(event.answered) answered", "应答\(event.answered)")
        guard event.missed > 0 else { return pick("roll call: \(answered)", "电台点名：\(answered)") }
        return pick("roll call: \(answered), \(event.missed) did not", "电台点名：\(answered)，未应答\(event.missed)")
    }

    func tell(_ event: TimerSet, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let (what, at) = (timerText(event.text), clock(event.due))
        let on = timerSubject(event.incident, event.unit, board, viewpoint)
        return pick("timer\(on) for \(at)\(what)", "\(on)计时提醒 \(at)\(what)")
    }

    func tell(_ event: TimerEnded, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let on = timerSubject(event.incident, event.unit, board, viewpoint)
        let what = timerText(board.timer(event.timer)?.text ?? "")
        return pick("timer\(on) ended\(what)", "\(on)计时提醒结束\(what)")
    }

    func tell(_ event: TimerResumed, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let on = timerSubject(event.incident, event.unit, board, viewpoint)
        let what = timerText(board.timer(event.timer)?.text ?? "")
        return pick("timer\(on) goes on\(what)", "\(on)计时提醒继续\(what)")
    }

    private func timerText(_ text: String) -> String { text.isEmpty ? "" : pick(": \(text)", "：\(text)") }

    /// What a timer is on, unless it is told of that very thing.
    private func timerSubject(
        _ incident: IncidentID?, _ unit: UnitID?, _ board: Board, _ viewpoint: Viewpoint
    ) -> String {
        if let incident, viewpoint != .incident(incident) {
            return pick(" on \(number(incident))", "\(number(incident)) ")
        }
        if let unit, viewpoint != .unit(unit) {
            return pick(" on \(callsign(unit, on: board))", "\(callsign(unit, on: board)) ")
        }
        return ""
    }
}

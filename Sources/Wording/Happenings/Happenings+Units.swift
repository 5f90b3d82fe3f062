import DispatchModel

extension Happenings {
    func tell(_ event: UnitAssigned, _ board: Board, _ viewpoint: Viewpoint) -> String {
        assigned(event, board, viewpoint)
    }

    func tell(_ event: AssignmentAdvanced, _ board: Board, _ viewpoint: Viewpoint) -> String {
        advanced(event, board, viewpoint)
    }

    func tell(_ event: AssignmentWithdrawn, _ board: Board, _ viewpoint: Viewpoint) -> String {
        withdrawn(event, board, viewpoint)
    }

    private func assigned(_ event: UnitAssigned, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let unit = callsign(event.unit, on: board)
        let number = number(event.incident)
        let what: String
        switch viewpoint {
        case .incident(event.incident): what = pick("assigned \(unit)", "派出 \(unit)")
        case .unit(event.unit): what = pick("assigned to \(number)", "派往 \(number)")
        default: what = pick("assigned \(unit) to \(number)", "派 \(unit) 往 \(number)")
        }
        guard let from = event.divertedFrom else { return what }
        return pick("\(what), diverted from \(self.number(from))", "\(what)（由 \(self.number(from)) 改派）")
    }

    private func advanced(_ event: AssignmentAdvanced, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let what = advance(event, callsign(event.unit, on: board), number(event.incident), viewpoint)
        let received = board.incidents[event.incident]?.received
        var told = what
        // The units are freed before the incident ends: in the story of one thing why stands with each. A line by itself is
        // told before the end is known.
        if viewpoint != .board, event.milestone == .cleared, board.incidents[event.incident]?.closed == event.at {
            told = pick("\(what) (incident closed)", "\(what)（警情解决）")
        }
        if event.milestone == .arrived, let received, event.at >= received, received > .epoch {
            let after = duration(event.at - received)
            told = pick("\(what), \(after) after the call", "\(what)，接报后 \(after)")
        }
        if let recorded, recorded - event.at >= late {
            told = pick("\(told) (it was \(clock(event.at)))", "\(told)（实际时刻 \(clock(event.at))）")
        }
        guard event.backwards else { return told }
        return pick("\(told) (times run backwards)", "\(told)（时间倒序）")
    }

    private func advance(
        _ event: AssignmentAdvanced, _ unit: String, _ number: String, _ viewpoint: Viewpoint
    ) -> String {
        let word = milestone(event.milestone)
        switch viewpoint {
        case .incident(event.incident): return "\(unit) \(word)"
        case .unit(event.unit): return pick("\(word), \(number)", "\(word)，\(number)")
        default: break
        }
        switch event.milestone {
        case .assigned: return pick("assigned \(unit) to \(number)", "派 \(unit) 往 \(number)")
        case .acknowledged: return pick("\(unit) acknowledged \(number)", "\(unit) 签收 \(number)")
        case .enRoute: return pick("\(unit) en route to \(number)", "\(unit) 出警赶赴 \(number)")
        case .arrived: return pick("\(unit) arrived at \(number)", "\(unit) 到达 \(number) 现场")
        case .transporting: return pick("\(unit) transporting from \(number)", "\(unit) 自 \(number) 押送")
        case .atDestination: return pick("\(unit) at its destination for \(number)", "\(unit) 已送达（\(number)）")
        case .feedback: return pick("\(unit) feedback on \(number)", "\(unit) 反馈 \(number)")
        case .cleared: return pick("\(unit) cleared from \(number)", "\(unit) 处置完毕 \(number)")
        }
    }

    private func withdrawn(_ event: AssignmentWithdrawn, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let unit = callsign(event.unit, on: board)
        let number = number(event.incident)
        let what: String
        switch viewpoint {
        case .incident(event.incident): what = pick("withdrew \(unit)", "撤回 \(unit)")
        case .unit(event.unit): what = pick("withdrawn from \(number)", "自 \(number) 撤回")
        default: what = pick("withdrew \(unit) from \(number)", "自 \(number) 撤回 \(unit)")
        }
        let why = withdrawalReason(event.reason)
        return why.isEmpty ? what : pick("\(what): \(why)", "\(what)：\(why)")
    }

    /// The reasons that the rules themselves write are translated, any other is shown as it is.
    func withdrawalReason(_ reason: String) -> String {
        switch reason {
        case "divert": pick("diverted", "改派")
        case "merge": pick("incidents merged", "警情合并")
        case "undo": pick("undo", "撤销")
        case "replaced": pick("replaced by a new assignment", "由新的派警取代")
        case "no answer": pick("no answer", "无应答")
        case "elsewhere": pick("it is at another incident", "已在另一警情")
        default: reason
        }
    }

    /// What a command did, from the events it was decided into: `assigned 3A12 to #4821`, for a close with the units
    /// that come free. At most three things are told, the rest is counted.
    func recorded(_ events: [EventBody], on board: Board) -> String {
        if let roll = events.first(where: { $0.kind == .rollCallTaken }) { return happening(roll, on: board) }
        let told = events.filter { !$0.isRoutine && $0.kind != .assignmentAdvanced || isLoneAdvance($0, events) }
        let freed = events.compactMap { event -> UnitID? in
            guard case .assignmentAdvanced(let advance) = event, advance.milestone == .cleared else { return nil }
            return advance.unit
        }
        var lines = told.prefix(3).map { happening($0, on: board) }
        if told.count > 3 { lines.append(pick("\(told.count - 3) more", "另有\(told.count - 3)项")) }
        let line = lines.joined(separator: pick("; ", "；"))
        let closes = events.contains { $0.kind == .incidentClosed }
        guard closes, !freed.isEmpty else { return line }
        let units = callsigns(freed, on: board)
        return pick("\(line); free again: \(units)", "\(line)；转为待命：\(units)")
    }

    private func isLoneAdvance(_ event: EventBody, _ events: [EventBody]) -> Bool {
        event.kind == .assignmentAdvanced && !events.contains { $0.kind == .incidentClosed }
    }
}

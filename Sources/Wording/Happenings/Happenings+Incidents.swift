import DispatchModel

extension Happenings {
    func tell(_ event: IncidentReported, _ board: Board, _ viewpoint: Viewpoint) -> String {
        reported(event, board, viewpoint)
    }

    func tell(_ event: ReportAdded, _ board: Board, _ viewpoint: Viewpoint) -> String {
        report(event, board, viewpoint)
    }

    /// Who called is told in the incident alone: the log of the room is read and searched by everybody.
    func tell(_ event: CallerCorrected, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let changes = callerChanges(from: event.before, to: event.after)
        return told(event.incident, viewpoint, pick("caller put right: \(changes)", "更正报警人：\(changes)")) {
            pick("put right who reported \($0)", "更正 \($0) 的报警人信息")
        }
    }

    /// Each thing that is known otherwise now: `number 555-0100 → 555-0101`.
    private func callerChanges(from before: Caller, to after: Caller) -> String {
        let way = { (caller: Caller) in caller.way.map { self.way($0) } ?? "" }
        let parts: [(String, String, String)] = [
            (pick("name", "姓名"), before.name, after.name), (pick("number", "号码"), before.callback, after.callback),
            (pick("flat", "户号"), before.flat, after.flat), (pick("came by", "方式"), way(before), way(after)),
        ]
        let changed = parts.filter { $0.1 != $0.2 }
        return list(changed.map { "\($0.0) \($0.1.isEmpty ? "–" : $0.1) → \($0.2.isEmpty ? "–" : $0.2)" })
    }

    func tell(_ event: IncidentTriaged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        triaged(event, board, viewpoint)
    }

    func tell(_ event: IncidentHeld, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let what = told(event.incident, viewpoint, pick("held", "搁置")) { pick("held \($0)", "搁置 \($0)") }
        return held(what, event)
    }

    func tell(_ event: HoldReleased, _ board: Board, _ viewpoint: Viewpoint) -> String {
        told(event.incident, viewpoint, pick("hold released", "解除搁置")) {
            pick("released the hold of \($0)", "解除 \($0) 的搁置")
        }
    }

    func tell(_ event: NoteAdded, _ board: Board, _ viewpoint: Viewpoint) -> String {
        told(event.incident, viewpoint, pick("note: \(event.text)", "备注：\(event.text)")) {
            pick("note on \($0): \(event.text)", "\($0) 备注：\(event.text)")
        }
    }

    func tell(_ event: NoteStruck, _ board: Board, _ viewpoint: Viewpoint) -> String {
        told(event.incident, viewpoint, pick("note struck out", "备注已划去")) {
            pick("struck out a note on \($0)", "划去 \($0) 的一条备注")
        }
    }

    func tell(_ event: IncidentClosed, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let how = disposition(event.disposition)
        return told(event.incident, viewpoint, pick("closed: \(how)", "解决：\(how)")) {
            pick("closed \($0): \(how)", "\($0) 已解决：\(how)")
        }
    }

    func tell(_ event: IncidentReopened, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let what = told(event.incident, viewpoint, pick("reopened", "重新打开")) {
            pick("reopened \($0)", "重新打开 \($0)")
        }
        let why = reopeningReason(event.reason)
        return why.isEmpty ? what : pick("\(what): \(why)", "\(what)：\(why)")
    }

    func tell(_ event: IncidentMerged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick(
            "merged \(number(event.incident)) into \(number(event.into))",
            "\(number(event.incident)) 并入 \(number(event.into))")
    }

    func tell(_ event: ReportsMoved, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let reports = count(event.reports.count, "report", "reports", "条报警")
        return pick(
            "moved \(reports) from \(number(event.incident)) to \(number(event.to))",
            "\(reports)由 \(number(event.incident)) 移至 \(number(event.to))")
    }

    func tell(_ event: IncidentsLinked, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick(
            "cross-referenced \(number(event.incident)) and \(number(event.with))",
            "关联 \(number(event.incident)) 与 \(number(event.with))")
    }

    /// The reasons that the rules themselves write are translated, any other is shown as it is.
    private func reopeningReason(_ reason: String) -> String {
        switch reason {
        case "report": pick("reported again", "再次报警")
        case "unit": pick("a unit was sent or is there", "有警力前往或在场")
        default: reason
        }
    }

    /// The short form in the incident's own timeline, the long form with its number anywhere else.
    func told(_ id: IncidentID, _ viewpoint: Viewpoint, _ here: String, elsewhere: (String) -> String) -> String {
        viewpoint == .incident(id) ? here : elsewhere(number(id))
    }

    private func reported(_ event: IncidentReported, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let type = type(event.type, on: board)
        let what = isLed ? type : "\(priority(event.priority)) \(type)"
        let place = quoted(event.place[language])
        return told(event.incident, viewpoint, pick("reported: \(what) at \(place)", "接报：\(what)，\(place)")) {
            pick("new \($0): \(what) at \(place)", "新警情 \($0)：\(what)，\(place)")
        }
    }

    private func report(_ event: ReportAdded, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let reports = board.incidents[event.incident]?.reports ?? []
        guard let index = reports.firstIndex(where: { $0.number == event.report.number }) else {
            return told(event.incident, viewpoint, pick("another report", "又一报警") + said(event.report)) {
                pick("another report joined to \($0)", "又一报警归入 \($0)") + said(event.report)
            }
        }
        let ordinal = ordinal(index + 1)
        return told(event.incident, viewpoint, pick("\(ordinal) report", "\(ordinal)次报警") + said(event.report)) {
            pick("\(ordinal) report joined to \($0)", "\(ordinal)次报警归入 \($0)") + said(event.report)
        }
    }

    /// The words of a report behind what is told of it.
    private func said(_ report: Report) -> String {
        report.text.allSatisfy(\.isWhitespace) ? "" : pick(": \(report[.english])", "：\(report[.chinese])")
    }

    private func triaged(_ event: IncidentTriaged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        var changes: [String] = []
        if let priority = event.priority { changes.append(self.priority(priority)) }
        if !event.type.isEmpty { changes.append(type(event.type, on: board)) }
        if let place = event.place { changes.append(quoted(place[language])) }
        if !event.beat.isEmpty { changes.append(pick("beat \(event.beat)", "巡区 \(event.beat)")) }
        guard !changes.isEmpty else {
            return told(event.incident, viewpoint, pick("confirmed", "分流确认")) { pick("confirmed \($0)", "\($0) 分流确认") }
        }
        let all = list(changes)
        return told(event.incident, viewpoint, pick("now \(all)", "改为\(all)")) {
            pick("\($0) is now \(all)", "\($0) 改为\(all)")
        }
    }

    private func held(_ what: String, _ event: IncidentHeld) -> String {
        switch (event.until, event.reason.isEmpty) {
        case (nil, true): what
        case (nil, false): pick("\(what): \(event.reason)", "\(what)：\(event.reason)")
        case (let until?, true): pick("\(what) until \(clockMinutes(until))", "\(what)至 \(clockMinutes(until))")
        case (let until?, false):
            pick(
                "\(what) until \(clockMinutes(until)): \(event.reason)",
                "\(what)至 \(clockMinutes(until))：\(event.reason)")
        }
    }
}

import DispatchModel

/// The lines that tell what happened, each without its time and actor.
struct Happenings: Vocabulary {
    /// The words of the console.
    let words: Words

    package var language: Language { words.language }
    package var zone: Zone { words.zone }
    package var keys: [NamedKey: String] { words.keys }
}

extension Happenings {
    /// The line that tells what an event is about.
    func happening(_ body: EventBody, on board: Board, from viewpoint: Viewpoint = .board) -> String {
        switch body {
        case .modeDeclared, .typeDefined, .beatDefined, .exerciseNoted: boardHappening(body, board)
        case .journalFaultFound, .clockStepped: roomHappening(body)
        case .unitRegistered, .unitStatusChanged, .unitPositionReported: unitHappening(body, board, viewpoint)
        case .incidentReported, .reportAdded, .incidentTriaged, .incidentHeld, .holdReleased, .noteAdded, .noteStruck:
            handlingHappening(body, board, viewpoint)
        case .incidentClosed, .incidentReopened, .incidentMerged, .reportsMoved, .incidentsLinked:
            outcomeHappening(body, board, viewpoint)
        case .unitAssigned, .assignmentAdvanced, .assignmentWithdrawn: assignmentHappening(body, board, viewpoint)
        case .alertRaised, .alertSeverityRaised, .alertSeverityLowered, .alertAcknowledged, .alertCleared,
            .alertRevised:
            alertHappening(body, board)
        case .alertReset, .alertHidden, .alertShown, .alertEscalated, .alertConductChanged, .alertLinked,
            .floodChanged:
            alertConductHappening(body, board, viewpoint)
        case .duplicateProposed, .duplicateDismissed: duplicateHappening(body, viewpoint)
        case .disputeGraded, .disputeAdvanced, .mediationBegun: disputeHappening(body, viewpoint)
        case .actionTaken, .actionUndone, .incidentRestored, .alertRestored, .unitRestored:
            undoHappening(body, board)
        }
    }

    private func boardHappening(_ body: EventBody, _ board: Board) -> String {
        switch body {
        case .modeDeclared(let event):
            guard !event.title.isEmpty else {
                return pick("board set to \(mode(event.mode))", "看板设为\(mode(event.mode))")
            }
            return pick(
                "board set to \(mode(event.mode)): \(event.title)", "看板设为\(mode(event.mode))：\(event.title)")
        case .typeDefined(let event):
            let name = pick(event.english, event.chinese)
            return pick("type \(event.code) is called “\(name)”", "类型 \(event.code) 称为“\(name)”")
        case .beatDefined(let event):
            return event.name.isEmpty
                ? pick("beat \(event.beat) defined", "已设巡区 \(event.beat)")
                : pick("beat \(event.beat) is \(event.name)", "巡区 \(event.beat) 为\(event.name)")
        case .exerciseNoted(let event):
            return pick("exercise: \(event.english)", "演练：\(event.chinese)")
        default: return ""
        }
    }

    private func unitHappening(_ body: EventBody, _ board: Board, _ viewpoint: Viewpoint) -> String {
        switch body {
        case .unitRegistered(let event):
            return pick(
                "\(event.callsign) on the roster as \(kindInFull(event.kind))",
                "\(event.callsign) 编入：\(kindInFull(event.kind))")
        case .unitStatusChanged(let event):
            let status = status(event.status)
            let what: String
            if viewpoint == .unit(event.unit) {
                what = status
            } else {
                what = "\(callsign(event.unit, on: board)) \(status)"
            }
            return event.reason.isEmpty ? what : pick("\(what): \(event.reason)", "\(what)：\(event.reason)")
        case .unitPositionReported(let event):
            let unit = callsign(event.unit, on: board)
            return pick("\(unit) at \(point(event.point))", "\(unit) 位于 \(point(event.point))")
        default: return ""
        }
    }

    private func alertHappening(_ body: EventBody, _ board: Board) -> String {
        switch body {
        case .alertRaised(let event):
            let alert = Alert(
                id: event.alert, kind: event.kind, severity: event.severity, incident: event.incident,
                unit: event.unit, active: true, raised: event.at, limit: event.limit, reported: event.reported,
                priority: event.priority, status: event.status)
            // At the time of raising a silent unit has been silent for its limit.
            let sentence =
                event.kind == .notHeard
                ? silent(event.unit, event.limit, board) : words.alert(alert, on: board, now: event.at)
            guard let incident = event.incident else { return pick("alert: \(sentence)", "告警：\(sentence)") }
            return pick("alert on \(number(incident)): \(sentence)", "\(number(incident)) 告警：\(sentence)")
        case .alertSeverityRaised(let event):
            let severity = severity(event.severity)
            return pick(
                "alert raised to \(severity): \(alertName(event.alert, board))",
                "告警升为\(severity)级：\(alertName(event.alert, board))")
        case .alertSeverityLowered(let event):
            let severity = severity(event.severity)
            return pick(
                "alert lowered to \(severity) by its sender: \(alertName(event.alert, board))",
                "发送方将告警降为\(severity)级：\(alertName(event.alert, board))")
        case .alertRevised(let event):
            return pick(
                "alert says now: \(event.reported.text)", "告警内容更新：\(event.reported.text)")
        case .alertAcknowledged(let event):
            return pick("acknowledged \(alertName(event.alert, board))", "确认告警：\(alertName(event.alert, board))")
        case .alertCleared(let event):
            return pick("alert ended: \(alertName(event.alert, board))", "告警结束：\(alertName(event.alert, board))")
        default: return ""
        }
    }

    private func silent(_ unit: UnitID?, _ limit: Int64, _ board: Board) -> String {
        let name = unit.map { callsign($0, on: board) } ?? pick("a unit", "单元")
        let span = length(.seconds(limit))
        return pick("\(name) not heard for \(span)", "\(name) 失联 \(span)")
    }

    /// What was done to an incident that was put back to this revision; nil when the board does not remember it any more.
    private func undone(_ id: IncidentID, _ revision: JournalPosition, _ board: Board) -> String? {
        let memo = board.actions.last { memo in
            memo.undone && memo.incidents.contains { $0.id == id && $0.revision == revision }
        }
        return memo.map { action($0.name) }
    }

    private func undoHappening(_ body: EventBody, _ board: Board) -> String {
        switch body {
        case .actionTaken(let event): return pick("action: \(action(event.name))", "操作：\(action(event.name))")
        case .actionUndone(let event):
            guard let memo = board.actions.last(where: { $0.position == event.action }) else {
                return pick("undo", "撤销")
            }
            let what = action(memo.name, of: subjects(of: memo, on: board))
            return pick("undo: \(what)", "撤销：\(what)")
        case .incidentRestored(let event):
            let id = event.before.id
            let what = undone(id, event.before.revision, board).map { pick(" before “\($0)”", "“\($0)”之前") } ?? ""
            return pick("undo: \(number(id)) as it was\(what)", "撤销：\(number(id)) 恢复\(what)原状")
        case .alertRestored(let event):
            return pick(
                "undo: alert “\(kind(event.before.kind))” as it was", "撤销：告警“\(kind(event.before.kind))”恢复原状")
        case .unitRestored(let event):
            let unit = callsign(event.before.unit, on: board)
            let status = status(event.before.status)
            // Not only an undo puts a unit back: so does what is heard late, which moves it nowhere.
            return pick("\(unit) \(status), as before", "\(unit) 仍为\(status)")
        default: return ""
        }
    }
}

extension Happenings {
    /// What the program found out about its own journal and clock.
    func roomHappening(_ body: EventBody) -> String {
        switch body {
        case .journalFaultFound(let event):
            let what = pick("journal found damaged: \(event.english)", "发现日志受损：\(event.chinese)")
            guard !event.evidence.isEmpty else { return what }
            return pick("\(what); files kept in \(event.evidence)", "\(what)；原文件保存在 \(event.evidence)")
        case .clockStepped(let event): return words.clockStepped(by: event.step)
        default: return ""
        }
    }
}

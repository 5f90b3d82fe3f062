import DispatchModel

/// The lines that tell what happened, each without its time and actor.
struct Happenings: Vocabulary {
    /// The words of the console.
    let words: Words
    /// True when the priority, or that it is an alert, stands before the line already.
    var isLed = false
    /// When what is told was recorded; nil when it is not told of a record.
    var recorded: Timestamp?
    /// What was recorded so long after it was, is told with its own time.
    var late = Span.minutes(1)

    package var language: Language { words.language }
    package var zone: Zone { words.zone }
    package var keys: [NamedKey: String] { words.keys }
}

extension Happenings {
    /// The line that tells what an event is about.
    func happening(_ body: EventBody, on board: Board, from viewpoint: Viewpoint = .board) -> String {
        switch body {
        case .modeDeclared(let event): tell(event, board, viewpoint)
        case .typeDefined(let event): tell(event, board, viewpoint)
        case .beatDefined(let event): tell(event, board, viewpoint)
        case .groundAdopted(let event): tell(event, board, viewpoint)
        case .rulesAdopted(let event): tell(event, board, viewpoint)
        case .unitRegistered(let event): tell(event, board, viewpoint)
        case .unitStatusChanged(let event): tell(event, board, viewpoint)
        case .unitPositionReported(let event): tell(event, board, viewpoint)
        case .incidentReported(let event): tell(event, board, viewpoint)
        case .reportAdded(let event): tell(event, board, viewpoint)
        case .callerCorrected(let event): tell(event, board, viewpoint)
        case .incidentTriaged(let event): tell(event, board, viewpoint)
        case .incidentHeld(let event): tell(event, board, viewpoint)
        case .holdReleased(let event): tell(event, board, viewpoint)
        case .noteAdded(let event): tell(event, board, viewpoint)
        case .noteStruck(let event): tell(event, board, viewpoint)
        case .incidentClosed(let event): tell(event, board, viewpoint)
        case .incidentReopened(let event): tell(event, board, viewpoint)
        case .incidentMerged(let event): tell(event, board, viewpoint)
        case .reportsMoved(let event): tell(event, board, viewpoint)
        case .incidentsLinked(let event): tell(event, board, viewpoint)
        case .unitAssigned(let event): tell(event, board, viewpoint)
        case .assignmentAdvanced(let event): tell(event, board, viewpoint)
        case .assignmentWithdrawn(let event): tell(event, board, viewpoint)
        case .alertRaised(let event): tell(event, board, viewpoint)
        case .alertSeverityRaised(let event): tell(event, board, viewpoint)
        case .alertAcknowledged(let event): tell(event, board, viewpoint)
        case .alertCleared(let event): tell(event, board, viewpoint)
        case .actionTaken(let event): tell(event, board, viewpoint)
        case .actionUndone(let event): tell(event, board, viewpoint)
        case .incidentRestored(let event): tell(event, board, viewpoint)
        case .alertRestored(let event): tell(event, board, viewpoint)
        case .unitRestored(let event): tell(event, board, viewpoint)
        case .exerciseNoted(let event): tell(event, board, viewpoint)
        case .alertReset(let event): tell(event, board, viewpoint)
        case .alertHidden(let event): tell(event, board, viewpoint)
        case .alertShown(let event): tell(event, board, viewpoint)
        case .alertEscalated(let event): tell(event, board, viewpoint)
        case .alertConductChanged(let event): tell(event, board, viewpoint)
        case .alertLinked(let event): tell(event, board, viewpoint)
        case .floodChanged(let event): tell(event, board, viewpoint)
        case .duplicateProposed(let event): tell(event, board, viewpoint)
        case .duplicateDismissed(let event): tell(event, board, viewpoint)
        case .disputeGraded(let event): tell(event, board, viewpoint)
        case .disputeAdvanced(let event): tell(event, board, viewpoint)
        case .mediationBegun(let event): tell(event, board, viewpoint)
        case .alertRevised(let event): tell(event, board, viewpoint)
        case .alertSeverityLowered(let event): tell(event, board, viewpoint)
        case .shiftHandedOver(let event): HandoverWords(words).handedOver(event)
        case .standingProposed(let event): tell(event, board, viewpoint)
        case .standingAnswered(let event): tell(event, board, viewpoint)
        case .unitCheckSet(let event): tell(event, board, viewpoint)
        case .incidentCheckSet(let event): tell(event, board, viewpoint)
        case .crewAnswered(let event): tell(event, board, viewpoint)
        case .crewMissed(let event): tell(event, board, viewpoint)
        case .rollCallTaken(let event): tell(event, board, viewpoint)
        case .timerSet(let event): tell(event, board, viewpoint)
        case .timerEnded(let event): tell(event, board, viewpoint)
        case .timerResumed(let event): tell(event, board, viewpoint)
        case .journalFaultFound(let event): tell(event, board, viewpoint)
        case .clockStepped(let event): tell(event, board, viewpoint)
        }
    }

    func tell(_ event: ModeDeclared, _ board: Board, _ viewpoint: Viewpoint) -> String {
        guard !event.title.isEmpty else {
            return pick("board set to \(mode(event.mode))", "看板设为\(mode(event.mode))")
        }
        return pick(
            "board set to \(mode(event.mode)): \(event.titles.english)",
            "看板设为\(mode(event.mode))：\(event.titles.chinese)")
    }

    func tell(_ event: TypeDefined, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let name = pick(event.english, event.chinese)
        return pick("type \(event.code) is called “\(name)”", "类型 \(event.code) 称为“\(name)”")
    }

    func tell(_ event: BeatDefined, _ board: Board, _ viewpoint: Viewpoint) -> String {
        event.name.isEmpty
            ? pick("beat \(event.beat) defined", "已设巡区 \(event.beat)")
            : pick(
                "beat \(event.beat) is \(event.name)",
                "巡区 \(event.beat) 为\(event.chinese.isEmpty ? event.name : event.chinese)")
    }

    func tell(_ event: GroundAdopted, _ board: Board, _ viewpoint: Viewpoint) -> String {
        guard !event.digest.isEmpty else { return pick("the map has no ground any more", "地图不再使用底图") }
        return pick("map ground “\(event.name)” in use", "地图启用底图“\(event.name)”")
    }

    func tell(_ event: RulesAdopted, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let digest = RuleWords.short(event.digest)
        return pick("the room works by other rules: \(digest)", "改用其他规则：\(digest)")
    }

    func tell(_ event: ExerciseNoted, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick("exercise: \(event.english)", "演练：\(event.chinese)")
    }

    func tell(_ event: UnitRegistered, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick(
            "\(event.callsign) on the roster as \(kindInFull(event.kind))",
            "\(event.callsign) 编入：\(kindInFull(event.kind))")
    }

    func tell(_ event: UnitStatusChanged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let status =
            isLed && event.status == .emergency ? pick("calls for help", "呼叫支援") : status(event.status)
        let what: String
        if viewpoint == .unit(event.unit) {
            what = status
        } else {
            what = "\(callsign(event.unit, on: board)) \(status)"
        }
        return event.reason.isEmpty ? what : pick("\(what): \(event.reason)", "\(what)：\(event.reason)")
    }

    func tell(_ event: UnitPositionReported, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let unit = callsign(event.unit, on: board)
        return pick("\(unit) at \(point(event.point))", "\(unit) 位于 \(point(event.point))")
    }

    func tell(_ event: AlertRaised, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let alert = Alert(
            id: event.alert, kind: event.kind, severity: event.severity, incident: event.incident,
            unit: event.unit, active: true, raised: event.at, limit: event.limit, reported: event.reported,
            priority: event.priority, status: event.status, timer: event.timer)
        // At the time of raising a silent unit has been silent for its limit.
        let sentence =
            event.kind == .notHeard
            ? silent(event.unit, event.limit, board) : words.alert(alert, on: board, now: event.at)
        if isLed {
            return event.incident.map { pick("\(number($0)): \(sentence)", "\(number($0))：\(sentence)") } ?? sentence
        }
        guard let incident = event.incident else { return pick("alert: \(sentence)", "告警：\(sentence)") }
        return pick("alert on \(number(incident)): \(sentence)", "\(number(incident)) 告警：\(sentence)")
    }

    func tell(_ event: AlertSeverityRaised, _ board: Board, _ viewpoint: Viewpoint) -> String {
        if isLed { return pick("raised: \(alertName(event.alert, board))", "升级：\(alertName(event.alert, board))") }
        let severity = severity(event.severity)
        return pick(
            "alert raised to \(severity): \(alertName(event.alert, board))",
            "告警升为\(severity)级：\(alertName(event.alert, board))")
    }

    func tell(_ event: AlertSeverityLowered, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let severity = severity(event.severity)
        return pick(
            "alert lowered to \(severity) by its sender: \(alertName(event.alert, board))",
            "发送方将告警降为\(severity)级：\(alertName(event.alert, board))")
    }

    func tell(_ event: AlertRevised, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick(
            "alert says now: \(event.reported.text)", "告警内容更新：\(event.reported.text)")
    }

    func tell(_ event: AlertAcknowledged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick("acknowledged \(alertName(event.alert, board))", "确认告警：\(alertName(event.alert, board))")
    }

    func tell(_ event: AlertCleared, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick("alert ended: \(alertName(event.alert, board))", "告警结束：\(alertName(event.alert, board))")
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

    func tell(_ event: ActionTaken, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick("action: \(action(event.name))", "操作：\(action(event.name))")
    }

    func tell(_ event: ActionUndone, _ board: Board, _ viewpoint: Viewpoint) -> String {
        guard let memo = board.actions.last(where: { $0.position == event.action }) else {
            return pick("undo", "撤销")
        }
        let what = action(memo.name, of: subjects(of: memo, on: board))
        return pick("undo: \(what)", "撤销：\(what)")
    }

    func tell(_ event: IncidentRestored, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let id = event.before.id
        let what = undone(id, event.before.revision, board).map { pick(" before “\($0)”", "“\($0)”之前") } ?? ""
        return pick("undo: \(number(id)) as it was\(what)", "撤销：\(number(id)) 恢复\(what)原状")
    }

    func tell(_ event: AlertRestored, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick(
            "undo: alert “\(kind(event.before.kind))” as it was", "撤销：告警“\(kind(event.before.kind))”恢复原状")
    }

    func tell(_ event: UnitRestored, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let unit = callsign(event.before.unit, on: board)
        let status = status(event.before.status)
        // Not only an undo puts a unit back: so does what is heard late, which moves it nowhere.
        return pick("\(unit) \(status), as before", "\(unit) 仍为\(status)")
    }

    func tell(_ event: JournalFaultFound, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let what = pick("journal found damaged: \(event.english)", "发现日志受损：\(event.chinese)")
        guard !event.evidence.isEmpty else { return what }
        return pick("\(what); files kept in \(event.evidence)", "\(what)；原文件保存在 \(event.evidence)")
    }

    func tell(_ event: ClockStepped, _ board: Board, _ viewpoint: Viewpoint) -> String {
        words.clockStepped(by: event.step)
    }
}

/// Where a line about an event stands: what is plain from there is left out of the line.
package enum Viewpoint: Hashable, Sendable {
    /// In the activity log, among everything else.
    case board
    /// In the timeline of an incident.
    case incident(IncidentID)
    /// In the timeline of a unit.
    case unit(UnitID)

}

extension EventBody {
    /// True for events that the activity log leaves out: bookkeeping that the events after it tell better, positions,
    /// and the definitions that come with a log by the hundred.
    package var isRoutine: Bool {
        // What an exercise does without a word to the player.
        if case .exerciseNoted(let noted) = self { return noted.english.isEmpty && noted.chinese.isEmpty }
        return [.actionTaken, .unitPositionReported, .typeDefined, .beatDefined].contains(kind)
    }
}

import DispatchModel
import DispatchPolicy

/// Why something was refused, and what to do instead.
package struct Refusal: Hashable, Sendable {
    /// What is wrong.
    package var reason: String
    /// What to do instead; empty when nothing can be done.
    package var remedy: String

    /// Creates a refusal.
    package init(_ reason: String, _ remedy: String = "") {
        self.reason = reason
        self.remedy = remedy
    }

    /// Both in a line of the message bar.
    package var line: String { remedy.isEmpty ? reason : "\(reason) · \(remedy)" }
}

/// Why commands are refused.
struct Refusals: Vocabulary {
    /// The words of the console.
    let words: Words

    package var language: Language { words.language }
    package var zone: Zone { words.zone }
    package var keys: [NamedKey: String] { words.keys }
}

extension Refusals {
    /// Why a command was refused and what to do instead.
    func refusal(_ rejection: Rejection, on board: Board) -> Refusal {
        switch rejection {
        case .unknownIncident, .incidentClosed, .incidentOpen, .samePriority, .sameTriage, .notHeld, .holdInPast,
            .sameIncident, .splitNeedsReports, .notProposed, .unknownReport, .sameCaller:
            incidentRefusal(rejection, on: board)
        case .notDispute, .sameGrade, .stepDone, .disputeSettled, .mediationDue: disputeRefusal(rejection)
        case .unknownUnit, .unitBusy, .unitUnavailable, .alreadyAssigned, .notAssigned, .notAsked, .statusNotAllowed,
            .sameStatus,
            .milestoneReached, .milestoneInFuture, .milestoneOutOfOrder, .noUnits:
            unitRefusal(rejection, on: board)
        case .missing, .tooLong: fieldRefusal(rejection)
        case .unknownAlert, .alertMoved, .alertAnswered, .alertHidden, .alertNotHidden, .hiddenByRule, .notLatched,
            .shelfInPast, .shelfBeyondShift, .alertHasIncident:
            alertRefusal(rejection)
        case .notChecked, .incidentNotChecked, .checkInterval, .timerDue, .timersFull, .timerEnded, .alertOfTimer:
            personnelRefusal(rejection, on: board)
        case .handoverChanged, .handoverUnanswered, .handoverToOneself: handoverRefusal(rejection)
        case .rulesInForce(let digest):
            Refusal(
                pick(
                    "These rules are in force already: \(RuleWords.short(digest))",
                    "该规则已在使用：\(RuleWords.short(digest))"),
                pick("change room.toml to adopt others", "修改 room.toml 后可采用其他规则"))
        case .rulesUnreadable:
            Refusal(
                pick("The rules cannot be read by this program", "本程序无法读取该规则"),
                pick("watchfloor rules check says what is wrong", "watchfloor rules check 可查明原因"))
        case .dispositionAsks(let disposition): dispositionRefusal(disposition)
        case .nothingToUndo:
            Refusal(
                pick("You have nothing to undo", "没有可撤销的操作"),
                pick("only your own last actions can be undone", "只能撤销本人最近的操作"))
        case .cannotUndo(let action, let incidents, let units, let alerts):
            cannotUndo(
                action,
                [numbers(incidents), callsigns(units, on: board), list(alerts.map { alertName($0, board) })])
        case .changedSinceDrawn(let differences):
            Refusal(
                pick(
                    "Changed since it was drawn: \(list(differences.map { difference($0, on: board) }))",
                    "显示后已有变化：\(list(differences.map { difference($0, on: board) }))"),
                pick("look again and repeat the command", "请核对后重新下达"))
        }
    }

    private func handoverRefusal(_ rejection: Rejection) -> Refusal {
        let handover = HandoverWords(words)
        return switch rejection {
        case .handoverChanged(let count):
            Refusal(handover.changedItems(count), pick("answer what is marked, then hand over again", "答复有标记的各项后再交接"))
        case .handoverUnanswered(let count): Refusal(handover.unansweredItems(count), pick("answer each", "请逐项答复"))
        case .handoverToOneself:
            Refusal(pick("Both names are the same", "交班人与接班人相同"), pick("enter who takes over", "请填写接班人"))
        default: Refusal("")
        }
    }

    private func dispositionRefusal(_ disposition: RoomDisposition) -> Refusal {
        let name = disposition.name[language]
        let wantsNumber = disposition.asks.contains(.reportNumber)
        let example = "\(name): \(wantsNumber ? "2026-0042" : "…")"
        return Refusal(
            wantsNumber
                ? pick("“\(name)” asks for the report's number", "“\(name)”须填写报告编号")
                : pick("“\(name)” asks for a note", "“\(name)”须填写备注"),
            pick("write \(example)", "请写作 \(example)"))
    }

    private func fieldRefusal(_ rejection: Rejection) -> Refusal {
        switch rejection {
        case .missing(let field):
            Refusal(
                pick("The \(self.field(field)) is missing", "缺少\(self.field(field))"), pick("enter it", "请填写"))
        case .tooLong(let field, let limit) where [.caller, .callback, .flat].contains(field):
            Refusal(
                pick(
                    "The \(self.field(field)) is longer than \(grouped(limit)) characters",
                    "\(self.field(field))超过 \(grouped(limit)) 个字符"),
                pick("shorten it", "请缩短"))
        case .tooLong(let field, let limit):
            Refusal(
                pick(
                    "The \(self.field(field)) is longer than \(grouped(limit)) bytes",
                    "\(self.field(field))超过 \(grouped(limit)) 字节"),
                pick("shorten it", "请缩短"))
        default: Refusal("")
        }
    }

    private func cannotUndo(_ name: String, _ changed: [String]) -> Refusal {
        let what = list(changed.filter { !$0.isEmpty })
        return Refusal(
            pick("“\(action(name))” cannot be undone: \(what) changed since", "无法撤销“\(action(name))”：\(what) 之后已有变化"),
            pick("put it right with a new command", "请用新的命令更正"))
    }
}

extension Refusals {
    /// One way in which a thing differs from what was drawn: `#4821 was P2, is now P1`.
    func difference(_ difference: Difference, on board: Board) -> String {
        switch difference {
        case .priority(let incident, let was, let now):
            changed(number(incident), from: priority(was), to: priority(now))
        case .type(let incident, let was, let now):
            changed(number(incident), from: type(was, on: board), to: type(now, on: board))
        case .place(let incident, let was, let now):
            pick(
                "\(number(incident)) was at \(quoted(was.english)), is now at \(quoted(now.english))",
                "\(number(incident)) 原地点 \(quoted(was.chinese))，现为 \(quoted(now.chinese))")
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
}

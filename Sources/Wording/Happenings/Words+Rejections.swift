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

extension Words {
    /// Why a command was refused and what to do instead.
    package func refusal(_ rejection: Rejection, on board: Board) -> Refusal {
        switch rejection {
        case .unknownIncident, .incidentClosed, .incidentOpen, .samePriority, .sameTriage, .notHeld, .holdInPast,
            .sameIncident,
            .splitNeedsReports, .notProposed:
            incidentRefusal(rejection, on: board)
        case .notDispute, .sameGrade, .stepDone, .disputeSettled, .mediationDue: disputeRefusal(rejection)
        case .unknownUnit, .unitBusy, .unitUnavailable, .alreadyAssigned, .notAssigned, .statusNotAllowed, .sameStatus,
            .milestoneReached, .noUnits:
            unitRefusal(rejection, on: board)
        case .missing, .tooLong: fieldRefusal(rejection)
        case .unknownAlert, .alertMoved, .alertAnswered, .alertHidden, .alertNotHidden, .hiddenByRule, .notLatched,
            .shelfInPast, .shelfBeyondShift, .alertHasIncident:
            alertRefusal(rejection)
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

    private func fieldRefusal(_ rejection: Rejection) -> Refusal {
        switch rejection {
        case .missing(let field):
            Refusal(
                pick("The \(self.field(field)) is missing", "缺少\(self.field(field))"), pick("enter it", "请填写"))
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

    /// Why an observation made no event.
    package func ignored(_ ignored: Ignored) -> String {
        switch ignored {
        case .known: pick("known already", "已有记录")
        case .unknownIncident: pick("names an incident that is not on the board", "所指警情不在看板上")
        case .unknownUnit(let callsign):
            pick("names unit “\(callsign)”, which is not on the roster", "所指单元“\(callsign)”不在编成中")
        case .noAssignment: pick("names an assignment that was withdrawn or never made", "所指派警已撤回或从未作出")
        case .contradiction: pick("has the id of another message", "与另一条消息的编号相同")
        case .unreadable: pick("has the id of a message whose record cannot be read", "与一条记录无法读取的消息编号相同")
        case .ahead: pick("is booked for a time that has not come", "预约时间尚未到来")
        }
    }
}

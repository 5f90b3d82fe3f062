import DispatchModel
import DispatchPolicy

/// What is said of a hand-over from shift to shift (交接班).
package struct HandoverWords: Vocabulary {
    private let words: Words

    package var language: Language { words.language }
    package var zone: Zone { words.zone }
    package var keys: [NamedKey: String] { words.keys }

    /// The words of a console.
    package init(_ words: Words) {
        self.words = words
    }
    /// Why something stands on the list.
    package func kind(_ kind: HandoverKind) -> String {
        switch kind {
        case .waiting: pick("waiting", "待派")
        case .open: pick("open", "未结")
        case .held: pick("held", "搁置")
        case .promise: pick("due", "到期")
        case .unanswered: pick("unanswered", "未确认")
        case .shelved: pick("shelved", "已搁置")
        case .standing: pick("old answer", "久未复核")
        case .unitOut: pick("unit out", "离岗")
        }
    }

    /// The heading over the items of a kind.
    package func heading(_ kind: HandoverKind) -> String {
        switch kind {
        case .waiting: pick("Incidents that wait for a unit", "待派警情")
        case .open: pick("Open incidents", "未结警情")
        case .held: pick("Incidents put aside", "搁置警情")
        case .promise: pick("Promises due", "到期事项")
        case .unanswered: pick("Alerts that nobody has answered", "未确认告警")
        case .shelved: pick("Alerts out of sight", "已搁置或停用的告警")
        case .standing: pick("Alerts answered long ago that are still on", "早已确认、仍未消除的告警")
        case .unitOut: pick("Units out of service", "离岗单元")
        }
    }

    /// What was said to an item.
    package func answer(_ answer: HandoverAnswer?) -> String {
        switch answer {
        case .acknowledged?: pick("known", "已知悉")
        case .deferred?: pick("deferred", "暂缓")
        case nil: ""
        }
    }

    /// The title of the list.
    package var handoverTitle: String { pick("Hand-over", "交接班") }

    /// Since when the shift has run, and what has changed in it.
    package func shift(_ list: HandoverList, now: Timestamp) -> String {
        let since = when(list.since, now: now)
        let urgent =
            list.receivedUrgent > 0
            ? pick(", \(list.receivedUrgent) of them P1", "（其中一级 \(list.receivedUrgent) 起）") : ""
        return pick(
            "since \(since): \(count(list.received, "call", "calls", "起"))\(urgent); \(grouped(list.closed)) closed",
            "自 \(since)：接警 \(grouped(list.received)) 起\(urgent)，办结 \(grouped(list.closed)) 起")
    }

    /// How many items were answered.
    package func answered(_ answered: Int, of all: Int) -> String {
        pick("\(answered) of \(all) answered", "已答复 \(answered)／\(all)")
    }

    /// Items that the list has no room for.
    package func leftOut(_ count: Int) -> String {
        pick("\(grouped(count)) less urgent items are not listed", "另有 \(grouped(count)) 项较次要事项未列出")
    }

    /// Nothing is on the list.
    package var nothingOpen: String { pick("nothing is open", "没有未了事项") }

    /// Items that have not been answered yet.
    package func unansweredItems(_ count: Int) -> String {
        pick("\(self.count(count, "item", "items", "项")) without an answer", "尚有 \(grouped(count)) 项未答复")
    }

    /// Items that were not on the screen yet, so that no key can mean them.
    package func unseenItems(_ count: Int) -> String {
        pick(
            "\(self.count(count, "item", "items", "项")) not seen yet: scroll down to them",
            "尚有 \(grouped(count)) 项未显示，请向下翻看")
    }

    /// Items that have changed since they were answered.
    package func changedItems(_ count: Int) -> String {
        pick(
            "\(self.count(count, "item has", "items have", "项")) changed since: look again",
            "\(grouped(count)) 项之后有变化，请重新核对")
    }

    /// The mark of an item that has changed since it was answered.
    package var changedItem: String { pick("changed", "有变化") }

    /// What is asked for before the name of who hands over, and of who takes over.
    package func handoverName(outgoing: Bool) -> String {
        outgoing ? pick("hands over (name)", "交班人姓名") : pick("takes over (name)", "接班人姓名")
    }

    /// What an item is about, in a line.
    package func item(_ item: HandoverItem, on board: Board, now: Timestamp) -> String {
        if let id = item.incident {
            guard let incident = board.incidents[id] else {
                return "\(number(id)) \(pick("is off the board", "已不在看板上"))"
            }
            return self.incident(incident, on: board)
        }
        if let id = item.alert { return board.alerts[id].map { alertName($0, board) } ?? alertName(id, board) }
        guard let id = item.unit else { return "" }
        guard let unit = board.units[id] else { return callsign(id, on: board) }
        return unit.reason.isEmpty ? unit.callsign : clauses(unit.callsign, unit.reason)
    }

    /// When an item is due, or since when it lasts.
    package func itemTime(_ item: HandoverItem, on board: Board, now: Timestamp) -> String {
        if let due = item.due {
            return due >= now
                ? pick("due \(when(due, now: now))", "\(when(due, now: now)) 到期")
                : pick("overdue \(length(now - due))", "超期 \(length(now - due))")
        }
        let since =
            item.incident.flatMap { board.incidents[$0]?.received }
            ?? item.alert.flatMap { id in board.alerts[id].map { $0.answered ?? $0.raised } }
            ?? item.unit.flatMap { board.units[$0]?.statusSince }
        return since.map { pick("for \(length(max(.zero, now - $0)))", "已 \(length(max(.zero, now - $0)))") } ?? ""
    }

    /// A hand-over that was made.
    package func handedOver(_ event: ShiftHandedOver) -> String {
        let known = event.items.count { $0.answer == .acknowledged }
        let deferred = event.items.count - known
        return pick(
            "shift handed over by \(event.outgoing) to \(event.incoming): \(known) known, \(deferred) deferred",
            "交接班：\(event.outgoing) 交 \(event.incoming) 接，已知悉 \(known) 项，暂缓 \(deferred) 项")
    }

    /// Nothing was handed over yet, for the text of a report.
    package var neverHandedOver: String { pick("no hand-over is recorded", "尚无交接班记录") }
}

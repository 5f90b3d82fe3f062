import DispatchModel
import DispatchPolicy

/// Prompts, forms, questions and what orders did.
extension Words {
    /// What stands before a line to type in; `subject` names what it is about.
    package func prompt(_ name: PromptName, _ subject: String) -> String {
        switch name {
        case .note: pick("Note on \(subject): ", "\(subject) 备注：")
        case .disposition: pick("Close \(subject) as: ", "\(subject) 处置结果：")
        case .hold: pick("Hold \(subject) for minutes: ", "\(subject) 搁置分钟数：")
        case .merge: pick("Merge \(subject) into #", "将 \(subject) 并入 #")
        case .crossReference: pick("Cross-reference \(subject) with #", "将 \(subject) 关联到 #")
        case .split: pick("Split off which reports of \(subject): ", "拆出 \(subject) 的第几条报警：")
        case .reopen: pick("Reopen \(subject) because: ", "重新打开 \(subject) 的原因：")
        case .statusReason: pick("Reason for \(subject): ", "\(subject) 的原因：")
        case .emergency: pick("EMERGENCY, which unit: ", "紧急求助，哪个单元：")
        case .goTo: pick("Go to # or callsign: ", "跳转到编号或呼号：")
        case .find: pick("Find: ", "查找：")
        }
    }

    /// What may be typed into a field of a form.
    package func formHint(_ field: FormField) -> String {
        switch field {
        case .type: pick("a word of the type, \(keycap(.complete)) completes", "输入类型词，\(keycap(.complete)) 补全")
        case .place: pick("street, crossing or name", "街道、路口或名称")
        case .priority: pick("1 to 5, empty: as usual for the type", "1 至 5，留空按该类型惯例")
        case .beat: pick("beat code, may be empty", "巡区代码，可留空")
        case .text: pick("what the caller said", "报警内容")
        case .callback: callbackHint
        case .caller: callerNameHint
        case .flat: flatHint
        case .way: ways
        case .report: pick("which report, from 1", "第几条报警")
        }
    }

    /// What may stand for the number by which a caller is called back.
    package var callbackHint: String { pick("number to call back", "回拨号码") }
    /// What may stand for a caller's name.
    package var callerNameHint: String { pick("caller's name", "报警人姓名") }
    /// What may stand for where a caller is behind the door.
    package var flatHint: String { pick("flat, room or floor", "户号、房间或楼层") }
    /// What is wanted to put a caller right.
    package var callerWanted: String {
        pick(
            "what is known of the caller: cb:NUMBER caller:NAME flat:FLAT via:WAY",
            "报警人信息：cb:号码 caller:姓名 flat:户号 via:方式")
    }

    /// The label of a field about a caller.
    package func callerLabel(_ field: FormField) -> String {
        switch field {
        case .callback: pick("CALL BACK", "回拨号码")
        case .caller: pick("CALLER", "报警人")
        case .flat: pick("FLAT", "户号")
        case .way: pick("CAME BY", "报警方式")
        case .report: pick("REPORT NO", "第几条")
        case .type, .place, .priority, .beat, .text: ""
        }
    }

    /// The title of the form about a caller.
    package func callerTitle(_ number: String) -> String { pick("Caller of \(number)", "\(number) 报警人") }

    /// Commands that could not be recorded, and why.
    package func notRecorded(_ actions: [String], because why: String) -> String {
        pick("NOT recorded: \(list(actions)) · \(why)", "未能记录：\(list(actions)) · \(why)")
    }

    /// An order in a few words with what it is about, as for one that was not recorded.
    package func order(_ command: Command, on board: Board) -> String {
        let nature = command.nature
        let said = nature.said.map { " “\($0)”" } ?? ""
        return action(nature.name) + about(nature, board) + said + detail(command, board)
    }

    /// What an order is about.
    private func about(_ nature: CommandNature, _ board: Board) -> String {
        let units = nature.units.isEmpty ? nil : callsigns(nature.units, on: board)
        let whom = nature.alert.map { "“\(alertName($0, board))”" } ?? units
        guard let incident = nature.incident else { return whom.map { " \($0)" } ?? "" }
        let other = nature.other.map { ", \(number($0))" } ?? ""
        return whom.map { " \($0) → \(number(incident))" } ?? " \(number(incident))\(other)"
    }

    /// What some orders say beside what they are about.
    private func detail(_ command: Command, _ board: Board) -> String {
        if case .create(let new) = command { return " (\(type(new.type, on: board)), \(new.place[language]))" }
        if case .setStatus(_, let status, _) = command { return " → \(self.status(status))" }
        if case .gradeDispute(_, let grade) = command { return ": \(self.grade(grade))" }
        if case .advanceDispute(_, let step) = command { return ": \(done(step))" }
        if case .mediate(_, let kind, _, _) = command { return ": \(mediation(kind))" }
        return ""
    }

    /// Nobody is assigned to an incident.
    package func noUnitAssigned(_ number: String) -> String {
        pick(
            "no unit is assigned to \(number) · \(key(.assign)) assigns one",
            "\(number) 尚未派警 · 按 \(key(.assign)) 派警")
    }

    /// What a disposition being typed would be recorded as.
    package func closesAs(_ how: String, isKnown: Bool) -> String {
        isKnown
            ? pick("closes as “\(how)”", "以“\(how)”办结")
            : pick("closes with these words as they are: “\(how)”", "按原样以“\(how)”办结")
    }

    /// The title of a choice of units.
    package func whichUnit(of incident: IncidentID) -> String {
        pick("Which unit of \(number(incident))?", "\(number(incident)) 的哪个单元？")
    }

    /// The title of the choice of a disposition.
    package func closeTitle(_ number: String, units: Int = 0) -> String {
        let title = pick("Close \(number) as", "\(number) 处置结果")
        guard units > 0 else { return title }
        let free = pick(units == 1 ? "1 unit comes free" : "\(units) units come free", "\(units)个单元转为待命")
        return pick("\(title): \(free)", "\(title)：\(free)")
    }

    /// The title of the choice of a hold's length.
    package func holdTitle(_ number: String) -> String { pick("Hold \(number) for", "\(number) 搁置时长") }

    /// A hold without an end.
    package var holdOpenEnded: String { pick("until released", "直到解除") }

    /// The title of the choice of a reason.
    package func reasonTitle(_ subject: String) -> String { pick("Reason for \(subject)", "\(subject) 的原因") }

    /// A choice that asks for words of one's own.
    package var otherChoice: String { pick("other …", "其他……") }

    /// The title of the form for a new incident.
    package var newIncidentTitle: String { pick("New incident", "新建警情") }

    /// The title of the form for a triage.
    package func triageTitle(_ number: String) -> String { pick("Triage \(number)", "\(number) 分流") }

    /// The label of a report's text.
    package var reportLabel: String { pick("REPORT", "报警内容") }

    /// What a hold wants to be told.
    package var minutesWanted: String {
        pick("minutes from 1 to 10080, or hours such as 2h", "请输入 1 至 10080 分钟，或小时数如 2h")
    }

    /// What Enter does in the popup of ranked units.
    package func sendHint(_ callsigns: [String]) -> String { pick("send \(list(callsigns))", "派出\(list(callsigns))") }

    /// What a digit does in the popup of ranked units.
    package var sendDigitHint: String { pick("send that row", "派出该行") }

    /// What Enter or a digit does in a menu.
    package var chooseHint: String { pick("choose", "选定") }

    /// What Enter does in a form.
    package var recordHint: String { pick("record", "录入") }

    /// What the keys that accept and leave do with a line of free text.
    package var enterRecords: String {
        pick(
            "\(keycap(.accept)) records it, \(keycap(.cancel)) leaves it as a draft, not recorded",
            "\(keycap(.accept)) 录入，\(keycap(.cancel)) 存为草稿，不录入")
    }

    /// What was typed and left is kept; `key` opens it again, empty when none does here.
    package func draftKept(_ key: String) -> String {
        pick(
            "nothing recorded · what you typed is kept" + (key.isEmpty ? "" : " · \(key) brings it back"),
            "未录入 · 已保留所输入内容" + (key.isEmpty ? "" : " · 按 \(key) 恢复"))
    }

    /// What was typed and left is there again.
    package func draftBack(clear: String) -> String {
        pick("your draft is back, not recorded yet · \(clear) empties it", "已恢复草稿，尚未录入 · 按 \(clear) 清空")
    }

    /// A list that was left half answered is open again.
    package var goesOnWhereLeft: String { pick("goes on where it was left", "从上次中断处继续") }

    /// Asks before the console is left while nothing is recorded.
    package var quitUnrecordedQuestion: String {
        pick("Quit although the journal is not recording?", "日志未在记录，仍要退出？")
    }

    /// What quitting then means.
    package var quitUnrecordedDetail: String {
        pick("What could not be recorded is lost with the console.", "退出后，未能记录的内容将会丢失。")
    }

    /// The button that quits.
    package var quitButton: String { pick("Quit", "退出") }

    /// The button that changes nothing.
    package var cancelButton: String { pick("Cancel", "取消") }

    /// The button that diverts.
    package var divertButton: String { pick("Divert", "改派") }

    /// The reports that a split can take, by their order.
    package func splitPreview(_ reports: [Int64]) -> String {
        let places = reports.indices.map { "\($0 + 1)" }
        return pick("reports: \(list(places)); one must stay", "报警：\(list(places))；须留下一条")
    }

    /// The question before units are taken from other incidents.
    package func divertQuestion(_ units: [UnitID], to incident: IncidentID, on board: Board) -> String {
        let target = board.incidents[incident].map { self.incident($0, on: board) } ?? number(incident)
        return pick(
            "Divert \(callsigns(units, on: board)) to \(target)?", "将 \(callsigns(units, on: board)) 改派至 \(target)？")
    }

    /// Asks before a call for help is taken back.
    package func takeBackCallQuestion(_ unit: UnitID, on board: Board) -> String {
        pick("Take back the call for help of \(callsign(unit, on: board))?", "撤销 \(callsign(unit, on: board)) 的紧急求助？")
    }

    /// What taking a call for help back means.
    package var takeBackCallDetail: String {
        pick("It is closed as entered in error; nobody goes there.", "将按误录关闭，不再派人前往。")
    }

    /// The button that takes a call for help back.
    package var takeBackButton: String { pick("Take back", "撤销") }

    /// Something else was done between the question and the answer.
    package var otherActionSince: String {
        pick("something else was done since; nothing was undone", "其间已有其他操作；未撤销任何操作")
    }

    /// What diverting a unit leaves behind.
    package func divertDetail(_ unit: FieldUnit, on board: Board, now: Timestamp) -> String {
        guard let id = unit.incident, let left = board.incidents[id] else { return unit.callsign }
        let stay = left.openAssignments.map(\.unit).filter { $0 != unit.id }
        let what = incident(left, on: board)
        let state = status(unit.status)
        if stay.isEmpty {
            return pick(
                "\(unit.callsign) is \(state); \(what) is left without a unit",
                "\(unit.callsign) 现为\(state)；\(what) 将无警力")
        }
        return pick(
            "\(unit.callsign) is \(state); \(what) keeps \(callsigns(stay, on: board))",
            "\(unit.callsign) 现为\(state)；\(what) 剩余 \(callsigns(stay, on: board))")
    }

    /// What a command did, from the events it made.
    package func done(_ command: Command, records: [EventRecord], before: Board, after: Board) -> String {
        if case .undo = command {
            let memo = records.lazy.compactMap { record -> ActionMemo? in
                guard case .actionUndone(let event) = record.body else { return nil }
                return before.actions.last { $0.position == event.action }
            }.first
            return message(.undone(action: memo?.name ?? "", of: memo.map { subjects(of: $0, on: before) } ?? []))
        }
        let lines = records.compactMap { record -> String? in
            let isOfUndo = [.actionTaken, .incidentRestored, .unitRestored, .alertRestored].contains(record.body.kind)
            return isOfUndo ? nil : happening(record, on: after)
        }
        guard !lines.isEmpty else { return message(.unchanged) }
        return lines.count > 3
            ? list(Array(lines.prefix(2))) + pick(" and \(lines.count - 2) more", " 等\(lines.count)项") : list(lines)
    }
}

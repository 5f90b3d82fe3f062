import DispatchModel
import DispatchPolicy

/// The lines that a person is asked to type.
package enum PromptName: Hashable, Sendable, CaseIterable {
    /// A note.
    case note
    /// How an incident ended.
    case disposition
    /// For how long an incident is held.
    case hold
    /// The incident to merge into.
    case merge
    /// The incident to cross-reference with.
    case crossReference
    /// The reports to split off.
    case split
    /// Why an incident is opened again.
    case reopen
    /// Why the status rules are overridden.
    case statusReason
    /// Whose emergency it is.
    case emergency
    /// Where to go.
    case goTo
    /// What to look for.
    case find
}

/// The fields of the forms for incidents.
package enum FormField: Hashable, Sendable, CaseIterable {
    /// The incident's type.
    case type
    /// Its place.
    case place
    /// Its priority.
    case priority
    /// Its beat.
    case beat
    /// What was reported.
    case text
}

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
        case .type: pick("a word of the type, Tab completes", "输入类型词，Tab 补全")
        case .place: pick("street, crossing or name", "街道、路口或名称")
        case .priority: pick("1 to 5, empty: as usual for the type", "1 至 5，留空按该类型惯例")
        case .beat: pick("beat code, may be empty", "巡区代码，可留空")
        case .text: pick("what the caller said", "报警内容")
        }
    }

    /// Commands that could not be recorded, and why.
    package func notRecorded(_ actions: [String], because why: String) -> String {
        pick("NOT recorded: \(list(actions)) · \(why)", "未能记录：\(list(actions)) · \(why)")
    }

    /// A key that came just when the selection had to move to another thing.
    package var selectionJustMoved: String {
        pick(
            "nothing done: the selected row has just left the list · press again for the one selected now",
            "未执行：所选项刚刚离开列表 · 再按一次对现选中项执行")
    }

    /// A command that works in a dialog or field only.
    package func onlyIn(_ places: [String]) -> String {
        pick("only in: \(list(places))", "仅用于：\(list(places))")
    }

    /// An order in a few words with what it is about, as for one that was not recorded.
    package func order(_ command: Command, on board: Board) -> String {
        let name = action(command.name)
        switch command {
        case .create(let new): return "\(name) (\(type(new.type, on: board)), \(new.place.text))"
        case .addReport(let id, _, let text), .note(let id, let text): return "\(name) \(number(id)) “\(text)”"
        case .triage(let id, _), .hold(let id, _, _), .releaseHold(let id), .split(let id, _), .reopen(let id, _):
            return "\(name) \(number(id))"
        case .merge(let id, let other), .link(let id, let other), .dismissDuplicate(let id, let other):
            return "\(name) \(number(id)), \(number(other))"
        case .close(let id, let disposition): return "\(name) \(number(id)) “\(disposition)”"
        case .assign(let id, let units, _): return "\(name) \(callsigns(units, on: board)) → \(number(id))"
        case .withdraw(let unit, _), .advance(let unit, _, _), .emergency(let unit):
            return "\(name) \(callsign(unit, on: board))"
        case .setStatus(let unit, let status, _):
            return "\(name) \(callsign(unit, on: board)) → \(self.status(status))"
        case .gradeDispute(let id, let grade): return "\(name) \(number(id)): \(self.grade(grade))"
        case .advanceDispute(let id, let step): return "\(name) \(number(id)): \(done(step))"
        case .mediate(let id, let kind, _, _): return "\(name) \(number(id)): \(mediation(kind))"
        case .acknowledge(let id, _, _), .reset(let id, _), .shelve(let id, _, _, _, _, _),
            .takeOutOfService(let id, _, _, _), .showAlert(let id, _), .raiseIncident(let id, _, _, _):
            return "\(name) “\(alertName(id, board))”"
        case .joinAlert(let id, let incident): return "\(name) “\(alertName(id, board))” → \(number(incident))"
        case .undo: return name
        }
    }

    /// What the selection says when its thing has left the list.
    package func selectionLeft(_ subject: String) -> String {
        pick("\(subject) left the list; its neighbour is selected", "\(subject) 已离开列表，现选中相邻一项")
    }

    /// A key that means nothing here.
    package func keyUnbound(_ key: String) -> String {
        pick(
            "\(key) does nothing here · \(self.key(.help)) lists the keys",
            "\(key) 在此无作用 · 按 \(self.key(.help)) 查看按键")
    }

    /// A field that takes no more text.
    package var fieldFull: String { pick("the field is full", "输入框已满") }

    /// A command that only a replay or exercise has.
    package var onlyInReplay: String { pick("only in a replay or exercise", "仅在回放或演练中可用") }

    /// A command that a watching console does not have.
    package var watchingOnly: String {
        pick("this console only watches: another one writes the journal", "本控制台仅供观看：另一控制台正在写入日志")
    }

    /// Suspending is switched off.
    package var suspendOff: String { pick("suspending is switched off on a wall", "大屏模式下不可挂起") }

    /// How to leave.
    package var howToQuit: String { pick("\(key(.commandLine))q quits", "输入 \(key(.commandLine))q 退出") }

    /// Nothing is ordered from a screen too small to show what it would be about.
    package var tooSmallToOrder: String {
        pick("the terminal is too small to see what a key is about: nothing is ordered", "终端过小，无法看清按键对象，未下达任何指令")
    }

    /// Keys and pastes that came before there was a frame to see were dropped.
    package func typedAhead(_ count: Int) -> String {
        pick(
            count == 1
                ? "1 key typed before the screen was there was dropped"
                : "\(count) keys typed before the screen was there were dropped",
            "屏幕显示之前的\(count)个按键未执行")
    }

    /// The terminal began a string of its own and does not end it.
    package var unendedString: String {
        pick(
            "the terminal began an answer and does not end it: keys are passed over · Esc ends it",
            "终端的应答尚未结束，按键不生效 · 按 Esc 结束")
    }

    /// There is nothing here that can be marked.
    package var nothingToMark: String { pick("nothing here can be marked", "此处没有可标记的项") }

    /// This pane has one order only.
    package var nothingToSort: String { pick("this pane has one order", "此窗格只有一种顺序") }

    /// Something that the board does not have.
    package func notOnBoard(_ text: String) -> String {
        pick("“\(text)” is not on the board", "看板上没有“\(text)”")
    }

    /// A row that the popup does not have.
    package func noSuchRow(_ row: Int) -> String { pick("there is no row \(row)", "没有第\(row)行") }

    /// A digit whose row was scrolled away.
    package func rowOutOfSight(_ row: Int, top: String) -> String {
        pick("row \(row) is out of sight · \(top) goes back to the top", "第\(row)行不在视野内 · 按 \(top) 回到顶部")
    }

    /// Letters typed to find a line of a menu that none has.
    package func noLineBegins(_ text: String) -> String {
        pick("no line begins with “\(text)”: nothing is chosen", "没有以“\(text)”开头的项，未选定")
    }

    /// A key that decides, behind letters that meant nothing.
    package func strayLetters(_ letters: String) -> String {
        pick(
            "nothing done: “\(letters)” before it means nothing here · press again", "未执行：之前的“\(letters)”在此无意义 · 请再按一次")
    }

    /// What letters do in a menu.
    package var findLineHint: String { pick("find", "查找") }

    /// Units are ranked for a place that nobody knows the point of.
    package func rankedBlindly(_ place: String) -> String {
        pick(
            "no point known for “\(place)”: travel unknown, not ordered by distance", "“\(place)”无坐标：行程未知，排序不含距离")
    }

    /// The response plan found no free unit.
    package var planFindsNobody: String {
        pick("the response plan asks for nobody more", "预案所需警力已齐")
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
    /// The title of the choice of a sort order.
    package func sortTitle(of pane: PaneName) -> String { pick("Sort \(title(pane)) by", "\(title(pane))排序") }
    /// The title of the choice of a disposition.
    package func closeTitle(_ number: String, units: Int = 0) -> String {
        let title = pick("Close \(number) as", "\(number) 处置结果")
        guard units > 0 else { return title }
        let free = pick(units == 1 ? "1 unit comes free" : "\(units) units come free", "\(units)个单元转为待命")
        return pick("\(title): \(free)", "\(title)：\(free)")
    }
    /// What and where an incident is whose number stands before it.
    package func about(_ incident: Incident, on board: Board) -> String {
        let type = type(of: incident, on: board)
        guard !incident.place.text.isEmpty else { return type }
        return pick("\(type), \(incident.place.text)", "\(type)，\(incident.place.text)")
    }
    /// Something said of an incident, which it names.
    package func of(_ incident: IncidentID, _ text: String) -> String {
        pick("\(number(incident)): \(text)", "\(number(incident))：\(text)")
    }
    /// The title of the choice of a hold's length.
    package func holdTitle(_ number: String) -> String { pick("Hold \(number) for", "\(number) 搁置时长") }
    /// A hold without an end.
    package var holdOpenEnded: String { pick("until released", "直到解除") }
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
    /// What a speed looks like.
    package var speedWanted: String {
        pick("a speed from 0.1 to 1000, or max, such as :speed 4", "速度为 0.1 至 1000 或 max，例如 :speed 4")
    }
    /// What Enter does in the popup of ranked units.
    package func sendHint(_ callsigns: [String]) -> String { pick("send \(list(callsigns))", "派出\(list(callsigns))") }
    /// What a digit does in the popup of ranked units.
    package var sendDigitHint: String { pick("send that row", "派出该行") }
    /// What Enter or a digit does in a menu.
    package var chooseHint: String { pick("choose", "选定") }
    /// What Enter does in a form.
    package var recordHint: String { pick("record", "录入") }
    /// What Enter and Esc do with a line of free text.
    package var enterRecords: String {
        pick("Enter records it, Esc leaves it as a draft, not recorded", "Enter 录入，Esc 存为草稿，不录入")
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
    /// The button that changes nothing.
    package var cancelButton: String { pick("Cancel", "取消") }
    /// The button that diverts.
    package var divertButton: String { pick("Divert", "改派") }
    /// The title of the figures.
    package var figuresTitle: String { pick("Figures", "统计") }
    /// The title of the command language in the help.
    package var grammarTitle: String { pick("One-line commands, after :", "单行命令，输入 : 之后") }
    /// The clipboard took nothing.
    package func copyUnavailable(_ why: String) -> String { pick("not copied: \(why)", "未复制：\(why)") }
    /// What is wrong with a line, and what to do.
    package func lineFailure(_ message: String, _ remedy: String) -> String {
        remedy.isEmpty ? message : "\(message) · \(remedy)"
    }

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
            switch record.body {
            case .actionTaken, .incidentRestored, .unitRestored, .alertRestored: nil
            default: happening(record, on: after)
            }
        }
        guard !lines.isEmpty else { return message(.unchanged) }
        return lines.count > 3
            ? list(Array(lines.prefix(2))) + pick(" and \(lines.count - 2) more", " 等\(lines.count)项") : list(lines)
    }
}

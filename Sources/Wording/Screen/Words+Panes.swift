import DispatchModel
import DispatchPolicy

/// What an empty pane says.
extension Words {
    /// What the queue says while nothing is open, where nothing can be entered.
    package var noneOpen: String { pick("No incident is open.", "当前无警情。") }

    /// What the queue says while nothing is open, and what to do then.
    package var noIncident: String {
        pick("No incident is open. Press \(key(.create)) to enter one.", "当前无警情。按 \(key(.create)) 新建警情。")
    }

    /// What the patrol pane says while there is no unit, and what brings some.
    package var noPatrol: String {
        pick(
            "No patrol unit on the board. A roster brings them: --roster FILE or roster.toml, in a replay its mapping file.",
            "尚无巡逻单元，由编成带入：--roster 文件或 roster.toml；回放时为其映射文件。")
    }

    /// What the quick-response pane says while there is no unit, and what brings some.
    package var noQuickResponse: String {
        pick(
            "No quick-response unit on the board. A roster brings them: --roster FILE or roster.toml, in a replay its mapping file.",
            "尚无快反单元，由编成带入：--roster 文件或 roster.toml；回放时为其映射文件。")
    }

    /// What the alert pane says while there is none.
    package var noAlert: String { pick("No alert. Deadlines are being watched.", "无告警，各项时限监看中。") }

    /// What the activity log says before anything has happened.
    package var nothingHappened: String { pick("Nothing has happened yet.", "尚无动态。") }

    /// What the scorecard says where there are no figures.
    package var noFigures: String { pick("No journal to take figures from.", "没有可供统计的日志。") }

    /// What the detail says while nothing is selected.
    package var nothingInDetail: String {
        pick("Nothing selected. Choose a row in a pane.", "未选中任何项，请在列表中选择一行。")
    }

    /// What a pane says when the filter lets nothing through, and what to do then.
    package func emptyFiltered(_ pane: PaneName, filter: String) -> String {
        pick(
            "\(title(pane)): nothing matches “\(filter)”. Press \(key(.clearFilter)) to show everything.",
            "\(title(pane))：没有与“\(filter)”匹配的项。按 \(key(.clearFilter)) 显示全部。")
    }
}

/// Rows and menus.
extension Words {
    /// There is nothing here that can be marked.
    package var nothingToMark: String { pick("nothing here can be marked", "此处没有可标记的项") }

    /// Nothing is selected in a pane that could be opened.
    package func nothingToOpen(_ pane: PaneName) -> String {
        pick("\(title(pane)): nothing is selected that could be opened", "\(title(pane))：没有选中可打开的项")
    }

    /// What is shown belongs to nothing else that could be opened.
    package var nothingBehind: String { pick("it belongs to nothing that could be opened", "没有与之关联、可继续打开的内容") }

    /// A pane in which nothing can be looked for, and the one where it can.
    package func nothingToSearch(_ pane: PaneName, but other: PaneName) -> String {
        pick(
            "\(title(pane)) has no search: go to \(title(other)) first",
            "\(title(pane))不支持查找，请先转到\(title(other))窗格")
    }

    /// How many events have what is looked for.
    package func matches(_ count: Int) -> String {
        count == 0
            ? pick("nothing matches", "没有匹配项")
            : pick("\(grouped(count)) \(count == 1 ? "match" : "matches")", "\(grouped(count)) 处匹配")
    }

    /// The search has gone on from the other end of the list.
    package func searchGoesOn(newest: Bool) -> String {
        newest
            ? pick("no further match: on from the newest", "后面没有匹配项，已回到最新一条")
            : pick("no further match: on from the oldest", "前面没有匹配项，已转到最早一条")
    }

    /// A fault of the settings, how many there are, and what lists them all.
    package func fault(_ text: String, of count: Int) -> String {
        guard count > 1 else { return text }
        return pick(
            "1 of \(count) faults, see `watchfloor settings`: \(text)", "共 \(count) 处问题，见 `watchfloor settings`：\(text)"
        )
    }

    /// What the key of a filter does in a list that is searched.
    package var searchHint: String { pick("search", "查找") }

    /// This pane has one order only.
    package var nothingToSort: String { pick("this pane has one order", "此窗格只有一种顺序") }

    /// What is done to ranked units is not done where an incident is picked for some.
    package var oneIncidentIsPicked: String {
        pick("one incident is picked here: no marks, no plan", "此处只选一起警情：不作标记，不按预案派出")
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

    /// What letters do in a menu.
    package var findLineHint: String { pick("find", "查找") }

    /// What digits do in a menu of lengths.
    package var typeLengthHint: String { pick("type a length", "输入时长") }

    /// The title of the choice of a sort order.
    package func sortTitle(of pane: PaneName) -> String { pick("Sort \(title(pane)) by", "\(title(pane))排序") }
}

/// What stands at the edges of the lists and popups.
extension Words {
    /// Rows below the ones that are seen.
    package func moreBelow(_ count: Int) -> String { pick("\(grouped(count)) more", "下方还有\(grouped(count))项") }

    /// Rows above the ones that are seen.
    package func moreAbove(_ count: Int) -> String { pick("\(grouped(count)) above", "上方\(grouped(count))项") }

    /// Rows that came in above the ones that are seen.
    package func newAbove(_ count: Int) -> String { pick("\(grouped(count)) new above", "上方新增\(grouped(count))项") }

    /// Nothing comes below the rows that are seen.
    package var endOfList: String { pick("end of the list", "列表末尾") }

    /// The rows keep their order on purpose.
    package var orderFrozen: String { pick("order frozen", "顺序已冻结") }

    /// What came in while the order was kept.
    package func cameWhileFrozen(_ count: Int) -> String {
        pick("\(grouped(count)) new since", "其后新增\(grouped(count))项")
    }

    /// Lines of a page below the ones that are seen.
    package func moreLines(_ count: Int) -> String { pick("\(count) more", "下方还有\(count)行") }

    /// The title of the keys and commands.
    package var helpTitle: String { pick("Keys and commands", "按键与命令") }

    /// The title of the palette.
    package var paletteTitle: String { pick("Commands", "命令") }

    /// A row of a frozen list whose thing has gone.
    package func goneFromBoard(_ name: String) -> String {
        pick("\(name) is no longer on the board", "\(name) 已不在看板上")
    }

    /// A thing that has gone, behind its number.
    package var noLongerOnBoard: String { pick("no longer on the board", "已不在看板上") }

    /// The detail view of a thing that has gone.
    package var journalKeepsIt: String {
        pick("No longer on the board; the journal keeps it.", "已不在看板上，日志中仍有记录。")
    }

    /// A screen on which nothing can be shown: the columns and rows it needs, and those it has.
    package func consoleNeeds(_ needed: (columns: Int, rows: Int), has: (columns: Int, rows: Int)) -> String {
        pick(
            "The console needs \(needed.columns)x\(needed.rows) cells; this terminal has \(has.columns)x\(has.rows). "
                + "Enlarge it or use a smaller font.",
            "控制台需要 \(needed.columns)x\(needed.rows) 个字符，当前终端为 \(has.columns)x\(has.rows)。请放大窗口或缩小字体。")
    }
}

/// What the panes' titles and the status strip count.
extension Words {
    /// Units that can be sent, of all.
    package func free(_ free: Int, of total: Int) -> String { pick("\(free) free of \(total)", "\(total)中\(free)可派") }

    /// Response circles without their unit.
    package func openCircles(_ open: Int) -> String {
        open == 0
            ? pick("all circles covered", "快反圈全部覆盖")
            : pick("\(open) \(open == 1 ? "circle" : "circles") open", "\(open)个快反圈空缺")
    }

    /// Feeds that are well, of all.
    package func feedsWell(_ fresh: Int, of all: Int) -> String { pick("\(fresh) of \(all) well", "\(all)中\(fresh)正常") }

    /// Open incidents that a filter lets through, of all that are open.
    package func openShown(_ shown: Int, of all: Int) -> String {
        pick("\(grouped(shown)) of \(grouped(all)) open", "\(grouped(all))起中\(grouped(shown))起")
    }

    /// Incidents without a unit.
    package func waiting(_ count: Int) -> String { pick("\(grouped(count)) waiting", "\(grouped(count))起待派") }

    /// Incidents not closed.
    package func open(_ count: Int) -> String { pick("\(grouped(count)) open", "\(grouped(count))起在办") }

    /// The column that rows are ordered by.
    package func ordered(by column: ColumnName) -> String { pick("by \(column.inWords)", "按\(header(column))") }

    /// The priorities behind the two most urgent.
    package var lesserPriorities: String { pick("P3+", "其他") }

    /// Messages that name what the board does not have.
    package func refused(_ count: Int) -> String { pick("refused \(grouped(count))", "拒收\(grouped(count))") }

    /// Messages that could not be taken.
    package func deadLetters(_ count: Int) -> String { pick("dead letters \(grouped(count))", "死信\(grouped(count))") }

    /// Lines of a log that could not be read.
    package func skipped(_ count: Int) -> String { pick("skipped \(grouped(count))", "跳过\(grouped(count))行") }
}

/// Marks and filters.
extension Words {
    /// An action that is done to one incident while several are marked.
    package func notForSeveral(_ incidents: [IncidentID], clear: String) -> String {
        pick(
            "not done to several: \(numbers(incidents)) are marked · \(clear) removes the marks",
            "此操作只针对一起警情：已标记 \(numbers(incidents)) · 按 \(clear) 清除标记")
    }

    /// A key that would send other units than those that are marked.
    package func unitsAreMarked(_ units: [UnitID], on board: Board, send: String, clear: String) -> String {
        let names = callsigns(units, on: board)
        return pick(
            "nothing sent: \(names) marked · \(send) is for them · \(clear) removes the marks",
            "未派出：已标记 \(names) · 按 \(send) 派出 · 按 \(clear) 清除标记")
    }

    /// A pane's title: how many of its rows are marked.
    package func marked(_ count: Int) -> String { pick("\(grouped(count)) marked", "已标记\(grouped(count))项") }

    /// Marked rows that a filter hides, while a key would act on what is marked.
    package func marksOutOfSight(_ names: String, clear: String) -> String {
        pick(
            "nothing done: \(names) marked but out of sight · \(key(.clearFilter)) shows everything · \(clear) removes the marks",
            "未执行：已标记的 \(names) 不在视野内 · 按 \(key(.clearFilter)) 恢复显示 · 按 \(clear) 清除标记")
    }

    /// No other incident is open that a unit could go to.
    package var noOtherIncident: String { pick("no other incident is open", "没有其他在办警情") }

    /// A popup's filter lets nothing through.
    package func noRowFits(_ filter: String) -> String {
        pick("Nothing here fits “\(filter)”.", "没有符合“\(filter)”的项。")
    }

    /// A pane whose rows cannot be filtered.
    package func nothingToFilter(_ pane: PaneName) -> String {
        pick("\(title(pane)) has no filter: go to the list first", "\(title(pane))不支持筛选，请先转到列表窗格")
    }

    /// Nothing is left out anywhere.
    package var nothingFiltered: String { pick("nothing is filtered", "当前没有筛选") }

    /// The filters of these panes are gone; none for a list of hidden alerts that is put away.
    package func filtersTakenAway(_ panes: [PaneName]) -> String {
        guard !panes.isEmpty else { return pick("everything in sight again", "已恢复显示") }
        let names = list(panes.map { title($0) })
        return pick("filter taken away: \(names)", "已清除筛选：\(names)")
    }

    /// A key that came before what was just made is on the screen.
    package var madeNotShown: String {
        pick("nothing done: what you just made is not on the screen yet · press again", "未执行：刚建立的内容尚未显示 · 请再按一次")
    }
}

/// What the scorecard and the status strip say of deadline profiles.
extension Words {
    /// A measure of a profile in a word, as the status strip shows it.
    package func measureShort(_ measure: ProfileMeasure) -> String {
        switch measure {
        case .answer: pick("answer", "接听")
        case .process: pick("process", "派警")
        case .acknowledged: pick("ack", "签收")
        case .enRoute: pick("en route", "出警")
        case .arrived: pick("arrive", "到场")
        case .feedback: pick("feedback", "反馈")
        case .quickResponse: pick("quick", "快反")
        }
    }

    /// A measure of a profile with its beginning and end.
    package func measure(_ measure: ProfileMeasure) -> String {
        switch measure {
        case .answer: pick("answered (call → answer)", "接听（来电 → 接听）")
        case .process: pick("processed (first report → unit sent)", "派警（首次接报 → 派警）")
        case .acknowledged: pick("acknowledged (sent → read by the crew)", "签收（派警 → 签收）")
        case .enRoute: pick("en route (sent → under way)", "出警（派警 → 赶赴）")
        case .arrived: pick("arrived (sent → on scene)", "到场（派警 → 到场）")
        case .feedback: pick("feedback (sent → feedback)", "反馈（派警 → 反馈）")
        case .quickResponse: pick("quick response (sent → on scene)", "快反（派警 → 到场）")
        }
    }

    /// What a profile is called.
    package func title(of profile: DeadlineProfile) -> String { pick(profile.english, profile.chinese) }

    /// The standard or bulletin that a profile comes from.
    package func source(of profile: DeadlineProfile) -> String { pick(profile.source, profile.sourceChinese) }

    /// What a measure is about when not everything counts: `P1, P2`; empty when everything does.
    package func scope(of target: ProfileTarget) -> String {
        let parts =
            target.priorities.sorted().map { priority($0) }
            + target.kinds.sorted { $0.rawValue < $1.rawValue }.map { kind($0) }
            + target.panes.sorted { $0.rawValue < $1.rawValue }.map { pane($0) }
        return list(parts)
    }

    /// A limit's cases in a line: `47 of 50, 94 %`; what cannot be said is not.
    package func share(_ limit: LimitAttainment) -> String {
        guard let percent = limit.percent else { return pick("no cases", "无数据") }
        let counts = pick("\(limit.within) of \(limit.cases)", "\(limit.within)/\(limit.cases)")
        guard !limit.isTooFew else { return pick("\(counts), too few", "\(counts)，数据不足") }
        return pick("\(counts), \(percent) %", "\(counts)，\(percent)%")
    }

    /// Whether the wanted share is attained: `wanted 90 %, attained`; empty when none is wanted.
    package func verdict(_ limit: LimitAttainment) -> String {
        guard let wanted = limit.limit.wanted else { return "" }
        let asked = pick("wanted \(wanted) %", "要求\(wanted)%")
        guard !limit.isTooFew, let isAttained = limit.isAttained else { return asked }
        return isAttained ? pick("\(asked), attained", "\(asked)，达标") : pick("\(asked), missed", "\(asked)，未达标")
    }

    /// What was left out of a measure, and what is still open; empty when nothing is.
    package func leftOut(_ target: TargetAttainment) -> String {
        guard target.isRecorded else {
            return pick("not recorded: no report says when its call rang", "无记录：报警中没有振铃时间")
        }
        var parts: [String] = []
        if target.open > 0 { parts.append(pick("\(target.open) still open", "进行中\(target.open)")) }
        if target.missing > 0 { parts.append(pick("\(target.missing) without times", "缺时间\(target.missing)")) }
        if target.backwards > 0 { parts.append(pick("\(target.backwards) backwards", "时间倒置\(target.backwards)")) }
        return list(parts)
    }

    /// The span that the status strip's figures are of.
    package func ofTheLast(_ span: Span) -> String { pick("of the last \(length(span))", "最近\(length(span))") }

    /// A profile was chosen.
    package func profileChosen(_ profile: DeadlineProfile) -> String {
        pick("deadline profile: \(title(of: profile))", "考核方案：\(title(of: profile))")
    }

    /// There is no profile of a name.
    package func noProfile(_ name: String, among names: [String]) -> String {
        pick(
            "there is no deadline profile “\(name)” · one of \(list(names))",
            "没有名为“\(name)”的考核方案 · 可用：\(list(names))")
    }

    /// The heading of the profiles that can be chosen.
    package var otherProfiles: String {
        pick("Profiles (\(key(.commandLine))profile NAME)", "考核方案（\(key(.commandLine))profile 名称）")
    }
}

/// Response circles.
extension Words {
    /// That there is nothing that could be covered.
    package var noCircles: String { pick("no response circle is defined", "未设快反圈") }
}

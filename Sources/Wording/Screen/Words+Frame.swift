import DispatchModel

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
    package func ordered(by column: ColumnName) -> String { pick("by \(column.rawValue)", "按\(header(column))") }

    /// The priorities behind the two most urgent.
    package var lesserPriorities: String { pick("P3+", "其他") }

    /// Messages that name what the board does not have.
    package func refused(_ count: Int) -> String { pick("refused \(grouped(count))", "拒收\(grouped(count))") }

    /// Messages that could not be taken.
    package func deadLetters(_ count: Int) -> String { pick("dead letters \(grouped(count))", "死信\(grouped(count))") }

    /// Lines of a log that could not be read.
    package func skipped(_ count: Int) -> String { pick("skipped \(grouped(count))", "跳过\(grouped(count))行") }
}

/// What the wall shows.
extension Words {
    /// The heading over the units that can be sent.
    package var unitsFree: String { pick("units free", "可派警力") }

    /// All units, and the quick-response units that can be sent among them.
    package func unitsInAll(_ total: Int, quickResponse free: Int, of all: Int) -> String {
        pick("of \(total), QRU \(free)/\(all)", "共\(total)，快反\(free)/\(all)")
    }

    /// The heading over the alerts nobody answered.
    package var alertsUnanswered: String { pick("alerts unanswered", "未确认告警") }

    /// The age of the oldest.
    package func oldest(_ age: String) -> String { pick("oldest \(age)", "最久 \(age)") }

    /// The age of the oldest, and how old it may become.
    package func oldest(_ age: String, limit: String) -> String {
        pick("oldest \(age), limit \(limit)", "最久 \(age)，限 \(limit)")
    }

    /// The heading over the incidents of a priority that wait.
    package func waitingHeading(_ level: Priority) -> String {
        pick("\(priority(level)) waiting", "\(priority(level))警情待派")
    }

    /// The heading over the incidents on the wall.
    package var waitingAndOverdue: String { pick("Waiting and overdue", "待派与超时") }

    /// Incidents that found no room.
    package func moreIncidents(_ count: Int) -> String { pick("\(grouped(count)) more", "另有\(grouped(count))起") }

    /// How far an incident is past its limit.
    package func overdue(_ state: String, by late: Span) -> String {
        pick("\(state), over \(duration(late))", "\(state)，超 \(duration(late))")
    }

    /// The heading over the circles without their unit.
    package var uncoveredNow: String { pick("Uncovered now", "此刻空缺") }

    /// Circles that found no room.
    package func moreCircles(_ count: Int) -> String { pick("\(count) more", "另有\(count)个") }

    /// No circle is without its unit.
    package var everyCircleCovered: String { pick("every circle is covered", "快反圈全部覆盖") }
}

/// What the detail view and the popups say of one thing.
extension Words {
    /// A limit that is kept so far.
    package func within(_ limit: Span) -> String { pick("limit \(duration(limit))", "限 \(duration(limit))") }

    /// A limit that is passed, and by how much.
    package func past(_ limit: Span, by late: Span) -> String {
        pick("limit \(duration(limit)), over by \(duration(late))", "限 \(duration(limit))，超 \(duration(late))")
    }

    /// Until when an incident is held.
    package func held(until end: Timestamp, now: Timestamp) -> String {
        pick("held until \(when(end, now: now))", "搁置至 \(when(end, now: now))")
    }

    /// A log whose times contradict each other.
    package var timesBackwards: String { pick("times run backwards in the log", "日志中时间倒序") }

    /// Where an incident's reports went.
    package func merged(into other: IncidentID) -> String {
        pick("merged into \(number(other))", "已并入 \(number(other))")
    }

    /// An assignment that was taken back; when stands behind it.
    package var withdrawn: String { pick("withdrawn", "撤回") }

    /// A report without words.
    package var noText: String { pick("no text", "无文字") }

    /// Who called, before what was said.
    package func said(by caller: String) -> String { pick("\(caller): ", "\(caller)：") }

    /// Until when a dispute's step is to be done.
    package func due(_ by: Timestamp, now: Timestamp) -> String {
        pick("by \(deadline(by, now: now))", "限 \(deadline(by, now: now))")
    }

    /// When a dispute's step was done, and by how much too late.
    package func done(_ at: Timestamp, late: Span?, now: Timestamp) -> String {
        let when = deadline(at, now: now)
        guard let late else { return pick("done \(when)", "\(when) 完成") }
        return pick("done \(when), \(length(late)) late", "\(when) 完成，迟\(length(late))")
    }

    /// How often an alert came on.
    package func cameOn(_ times: Int64) -> String { pick("came on \(times) times", "第\(times)次触发") }

    /// A response circle in a column.
    package func circleBriefly(_ minutes: Int64) -> String { pick("\(minutes) min", "\(minutes)分") }

    /// How wide a response circle is.
    package func circle(_ minutes: Int64) -> String { pick("\(minutes) min", "\(minutes)分钟") }

    /// A response circle behind its duty point.
    package func circleThere(_ minutes: Int64) -> String { pick("\(minutes) min", "\(minutes)分钟圈") }

    /// How old a position is.
    package func old(_ age: Span) -> String { pick("\(briefAge(age)) old", "\(briefAge(age))前") }

    /// For how long a position has not been believed.
    package func forSoLong(_ age: Span) -> String { pick("for \(briefAge(age))", "已\(briefAge(age))") }

    /// How long ago a unit was heard.
    package func ago(_ age: Span) -> String { pick("\(briefAge(age)) ago", "\(briefAge(age))前") }

    /// No unit can be ranked.
    package var noUnitToSend: String {
        pick(
            "No unit can be sent: none is free, and none is on its way to something no more urgent.",
            "无可派警力：没有待命单元，也没有正赶赴同级或较低等级警情的单元。")
    }

    /// The units that are marked in a popup.
    package func marked(_ units: [UnitID], on board: Board) -> String {
        pick("marked: \(callsigns(units, on: board))", "已标记：\(callsigns(units, on: board))")
    }
}

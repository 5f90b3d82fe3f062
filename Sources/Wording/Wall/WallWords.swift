import DispatchModel
import DispatchPolicy

/// What the wall says: few words, read from far away.
package struct WallWords: Vocabulary {
    /// The words of everything else.
    package let words: Words

    /// The language.
    package var language: Language { words.language }
    /// The zone in which times are shown.
    package var zone: Zone { words.zone }
    /// The keys that are bound.
    package var keys: [NamedKey: String] { words.keys }

    /// The wall's words, beside those of everything else.
    package init(_ words: Words) { self.words = words }
}

/// The strip.
extension WallWords {
    /// The plate of a wall whose picture is that of now.
    package func modePlate(_ mode: BoardMode) -> String {
        switch mode {
        case .live: pick("LIVE", "实况")
        case .replay, .exercise: words.mode(mode)
        }
    }

    /// That a recording or an exercise stands still on purpose.
    package var paused: String { pick("PAUSED", "已暂停") }

    /// The time on the board, where another clock stands beside it or none of now does.
    package func clock(_ time: Timestamp, of mode: BoardMode) -> String {
        switch mode {
        case .live: pick("board \(clock(time))", "看板 \(clock(time))")
        case .replay: pick("replayed \(clock(time))", "回放至 \(clock(time))")
        case .exercise: pick("exercise time \(clock(time))", "演练时间 \(clock(time))")
        }
    }
    /// The plate of a wall that has heard nothing for so long.
    package func latePlate(_ silence: Span) -> String { pick("LATE \(briefAge(silence))", "迟滞 \(briefAge(silence))") }
    /// The plate of a wall that has nothing to show yet.
    package var waitingPlate: String { pick("WAITS", "等待") }
    /// What the marks of the feeds are.
    package var feeds: String { pick("feeds", "数据源") }
    /// That the writer tells of no feed.
    package var noFeeds: String { pick("no feeds", "无数据源") }
    /// The worst feed and for how long it has been silent.
    package func silentFeed(_ feed: String, _ silence: Span) -> String { "\(feed) \(briefAge(silence))" }
    /// Up to how many metres words can be read, and the size of letters that is wanted.
    package func legible(_ metres: String, font: Int) -> String {
        pick("words legible to \(metres) m; font \(font) wanted", "文字 \(metres) 米内可读，宜用 \(font) 号字")
    }
    /// Feeds of which nobody has said how often they have to speak: their silence is none.
    package func noHeartbeat(_ feeds: [String]) -> String {
        let name = feeds.count == 1 ? feeds[0] : pick("\(feeds.count) feeds", "\(feeds.count) 个数据源")
        return pick("\(name): no heartbeat agreed", "\(name)：未约定心跳")
    }
    /// That the ground under the map is being read.
    package var readingGround: String { pick("reading the ground", "正在读取底图") }
    /// That the ground under the map cannot be used.
    package var faultyGround: String { pick("ground faulty", "底图有误") }
    /// The same with the file and the fault.
    package func faultyGround(_ fault: String) -> String { pick("ground faulty · \(fault)", "底图有误 · \(fault)") }
    /// The machine's clock was stepped.
    package func clockStepped(_ step: Span) -> String {
        let by = length(Span(milliseconds: Int64(clamping: step.milliseconds.magnitude)))
        return step < .zero ? pick("clock put back \(by)", "时钟拨慢 \(by)") : pick("clock put on \(by)", "时钟拨快 \(by)")
    }
}

/// What waits.
extension WallWords {
    /// The title of the incidents of a priority that wait for a unit.
    package func waitingTitle(_ priority: Priority) -> String {
        pick("\(self.priority(priority)) waiting", "\(self.priority(priority))待派")
    }
    /// The title of the incidents of a priority that somebody was sent to too long ago.
    package func overdueTitle(_ priority: Priority) -> String {
        pick("\(self.priority(priority)) OVERDUE", "\(self.priority(priority))处置超时")
    }
    /// The same where there is little room.
    package func overdueTitleShort(_ priority: Priority) -> String {
        pick("\(self.priority(priority)) late", "\(self.priority(priority))超时")
    }
    /// The title of an officer's call for help.
    package var emergency: String { pick("OFFICER EMERGENCY", "警员紧急求助") }
    /// The same where there is little room.
    package var emergencyShort: String { pick("EMERGENCY", "紧急求助") }
    /// Alerts that nobody has answered.
    package var alerts: String { pick("alerts", "告警") }
    /// Everything below P2 that waits.
    package var lower: String { pick("P3+", "三级以下") }
    /// The same, as the title of a figure.
    package var lowerWaiting: String { pick("P3+ waiting", "三级以下待派") }
    /// What stands before the oldest one's age.
    package var oldest: String { pick("oldest", "最久") }
    /// The same, of one that nobody was sent to.
    package var oldestWaiting: String { pick("oldest waiting", "最久等待") }
    /// The same, of an officer's call for help that somebody was sent to.
    package var oldestCall: String { pick("oldest call", "最久求助") }
    /// A limit that stands alone.
    package func limitAlone(_ span: Span) -> String { pick("limit \(duration(span))", "时限 \(duration(span))") }
    /// Two of them in a row.
    package func joined(_ one: String, _ other: String) -> String { pick("\(one), \(other)", "\(one)，\(other)") }
    /// What stands before an age that has stopped.
    package var lastHeardAge: String { pick("when last heard", "最后收到时") }
    /// A limit, behind the age that is held against it.
    package func limit(of span: Span) -> String { pick("of \(duration(span))", "限 \(duration(span))") }
    /// The next one in the line: its age and what it is.
    package func next(_ age: String, _ what: String) -> String { pick("next \(age) \(what)", "次 \(age) \(what)") }
    /// That nobody was sent to an officer in danger.
    package var nobodySent: String { pick("nobody sent", "尚未派警") }
    /// Who helps an officer in danger.
    package func helped(by units: [UnitID], on board: Board) -> String {
        let names = units.prefix(2).map { callsign($0, on: board) }.joined(separator: " ")
        let sent = units.count > 2 ? "\(names) +\(units.count - 2)" : names
        return pick("sent \(sent)", "已派 \(sent)")
    }
    /// By how much a limit has passed.
    package func over(_ span: Span) -> String { pick("over \(duration(span))", "超 \(duration(span))") }
    /// How much of a limit is left.
    package func due(_ span: Span) -> String { pick("due \(duration(span))", "余 \(duration(span))") }
    /// That it waits.
    package var waits: String { pick("waiting", "待派") }
    /// A unit's status that lasts too long.
    package func lasts(_ callsign: String, _ status: UnitStatus) -> String { "\(callsign) \(statusShort(status))" }
    /// A unit that is there while another one is still under way.
    package func attended(_ callsign: String, _ status: UnitStatus) -> String {
        status == .onScene ? pick("on scene \(callsign)", "\(callsign) 已到场") : lasts(callsign, status)
    }
    /// How many more wait or are overdue than there is room for.
    package func more(_ count: Int) -> String { pick("\(grouped(count)) more", "另有 \(grouped(count)) 起") }
    /// That nothing waits and nothing is overdue, once that was counted.
    package var nothingWaits: String { pick("nothing waits, nothing is overdue", "无待派，无超限") }
    /// That nothing is on the board.
    package var emptyBoard: String { pick("nothing is on the board", "看板上尚无内容") }
}

/// The force, and what it leaves uncovered.
extension WallWords {
    /// Units that are free, of all.
    package func free(_ free: Int, of total: Int) -> String {
        pick("free \(grouped(free))/\(grouped(total))", "可派 \(grouped(free))/\(grouped(total))")
    }
    /// The title of the free units.
    package var unitsFree: String { pick("units free", "可派警力") }
    /// The same where there is little room.
    package var freeShort: String { pick("free", "可派") }
    /// Units in all, behind the free ones.
    package func inAll(_ total: Int) -> String { pick("of \(grouped(total))", "共 \(grouped(total))") }
    /// Quick-response units that are free, of all.
    package func quick(_ free: Int, of total: Int) -> String { pick("QRU \(free)/\(total)", "快反 \(free)/\(total)") }
    /// That the board has no unit.
    package var noUnits: String { pick("no units on the board", "看板上无警力") }
    /// The least number of free units that the room wants.
    package func reserve(_ units: Int) -> String { pick("reserve \(units)", "备勤 \(units)") }
    /// Beats without a free unit.
    package func noUnit(in beats: [String], more: Int) -> String {
        let names = beats.joined(separator: " ") + (more > 0 ? " +\(more)" : "")
        return pick("no unit: \(names)", "无警力 \(names)")
    }
    /// How many beats are without a free unit.
    package func openBeats(_ open: Int, of defined: Int) -> String {
        pick("\(open) of \(defined) beats without a unit", "\(defined) 个巡区中 \(open) 个无警力")
    }
    /// That every beat has a free unit.
    package var everyBeat: String { pick("all beats have a unit", "各巡区均有警力") }
    /// That the board has no beats.
    package var noBeats: String { pick("no beats defined", "未设巡区") }
    /// A circle that nobody stands ready for, and since when.
    package func openCircle(_ place: String, minutes: Int64, since: String) -> String {
        pick("\(place) \(minutes)′ \(since)", "\(place) \(minutes)分圈 \(since)")
    }
    /// The same where there is little room.
    package func openCircle(_ place: String, minutes: Int64) -> String {
        pick("\(place) \(minutes)′", "\(place) \(minutes)分圈")
    }
    /// How many circles nobody stands ready for.
    package func openCircles(_ open: Int, of defined: Int) -> String {
        pick("\(open) of \(defined) circles open", "\(defined) 个快反圈中 \(open) 个无人")
    }
    /// That every circle has its unit.
    package var everyCircle: String { pick("all circles covered", "快反圈全部在位") }
    /// That no unit has a response circle.
    package var noCircles: String { pick("no circles defined", "未设快反圈") }
    /// A unit that has gone silent, and for how long.
    package func silent(_ callsign: String, _ since: String) -> String {
        pick("\(callsign) silent \(since)", "\(callsign) 失联 \(since)")
    }
    /// The same in an area without radio; its name may be empty.
    package func silent(_ callsign: String, in spot: String, _ since: String) -> String {
        pick(
            "\(spot.isEmpty ? "no radio" : "no radio, \(spot)"): \(callsign) silent \(since)",
            "\(spot)盲区 \(callsign) 失联 \(since)")
    }
    /// The title of what is covered and what is not.
    package var coverage: String { pick("coverage now", "当前覆盖") }
    /// The same of a picture that is old.
    package var coverageThen: String { pick("coverage when last heard", "最后收到时的覆盖") }
    /// Free units, fewer than the room wants.
    package func free(_ free: Int, of total: Int, below reserve: Int) -> String {
        pick(
            "\(self.free(free, of: total)), below \(grouped(reserve))",
            "\(self.free(free, of: total))，低于 \(grouped(reserve))")
    }
}

/// Figures of the shift.
extension WallWords {
    /// The title of calls an hour.
    package var callsPerHour: String { pick("calls/h", "警情/时") }
    /// Fewer than there were, because the board no longer has all of them.
    package func atLeast(_ count: Int) -> String { "≥\(grouped(count))" }
    /// The same hour of last week.
    package func lastWeek(_ calls: Int) -> String { pick("last wk \(grouped(calls))", "上周 \(grouped(calls))") }
    /// What the next hour is expected to bring.
    package func nextHour(_ low: Int, _ high: Int) -> String { pick("next h \(low)–\(high)", "下一时 \(low)–\(high)") }
    /// The title of how the clocks were kept.
    package var kept: String { pick("kept this shift", "本班达标") }
    /// The same on a page of its own, with the profile's name.
    package func kept(by profile: String) -> String { pick("kept this shift · \(profile)", "本班达标 · \(profile)") }
    /// A measure and how it was kept; nil for too few cases.
    package func share(_ measure: String, _ percent: Int?) -> String {
        percent.map { "\(measure) \($0) %" } ?? "\(measure) –"
    }
    /// That there were too few cases to say.
    package var tooFew: String { pick("too few cases", "样本不足") }
    /// Within a limit.
    package func within(_ limit: String) -> String { pick("within \(limit)", "\(limit)内") }
    /// When the last P1 came, and how long until somebody was there.
    package func lastP1(_ at: String, there: String?) -> String {
        let head = pick("last P1 \(at)", "上次一级 \(at)")
        return there.map { pick("P1 \(at), there \($0)", "\(head)，\($0) 到场") } ?? head
    }
    /// That the board has no P1 of the last day.
    package var noP1: String { pick("no P1 on record in 24 h", "近 24 小时无一级记录") }
    /// Which page is shown.
    package func page(_ number: Int, of count: Int) -> String { "\(number)/\(count)" }
    /// A feed that speaks.
    package func fresh(_ ago: String) -> String { pick("fresh, \(ago)", "正常，\(ago)") }
    /// A feed that speaks as it likes: for how long it has said nothing.
    package func unjudged(_ ago: String) -> String { pick("no heartbeat agreed, \(ago)", "未约定心跳，\(ago)") }
    /// A feed that does not.
    package func stale(_ ago: String) -> String { pick("SILENT \(ago)", "中断 \(ago)") }
}

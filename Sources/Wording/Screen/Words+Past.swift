import DispatchModel

/// What the console says while it shows the board as it stood at an earlier time.
extension Words {
    /// The mark on every frame of the past: `PAST 14:05:00 · 37:12 ago`, with the date when it is another day's.
    package func past(_ moment: Timestamp, now: Timestamp) -> String {
        let (when, ago) = (when(moment, now: now), age(max(.zero, now - moment)))
        return pick("PAST \(when) · \(ago) ago", "历史 \(when) · \(ago)前")
    }

    /// The mark where there is little room: `PAST 14:05`.
    package func briefPast(_ moment: Timestamp) -> String {
        pick("PAST \(clockMinutes(moment))", "历史 \(clockMinutes(moment))")
    }

    /// How many events have been recorded since the past was opened.
    package func newSince(_ events: Int) -> String { pick("+\(grouped(events)) since", "此后新增\(grouped(events))") }

    /// Alerts of the present: those that came since the past was opened, and all that nobody has answered.
    package func alertsNow(new: Int, unanswered: Int) -> String {
        guard new > 0 else { return pick("now: \(grouped(unanswered)) unanswered", "当前：\(grouped(unanswered))条未确认") }
        return pick(
            "now: \(grouped(new)) new alert\(new == 1 ? "" : "s")", "当前：\(grouped(new))条新告警")
    }

    /// How much of the journal has been read on the way to a moment, in percent.
    package func readingJournal(_ percent: Int) -> String { pick("reading journal \(percent)%", "读取日志 \(percent)%") }

    /// Why nothing can be ordered while the past is shown.
    package func notInThePast(_ moment: Timestamp) -> String {
        pick(
            "this is the past, \(clock(moment)): nothing can be ordered there · \(key(.back)) returns to now",
            "正在查看历史 \(clock(moment))，不能下达指令 · 按 \(key(.back)) 返回当前")
    }

    /// A command that only makes sense while the past is shown.
    package var onlyInThePast: String { pick("this is the present already", "当前即为实时画面") }

    /// A console without a journal to look back in.
    package var noHistory: String { pick("there is no journal to look back in", "没有可回看的日志") }

    /// What the console shows after a move through time.
    package func lookingAt(_ moment: Timestamp, position: JournalPosition) -> String {
        pick(
            "the board as of \(clock(moment)), event #\(position) · \(key(.back)) returns to now",
            "看板时刻 \(clock(moment))，事件 #\(position) · 按 \(key(.back)) 返回当前")
    }

    /// The present is shown again.
    package func backToNow(new: Int) -> String {
        new == 0
            ? pick("back to now", "已返回当前")
            : pick("back to now: \(grouped(new)) new event\(new == 1 ? "" : "s")", "已返回当前：新增\(grouped(new))条事件")
    }

    /// The journal begins here.
    package var journalBegins: String { pick("the journal begins here", "日志由此开始") }

    /// Nothing newer is recorded.
    package var journalEnds: String {
        pick("nothing newer is recorded · \(key(.back)) returns to now", "没有更新的记录 · 按 \(key(.back)) 返回当前")
    }

    /// No further event of the selected thing.
    package func noFurtherEvent(of thing: String, forward: Bool) -> String {
        forward
            ? pick("no later event of \(thing) found", "未找到 \(thing) 的后续事件")
            : pick("no earlier event of \(thing)", "没有 \(thing) 的更早事件")
    }

    /// What the line to type a moment in asks for.
    package var momentPrompt: String { pick("as of", "时刻") }

    /// What can be typed as a moment.
    package var momentForms: String {
        pick(
            "14:05, 2017-01-01 14:05, -10m, +1h, #1234, start, end, now",
            "14:05、2017-01-01 14:05、-10m、+1h、#1234、start、end、now")
    }

    /// What a typed moment means.
    package func wouldShow(_ moment: Timestamp, now: Timestamp) -> String {
        pick("shows \(when(moment, now: now))", "显示 \(when(moment, now: now))")
    }

    /// What a typed position means.
    package func wouldShow(position: JournalPosition) -> String {
        pick("shows the board after event #\(position)", "显示事件 #\(position) 之后的看板")
    }
}

import DispatchModel
import DispatchPolicy

/// Every text the console shows, in one language.
///
/// Whole sentences are written in this target side by side in both languages; callers never put sentences together from
/// pieces. Text from outside (callsigns, places, types) goes in as it is: the cell grid makes it safe when it is drawn.
package struct Words: Vocabulary {
    package var language: Language
    package var zone: Zone
    package var keys: [NamedKey: String] = [:]

    /// The words of a language, with times in a zone.
    package init(_ language: Language, zone: Zone = .utc) {
        self.language = language
        self.zone = zone
    }

    /// What is said of an exercise.
    package var exercise: ExerciseWords { ExerciseWords(self) }

    /// The line that tells an event, without its time and actor: `assigned 3A21 to #4823`.
    package func happening(_ record: EventRecord, on board: Board, from viewpoint: Viewpoint = .board) -> String {
        // A dispatcher who states a time means it to the second; feeds are always a little late.
        let late = record.actor.kind == .dispatcher ? Span.seconds(1) : .minutes(1)
        return Happenings(words: self, recorded: record.at, late: late)
            .happening(record.body, on: board, from: viewpoint)
    }

    /// The line that tells what an event is about.
    package func happening(_ body: EventBody, on board: Board, from viewpoint: Viewpoint = .board) -> String {
        Happenings(words: self).happening(body, on: board, from: viewpoint)
    }

    /// The same behind a word that says already how urgent it is: `3A12 past 2:00` in place of `alert: 3A12 past 2:00`.
    package func happeningLed(_ body: EventBody, on board: Board) -> String {
        Happenings(words: self, isLed: true).happening(body, on: board)
    }

    /// What a command did, from the events it was decided into: `assigned 3A12 to #4821`, for a close with the units
    /// that come free. At most three things are told, the rest is counted.
    package func recorded(_ events: [EventBody], on board: Board) -> String {
        Happenings(words: self).recorded(events, on: board)
    }

    /// Why a command was refused and what to do instead.
    package func refusal(_ rejection: Rejection, on board: Board) -> Refusal {
        Refusals(words: self).refusal(rejection, on: board)
    }
}

/// Why an observation made no event.
extension Words {
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

/// The messages of the console.
extension Words {
    /// A message of the console.
    package func message(_ message: Message) -> String {
        switch message {
        case .undone(let name, let things):
            pick("undone: \(action(name, of: things))", "已撤销：\(action(name, of: things))")
        case .unchanged: pick("nothing changed", "没有变化")
        case .nothingSelected: pick("nothing selected · choose a row first", "未选中任何项 · 请先选择一行")
        case .pasteIgnored:
            pick(
                "paste ignored: open a text field first, such as \(key(.commandLine))",
                "已忽略粘贴：请先打开输入框，例如 \(key(.commandLine))")
        case .paused: pick("paused · \(key(.pause)) goes on", "已暂停 · 按 \(key(.pause)) 继续")
        case .resumed: pick("running again", "继续播放")
        case .speed(let factor): pick("speed \(speed(factor))", "倍速 \(speed(factor))")
        case .frozen:
            pick(
                "picture frozen, the board goes on · \(key(.freeze)) lets it run",
                "画面已冻结，看板仍在更新 · 按 \(key(.freeze)) 恢复")
        case .unfrozen: pick("picture runs again", "画面已恢复")
        case .copied(let lines): pick("copied \(lines) \(lines == 1 ? "line" : "lines")", "已复制\(lines)行")
        case .copyRefused(let limit):
            pick(
                "too long to copy: at most \(grouped(limit)) bytes go through this terminal",
                "内容过长，无法复制：此终端最多 \(grouped(limit)) 字节")
        case .mouse(true): pick("mouse on", "鼠标已启用")
        case .mouse(false): pick("mouse off", "鼠标已关闭")
        case .language: pick("language: \(language.ownName)", "语言：\(language.ownName)")
        case .reloaded: pick("configuration read again", "配置已重新读取")
        case .sorted(let column, false): pick("sorted by \(column.inWords)", "按\(header(column))排序")
        case .sorted(let column, true): pick("sorted by \(column.inWords), reversed", "按\(header(column))倒序")
        case .noNextWaiting: pick("no incident waits for a unit", "没有待派警情")
        case .noNextAlert: pick("every alert is answered", "全部告警均已确认")
        case .notFound(let text): pick("“\(text)” not found", "未找到“\(text)”")
        }
    }
}

/// The machine's clock.
extension Words {
    /// The machine's clock was put forward or back: `the machine's clock was put back 1 h`.
    package func clockStepped(by step: Span) -> String {
        let amount = length(Span(milliseconds: Int64(clamping: step.milliseconds.magnitude)))
        return step < .zero
            ? pick("the machine's clock was put back \(amount)", "本机时钟被拨慢 \(amount)")
            : pick("the machine's clock was put forward \(amount)", "本机时钟被拨快 \(amount)")
    }
}

/// What the console says of keys, fields and lines.
extension Words {
    /// A key that came just when the selection had to move to another thing.
    package var selectionJustMoved: String {
        pick(
            "nothing done: the selected row has just left the list · press again for the one selected now",
            "未执行：所选项刚刚离开列表 · 再按一次对现选中项执行")
    }

    /// What is said on the map.
    package var map: MapWords { MapWords(words: self) }

    /// A command that works in a dialog or field only.
    package func onlyIn(_ places: [String]) -> String {
        pick("only in: \(list(places))", "仅用于：\(list(places))")
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

    /// The terminal began a string of its own and does not end it; the key that does.
    package func unendedString(_ key: String) -> String {
        pick(
            "the terminal began an answer and does not end it: keys are passed over · \(key) ends it",
            "终端的应答尚未结束，按键不生效 · 按 \(key) 结束")
    }

    /// Something that the board does not have.
    package func notOnBoard(_ text: String) -> String {
        pick("“\(text)” is not on the board", "看板上没有“\(text)”")
    }

    /// A key that decides, behind letters that meant nothing.
    package func strayLetters(_ letters: String) -> String {
        pick(
            "nothing done: “\(letters)” before it means nothing here · press again", "未执行：之前的“\(letters)”在此无意义 · 请再按一次")
    }

    /// What a speed looks like.
    package var speedWanted: String {
        pick(
            "a speed from 0.1 to 1000, or max, such as \(key(.commandLine))speed 4",
            "速度为 0.1 至 1000 或 max，例如 \(key(.commandLine))speed 4")
    }

    /// The title of the figures.
    package var figuresTitle: String { pick("Figures", "统计") }

    /// The title of the command language in the help.
    package var grammarTitle: String {
        pick("One-line commands, after \(key(.commandLine))", "单行命令，输入 \(key(.commandLine)) 之后")
    }

    /// The clipboard took nothing.
    package func copyUnavailable(_ why: String) -> String { pick("not copied: \(why)", "未复制：\(why)") }

    /// What is wrong with a line, and what to do.
    package func lineFailure(_ message: String, _ remedy: String) -> String {
        remedy.isEmpty ? message : "\(message) · \(remedy)"
    }
}

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

import DispatchModel

/// What the wall says while its picture is not that of now.
package struct WallTroubleWords: Vocabulary {
    private let words: WallWords

    /// The language.
    package var language: Language { words.language }
    /// The zone in which times are shown.
    package var zone: Zone { words.zone }
    /// The keys that are bound.
    package var keys: [NamedKey: String] { words.keys }

    /// Words beside those of the wall.
    package init(_ words: WallWords) { self.words = words }

    /// Since when the picture is not live.
    package func notLive(since: String, ago: String) -> String {
        pick("NOT LIVE · last heard \(since), \(ago) ago", "非实时 · 最后收到 \(since)，\(ago)前")
    }
    /// The same with whose clock it is.
    package func notLive(since: String, ago: String, byWallClock: Bool) -> String {
        guard byWallClock else { return notLive(since: since, ago: ago) }
        return pick(
            "NOT LIVE · last heard \(since) by the wall's clock, \(ago) ago", "非实时 · 本屏时钟 \(since) 最后收到，\(ago)前")
    }
    /// The same where there is little room.
    package func notLive(since: String) -> String { pick("NOT LIVE since \(since)", "\(since) 起非实时") }
    /// The console that writes gives no sign.
    package var writerSilent: String { pick("the console that writes is silent", "写入端无响应") }
    /// The console that writes has ended.
    package var writerEnded: String { pick("no console writes the journal", "没有控制台写入日志") }
    /// The console that writes cannot record.
    package func disk(_ why: String) -> String { pick("nothing is recorded: \(why)", "未能记录：\(why)") }
    /// The journal cannot be read.
    package func store(_ why: String) -> String { pick("the store: \(why)", "存储：\(why)") }
    /// The journal's files were moved away.
    package var filesMoved: String { pick("the journal was moved away", "日志被移走") }
    /// The journal's files were removed.
    package var filesRemoved: String { pick("the journal was removed", "日志被删除") }
    /// The journal's files were replaced.
    package var filesReplaced: String { pick("the journal was replaced by another", "日志被另一文件替换") }
    /// The journal's files were cut short.
    package var filesCut: String { pick("the journal was cut short", "日志被截短") }
    /// The journal's files were overwritten.
    package var filesOverwritten: String { pick("the journal was overwritten", "日志被覆盖") }
    /// Every feed is silent.
    package var feedsSilent: String { pick("every feed is silent", "全部数据源中断") }
    /// The wall's own program gives no sign.
    package func wallSilent(restarts: Int) -> String {
        restarts == 0
            ? pick("the wall's program is silent", "大屏程序无响应")
            : pick("the wall's program is silent, start \(restarts)", "大屏程序无响应，第 \(restarts) 次重启")
    }
    /// What stands in place of the picture of a wall whose guard gives no sign, a line each, and what starts the wall again. The
    /// last is for terminals that have no other letters.
    package func guardSilent(contact: String, again command: String) -> [String] {
        [
            pick("NOT LIVE", "非实时"),
            pick("the wall stands still: its guard is silent", "大屏守护进程无响应，画面已停止更新"),
            pick("kill it and start it again: \(command)", "请结束该进程并重新运行：\(command)"), call(contact),
        ] + (language == .english ? [] : ["NOT LIVE"])
    }
    /// That a wall's guard was killed, and what starts the wall again.
    package func guardKilled(again command: String) -> String {
        pick(
            "the wall was killed and shows nothing any more; start it again: \(command)",
            "大屏被强行结束，不再显示；请重新运行：\(command)")
    }
    /// That the wall's own program lives.
    package var wallGoesOn: String { pick("the wall gives pictures", "大屏画面正常输出") }
    /// The wall's own clock, beside a picture that stands.
    package func now(_ time: String) -> String { pick("now \(time)", "现在 \(time)") }
    /// Who is to be told.
    package func call(_ contact: String) -> String {
        contact.isEmpty ? pick("tell the command desk", "请告知指挥席") : pick("call \(contact)", "请联系 \(contact)")
    }
    /// A title of figures that are old.
    package func then(_ title: String) -> String { pick("\(title) then", "当时\(title)") }
    /// Of when the figures are.
    package func figuresOf(_ time: String) -> String {
        pick("figures are those of \(time), not of now", "以上为 \(time) 的数据，不是当前")
    }
    /// That nothing of the room is known yet.
    package var nothingYet: String { pick("nothing was heard yet", "尚未收到任何数据") }

    // MARK: Nothing to watch

    /// What a wall waits for that has nothing to watch.
    package func waitsFor(_ folder: String) -> String { pick("waits for a journal in \(folder)", "等待日志：\(folder)") }
    /// For how long it has waited, and how often it has looked.
    package func waited(_ span: String, looks: Int) -> String {
        pick("for \(span), looked \(grouped(looks)) times", "已等待 \(span)，查看 \(grouped(looks)) 次")
    }
    /// What makes a journal.
    package var howToBegin: String {
        pick("open a console there, or give another folder", "请在该处打开控制台，或指定其他目录")
    }
    /// That the program begins.
    package var starting: String { pick("the wall starts", "大屏启动中") }

    // MARK: Keys

    /// The question before the wall ends.
    package func endQuestion(yes: String, no: String) -> String {
        pick("end the wall?  \(yes) ends it  \(no) goes on", "结束大屏？\(yes) 结束  \(no) 继续")
    }
    /// The keys that a wall has, the way out first: there may be room for no more.
    package func keyHelp(end: String, yes: String, atOnce: String, redraw: String) -> String {
        pick(
            "\(end), then \(yes), ends it · \(atOnce) at once · \(redraw) draws anew",
            "按 \(end) 再按 \(yes) 结束 · \(atOnce) 立即结束 · \(redraw) 重绘")
    }
}

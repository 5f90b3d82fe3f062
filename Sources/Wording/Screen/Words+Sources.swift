import DispatchModel

/// The state of feeds and journal in the status strip.
extension Words {
    /// A feed's state in the status strip.
    package func feed(_ condition: FeedCondition) -> String {
        switch condition {
        case .none: pick("no feed", "无数据源")
        case .waiting(let age): pick("feed waiting \(briefAge(age))", "数据源等待 \(briefAge(age))")
        case .fresh(let age): pick("feed \(briefAge(age))", "数据源 \(briefAge(age))")
        case .silent(let age): pick("feed SILENT \(briefAge(age))", "数据源中断 \(briefAge(age))")
        case .paused: pick("feed paused", "数据源暂停")
        case .ended: pick("end of log", "日志播放完毕")
        case .failed(let why): pick("feed FAILED: \(why)", "数据源故障：\(why)")
        }
    }

    /// The journal's state in the status strip.
    package func journal(_ condition: JournalCondition) -> String {
        switch condition {
        case .written(let position): pick("journal \(grouped(Int(position)))", "日志 \(grouped(Int(position)))")
        case .watching(let position):
            pick("watching \(grouped(Int(position)))", "仅观看 \(grouped(Int(position)))")
        case .stale(let trouble): notLiveBriefly(trouble)
        case .full: pick("journal: DISK FULL", "日志：磁盘已满")
        case .readOnly: pick("journal: READ-ONLY", "日志：只读")
        case .failed(let why): pick("journal FAILED: \(why)", "日志故障：\(why)")
        }
    }
}

/// What is said of dead letters.
extension Words {
    /// The title of the list.
    package var deadLettersTitle: String { pick("Dead letters", "死信") }

    /// Why a letter could not be taken.
    package func reason(_ letter: DeadLetterSummary) -> String { letter.reason[language] }

    /// How many are kept, and how many gave way.
    package func deadLetters(_ list: DeadLetterList) -> String {
        let kept = pick("\(grouped(list.kept)) kept", "保存\(grouped(list.kept))条")
        guard list.removed > 0 else { return kept }
        let removed = grouped(Int(list.removed))
        return kept + pick(", \(removed) gave way to newer ones", "，\(removed)条已被新死信替换")
    }

    /// Only the newest are listed.
    package func onlyNewest(_ count: Int) -> String {
        pick(
            "only the newest \(count) are listed; “watchfloor feeds dead-letters” lists all",
            "仅列出最新\(count)条；“watchfloor feeds dead-letters”列出全部")
    }

    /// There are none.
    package var noDeadLetters: String {
        pick("No dead letters: every message was understood.", "没有死信：全部消息均已理解。")
    }

    /// They are being read.
    package var readingDeadLetters: String { pick("Reading…", "读取中……") }

    /// This console has no folder of them.
    package var deadLettersElsewhere: String {
        pick("there are no dead letters here: no feed takes part", "此处没有死信：未接入数据源")
    }

    /// A letter by its number, with its feed and when it came.
    package func deadLetter(_ letter: DeadLetterSummary, now: Timestamp) -> String {
        pick(
            "dead letter \(letter.number), \(when(letter.at, now: now)), \(letter.feed)",
            "死信 \(letter.number)，\(when(letter.at, now: now))，\(letter.feed)")
    }

    /// The rest of a long letter.
    package func moreOfLetter(_ bytes: Int, number: Int64) -> String {
        pick(
            "… \(grouped(bytes)) bytes more: watchfloor feeds dead-letters show \(number)",
            "……另有\(grouped(bytes))字节：watchfloor feeds dead-letters show \(number)")
    }

    /// A letter was sent again.
    package func resent(_ number: Int64, feed: String) -> String {
        pick(
            "dead letter \(number) waits for \(feed) to take it again; what is still wrong comes back",
            "死信 \(number) 待 \(feed) 重新收取；仍有误者将再次成为死信")
    }

    /// No letter has this number.
    package func noSuchLetter(_ text: String) -> String {
        pick("there is no dead letter \(text)", "没有编号为 \(text) 的死信")
    }

    /// What Enter does in the list.
    package var showLetterHint: String { pick("show", "查看") }
}

/// What is said of feeds.
extension Words {
    /// How a feed is doing, as the status strip says it.
    package func condition(of feed: FeedStatus, now: Timestamp) -> FeedCondition {
        switch feed.state(at: now) {
        case .failed: .failed(trouble(of: feed))
        case .silent: .silent(feed.silence(at: now))
        case .waiting: .waiting(feed.silence(at: now))
        case .open, .fresh: .fresh(feed.silence(at: now))
        case .ended: .ended
        }
    }

    /// The word for a feed's state in its row.
    package func state(_ state: FeedStatus.State) -> String {
        switch state {
        case .failed: pick("FAILED", "故障")
        case .silent: pick("SILENT", "静默")
        case .waiting: pick("waiting", "等待")
        case .open: pick("open", "接通")
        case .fresh: pick("fresh", "正常")
        case .ended: pick("ended", "结束")
        }
    }

    /// Why a feed cannot be read; empty when it can.
    package func trouble(of feed: FeedStatus) -> String {
        feed.trouble?[language] ?? ""
    }

    /// Why no feed is shown, and what to do.
    package func noFeeds(_ place: FeedsPlace) -> String {
        switch place {
        case .here:
            pick(
                "No feed runs here. Write feeds.toml, or give one with --feed; “watchfloor feeds check” tests it.",
                "此处没有数据源在运行。请编写 feeds.toml 或用 --feed 指定，“watchfloor feeds check”可检查配置。")
        case .elsewhere:
            pick(
                "This console only watches: the feeds run where the journal is written, and are shown there.",
                "本控制台仅供观看：数据源在写入日志的一方运行，请在该处查看。")
        case .recording:
            pick(
                "A recording or an exercise takes no feeds. They run on the live console.",
                "回放与演练不接入数据源，数据源在实战控制台上运行。")
        }
    }

    /// How long a feed may be silent.
    package func deadline(of feed: FeedStatus) -> String {
        guard let heartbeat = feed.heartbeat else {
            return pick("no heartbeat deadline: its silence is not noticed", "未设心跳时限：静默不会被察觉")
        }
        return pick("stale after \(length(heartbeat)) of silence", "静默 \(length(heartbeat))后视为失效")
    }

    /// When a feed last said something.
    package func lastMessage(of feed: FeedStatus, now: Timestamp) -> String {
        let ago = length(feed.silence(at: now))
        guard let last = feed.last else {
            return pick("nothing since its start \(ago) ago", "启动\(ago)以来尚无消息")
        }
        return pick("\(when(last, now: now)), \(ago) ago", "\(when(last, now: now))，\(ago)前")
    }

    /// What came of a feed's messages.
    package func messages(of feed: FeedStatus) -> String {
        let (taken, repeated) = (grouped(Int(feed.taken)), grouped(Int(feed.repetitions)))
        let (refused, doubtful) = (grouped(Int(feed.refused)), grouped(Int(feed.doubtful)))
        var parts = [pick("\(taken) taken", "收取\(taken)"), pick("\(repeated) repeated", "重复\(repeated)")]
        if feed.refused > 0 {
            parts.append(pick("\(refused) about what the board does not have", "\(refused)条所指不在看板上"))
        }
        if feed.doubtful > 0 { parts.append(pick("\(doubtful) doubtful positions", "存疑位置\(doubtful)")) }
        return list(parts)
    }

    /// How fast a feed is and may be.
    package func pace(of feed: FeedStatus) -> String {
        let limit = grouped(feed.rateLimit)
        let held = grouped(Int(feed.heldBack))
        let now = feed.rate.map(rate) ?? "–"
        let pace = pick("\(now) a second, limit \(limit)", "每秒\(now)条，上限\(limit)")
        return feed.heldBack == 0 ? pace : pace + pick("; had to wait \(held) times", "；等待\(held)次")
    }

    /// What is odd about the times a feed states.
    package func times(of feed: FeedStatus) -> String {
        var parts: [String] = []
        if let lag = feed.lag { parts.append(pick("\(delay(lag)) on the way", "途中\(delay(lag))")) }
        if let skew = feed.skew {
            let size = delay(Span(milliseconds: Int64(clamping: skew.milliseconds.magnitude)))
            parts.append(
                skew.milliseconds < 0
                    ? pick("its clock is \(size) ahead", "其时钟快\(size)")
                    : pick("its clock is at most \(size) behind", "其时钟至多慢\(size)"))
        }
        if feed.late > 0 { parts.append(pick("\(feed.late) late", "迟到\(feed.late)")) }
        if feed.future > 0 { parts.append(pick("\(feed.future) from the future", "超前\(feed.future)")) }
        if feed.ancient > 0 { parts.append(pick("\(feed.ancient) of another age", "年代有误\(feed.ancient)")) }
        if feed.outOfOrder > 0 { parts.append(pick("\(feed.outOfOrder) out of order", "乱序\(feed.outOfOrder)")) }
        return parts.isEmpty ? pick("nothing odd", "无异常") : list(parts)
    }

    /// Positions of what is no unit of the board.
    package func positionsOfNobody(_ number: Int64) -> String {
        pick("\(number) positions of no unit of the board, not kept", "不属于在册单元的位置\(number)条，未保存")
    }

    /// What was lost of a feed, and what waits in the dead letters.
    package func losses(of feed: FeedStatus) -> String {
        var parts: [String] = []
        let dead = grouped(Int(feed.deadLetters))
        if feed.deadLetters > 0 { parts.append(pick("\(dead) kept as dead letters", "\(dead)条存为死信")) }
        if feed.unkept > 0 { parts.append(positionsOfNobody(feed.unkept)) }
        if feed.lostLetters > 0 {
            parts.append(pick("\(feed.lostLetters) could not be kept", "未能保存\(feed.lostLetters)"))
        }
        if feed.forgotten > 0 {
            parts.append(pick("\(feed.forgotten) identities forgotten too early", "过早遗忘标识\(feed.forgotten)"))
        }
        if feed.reopened > 0 {
            parts.append(pick("opened again \(feed.reopened) times", "重新打开\(feed.reopened)次"))
        }
        return parts.isEmpty ? pick("none", "无") : list(parts)
    }

    /// A thing whose feed has fallen silent: it may have changed since.
    package func fromSilentFeed(_ name: String, silence: Span) -> String {
        pick(
            "from \(name), silent for \(length(silence)): this is how it stood then",
            "来自 \(name)，已静默\(length(silence))：所示为当时情况")
    }
}

/// What is said of a journal that cannot be written or read.
extension Words {
    /// That the picture is not live, since when by the wall's time, and why.
    package func notLive(_ trouble: WriterTrouble, since: Timestamp, now: Timestamp) -> String {
        let moment = when(since, now: now)
        let live = pick("NOT LIVE since \(moment)", "自 \(moment) 起画面非实时")
        switch trouble {
        case .silent(let span):
            return pick(
                "\(live): the writing console has been silent for \(length(span))",
                "\(live)：写入端已 \(length(span)) 无响应")
        case .ended: return pick("\(live): no console writes this journal", "\(live)：当前没有控制台写入此日志")
        case .failing(let why):
            return pick(
                "NOT recorded by the writing console since \(moment): \(why)",
                "自 \(moment) 起写入端未能记录：\(why)")
        case .unreadable(let why): return pick("\(live): \(why)", "\(live)：\(why)")
        }
    }

    /// The same in the status strip.
    package func notLiveBriefly(_ trouble: WriterTrouble) -> String {
        switch trouble {
        case .silent(let span): pick("NOT LIVE \(briefAge(span))", "非实时 \(briefAge(span))")
        case .ended, .unreadable: pick("NOT LIVE", "非实时")
        case .failing: pick("NOT recorded", "未记录")
        }
    }

    /// Why a console that watches a replay or an exercise cannot steer its clock.
    package var clockIsTheWriters: String {
        pick(
            "the clock is the writer's: only the console that writes can stop it or change its speed",
            "时钟由写入端掌握：仅写入端控制台可暂停或调速")
    }

    /// That nothing is recorded, since when, why, and what to do.
    package func notRecording(_ why: String, remedy: String, since: Timestamp) -> String {
        pick(
            "NOT recorded since \(clock(since)): \(why) · \(remedy)",
            "自 \(clock(since)) 起未记录：\(why) · \(remedy)")
    }

    /// Why a writer cannot record, by the name of its error.
    package func writerFailure(_ code: String) -> String {
        switch code {
        case "journal.diskFull": pick("the disk is full", "磁盘已满")
        case "journal.readOnly": pick("the folder may not be written", "目录不可写")
        case "journal.filesLost":
            pick("the journal's files were moved, replaced or changed", "日志文件被移动、替换或改动")
        default: pick("the journal cannot be written", "日志无法写入")
        }
    }

    /// That something is missing from the screen, for it could not be read from the journal.
    package func notShown(because why: String) -> String {
        pick("not everything is shown, the journal cannot be read: \(why)", "显示不完整，日志无法读取：\(why)")
    }

    /// That the newest board could not be kept beside the journal: the next start will take longer.
    package func snapshotNotKept(because why: String) -> String {
        pick("no snapshot was kept, the next start takes longer: \(why)", "未能保存快照，下次启动将变慢：\(why)")
    }
}

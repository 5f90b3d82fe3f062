import DispatchModel

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
        feed.trouble.map { pick($0.english, $0.chinese) } ?? ""
    }

    /// Messages a second: `0`, `0.4`, `12`, `1 204`.
    package func rate(_ rate: Double) -> String {
        let tenths = Int((min(max(rate, 0), 1e9) * 10).rounded())
        return tenths >= 100 || tenths % 10 == 0 ? grouped((tenths + 5) / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// A delay with a decimal while it is short: `0.2s`, `-31s`, `4m`; 0.2秒.
    package func delay(_ span: Span) -> String {
        let tenths = (span.milliseconds.magnitude + 50) / 100
        guard tenths < 100 else { return briefAge(span) }
        let sign = span.milliseconds < 0 && tenths > 0 ? "-" : ""
        return pick("\(sign)\(tenths / 10).\(tenths % 10)s", "\(sign)\(tenths / 10).\(tenths % 10)秒")
    }

    /// Why no feed is shown, and what to do.
    package func noFeeds(_ place: FeedsPlace) -> String {
        switch place {
        case .here: empty(.feeds)
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

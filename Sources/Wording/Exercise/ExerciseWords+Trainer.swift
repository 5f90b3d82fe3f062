import DispatchModel

/// What the trainer's console says.
extension ExerciseWords {
    /// The title of the help.
    package var keysTitle: String { pick("Keys", "按键") }
    /// What the arrow keys are called.
    package var arrowKeys: String { pick("arrows", "方向键") }
    /// What the space bar is called.
    package var spaceKey: String { pick("Space", "空格") }

    /// What is asked before an order is given, with the keys that answer.
    package func asked(_ question: BilingualText, yes: String, no: String) -> String {
        pick("\(question.english) \(yes)/\(no)", "\(question.chinese)\(yes)/\(no)")
    }

    /// A line that means nothing.
    package var cannotBeRead: String { pick("that cannot be read", "无法识别") }
}

/// What stands in the trainer's strip and panes.
extension ExerciseWords {
    /// The drill has ended.
    package var endedMark: String { pick("ENDED", "已结束") }
    /// The drill runs ahead.
    package func aheadMark(_ clock: String) -> String { pick("AHEAD TO \(clock)", "快进至 \(clock)") }
    /// Incidents without a unit, of all that are open.
    package func waiting(_ waiting: Int, of open: Int) -> String {
        pick("waiting \(waiting)/\(open)", "待派 \(waiting)/\(open)")
    }
    /// Units that can be sent, of all.
    package func free(_ free: Int, of units: Int) -> String { pick("free \(free)/\(units)", "可派 \(free)/\(units)") }
    /// Alerts nobody answered.
    package func alerts(_ count: Int) -> String { pick("alerts \(count)", "告警 \(count)") }
    /// What the drill's random numbers begin with.
    package var seed: String { pick("seed", "种子") }
    /// A screen on which nothing can be shown.
    package func needs(columns: Int, rows: Int) -> String {
        pick("needs \(columns)x\(rows) cells", "需要 \(columns)x\(rows) 个字符")
    }

    /// There is no inject.
    package var noInject: String { pick("none", "无") }
    /// An inject that is to come.
    package var injectPlanned: String { pick("planned", "待发生") }
    /// An inject that asked for nothing has happened.
    package var injectHappened: String { pick("happened", "已发生") }
    /// An inject that waits for its answer.
    package var notAnswered: String { pick("not answered", "未处置") }
    /// How long after an inject it was answered.
    package func answered(after length: String) -> String { pick("answered +\(length)", "已处置 +\(length)") }
    /// An inject that happens when the trainer wants it.
    package var byHand: String { pick("by hand", "人工触发") }
    /// The title of the chosen inject's particulars while none is chosen.
    package var selectedTitle: String { pick("Selected", "所选") }
    /// What the player should do.
    package var expected: String { pick("expected", "预期") }
    /// What an evaluator should know.
    package var evaluator: String { pick("evaluator", "评估") }
    /// The condition that an inject waits for.
    package var waitsFor: String { pick("waits for", "等待") }
    /// The title of the objectives.
    package var objectivesTitle: String { pick("Objectives so far", "目标现状") }
    /// The title of what the player did.
    package var actionsTitle: String { pick("Player's last actions", "受训者最近操作") }
    /// The title of the snapshots.
    package var snapshotsTitle: String { pick("Snapshots", "快照") }
    /// There is no snapshot; the key that keeps one.
    package func noSnapshots(_ key: String) -> String { pick("none · \(key) keeps one", "无 · \(key) 保存") }
}

/// What the drill answers to the trainer.
extension ExerciseWords {
    /// The drill stands still because nothing can be recorded.
    package var journalStuck: String { pick("the journal cannot be written", "日志无法写入") }
    /// An order and what was kept before it.
    package func both(_ done: String, _ kept: String) -> String { pick("\(done); \(kept)", "\(done)；\(kept)") }
    /// A snapshot that takes an order back.
    package func takesBack(_ snapshot: String) -> String {
        pick("back \(snapshot) takes it back", "back \(snapshot) 可撤回")
    }
    /// An inject was let happen.
    package func happensNow(_ inject: String) -> String { pick("inject \(inject) happens now", "注入 \(inject) 立即发生") }
    /// A unit was taken out.
    package func goesOut(_ callsign: String) -> String {
        pick("unit \(callsign) goes out of service", "单元 \(callsign) 停用")
    }
    /// The player was told something.
    package var playerTold: String { pick("the player is told", "已告知受训者") }
    /// An order about the clock or a snapshot was carried out.
    package var done: String { pick("done", "完成") }
    /// The drill has ended.
    package var drillEnded: String { pick("the drill has ended", "演练已结束") }
    /// The clock will have a speed.
    package func speedOnceRunning(_ factor: Double?) -> String {
        pick("\(speed(factor)) once the clock runs again", "时钟恢复后为 \(speed(factor))")
    }
    /// The trainer holds the clock.
    package var clockHeld: String { pick("the trainer holds the clock", "导调员暂停了时钟") }
    /// The clock runs at a speed.
    package func clockRuns(_ factor: Double?) -> String {
        pick("the clock runs, \(speed(factor))", "时钟运行，\(speed(factor))")
    }
    /// Board time after a step.
    package func itIs(_ time: Timestamp) -> String { pick("it is \(clock(time))", "现为 \(clock(time))") }
    /// The drill runs ahead.
    package func onTheWay(to time: Timestamp) -> String {
        pick("on the way to \(clock(time))", "正在前往 \(clock(time))")
    }
    /// A snapshot was kept.
    package func snapshotKept(_ name: String, at time: Timestamp) -> String {
        pick("snapshot \(name) is kept, at \(clock(time))", "已保存快照 \(name)，时刻 \(clock(time))")
    }
    /// The drill goes back.
    package func goingBack(to snapshot: String, from drill: String) -> String {
        pick(
            "going back to \(snapshot); what was recorded stays in \(drill)",
            "正在回到 \(snapshot)；已有记录保留在 \(drill)")
    }
}

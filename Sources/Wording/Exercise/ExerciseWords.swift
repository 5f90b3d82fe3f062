import DispatchModel

/// What is said of an exercise: to its player, on its result, and at the trainer's console.
package struct ExerciseWords: Vocabulary {
    /// The words of the board that it is played on.
    private let words: Words

    package var language: Language { words.language }
    package var zone: Zone { words.zone }
    package var keys: [NamedKey: String] { words.keys }

    init(_ words: Words) { self.words = words }
}

/// What the player is told.
extension ExerciseWords {
    /// What of the live console an exercise does without.
    package var whatIsOff: String {
        pick(
            "EXERCISE: the search for duplicates and the room's alert rules are off; seeing it is the task",
            "演练：重复警情查找与本室告警规则均关闭，须自行判断")
    }

    /// Who speaks in the messages over the panes.
    package var control: String { pick("Exercise control", "导调席") }

    /// What takes the messages away.
    package var controlHint: String {
        pick(
            "\(keycap(.back)) takes it away · every message is in the activity log",
            "\(keycap(.back)) 关闭 · 全部消息见活动记录")
    }

    /// A message of the trainer stands beneath what is asked.
    package var messageWaits: String { pick("a message from the trainer waits", "导调台有新消息") }

    /// The drill has gone back to a snapshot.
    package func back(at snapshot: String, as drill: String) -> String {
        pick(
            "back at “\(snapshot)”: this is drill \(drill); what came after stays recorded in the other one",
            "已回到“\(snapshot)”：现为演练 \(drill)，其后的记录保留在原演练中")
    }

    /// A drill that was cut off goes on; `lost` counts the events whose key was lost.
    package func takenUp(_ cutOff: String, as drill: String, lost: Int64) -> String {
        let rest =
            lost > 0
            ? pick(
                "; \(lost) last events, whose key was lost, are in the other one alone",
                "；最后 \(lost) 条记录的按键已丢失，仅存于原演练") : ""
        let key = key(.pause)
        return pick(
            "\(cutOff) is taken up where it was cut off: this is drill \(drill), \(key) lets the clock run\(rest)",
            "\(cutOff) 已从中断处继续：现为演练 \(drill)，按 \(key) 恢复计时\(rest)")
    }
}

/// What the page with a drill's result says.
extension ExerciseWords {
    /// The title of the result.
    package func ended(_ title: BilingualText) -> String {
        pick("EXERCISE ended: \(title.english)", "演练结束：\(title.chinese)")
    }

    /// How many objectives were met.
    package func objectivesMet(_ met: Int, of measured: Int) -> String {
        pick("\(met) of \(measured) objectives met", "\(measured)项目标，达成\(met)项")
    }

    /// The heading of the injects, and the title of their pane.
    package var injects: String { pick("Injects", "注入") }

    /// The command that makes the whole report.
    package func report(_ command: String) -> String { pick("The whole report: \(command)", "完整报告：\(command)") }

    /// The key that leaves.
    package func leaves(_ key: String) -> String { pick("\(key) leaves", "\(key) 离开") }

    /// How often and for how long the player held the clock.
    package func held(_ count: Int, _ length: Span) -> String {
        pick(
            "The trainee held or slowed the clock: \(count) times, \(duration(length)) in all",
            "受训者暂停或放慢时钟：\(count) 次，共 \(duration(length))")
    }

    /// How long the trainer ran ahead.
    package func ranAhead(_ length: Span) -> String {
        pick(
            "Run ahead by the trainer: \(duration(length)); nothing of that time is measured",
            "导调员快进：\(duration(length))；其间不计入测量")
    }

    /// An objective that was met; the English marks are of one width.
    package var objectiveMet: String { pick("met    ", "达成") }
    /// An objective that was not met.
    package var objectiveMissed: String { pick("MISSED ", "未达成") }
    /// An objective that there was nothing to measure for.
    package var objectiveNotMeasured: String { pick("–      ", "未测") }
    /// An inject that was answered in time.
    package var injectInTime: String { pick("in time", "按时") }
    /// An inject that was answered too late.
    package var injectLate: String { pick("LATE   ", "超时") }
    /// An inject that was not answered.
    package var injectMissed: String { pick("MISSED ", "未处置") }
    /// An inject whose time was not up.
    package var injectOpen: String { pick("open   ", "未到时") }

    /// Why an objective has no figure.
    package var nothingToMeasure: String { pick("nothing to measure", "无可测量") }

    /// What was measured beside what it was compared with.
    package func measured(_ value: String, threshold: String) -> String {
        pick("\(value), threshold \(threshold)", "\(value)，阈值 \(threshold)")
    }

    /// A drill ended because its time was up.
    package var timeUp: String { pick("its time was up", "时间到") }
    /// A drill ended by its end condition.
    package var endConditionTrue: String { pick("its end condition came true", "结束条件成立") }
    /// A drill was ended by the trainer.
    package var endedByTrainer: String { pick("the trainer ended it", "导调员结束") }
    /// A drill ended because the player left.
    package var playerLeft: String { pick("the player left", "受训者离开") }
}

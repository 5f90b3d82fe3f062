import DispatchModel

/// What is wrong with the picture of a console that only watches.
package enum WriterTrouble: Hashable, Sendable {
    /// The writer has given no sign of life for so long.
    case silent(Span)
    /// Nobody writes any more.
    case ended
    /// The writer cannot record; why.
    case failing(String)
    /// The journal cannot be read; why.
    case unreadable(String)
}

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

    /// That the newest board could not be kept beside the journal: the next start will take longer.
    package func snapshotNotKept(because why: String) -> String {
        pick("no snapshot was kept, the next start takes longer: \(why)", "未能保存快照，下次启动将变慢：\(why)")
    }

    /// That there is nothing that could be covered.
    package var noCircles: String { pick("no response circle is defined", "未设快反圈") }

    /// That the wall's layout orders nothing, and the key that leaves it.
    package func wallLayoutOrdersNothing(_ key: String) -> String {
        pick("the wall layout shows and orders nothing; \(key) leaves it", "大屏布局仅供显示，不下达指令；按 \(key) 返回席位布局")
    }

    /// That the wall has no rows to select; `key` leads back to the desk.
    package func notOnTheWall(_ key: String) -> String {
        pick("the wall has no selection · \(key) goes back to the desk", "大屏没有选中项 · 按 \(key) 返回席位布局")
    }

    /// That the wall orders nothing.
    package var wallOrdersNothing: String {
        pick("the wall shows and orders nothing; use a desk console", "大屏仅供显示，不下达指令；请使用席位控制台")
    }
}

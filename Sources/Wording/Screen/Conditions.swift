import DispatchModel

/// How a source of observations is doing.
package enum FeedCondition: Hashable, Sendable {
    /// No source is connected.
    case none
    /// Nothing has arrived since it was opened so long ago, and nothing is due yet.
    case waiting(Span)
    /// Observations arrive; how long ago the last one did.
    case fresh(Span)
    /// Nothing has arrived for longer than it should.
    case silent(Span)
    /// Standing still on purpose.
    case paused
    /// The log has been played to its end.
    case ended
    /// It cannot be read; the system's words.
    case failed(String)
}

/// How the journal is doing.
package enum JournalCondition: Hashable, Sendable {
    /// Everything up to a position is on disk.
    case written(JournalPosition)
    /// Another console writes; this one follows.
    case watching(JournalPosition)
    /// Another console should write, but the picture is not live.
    case stale(WriterTrouble)
    /// The disk is full: nothing more can be recorded.
    case full
    /// It may not be written: folder or file is read-only.
    case readOnly
    /// It cannot be written; the system's words.
    case failed(String)
}

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

    /// A replay's speed: `×4`, `×0.5`; nil is as fast as it goes.
    package func speed(_ factor: Double?) -> String {
        guard let factor, factor.isFinite else { return pick("×max", "×最快") }
        let hundredths = Int((Swift.min(factor.magnitude, 1_000_000) * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "×\(whole)" }
        return rest % 10 == 0 ? "×\(whole).\(rest / 10)" : "×\(whole).\(two(rest))"
    }
}

import DispatchModel

extension Words {
    /// What the program found out about its own journal and clock.
    func roomHappening(_ body: EventBody) -> String {
        switch body {
        case .journalFaultFound(let event):
            let what = pick("journal found damaged: \(event.english)", "发现日志受损：\(event.chinese)")
            guard !event.evidence.isEmpty else { return what }
            return pick("\(what); files kept in \(event.evidence)", "\(what)；原文件保存在 \(event.evidence)")
        case .clockStepped(let event): return clockStepped(by: event.step)
        default: return ""
        }
    }

    /// The machine's clock was put forward or back: `the machine's clock was put back 1 h`.
    package func clockStepped(by step: Span) -> String {
        let amount = length(Span(milliseconds: Int64(clamping: step.milliseconds.magnitude)))
        return step < .zero
            ? pick("the machine's clock was put back \(amount)", "本机时钟被拨慢 \(amount)")
            : pick("the machine's clock was put forward \(amount)", "本机时钟被拨快 \(amount)")
    }
}

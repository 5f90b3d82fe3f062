import DispatchModel

extension Scorecard.Measure {
    /// What a measure is called, how its values are written, and which are good: its one entry.
    struct Entry {
        var name: BilingualText
        var form: Form
        var bound: Bound
    }

    /// How a value is written.
    enum Form {
        case count, decimal, percent
    }

    /// On which side of its limit a good value lies.
    enum Bound {
        /// At most; what lies beyond is bearable up to a further limit, if there is one.
        case atMost(Double, bearable: Double? = nil)
        case below(Double)
        case exactly(Double)
        case atLeast(Double)
    }

    /// At most 1 in 10 minutes on average (2 can be borne) and 10 at the peak, less than 1 % of the time in flood, the ten
    /// worst under 5 %, none chattering, fewer than 5 stale, and 80/15/5 % of low, medium and high severity.
    var entry: Entry {
        switch self {
        case .mean: entry("alerts in 10 min, mean", "每 10 分钟告警（平均）", .decimal, .atMost(1, bearable: 2))
        case .peak: entry("alerts in 10 min, peak", "每 10 分钟告警（峰值）", .count, .atMost(10))
        case .floodShare: entry("time in flood", "泛滥时间占比", .percent, .below(1))
        case .worstTen: entry("ten worst sources' share", "最多十个来源占比", .percent, .below(5))
        case .chattering: entry("chattering sources", "频繁触发的来源", .count, .exactly(0))
        case .stale: entry("on for more than 24 h", "持续超过 24 小时", .count, .below(5))
        case .high: entry("high severity", "高级别占比", .percent, .atMost(5))
        case .medium: entry("medium severity", "中级别占比", .percent, .atMost(15))
        case .low: entry("low severity", "低级别占比", .percent, .atLeast(80))
        }
    }

    private func entry(_ english: String, _ chinese: String, _ form: Form, _ bound: Bound) -> Entry {
        Entry(name: BilingualText(english, chinese), form: form, bound: bound)
    }

    /// What it is called.
    package func name(chinese: Bool) -> String { entry.name[chinese ? .chinese : .english] }

    /// A value of it, with its unit.
    package func text(_ value: Double) -> String {
        switch entry.form {
        case .count: String(Int(value))
        case .decimal: FigureReport.decimal(value)
        case .percent: "\(FigureReport.decimal(value)) %"
        }
    }

    /// The limit of what is good.
    package var limit: Double {
        switch entry.bound {
        case .atMost(let limit, _), .below(let limit), .exactly(let limit), .atLeast(let limit): limit
        }
    }

    /// Its limit, with the sign that says on which side of it a good value lies.
    package var limitText: String {
        let number = String(Int(limit)) + (entry.form == .percent ? " %" : "")
        return switch entry.bound {
        case .atMost: "≤ \(number)"
        case .below: "< \(number)"
        case .exactly: "= \(number)"
        case .atLeast: "≥ \(number)"
        }
    }

    /// What a value is worth when there is enough data.
    func verdict(_ value: Double) -> Scorecard.Verdict {
        switch entry.bound {
        case .atMost(let limit, let bearable):
            value <= limit ? .good : value <= bearable ?? limit ? .bearable : .poor
        case .below(let limit): value < limit ? .good : .poor
        case .exactly(let limit): value <= limit ? .good : .poor
        case .atLeast(let limit): value >= limit ? .good : .poor
        }
    }
}

import DispatchModel
import Formats

extension Scorecard.Measure {
    /// What it is called.
    package func name(chinese: Bool) -> String {
        switch self {
        case .mean: chinese ? "每 10 分钟告警（平均）" : "alerts in 10 min, mean"
        case .peak: chinese ? "每 10 分钟告警（峰值）" : "alerts in 10 min, peak"
        case .floodShare: chinese ? "泛滥时间占比" : "time in flood"
        case .worstTen: chinese ? "最多十个来源占比" : "ten worst sources' share"
        case .chattering: chinese ? "频繁触发的来源" : "chattering sources"
        case .stale: chinese ? "持续超过 24 小时" : "on for more than 24 h"
        case .high: chinese ? "高级别占比" : "high severity"
        case .medium: chinese ? "中级别占比" : "medium severity"
        case .low: chinese ? "低级别占比" : "low severity"
        }
    }

    /// A value of it, with its unit.
    package func text(_ value: Double) -> String {
        switch self {
        case .peak, .chattering, .stale: String(Int(value))
        case .mean: FigureReport.decimal(value)
        case .floodShare, .worstTen, .high, .medium, .low: "\(FigureReport.decimal(value)) %"
        }
    }

    /// Its limit, with the sign that says on which side of it a good value lies.
    package var limitText: String {
        let number = String(Int(limit))
        return switch self {
        case .mean, .peak: "≤ \(number)"
        case .floodShare, .worstTen: "< \(number) %"
        case .chattering: "= \(number)"
        case .stale: "< \(number)"
        case .high, .medium: "≤ \(number) %"
        case .low: "≥ \(number) %"
        }
    }
}

extension Scorecard.Verdict {
    /// What it is called.
    package func name(chinese: Bool) -> String {
        switch self {
        case .good: chinese ? "良好" : "good"
        case .bearable: chinese ? "尚可" : "bearable"
        case .poor: chinese ? "超限" : "beyond the limit"
        case .tooLittle: chinese ? "数据不足" : "too little data"
        }
    }
}

extension Scorecard {
    /// What is missing for a verdict; nil when nothing is.
    package func shortfall(chinese: Bool) -> String? {
        guard !isEnough else { return nil }
        let (hours, least) = ((to - from).seconds / 3600, Scorecard.leastTime.seconds / 3600)
        return chinese
            ? "数据不足：\(hours) 小时、\(alerts) 条告警；至少需要 \(least) 小时和 \(Scorecard.leastAlerts) 条"
            : "too little data: \(hours) h and \(alerts) alerts; a verdict needs \(least) h and \(Scorecard.leastAlerts)"
    }

    /// The scorecard as JSON (RFC 8259), always in the same order.
    package var json: String {
        let lines = lines.map { line in
            "\n  \"\(line.measure.rawValue)\": {\"value\": \(FigureReport.decimal(line.value)), "
                + "\"limit\": \(Int(line.limit)), \"verdict\": \"\(line.verdict.rawValue)\"}"
        }
        let sources = worst.map {
            "\n  {\"source\": \(JSON.quoted($0.name, lineFeed: .number)), \"alerts\": \($0.alerts)}"
        }
        return """
            {
             "from": \(from.rawValue),
             "to": \(to.rawValue),
             "alerts": \(alerts),
             "enough": \(isEnough),
             "measures": {\(lines.joined(separator: ","))
             },
             "worst": [\(sources.joined(separator: ","))]
            }
            """
    }
}

import DispatchModel
import Formats

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

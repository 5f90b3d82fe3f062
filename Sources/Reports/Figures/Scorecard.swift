import DispatchModel
import Formats

/// How a console's alerts compare with the figures that ISA-18.2, IEC 62682 and EEMUA 191 give for one operator.
package struct Scorecard: Hashable, Sendable {
    /// What is measured.
    package enum Measure: String, CaseIterable, Sendable {
        /// Alerts in 10 minutes, on average.
        case mean
        /// The most alerts in any 10 minutes.
        case peak
        /// Share of the time in a flood, in percent.
        case floodShare = "flood-share"
        /// Share of all alerts that the ten sources with the most of them sent, in percent.
        case worstTen = "worst-ten"
        /// Sources that came on three times or more within a minute.
        case chattering
        /// Alerts that have been on for more than 24 hours.
        case stale
        /// Alerts of high severity, in percent.
        case high
        /// Alerts of medium severity, in percent.
        case medium
        /// Alerts of low severity, in percent.
        case low
    }

    /// What a figure is worth.
    package enum Verdict: String, CaseIterable, Sendable {
        /// Within the limit.
        case good
        /// Beyond what is fine, still within what one operator can bear.
        case bearable
        /// Beyond the limit.
        case poor
        /// There is too little data to tell.
        case tooLittle = "too-little-data"
    }

    /// A figure with its limit.
    package struct Line: Hashable, Sendable {
        /// What is measured.
        package var measure: Measure
        /// How much it is.
        package var value: Double
        /// The limit: the most, or for alerts of low severity the least, that is good.
        package var limit: Double
        /// What it is worth.
        package var verdict: Verdict

        /// Creates a line.
        package init(measure: Measure, value: Double, limit: Double, verdict: Verdict) {
            self.measure = measure
            self.value = value
            self.limit = limit
            self.verdict = verdict
        }
    }

    /// One of the sources with the most alerts.
    package struct Source: Hashable, Sendable {
        /// What it is, for programs: a feed's key, or a kind of the console's own with what it is about.
        package var name: String
        /// Its alerts.
        package var alerts: Int
        /// What the console's own alerts are about, for people; nil for a feed's.
        package var own: Own?

        /// The subject of alerts that the console raised itself.
        package struct Own: Hashable, Sendable {
            /// Their kind.
            package var kind: AlertKind
            /// The incident they were about.
            package var incident: IncidentID?
            /// The callsign of the unit they were about, its number where the journal names none.
            package var callsign: String?

            /// Creates a subject.
            package init(kind: AlertKind, incident: IncidentID? = nil, callsign: String? = nil) {
                self.kind = kind
                self.incident = incident
                self.callsign = callsign
            }
        }

        /// Creates a source.
        package init(name: String, alerts: Int, own: Own? = nil) {
            self.name = name
            self.alerts = alerts
            self.own = own
        }
    }

    /// When the period begins and ends.
    package var from: Timestamp
    /// When the period ends.
    package var to: Timestamp
    /// Alerts that came on in sight and were meant.
    package var alerts: Int
    /// The figures, in the order of `Measure.allCases`.
    package var lines: [Line]
    /// The ten sources with the most alerts, the worst first.
    package var worst: [Source]

    /// Creates a scorecard.
    package init(from: Timestamp, to: Timestamp, alerts: Int, lines: [Line], worst: [Source]) {
        self.from = from
        self.to = to
        self.alerts = alerts
        self.lines = lines
        self.worst = worst
    }

    /// The least that says anything: a day, and as many alerts.
    package static let leastTime = Span.hours(24)
    /// The least number of alerts that says anything.
    package static let leastAlerts = 50

    /// True when the period is long enough and has enough alerts for a verdict.
    package var isEnough: Bool { to - from >= Scorecard.leastTime && alerts >= Scorecard.leastAlerts }

    /// The figure of a measure.
    package subscript(measure: Measure) -> Line? { lines.first { $0.measure == measure } }
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

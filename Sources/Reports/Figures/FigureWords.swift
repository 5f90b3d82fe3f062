import DispatchModel

/// The words of the table of figures; an interval brings its own.
package struct FigureWords: Hashable, Sendable {
    /// The language they are in.
    package var language: Language
    /// Above the first column: what a row is.
    package var interval: String
    /// Above the number of measurements.
    package var count: String
    /// Above the median.
    package var p50: String
    /// Above the 90th percentile.
    package var p90: String
    /// Above the mean.
    package var mean: String
    /// Above the number of times that run backwards.
    package var invalid: String
    /// Incidents.
    package var incidents: String
    /// Unit responses.
    package var unitResponses: String
    /// Units that responded.
    package var units: String
    /// The heading of everything together.
    package var total: String
    /// The name of a group without a name.
    package var unknown: String
    /// What a number stands for: seconds.
    package var unit: String

    /// English.
    package static let english = FigureWords(
        language: .english, interval: "interval", count: "count", p50: "p50", p90: "p90", mean: "mean",
        invalid: "invalid",
        incidents: "incidents", unitResponses: "unit responses", units: "units",
        total: "all", unknown: "unknown", unit: "times in minutes:seconds")

    /// Simplified Chinese.
    package static let chinese = FigureWords(
        language: .chinese, interval: "时段", count: "次数", p50: "中位数", p90: "90 分位", mean: "平均", invalid: "时间倒置",
        incidents: "警情", unitResponses: "出动单元次", units: "出动单元",
        total: "全部", unknown: "未知", unit: "时间为 分:秒")
}

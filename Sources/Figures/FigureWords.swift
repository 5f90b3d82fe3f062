/// The words of the table of figures.
public struct FigureWords: Hashable, Sendable {
    /// Above the first column: what a row is.
    public var interval: String
    /// Above the number of measurements.
    public var count: String
    /// Above the median.
    public var p50: String
    /// Above the 90th percentile.
    public var p90: String
    /// Above the mean.
    public var mean: String
    /// Above the number of times that run backwards.
    public var invalid: String
    /// Incidents.
    public var incidents: String
    /// Unit responses.
    public var unitResponses: String
    /// Units that responded.
    public var units: String
    /// The names of the five intervals, in the order of `Figures.intervals`.
    public var intervals: [String]
    /// The heading of everything together.
    public var total: String
    /// The name of a group without a name.
    public var unknown: String
    /// What a number stands for: seconds.
    public var unit: String

    /// English.
    public static let english = FigureWords(
        interval: "interval", count: "count", p50: "p50", p90: "p90", mean: "mean", invalid: "invalid",
        incidents: "incidents", unitResponses: "unit responses", units: "units",
        intervals: [
            "dispatch (received → dispatched)", "turn-out (dispatched → en route)", "travel (en route → on scene)",
            "response (received → on scene)", "busy (dispatched → available)",
        ], total: "all", unknown: "unknown", unit: "times in minutes:seconds")

    /// Simplified Chinese.
    public static let chinese = FigureWords(
        interval: "时段", count: "次数", p50: "中位数", p90: "90 分位", mean: "平均", invalid: "时间倒置",
        incidents: "警情", unitResponses: "出动单元次", units: "出动单元",
        intervals: [
            "派警（接警 → 派警）", "出警（派警 → 赶赴）", "路途（赶赴 → 到场）", "响应（接警 → 到场）", "占用（派警 → 待命）",
        ], total: "全部", unknown: "未知", unit: "时间为 分:秒")
}

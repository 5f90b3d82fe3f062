/// Why no district could be estimated.
package enum FitError: Error, Hashable, Sendable {
    /// No unit ever arrives in the log.
    case noResponses
    /// Neither a call nor a beat of the log has a point.
    case noPlaces
    /// The log covers so many days.
    case tooLong(days: Int)
    /// The log's zone is none.
    case noZone(String)

    /// In English, with what to do.
    package var english: String {
        switch self {
        case .noResponses: "no call with a unit and its arrival; a fit needs a log with units and times"
        case .noPlaces:
            "no call has a point and no beat a middle; name the columns latitude and longitude in the mapping, or write "
                + "[beats] CODE = { at = [31.23, 121.47] }"
        case .tooLong(let days):
            "the calls cover \(days) days, so a time is wrong; pick the days that count by --from and --to"
        case .noZone(let zone): "no such time zone: \(zone); correct the mapping"
        }
    }

    /// In Chinese, with what to do.
    package var chinese: String {
        switch self {
        case .noResponses: "没有带单元与到场时间的警情；拟合需要含出警时间的记录"
        case .noPlaces:
            "没有任何警情坐标，也没有巡区中心；请在映射中指定 latitude 与 longitude 列，或写 [beats] 代码 = { at = [31.23, 121.47] }"
        case .tooLong(let days): "警情跨越 \(days) 天，应有错误时间；请用 --from 与 --to 选取所需日期"
        case .noZone(let zone): "没有时区 \(zone)；请修正映射"
        }
    }
}

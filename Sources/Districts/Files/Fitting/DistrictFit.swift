import DispatchModel
import DispatchPolicy
import Foundation

/// A district estimated from a call log.
///
/// What each part is taken from, and what a log cannot tell, stands in the article *Fitting a district to a log*.
package struct DistrictFit: Sendable {
    /// The district.
    package let model: DistrictModel
    /// What the log itself says, to be held against the simulated figures.
    package let recorded: RecordedFigures
    /// Local days that the log covers.
    package let days: Int
    /// Weekday of the first of them, 0 for Monday.
    package let weekday: Int
    /// Ways from which the speeds were taken.
    package let ways: Int
    /// Calls that were left out because neither they nor any other call of their beat have a point, and the log's mapping
    /// says nothing of the beat's middle either.
    package let unplaced: Int
    /// Kinds of unit that the log sends and none of the model's plans asks for, as they went to too few calls of any type,
    /// with how often the log sent them; the most frequent first.
    package let unsent: [(kind: UnitKind, count: Int)]

    /// The most places of calls that are kept a beat.
    private static let places = 400
    /// The most days that a log may cover. A longer one holds a time that is wrong, and would be simulated for hours.
    static let mostDays = 3_700

    /// Estimates a district.
    ///
    /// - Parameters:
    ///   - log: Calls with units and times, read as recorded.
    ///   - id: The district's name on the command line.
    ///   - title: What it is called.
    /// - Throws: `FitError` when the log has no calls with units, no places, or covers more days than any log does.
    package init(_ log: CallLog, id: String, title: BilingualText) throws(FitError) {
        guard let zone = TimeZone(identifier: log.mode.timeZone) else { throw FitError.noZone(log.mode.timeZone) }
        let log = FitLog(log, zone: zone)
        guard log.calls.contains(where: { $0.firstArrived != nil }) else { throw FitError.noResponses }
        guard log.days <= Self.mostDays else { throw FitError.tooLong(days: log.days) }
        days = log.days
        weekday = log.firstWeekday
        var model = DistrictModel(id: id, name: title, timeZone: zone.identifier)
        let travel = FitTravel(log, detour: model.travel.detour)
        ways = travel.count
        model.travelStart = travel.start
        model.travelVariation = travel.variation
        for (kind, speed) in travel.speeds { model.travel[kind] = speed }
        model.beats = Self.beats(log)
        guard !model.beats.isEmpty else { throw FitError.noPlaces }
        let placed = Set(model.beats.map(\.code))
        unplaced = log.calls.count { !placed.contains(Self.code($0.beat)) }
        model.units = Self.units(log, model.beats)
        model.types = Self.types(log)
        (model.callsPerHour, model.weekdayFactors) = Self.rates(log)
        model.responsePlans = FitPlans.plans(log)
        unsent = FitPlans.unsent(log, model.responsePlans)
        Self.fitTimes(log, &model)
        let recorded = RecordedFigures(log)
        self.recorded = recorded
        self.model = FitCalibration(log, recorded).calibrated(model)
    }

    private static func beats(_ log: FitLog) -> [DistrictBeat] {
        let calls = Dictionary(grouping: log.calls, by: \.beat)
        return calls.sorted { $0.key < $1.key }.compactMap { code, calls in
            let points = calls.compactMap(\.point)
            guard let centre = log.beats[code]?.centre ?? middle(points) else { return nil }
            let name = Self.code(code)
            var beat = DistrictBeat(
                code: name, name: log.beats[code]?.names ?? BilingualText(name, name),
                centre: centre, weight: Double(calls.count))
            let step = max(1, (points.count + places - 1) / places)
            beat.places = stride(from: 0, to: points.count, by: step).map { points[$0] }
            return beat
        }
    }

    /// The code of a log's beat in the model.
    static func code(_ beat: String) -> String { beat.isEmpty ? "-" : beat }

    private static func middle(_ points: [GeoPoint]) -> GeoPoint? {
        guard !points.isEmpty else { return nil }
        let count = Int64(points.count)
        return GeoPoint(
            latitudeMicrodegrees: points.reduce(0) { $0 + $1.latitudeMicrodegrees } / count,
            longitudeMicrodegrees: points.reduce(0) { $0 + $1.longitudeMicrodegrees } / count)
    }

    /// Units that answered at least one call.
    private static func units(_ log: FitLog, _ beats: [DistrictBeat]) -> [DistrictUnit] {
        let codes = Set(beats.map(\.code))
        let seen = Set(log.calls.flatMap { $0.parts.map(\.callsign) })
        return seen.sorted().map { callsign in
            let unit = log.units[callsign]
            let home = unit?.homeBeat ?? ""
            return DistrictUnit(
                callsign: callsign, kind: unit?.kind ?? .support, pane: unit?.pane ?? .patrol,
                homeBeat: codes.contains(home) ? home : "", dutyPoint: unit?.dutyPoint ?? Place(),
                skills: unit?.skills ?? [], circleMinutes: unit?.circleMinutes ?? 0)
        }
    }

    private static func types(_ log: FitLog) -> [DistrictCallType] {
        let onScene = FitLaws.law(log.calls.flatMap(onScenes), else: .lognormal(mean: 1200, variation: 0.7))
        let calls = Dictionary(grouping: log.calls, by: \.type)
        return calls.sorted { $0.key < $1.key }.map { code, calls in
            var priorities = [Double](repeating: 0, count: 5)
            for call in calls { priorities[Int(call.priority.rawValue) - 1] += 1 }
            let code = code.isEmpty ? "unknown" : code
            return DistrictCallType(
                code: code, name: log.types[code] ?? BilingualText(code, code),
                weights: [Double](repeating: Double(calls.count) / Double(log.days * 24), count: 24),
                priorities: priorities.map { $0 / Double(calls.count) },
                onScene: FitLaws.law(calls.flatMap(onScenes), else: onScene))
        }
    }

    private static func onScenes(_ call: FitLog.Call) -> [Double] {
        call.parts.compactMap { seconds($0.arrived, $0.cleared) }
    }

    /// Calls an hour of the day; a weekday has a factor of its own from two weeks of log on.
    private static func rates(_ log: FitLog) -> (perHour: [Double], weekdays: [Double]) {
        var hours = [Double](repeating: 0, count: 24)
        var weekdays = [Double](repeating: 0, count: 7)
        for call in log.calls {
            let local = log.local(call.at)
            hours[local.hourOfDay] += 1
            weekdays[local.weekday] += 1
        }
        let days = Double(log.days)
        let perHour = hours.map { $0 / days }
        guard log.days >= 14 else { return (perHour, [Double](repeating: 1, count: 7)) }
        let seen = (0..<7).map { weekday in (0..<log.days).count { ($0 + log.firstWeekday) % 7 == weekday } }
        let mean = Double(log.calls.count) / days
        return (perHour, zip(weekdays, seen).map { $1 > 0 ? $0 / Double($1) / mean : 1 })
    }

    private static func fitTimes(_ log: FitLog, _ model: inout DistrictModel) {
        let parts = log.calls.flatMap(\.parts)
        model.callHandling = FitLaws.law(
            log.calls.compactMap { seconds($0.at, $0.firstAssigned) }, else: model.callHandling)
        for priority in Priority.allCases {
            let some = log.calls.filter { $0.priority == priority }.compactMap { seconds($0.at, $0.firstAssigned) }
            if some.count >= FitLaws.enough {
                model.handlingOfPriority[priority] = FitLaws.law(some, else: model.callHandling)
            }
        }
        model.stayFactors = Self.stayFactors(log)
        model.acknowledgement = FitLaws.law(
            parts.compactMap { seconds($0.assigned, $0.acknowledged) }, else: .fixed(0))
        func turnouts(_ parts: [FitLog.Part]) -> [Double] {
            parts.compactMap { seconds($0.acknowledged ?? $0.assigned, $0.moved) }
        }
        let all = FitLaws.law(turnouts(parts), else: DistrictModel.standardTurnout)
        for kind in Set(model.units.map(\.kind)) {
            let mine = parts.filter { (log.units[$0.callsign]?.kind ?? .support) == kind }
            model.turnout[kind] = FitLaws.law(turnouts(mine), else: all)
        }
    }

    /// Mean stay of a kind of unit against what the types of its calls would make it.
    private static func stayFactors(_ log: FitLog) -> [UnitKind: Double] {
        let types = Dictionary(grouping: log.calls, by: \.type).mapValues { mean($0.flatMap(onScenes)) }
        var stays: [UnitKind: (seen: Double, usual: Double, count: Int)] = [:]
        for call in log.calls {
            guard let usual = types[call.type] ?? nil else { continue }
            for part in call.parts {
                guard let seen = seconds(part.arrived, part.cleared) else { continue }
                let kind = log.units[part.callsign]?.kind ?? .support
                let sum = stays[kind] ?? (0, 0, 0)
                stays[kind] = (sum.seen + seen, sum.usual + usual, sum.count + 1)
            }
        }
        return stays.filter { $0.value.count >= FitLaws.enough && $0.value.seen > 0 }.mapValues { stay in
            min(100, max(0.01, stay.seen / stay.usual))
        }
    }

    /// The mean of enough numbers; nil of fewer.
    private static func mean(_ values: [Double]) -> Double? {
        values.count >= FitLaws.enough ? values.reduce(0, +) / Double(values.count) : nil
    }

    /// Seconds between two times of a log that both stand there in this order.
    static func seconds(_ from: Timestamp?, _ to: Timestamp?) -> Double? {
        guard let from, let to, from <= to else { return nil }
        return Double((to - from).milliseconds) / 1000
    }
}

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

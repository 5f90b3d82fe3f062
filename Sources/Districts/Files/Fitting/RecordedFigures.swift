import DispatchModel

/// What a log itself says of the figures that a simulation gives.
package struct RecordedFigures: Sendable {
    /// The values by measure; times in seconds.
    package private(set) var values: [StaffingMeasure: Double] = [:]

    init(_ log: FitLog) {
        add(log.calls, .all, days: log.days)
        for priority in Priority.allCases {
            add(log.calls.filter { $0.priority == priority }, .priority(priority), days: log.days)
        }
        let travelled = log.calls.compactMap { DistrictFit.seconds($0.firstAssigned, $0.firstArrived) }
        for minutes in [1, 3, 5] where !travelled.isEmpty {
            values[StaffingMeasure(.tier, .share, .tier(minutes))] =
                Double(travelled.count { $0 <= Double(minutes) * 60 }) / Double(travelled.count)
        }
        addWork(log)
    }

    private mutating func add(_ calls: [FitLog.Call], _ part: StaffingMeasure.Part, days: Int) {
        guard !calls.isEmpty else { return }
        values[StaffingMeasure(.calls, .perDay, part)] = Double(calls.count) / Double(days)
        let responses = calls.compactMap { DistrictFit.seconds($0.at, $0.firstArrived) }.sorted()
        guard !responses.isEmpty else { return }
        values[StaffingMeasure(.response, .mean, part)] = responses.reduce(0, +) / Double(responses.count)
        values[StaffingMeasure(.response, .p50, part)] = FitLaws.quantile(responses, 0.5)
        values[StaffingMeasure(.response, .p90, part)] = FitLaws.quantile(responses, 0.9)
    }

    /// Work of the units over all the days, as if every unit seen had been on duty all the time.
    private mutating func addWork(_ log: FitLog) {
        var busy: [UnitKind: Double] = [:]
        var units: [UnitKind: Set<String>] = [:]
        let parts = log.calls.flatMap(\.parts)
        for part in parts {
            let kind = log.units[part.callsign]?.kind ?? .support
            units[kind, default: []].insert(part.callsign)
            busy[kind, default: 0] += DistrictFit.seconds(part.assigned, part.cleared) ?? 0
        }
        for (kind, seconds) in busy {
            let onDuty = Double(units[kind]?.count ?? 1) * Double(log.days) * 86_400
            values[StaffingMeasure(.utilisation, .share, .kind(kind))] = seconds / onDuty
        }
        values[StaffingMeasure(.sendings, .perDay)] = Double(parts.count) / Double(log.days)
        values[StaffingMeasure(.busyTime, .mean)] = busy.values.reduce(0, +) / Double(max(1, parts.count))
    }
}

import DispatchModel
import DispatchPolicy
import Foundation
import SimulationKit

/// Sets the level of the speeds so that the median response comes out as recorded.
///
/// A log does not tell where a unit set off, nor that the nearest one was always sent; homes are only estimated. Speeds
/// from single ways therefore miss the level. The model is simulated a few times, and each time the speeds are scaled by
/// what the median time on the road is off, with lights and sirens and without by themselves.
struct FitCalibration {
    private static let rounds = 4
    private static let replications = 4
    /// Calls that a replication shall have, as far as the most days allow.
    private static let calls = 1_500.0
    private static let mostDays = 90
    private static let seed: UInt64 = 20_170_101

    private let classes: [(isUrgent: Bool, priority: Priority, response: Double, road: Double)]
    private let days: Int

    init(_ log: FitLog, _ recorded: RecordedFigures) {
        let perDay = Double(log.calls.count) / Double(log.days)
        days = max(1, min(Self.mostDays, Int(Self.calls / perDay)))
        classes = [true, false].compactMap { isUrgent in
            let priorities = Priority.allCases.filter { ($0 <= .p2) == isUrgent }
            let counts = priorities.map { priority in (priority, log.calls.count { $0.priority == priority }) }
            guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 >= FitLaws.enough,
                let response = recorded.values[StaffingMeasure(.response, .p50, .priority(most.0))]
            else { return nil }
            let ways = log.calls.filter { $0.priority == most.0 }.compactMap(Self.road).sorted()
            let road = FitLaws.quantile(ways, 0.5)
            return road > 0 ? (isUrgent, most.0, response, road) : nil
        }
    }

    /// Time on the road of the unit that was there first.
    private static func road(_ call: FitLog.Call) -> Double? {
        let first = call.parts.filter { $0.arrived != nil }.min { ($0.arrived ?? call.at) < ($1.arrived ?? call.at) }
        return first.flatMap { DistrictFit.seconds($0.moved, $0.arrived) }
    }

    func calibrated(_ model: DistrictModel) -> DistrictModel {
        var model = model
        for _ in 0..<Self.rounds {
            let result = StaffingSimulation(model).run(
                Replications(seed: Self.seed, limit: Self.replications), length: .init(days: days))
            for one in classes {
                let measure = StaffingMeasure(.response, .p50, .priority(one.priority))
                guard let simulated = result[measure]?.mean else { continue }
                // What is not road stays as it is: the whole difference falls on the road.
                let road = max(one.road / 3, one.road + simulated - one.response)
                scale(&model, isUrgent: one.isUrgent, by: road / one.road)
            }
        }
        return model
    }

    private func scale(_ model: inout DistrictModel, isUrgent: Bool, by factor: Double) {
        for kind in Set(model.units.map(\.kind)) {
            var speed = model.travel[kind]
            if isUrgent {
                speed.urgent = min(150, max(2, speed.urgent * factor))
            } else {
                speed.ordinary = min(150, max(2, speed.ordinary * factor))
            }
            model.travel[kind] = speed
        }
    }
}

/// What a log itself says of the figures that a simulation gives.
package struct RecordedFigures: Sendable {
    /// The values by measure; times in seconds.
    package private(set) var values: [StaffingMeasure: Double] = [:]
    /// Calls with an arrival, by part: what says enough of it.
    package private(set) var arrivals: [StaffingMeasure.Part: Int] = [:]
    /// Local days that they cover.
    package let days: Int

    /// The figures of a log that no model was estimated from.
    /// - Throws: `FitError` when the log has no calls with units, or names no zone.
    package init(_ log: CallLog) throws(FitError) {
        guard let zone = TimeZone(identifier: log.mode.timeZone) else { throw FitError.noZone(log.mode.timeZone) }
        let log = FitLog(log, zone: zone)
        guard log.calls.contains(where: { $0.firstArrived != nil }) else { throw FitError.noResponses }
        self.init(log)
    }

    init(_ log: FitLog) {
        days = log.days
        add(log.calls, .all, days: log.days)
        for priority in Priority.allCases {
            add(log.calls.filter { $0.priority == priority }, .priority(priority), days: log.days)
        }
        for (beat, calls) in Dictionary(grouping: log.calls, by: \.beat) {
            add(calls, .beat(DistrictFit.code(beat)), days: log.days)
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
        arrivals[part] = responses.count
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

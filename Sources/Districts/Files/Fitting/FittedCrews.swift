import DispatchModel
import Foundation

/// How the crews of a recorded shift worked: how fast they drove and turned out, and when they were on duty. What the record
/// does not say is as everywhere.
package struct FittedCrews: Sendable {
    /// Acknowledgement, turn-out and travel, taken from the record; without beats and calls.
    package private(set) var model: DistrictModel
    /// When each unit that answered anything was on duty.
    package private(set) var duty: [String: ClosedRange<Timestamp>] = [:]
    /// Ways from which the speeds were taken; 0 when no kind of unit had enough of them.
    package let ways: Int
    private let zone: TimeZone

    /// Beyond what a unit is seen doing it is taken to be on duty so long, and to the end of the record where that is near.
    private static let margin = Span.hours(1)
    private static let near = Span.hours(6)

    /// The crews of a call log.
    package init(_ log: CallLog) {
        let zone = TimeZone(identifier: log.mode.timeZone) ?? .gmt
        self.init(FitLog(log, zone: zone), zone: zone)
    }

    /// The crews of a journal's records.
    package init(_ records: some Sequence<EventRecord>, zone name: String) {
        let zone = TimeZone(identifier: name) ?? .gmt
        self.init(FitLog(records, zone: zone), zone: zone)
    }

    private init(_ log: FitLog, zone: TimeZone) {
        self.zone = zone
        var model = DistrictModel(id: "recorded", name: DistrictText("", ""), timeZone: zone.identifier)
        let travel = FitTravel(log, detour: model.travel.detour)
        ways = travel.speeds.isEmpty ? 0 : travel.count
        (model.travelStart, model.travelVariation) = (travel.start, travel.variation)
        for (kind, speed) in travel.speeds { model.travel[kind] = speed }
        let parts = log.calls.flatMap(\.parts)
        let read = parts.compactMap { DistrictFit.seconds($0.assigned, $0.acknowledged) }
        model.acknowledgement = FitLaws.law(read, else: model.acknowledgement)
        // A drill counts the turn-out from the assignment, whether or not somebody noted when the crew had read it.
        func turnouts(_ parts: [FitLog.Part]) -> [Double] {
            parts.compactMap { DistrictFit.seconds($0.assigned, $0.moved) }
        }
        let all = FitLaws.law(turnouts(parts), else: DistrictModel.standardTurnout)
        for kind in Set(log.units.values.map(\.kind)) {
            let own = parts.filter { log.units[$0.callsign]?.kind == kind }
            model.turnout[kind] = FitLaws.law(turnouts(own), else: all)
        }
        self.model = model
        duty = Self.duty(log)
    }

    private static func duty(_ log: FitLog) -> [String: ClosedRange<Timestamp>] {
        var seen: [String: (first: Timestamp, last: Timestamp)] = [:]
        for call in log.calls {
            for part in call.parts {
                let times = [part.assigned, part.acknowledged, part.moved, part.arrived, part.cleared].compactMap { $0 }
                guard let first = times.min(), let last = times.max() else { continue }
                let known = seen[part.callsign]
                seen[part.callsign] = (min(known?.first ?? first, first), max(known?.last ?? last, last))
            }
        }
        guard let begins = log.calls.map(\.at).min(), let ends = log.calls.map(\.at).max() else { return [:] }
        return seen.mapValues { unit in
            let from = unit.first - begins <= near ? begins : unit.first - margin
            let to = ends - unit.last <= near ? max(ends, unit.last) : unit.last + margin
            return from...max(from, to)
        }
    }

    /// The shift of a unit between two instants: none when it was on duty all the time, nil when it was not at all. Whole
    /// hours of the day, as rosters have them.
    package func shift(of callsign: String, from start: Timestamp, to end: Timestamp) -> DistrictShift?? {
        guard let duty = duty[callsign], duty.lowerBound < end, duty.upperBound > start else { return nil }
        if duty.lowerBound <= start + .minutes(1), duty.upperBound >= end - Self.near { return .some(nil) }
        let from = hour(max(duty.lowerBound, start), roundedUp: false)
        let to = duty.upperBound >= end ? hour(end, roundedUp: true) : hour(duty.upperBound, roundedUp: true)
        guard from != to else { return .some(nil) }
        func text(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : "\(hour)" }
        return DistrictShift(name: "from\(text(from))to\(text(to))", begins: from * 60, ends: to * 60)
    }

    private func hour(_ time: Timestamp, roundedUp: Bool) -> Int {
        let date = Date(timeIntervalSince1970: Double(time.rawValue) / 1000)
        let local = time.rawValue / 1000 + Int64(zone.secondsFromGMT(for: date))
        let hours = (local % 86_400 + 86_400) % 86_400
        return Int((hours + (roundedUp ? 3599 : 0)) / 3600) % 24
    }
}

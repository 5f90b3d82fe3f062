import DispatchModel
import Formats
import Foundation

/// A call log as the estimation needs it.
struct FitLog {
    /// One unit's part in a call; a time is nil where the log has none.
    struct Part {
        var callsign: String
        var assigned: Timestamp?
        var acknowledged: Timestamp?
        var moved: Timestamp?
        var arrived: Timestamp?
        var cleared: Timestamp?
    }

    /// A call with the parts of its units.
    struct Call {
        var at: Timestamp
        var type: String
        var priority: Priority
        var beat: String
        var point: GeoPoint?
        var parts: [Part] = []

        var firstAssigned: Timestamp? { parts.compactMap(\.assigned).min() }
        var firstArrived: Timestamp? { parts.compactMap(\.arrived).min() }
    }

    private(set) var types: [String: BilingualText] = [:]
    private(set) var beats: [String: (names: BilingualText, centre: GeoPoint?)] = [:]
    private(set) var units: [String: UnitRegistered] = [:]
    private(set) var calls: [Call] = []
    let zone: TimeZone

    /// Reads everything that a log says with its own units and times.
    init(_ log: CallLog, zone: TimeZone) {
        self.zone = zone
        var numbers: [SourceKey: Int] = [:]
        var parts: [SourceKey: [String: Int]] = [:]
        for observation in log.observations {
            switch observation.content {
            case .type(let type): types[type.code] = BilingualText(type.english, type.chinese)
            case .beat(let beat): beats[beat.beat] = (beat.names, beat.centre)
            case .unit(let unit): units[unit.callsign] = unit
            case .incident(let incident, _):
                guard let source = observation.source else { continue }
                numbers[source] = calls.count
                calls.append(
                    Call(
                        at: incident.received, type: incident.type, priority: incident.priority, beat: incident.beat,
                        point: incident.place.point))
            case .milestone(let milestone):
                guard case .source(let source) = milestone.incident, let number = numbers[source] else { continue }
                let part = parts[source]?[milestone.callsign] ?? calls[number].parts.count
                if part == calls[number].parts.count {
                    calls[number].parts.append(Part(callsign: milestone.callsign))
                    parts[source, default: [:]][milestone.callsign] = part
                }
                calls[number].parts[part].takeMilestone(milestone)
            default: continue
            }
        }
    }

    /// Reads everything that a journal's records say.
    init(_ records: some Sequence<EventRecord>, zone: TimeZone) {
        self.zone = zone
        var numbers: [IncidentID: Int] = [:]
        var callsigns: [UnitID: String] = [:]
        var parts: [AssignmentID: (call: Int, part: Int)] = [:]
        for record in records {
            if case .typeDefined(let type) = record.body {
                types[type.code] = BilingualText(type.english, type.chinese)
            }
            if case .beatDefined(let beat) = record.body { beats[beat.beat] = (beat.names, beat.centre) }
            if case .unitRegistered(let unit) = record.body {
                units[unit.callsign] = unit
                callsigns[unit.unit] = unit.callsign
            }
            if case .incidentReported(let incident) = record.body {
                numbers[incident.incident] = calls.count
                calls.append(
                    Call(
                        at: incident.received, type: incident.type, priority: incident.priority, beat: incident.beat,
                        point: incident.place.point))
            }
            if case .unitAssigned(let event) = record.body {
                guard let call = numbers[event.incident], let callsign = callsigns[event.unit] else { continue }
                parts[event.assignment] = (call, calls[call].parts.count)
                calls[call].parts.append(Part(callsign: callsign, assigned: event.assigned ?? record.at))
            }
            if case .assignmentAdvanced(let event) = record.body {
                guard let place = parts[event.assignment] else { continue }
                calls[place.call].parts[place.part].reach(event.milestone, event.at)
            }
        }
    }

    /// Milliseconds of local time.
    func local(_ time: Timestamp) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(time.rawValue) / 1000)
        return time.rawValue + Int64(zone.secondsFromGMT(for: date)) * 1000
    }

    /// Local days from the first call's to the last call's, both included.
    var days: Int {
        let times = calls.map { local($0.at) }
        guard let first = times.min(), let last = times.max() else { return 1 }
        return Int(last.flooredDays - first.flooredDays) + 1
    }

    /// Weekday of the first call's day, 0 for Monday.
    var firstWeekday: Int {
        guard let first = calls.map({ local($0.at) }).min() else { return 0 }
        return first.weekday
    }
}

extension FitLog.Part {
    fileprivate mutating func takeMilestone(_ milestone: MilestoneObservation) {
        reach(milestone.milestone, milestone.stated)
    }

    fileprivate mutating func reach(_ milestone: Milestone, _ at: Timestamp?) {
        switch milestone {
        case .assigned: assigned = at
        case .acknowledged: acknowledged = at
        case .enRoute: moved = at
        case .arrived: arrived = at
        case .cleared: cleared = at
        default: break
        }
    }
}

extension Int64 {
    /// Whole days of so many milliseconds.
    var flooredDays: Int64 { flooredDivision(by: 86_400_000).quotient }

    /// Weekday of local milliseconds since 1970, 0 for Monday. The first day of 1970 was a Thursday.
    var weekday: Int { (CivilDate.weekday(daysSince1970: flooredDays) + 6) % 7 }

    /// Hour of the day of local milliseconds since 1970.
    var hourOfDay: Int { Int((self - flooredDays * 86_400_000) / 3_600_000) }
}

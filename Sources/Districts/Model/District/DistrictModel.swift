import DispatchModel
import DispatchPolicy

/// A district as the simulator knows it: its ground, its units, its calls, and how long everything takes.
///
/// It is written by hand, or estimated from a call log. The crews of a drill, the calls of a drill and the staffing
/// simulator all draw from the same model.
package struct DistrictModel: Hashable, Sendable {
    /// Its name, as the command line takes it.
    package var id: String
    /// What it is called.
    package var name: BilingualText
    /// The IANA zone of its clocks.
    package var timeZone: String
    /// Its beats; at least one.
    package var beats: [DistrictBeat] = []
    /// Its roster.
    package var units: [DistrictUnit] = []
    /// Its shifts.
    package var shifts: [DistrictShift] = []
    /// The types of its calls; at least one.
    package var types: [DistrictCallType] = []
    /// Calls an hour by hour of the day: 24 values of at least 0, for a day whose factor is 1.
    package var callsPerHour = [Double](repeating: 10, count: 24)
    /// Factors on them from Monday to Sunday: seven values of at least 0.
    var weekdayFactors = [Double](repeating: 1, count: 7)
    /// The share of calls about which somebody else calls too, 0 to below 1.
    package var duplicateCallers = 0.0
    /// How long after the first the other one calls.
    var duplicateDelay = DurationLaw.exponential(mean: 120)
    /// The part of the usual time at the scene that a false alarm takes.
    package var falseAlarmFactor = 0.3
    /// From the first word of the call until units are sent, where nobody waits.
    package var callHandling = DurationLaw.lognormal(mean: 60, variation: 0.5)
    /// The same for single priorities: less urgent calls may be held before anybody is sent.
    var handlingOfPriority: [Priority: DurationLaw] = [:]
    /// Times the stay at the scene by kind of unit; 1 for the others. An ambulance that also transports stays longer.
    var stayFactors: [UnitKind: Double] = [:]
    /// From the assignment until a crew has read it.
    package var acknowledgement = DurationLaw.lognormal(mean: 12, variation: 0.4)
    /// From the assignment until a unit moves, by kind; `standardTurnout` for the others.
    package var turnout: [UnitKind: DurationLaw] = [:]
    /// Speeds and the detour that roads make.
    package var travel = TravelModel()
    /// How much times on the road vary around what distance and speed give: the coefficient of variation of a lognormal
    /// factor of mean 1. At least 0; 0 for not at all.
    var travelVariation = 0.0
    /// Seconds that every way to a call takes beside the driving: to the road, from the kerb to the door. At least 0.
    package var travelStart = 0.0
    /// Times the ordinary speed, by hour of the day: traffic. 24 values above 0.
    var trafficByHour = [Double](repeating: 1, count: 24)
    /// Times the ordinary speed: weather. Above 0.
    package var weather = 1.0
    /// What an incident's type and priority ask for.
    package var responsePlans = ResponsePlans.standard
    /// The tiers of quick response in minutes (1-3-5 by default), rising.
    package var tiers: [Int] = [1, 3, 5]
    /// Failures and breaks.
    package var wear = DistrictWear()
    /// Radio.
    package var radio = DistrictRadio()
    /// How units are sent where no dispatcher plays.
    package var rule = DispatchRule()

    /// The turn-out of a kind that the model does not name.
    static let standardTurnout = DurationLaw.lognormal(mean: 50, variation: 0.4)

    /// Creates a district without anything in it.
    package init(id: String, name: BilingualText, timeZone: String) {
        self.id = id
        self.name = name
        self.timeZone = timeZone
    }

    /// From the assignment until a unit of a kind moves.
    package func turnout(of kind: UnitKind) -> DurationLaw {
        turnout[kind] ?? Self.standardTurnout
    }

    /// The type of a code.
    package func type(_ code: String) -> DistrictCallType? {
        types.first { $0.code == code }
    }

    /// The beat of a code.
    package func beat(_ code: String) -> DistrictBeat? {
        beats.first { $0.code == code }
    }

    /// The beat that a point lies in; where none does, the one whose middle is nearest.
    package func beat(at point: GeoPoint) -> DistrictBeat? {
        beats.first { $0.contains(point) }
            ?? beats.min {
                TravelModel.metres(from: $0.centre, to: point) < TravelModel.metres(from: $1.centre, to: point)
            }
    }

    /// True when a unit works at a minute of the day.
    package func works(_ unit: DistrictUnit, minuteOfDay: Int) -> Bool {
        if unit.shifts.isEmpty { return true }
        return shifts.contains { unit.shifts.contains($0.name) && $0.isOn(minuteOfDay: minuteOfDay) }
    }

    /// Mean calls a day over a week.
    package var callsPerDay: Double {
        callsPerHour.reduce(0, +) * weekdayFactors.reduce(0, +) / 7
    }

    /// The rules of a room in this district.
    package var policy: Policy {
        var policy = Policy()
        policy.responsePlans = responsePlans
        policy.travel = travel
        return policy
    }
}

extension DistrictModel {
    /// What a board needs of the district before its first call: types, beats and units, as observations of one instant.
    ///
    /// - Parameter minuteOfDay: A unit whose shift is not on then begins out of service; nil to begin with all of them.
    package func observations(at: Timestamp, actor: Actor, minuteOfDay: Int? = nil) -> [Observation] {
        func said(_ id: String, _ content: Observation.Content) -> Observation {
            Observation(source: SourceKey(source: "district", id: id), at: at, actor: actor, content: content)
        }
        let types = types.map { type in
            said(
                "type/\(type.code)",
                .type(TypeDefined(code: type.code, english: type.name.english, chinese: type.name.chinese)))
        }
        let beats = beats.map { beat in
            said("beat/\(beat.code)", .beat(BeatDefined(beat: beat.code, names: beat.name, centre: beat.centre)))
        }
        let units = units.map { unit in
            let isOn = minuteOfDay.map { works(unit, minuteOfDay: $0) } ?? true
            return said(
                "unit/\(unit.callsign)", .unit(registration(of: unit, status: isOn ? .available : .outOfService)))
        }
        return types + beats + units
    }

    private func registration(of unit: DistrictUnit, status: UnitStatus) -> UnitRegistered {
        UnitRegistered(
            callsign: unit.callsign, kind: unit.kind, pane: unit.pane, homeBeat: unit.homeBeat,
            dutyPoint: unit.dutyPoint, skills: unit.skills, circleMinutes: unit.circleMinutes, status: status)
    }
}

import DispatchModel
import DispatchPolicy

/// How the crews of a board behave: as in a replay, where they answer orders and nothing else, or as a district's crews
/// do, which patrol while they wait, write their reports, ask for back-up and are not heard where radio fails.
package struct CrewSetting: Sendable {
    /// The district whose figures count; nil for the figures of a replay.
    package var district: DistrictModel?
    /// Seconds that the district's clocks are ahead of UTC, for the traffic of the hour.
    package var secondsEast: Int64 = 0
    /// Times the ordinary speed of everything that drives, besides the district's own weather and traffic. Above 0.
    package var speed = 1.0
    /// Where units are not heard.
    package var radio = RadioCover()
    /// The points between which the patrols of a beat move while they are ready; a beat without any has its units wait at
    /// their duty points.
    package var patrolPoints: [String: [GeoPoint]] = [:]
    /// Units that patrol, by callsign.
    let patrols: Set<String>
    /// What was drawn with a call, by the name of its record; at most `workLimit`.
    package private(set) var work: [String: CallWork] = [:]
    private var workOrder: [String] = []

    /// The most calls whose work is remembered; the oldest go.
    static let workLimit = 4096

    /// Crews as in a replay.
    package init() {
        patrols = []
    }

    /// The crews of a district.
    package init(_ district: DistrictModel, secondsEast: Int64) {
        self.district = district
        self.secondsEast = secondsEast
        patrols = Set(district.units.filter(\.patrols).map(\.callsign))
        radio = RadioCover(
            blindSpots: district.radio.blindSpots.map { .circle(centre: $0.centre, metres: $0.metres) })
    }

    /// True for the crews of a district.
    var isDistrict: Bool { district != nil }

    /// Remembers what was drawn with a call.
    package mutating func remember(_ call: CallWork, of source: SourceKey) {
        if work.count >= Self.workLimit, work[source.id] == nil { work[workOrder.removeFirst()] = nil }
        if work.updateValue(call, forKey: source.id) == nil { workOrder.append(source.id) }
    }

    /// Times the ordinary speed at an instant.
    func speed(at now: Timestamp) -> Double {
        guard let district else { return speed }
        let hour = ((now.rawValue / 1000 + secondsEast) / 3600 % 24 + 24) % 24
        return max(0.05, speed * district.weather * district.trafficByHour[Int(hour)])
    }
}

/// What was drawn with a call, so that it is the same whoever is sent.
package struct CallWork: Hashable, Sendable {
    /// From the first arrival until the work at the scene is done.
    package var onScene: Span
    /// From then until the report is written; nil to draw it.
    package var paperwork: Span?
    /// True when the first unit asks for one more.
    package var asksForBackUp = false
    /// True when the first unit finds it more urgent.
    package var escalates = false

    /// Creates a call's work.
    package init(onScene: Span, paperwork: Span? = nil, asksForBackUp: Bool = false, escalates: Bool = false) {
        self.onScene = onScene
        self.paperwork = paperwork
        self.asksForBackUp = asksForBackUp
        self.escalates = escalates
    }

    /// What a district's demand drew.
    package init(_ call: DemandCall) {
        self.init(
            onScene: Span(milliseconds: max(60_000, call.onScene)), paperwork: Span(milliseconds: call.paperwork),
            asksForBackUp: call.asksForBackUp, escalates: call.escalates)
    }
}

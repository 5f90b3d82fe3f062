import DispatchModel
import SimulationKit

/// How long a crew takes over each part of an assignment; drawn at once, so that it depends on seed and assignment alone.
struct CrewTimes: Hashable, Sendable {
    /// From the assignment until the crew has read it.
    var acknowledge: Span
    /// From then until it moves.
    var turnout: Span
    /// On the way, where the incident has no point.
    var unknownWay: Span
    /// From arrival to the first report.
    var feedback: Span
    /// From arrival until it is free again.
    var onScene: Span

    /// From the end of the work at the scene until the report is written and the unit free; zero to be free at once.
    var paperwork = Span.zero
    /// From arrival until it asks for another unit; nil when it does not.
    var backUp: Span?
    /// From arrival until the crew finds the incident more urgent than it was taken for; nil when it does not.
    var escalates: Span?
    /// How long an officer who called for help needs once somebody has come.
    static let recovery = Span.minutes(3)

    /// Creates the times of an assignment.
    init(acknowledge: Span, turnout: Span, unknownWay: Span, feedback: Span, onScene: Span) {
        self.acknowledge = acknowledge
        self.turnout = turnout
        self.unknownWay = unknownWay
        self.feedback = feedback
        self.onScene = onScene
    }

    /// Draws the times of an assignment as a replay has them.
    init(seed: UInt64, assignment: AssignmentID, kind: UnitKind, type: String, priority: Priority) {
        var generator = SeededGenerator(seed: seed, stream: UInt64(assignment.rawValue))
        acknowledge = Self.span(generator.uniform(5...20), 5...20)
        let isFire = [UnitKind.engine, .truck, .rescue].contains(kind)
        turnout = Self.span(generator.lognormal(median: isFire ? 60 : 45, spread: 0.4), 10...240)
        unknownWay = Self.span(generator.lognormal(median: 360, spread: 0.4), 60...1800)
        feedback = Self.span(generator.lognormal(median: 180, spread: 0.5), 30...1200)
        let median = Self.onSceneMinutes(priority) * Self.factor(type) * 60
        onScene = Self.span(generator.lognormal(median: median, spread: 0.5), 120...14_400)
    }

    /// The median time at the scene in minutes, before the factor of the type.
    static func onSceneMinutes(_ priority: Priority) -> Double {
        switch priority {
        case .p1: 25
        case .p2: 20
        case .p3: 15
        case .p4: 12
        case .p5: 10
        }
    }

    /// How much longer than others incidents of a type take, by a word in its code; 1 for the rest.
    static func factor(_ type: String) -> Double {
        let factors: [(String, Double)] = [
            ("ALARM", 0.6), ("FIRE", 1.8), ("COLLISION", 1.4), ("MISSING", 2), ("ROBBERY", 1.6), ("DISPUTE", 1.3),
            ("PARKING", 0.5), ("NOISE", 0.5),
        ]
        let code = type.uppercased()
        return factors.first { code.contains($0.0) }?.1 ?? 1
    }

    private static func span(_ seconds: Double, _ range: ClosedRange<Double>) -> Span {
        Span(milliseconds: Int64(min(max(seconds, range.lowerBound), range.upperBound) * 1000))
    }
}

extension CrewTimes {
    /// Draws the times of an assignment by a district's laws. What there is to do belongs to the call; how fast a crew is
    /// depends on call and unit, so that whoever sends the same unit to the same call meets the same luck.
    init(
        seed: UInt64, district: DistrictModel, work: CallWork?, incident: Incident, unit: FieldUnit,
        assignment: AssignmentID
    ) {
        let name = incident.source?.id ?? "assignment \(assignment.rawValue)"
        var own = RandomStream(seed: seed, stream: StreamName.number("\(name)|\(unit.callsign)"))
        var call = RandomStream(seed: seed, stream: StreamName.number(name))
        let type = district.type(incident.type)
        let read = Self.span(district.acknowledgement.draw(&own), 2...600)
        let moved = Self.span(district.turnout(of: unit.kind).draw(&own), 5...1800)
        let drawn = (type?.onScene ?? .lognormal(mean: 1200, variation: 0.5)).draw(&call)
        let written = type?.paperwork.draw(&call) ?? 0
        self.init(
            acknowledge: read, turnout: max(.seconds(3), Span(milliseconds: moved.milliseconds - read.milliseconds)),
            unknownWay: Self.span(Int64(own.lognormal(mean: 390, coefficientOfVariation: 0.4) * 1000), 60...1800),
            feedback: Self.span(Int64(own.lognormal(mean: 150, coefficientOfVariation: 0.5) * 1000), 30...1200),
            onScene: work?.onScene ?? Self.span(drawn, 60...14_400))
        paperwork = work?.paperwork ?? Self.span(written, 0...7200)
        if work?.asksForBackUp ?? false { backUp = Self.span(Int64(own.uniform(60...180) * 1000), 60...180) }
        if work?.escalates ?? false { escalates = Self.span(Int64(own.uniform(60...240) * 1000), 60...240) }
    }

    private static func span(_ milliseconds: Int64, _ seconds: ClosedRange<Int64>) -> Span {
        Span(milliseconds: min(max(milliseconds, seconds.lowerBound * 1000), seconds.upperBound * 1000))
    }
}

import DispatchModel
import SimulationKit

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

import DispatchModel
import DispatchPolicy
import Districts
import Foundation
import SimulationKit

extension Scenario {
    /// The rules of the room: those of the district, and plans for disputes and for people hurt in traffic, which ask for
    /// more than their priority alone.
    package var policy: Policy {
        var policy = district.policy
        // Seeing that two calls are one event is what the trainee is there to learn; and a drill played again from its
        // keys must give the journal that it gave.
        policy.duplicates = nil
        let patrols = PlanRequirement(kinds: [.vehiclePatrol, .footPatrol, .bicyclePatrol], count: 2)
        let patrol = PlanRequirement(kinds: patrols.kinds, count: 1)
        let mediator = PlanRequirement(kinds: [.gridWorker, .auxiliaryPolice], count: 1)
        let quick = PlanRequirement(kinds: [.quickResponse], count: 1)
        let medic = PlanRequirement(kinds: [.ambulance], count: 1)
        let chief = PlanRequirement(kinds: [.commandOfficer], count: 1)
        func codes(_ part: String) -> Set<String> { Set(district.types.map(\.code).filter { $0.contains(part) }) }
        let plans: [(String, Set<String>, Priority, [PlanRequirement])] = [
            ("dispute-red", codes("dispute"), .p1, [patrols, mediator, quick, chief]),
            ("dispute-orange", codes("dispute"), .p2, [patrols, mediator]),
            ("dispute", codes("dispute"), .p5, [patrol, mediator]),
            ("injury", codes("injury"), .p2, [patrols, medic]),
        ]
        policy.responsePlans.plans.insert(
            contentsOf: plans.filter { !$0.1.isEmpty }.map {
                ResponsePlan(name: $0.0, types: $0.1, downTo: $0.2, requirements: $0.3)
            }, at: 0)
        return policy
    }

    /// Seconds that the district's clocks are ahead of UTC at the beginning.
    var secondsEast: Int64 {
        let date = Date(timeIntervalSince1970: Double(start.rawValue) / 1000)
        return Int64(TimeZone(identifier: timeZone)?.secondsFromGMT(for: date) ?? 0)
    }

    /// Local time of the beginning in minutes since Monday at midnight. 1970-01-01 was a Thursday.
    var minuteOfWeek: Int {
        let minutes = (start.rawValue / 1000 + secondsEast) / 60 + 3 * 1440
        return Int((minutes % 10_080 + 10_080) % 10_080)
    }

    /// What the board is told at the beginning.
    func setup() -> [Observation] {
        let mode = ModeDeclared(
            mode: .exercise, title: title.recorded.text, timeZone: timeZone, source: Situation.source,
            chinese: title.recorded.chinese)
        let first = Observation(at: start, actor: .trainer, content: .mode(mode))
        return [first] + district.observations(at: start, actor: .trainer, minuteOfDay: minuteOfWeek % 1440)
    }

    /// The parts of the district where a scripted failure of radio is felt.
    func radioAreas(_ area: RadioArea) -> [RadioCover.Area] {
        switch area {
        case .everywhere: [.everywhere]
        case .circle(let centre, let metres): [.circle(centre: centre, metres: metres)]
        case .beats(let codes): codes.compactMap { district.beat($0) }.flatMap(\.areas)
        }
    }
}

extension DistrictBeat {
    /// The parts of the beat; its box when it has no outline.
    var areas: [RadioCover.Area] {
        if !outline.isEmpty { return outline.map { .polygon($0) } }
        func corner(_ north: Int64, _ east: Int64) -> GeoPoint {
            GeoPoint(latitudeMicrodegrees: north, longitudeMicrodegrees: east)
        }
        let box = box
        return [
            .polygon([
                corner(box.south, box.west), corner(box.south, box.east), corner(box.north, box.east),
                corner(box.north, box.west),
            ])
        ]
    }
}

extension CrewSetting {
    /// The crews of a scenario's district: eight places in each beat to patrol between, the failures of radio that chance
    /// brings, and the work that the scenario states for its own calls.
    init(_ scenario: Scenario, seed: UInt64) {
        let district = scenario.district
        self.init(district, secondsEast: scenario.secondsEast)
        for beat in district.beats where district.units.contains(where: { $0.patrols && $0.homeBeat == beat.code }) {
            var stream = RandomStream(seed: seed, stream: StreamName.number("patrol|\(beat.code)"))
            patrolPoints[beat.code] = (0..<8).map { _ in beat.place(&stream, in: beat.box) }
        }
        for inject in scenario.injects {
            switch inject.action {
            case .report(let call), .alert(let call):
                if let span = call.onScene {
                    remember(CallWork(onScene: span), of: Situation.key(inject: inject.id))
                }
            default: break
            }
        }
        guard let hours = district.radio.outageHours, hours > 0 else { return }
        var stream = RandomStream(seed: seed, stream: StreamName.number("radio"))
        var at = scenario.start
        while radio.outages.count < RadioCover.outageLimit / 2 {
            at = at + Span(milliseconds: Int64(stream.exponential(mean: hours * 3_600_000)) + 1)
            guard at < scenario.start + scenario.end.after else { break }
            radio.fail(.everywhere, from: at, until: at + Span(milliseconds: district.radio.outage.draw(&stream)))
        }
    }
}
